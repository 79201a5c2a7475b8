"""What the database refuses whoever asks: to rewrite history or a decision, to change a text after its
approval, and to approve or to waive what one wrote oneself."""

# ruff: noqa: S608 - the names put into the statements are the constants of this file
from django.db import migrations

AUDIT = "requests_app_auditevent"
DECISION = "requests_app_decision"
EDITOR = "requests_app_requesteditor"
REQUEST = "requests_app_mlarequest"
PARTS = (
    "requests_app_legalbasis",
    "requests_app_fact",
    "requests_app_offence",
    "requests_app_person",
    "requests_app_dataitem",
    "requests_app_measure",
    "requests_app_annex",
    "requests_app_fieldanswer",
    "requests_app_reply",
)
# Columns of a request that its life in the procedure changes, and what the other side says after the
# approval; every other one is text.
PROCEDURE = (
    "state",
    "case_id",
    "revision",
    "section_revisions",
    "submitted_digest",
    "submitted_at",
    "approved_digest",
    "approved_by_id",
    "updated_at",
    "lead",
    "due_on",
    "their_reference",
    "acknowledged_on",
)

REFUSE_REWRITING = f"""
CREATE FUNCTION refuse_rewriting_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'history is only ever added to' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER only_ever_added_to BEFORE UPDATE OR DELETE ON {AUDIT}
    FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_of_history();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON {AUDIT}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_of_history();
"""
UNDO_REFUSE_REWRITING = f"""
DROP TRIGGER only_ever_added_to ON {AUDIT};
DROP TRIGGER never_emptied ON {AUDIT};
DROP FUNCTION refuse_rewriting_of_history();
"""

KEEP_APPROVED_TEXT = f"""
CREATE FUNCTION keep_approved_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    procedure_columns text[] := ARRAY[{", ".join(f"'{name}'" for name in PROCEDURE)}];
BEGIN
    IF NEW.approved_digest NOT IN ('', OLD.approved_digest)
       OR to_jsonb(NEW) - procedure_columns <> to_jsonb(OLD) - procedure_columns THEN
        RAISE EXCEPTION 'the text of % is approved', OLD.reference USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER approved_text_is_kept BEFORE UPDATE ON {REQUEST}
    FOR EACH ROW WHEN (OLD.approved_digest <> '' AND NEW.approved_digest <> '')
    EXECUTE FUNCTION keep_approved_text();
"""
UNDO_KEEP_APPROVED_TEXT = f"""
DROP TRIGGER approved_text_is_kept ON {REQUEST};
DROP FUNCTION keep_approved_text();
"""

KEEP_APPROVED_PARTS = f"""
CREATE FUNCTION keep_approved_parts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched bigint[] := ARRAY[]::bigint[];
BEGIN
    IF TG_OP <> 'INSERT' THEN touched := touched || OLD.request_id; END IF;
    IF TG_OP <> 'DELETE' THEN touched := touched || NEW.request_id; END IF;
    IF EXISTS (SELECT 1 FROM {REQUEST} WHERE id = ANY (touched) AND approved_digest <> '') THEN
        RAISE EXCEPTION 'the text of request % is approved', touched USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
""" + "".join(
    f"CREATE TRIGGER approved_text_is_kept BEFORE INSERT OR UPDATE OR DELETE ON {table}"
    " FOR EACH ROW EXECUTE FUNCTION keep_approved_parts();\n"
    for table in PARTS
)
UNDO_KEEP_APPROVED_PARTS = (
    "".join(f"DROP TRIGGER approved_text_is_kept ON {table};\n" for table in PARTS)
    + "DROP FUNCTION keep_approved_parts();"
)

FOUR_EYES = f"""
CREATE FUNCTION refuse_approval_by_an_editor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM {EDITOR} WHERE request_id = NEW.id AND officer_id = NEW.approved_by_id
    ) THEN
        RAISE EXCEPTION 'an editor of % cannot approve it', NEW.reference USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER editor_never_approves BEFORE INSERT OR UPDATE OF approved_by_id ON {REQUEST}
    FOR EACH ROW WHEN (NEW.approved_by_id IS NOT NULL) EXECUTE FUNCTION refuse_approval_by_an_editor();
"""
UNDO_FOUR_EYES = f"""
DROP TRIGGER editor_never_approves ON {REQUEST};
DROP FUNCTION refuse_approval_by_an_editor();
"""

WAIVER = f"""
CREATE FUNCTION refuse_waiver_without_other_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM {REQUEST}
        WHERE id = NEW.request_id AND (author_id = NEW.officer_id OR approved_digest <> '')
    ) OR EXISTS (
        SELECT 1 FROM {EDITOR}
        WHERE request_id = NEW.request_id AND officer_id = NEW.officer_id
    ) THEN
        RAISE EXCEPTION 'whoever wrote a text waives nothing in it, and nobody after its approval'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER waiver_needs_other_eyes BEFORE INSERT ON {DECISION}
    FOR EACH ROW WHEN (NEW.kind = 'waiver') EXECUTE FUNCTION refuse_waiver_without_other_eyes();
"""
UNDO_WAIVER = f"""
DROP TRIGGER waiver_needs_other_eyes ON {DECISION};
DROP FUNCTION refuse_waiver_without_other_eyes();
"""

KEEP_DECISIONS = f"""
CREATE FUNCTION keep_decision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    taken_back text[] := ARRAY['taken_back_by_id', 'taken_back_at'];
BEGIN
    IF OLD.taken_back_at IS NOT NULL OR to_jsonb(NEW) - taken_back <> to_jsonb(OLD) - taken_back THEN
        RAISE EXCEPTION 'a decision is taken back, and not rewritten' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER decision_is_kept BEFORE UPDATE ON {DECISION}
    FOR EACH ROW EXECUTE FUNCTION keep_decision();
"""
UNDO_KEEP_DECISIONS = f"""
DROP TRIGGER decision_is_kept ON {DECISION};
DROP FUNCTION keep_decision();
"""


class Migration(migrations.Migration):
    replaces = [
        ("requests_app", "0002_guards"),
        ("requests_app", "0006_waivers_need_other_eyes"),
        ("requests_app", "0015_guards_of_answers"),
    ]

    dependencies = [("requests_app", "0020_tables")]

    operations = [
        migrations.RunSQL(REFUSE_REWRITING, UNDO_REFUSE_REWRITING),
        migrations.RunSQL(KEEP_APPROVED_TEXT, UNDO_KEEP_APPROVED_TEXT),
        migrations.RunSQL(KEEP_APPROVED_PARTS, UNDO_KEEP_APPROVED_PARTS),
        migrations.RunSQL(FOUR_EYES, UNDO_FOUR_EYES),
        migrations.RunSQL(WAIVER, UNDO_WAIVER),
        migrations.RunSQL(KEEP_DECISIONS, UNDO_KEEP_DECISIONS),
    ]

"""What the database refuses whoever asks: to rewrite history, or a text after its approval."""

# ruff: noqa: S608 - the names put into the statements are the constants of this file
from django.db import migrations

AUDIT = "requests_app_auditevent"
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
)
# Columns of a request that its life in the procedure changes; every other one is text.
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
        SELECT 1 FROM requests_app_requesteditor WHERE request_id = NEW.id AND officer_id = NEW.approved_by_id
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


class Migration(migrations.Migration):
    dependencies = [("requests_app", "0001_initial")]

    operations = [
        migrations.RunSQL(REFUSE_REWRITING, UNDO_REFUSE_REWRITING),
        migrations.RunSQL(KEEP_APPROVED_TEXT, UNDO_KEEP_APPROVED_TEXT),
        migrations.RunSQL(KEEP_APPROVED_PARTS, UNDO_KEEP_APPROVED_PARTS),
        migrations.RunSQL(FOUR_EYES, UNDO_FOUR_EYES),
    ]

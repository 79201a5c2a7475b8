"""Answers to questions are text, and kept; what the other side says after the approval is procedure."""

# ruff: noqa: S608 - the names put into the statements are the constants of this file
from django.db import migrations

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


def keep_approved_text(columns: tuple[str, ...]) -> str:
    return f"""
CREATE OR REPLACE FUNCTION keep_approved_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    procedure_columns text[] := ARRAY[{", ".join(f"'{name}'" for name in columns)}];
BEGIN
    IF NEW.approved_digest NOT IN ('', OLD.approved_digest)
       OR to_jsonb(NEW) - procedure_columns <> to_jsonb(OLD) - procedure_columns THEN
        RAISE EXCEPTION 'the text of % is approved', OLD.reference USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""


KEEP_REPLIES = """
CREATE TRIGGER approved_text_is_kept BEFORE INSERT OR UPDATE OR DELETE ON requests_app_reply
    FOR EACH ROW EXECUTE FUNCTION keep_approved_parts();
"""
UNDO_KEEP_REPLIES = "DROP TRIGGER approved_text_is_kept ON requests_app_reply;"


class Migration(migrations.Migration):
    dependencies = [("requests_app", "0014_chains_and_clock")]

    operations = [
        migrations.RunSQL(keep_approved_text(PROCEDURE), keep_approved_text(PROCEDURE[:9])),
        migrations.RunSQL(KEEP_REPLIES, UNDO_KEEP_REPLIES),
    ]

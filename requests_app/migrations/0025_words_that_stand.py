"""Editors are kept with the place of their words, and are free of it only when others have written there."""

# ruff: noqa: S608 - the names put into the statements are the constants of this file
import django.core.serializers.json
from django.db import migrations, models

EDITOR = "requests_app_requesteditor"


def four_eyes(standing: str) -> str:
    """`standing` narrows editors down to those who may not approve, and waive nothing."""
    return f"""
CREATE OR REPLACE FUNCTION refuse_approval_by_an_editor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM {EDITOR} WHERE request_id = NEW.id AND officer_id = NEW.approved_by_id {standing}
    ) THEN
        RAISE EXCEPTION 'an editor of % cannot approve it', NEW.reference USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION refuse_waiver_without_other_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM requests_app_mlarequest
        WHERE id = NEW.request_id AND (author_id = NEW.officer_id OR approved_digest <> '')
    ) OR EXISTS (
        SELECT 1 FROM {EDITOR} WHERE request_id = NEW.request_id AND officer_id = NEW.officer_id {standing}
    ) THEN
        RAISE EXCEPTION 'whoever wrote a text waives nothing in it, and nobody after its approval'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""


# The place of a note and what stood there never change. Words that stand are set free only where the officer
# has set the place back, or somebody else has written there since.
KEPT = f"""
CREATE FUNCTION keep_editors() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    moving text[] := ARRAY['put', 'revision', 'stands'];
BEGIN
    IF TG_OP <> 'UPDATE' THEN
        RAISE EXCEPTION 'who wrote is never forgotten' USING ERRCODE = 'restrict_violation';
    END IF;
    IF to_jsonb(NEW) - moving <> to_jsonb(OLD) - moving OR NEW.revision < OLD.revision THEN
        RAISE EXCEPTION 'who wrote what is not rewritten' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.stands AND NOT NEW.stands AND NEW.put IS DISTINCT FROM NEW.found AND NOT EXISTS (
        SELECT 1 FROM {EDITOR} AS later
        WHERE later.request_id = OLD.request_id AND later.officer_id <> OLD.officer_id
        AND later.item = OLD.item AND later.field = OLD.field AND later.revision > OLD.revision
    ) THEN
        RAISE EXCEPTION 'nobody has written there since' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER editors_are_kept BEFORE UPDATE OR DELETE ON {EDITOR}
    FOR EACH ROW EXECUTE FUNCTION keep_editors();
CREATE TRIGGER editors_are_never_emptied BEFORE TRUNCATE ON {EDITOR}
    FOR EACH STATEMENT EXECUTE FUNCTION keep_editors();
"""
UNDO_KEPT = f"""
DROP TRIGGER editors_are_kept ON {EDITOR};
DROP TRIGGER editors_are_never_emptied ON {EDITOR};
DROP FUNCTION keep_editors();
"""


class Migration(migrations.Migration):
    dependencies = [("requests_app", "0024_the_letter_is_bound_with_its_law")]

    operations = [
        migrations.AlterModelOptions("requesteditor", {"ordering": ["pk"]}),
        migrations.RemoveConstraint("requesteditor", "request_editor_once"),
        migrations.AddField(
            "requesteditor", "section", models.SlugField(blank=True, default="", max_length=40)
        ),
        migrations.AddField(
            "requesteditor", "item", models.CharField(blank=True, default="", max_length=40)
        ),
        migrations.AddField(
            "requesteditor", "field", models.CharField(blank=True, default="", max_length=220)
        ),
        *(
            migrations.AddField(
                "requesteditor",
                name,
                models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder, null=True),
            )
            for name in ("found", "put")
        ),
        migrations.AddField("requesteditor", "revision", models.PositiveIntegerField(default=0)),
        migrations.AddField("requesteditor", "stands", models.BooleanField(default=True)),
        migrations.AddIndex(
            "requesteditor", models.Index(fields=["request", "item", "field"], name="editor_place")
        ),
        migrations.AddIndex(
            "requesteditor",
            models.Index(
                condition=models.Q(("stands", True)), fields=["request", "officer"], name="editor_standing"
            ),
        ),
        migrations.AddIndex("requesteditor", models.Index(fields=["officer", "request"], name="edited_by")),
        migrations.AlterField(
            "review",
            "decision",
            models.CharField(
                choices=[
                    ("returned", "Returned"),
                    ("approved", "Approved"),
                    ("reopened", "Approval withdrawn"),
                    ("withdrawn", "Request withdrawn"),
                ],
                max_length=10,
            ),
        ),
        migrations.RunSQL(four_eyes("AND stands"), four_eyes("")),
        migrations.RunSQL(KEPT, UNDO_KEPT),
    ]

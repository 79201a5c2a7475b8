"""Submissions, reviews and documents keep what a letter takes from the law; older rows say that they do not."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

KEEP = """
CREATE FUNCTION keep_what_was_submitted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a letter that was submitted is never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER submitted_letter_is_kept BEFORE UPDATE ON requests_app_submission
    FOR EACH ROW EXECUTE FUNCTION keep_what_was_submitted();
"""
UNDO_KEEP = """
DROP TRIGGER submitted_letter_is_kept ON requests_app_submission;
DROP FUNCTION keep_what_was_submitted();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("requests_app", "0023_doors_of_accounts_units_and_cases"),
    ]

    operations = [
        migrations.CreateModel(
            name="Submission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("snapshot", models.JSONField()),
                ("snapshot_digest", models.CharField(max_length=64)),
                ("setting", models.JSONField(null=True)),
                ("setting_digest", models.CharField(blank=True, default="", max_length=64)),
                ("template_digest", models.CharField(blank=True, default="", max_length=64)),
                ("bound_digest", models.CharField(blank=True, default="", max_length=64)),
                ("revision", models.PositiveIntegerField()),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="rendereddocument",
            name="document_once",
        ),
        migrations.AddField(
            model_name="rendereddocument",
            name="bound_digest",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.AddField(
            model_name="rendereddocument",
            name="setting",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="rendereddocument",
            name="setting_digest",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.AddField(
            model_name="review",
            name="bound_digest",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.AddField(
            model_name="review",
            name="setting",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="review",
            name="setting_digest",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.AddField(
            model_name="review",
            name="template_digest",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.AlterField(
            model_name="rendereddocument",
            name="template_digest",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.AddConstraint(
            model_name="rendereddocument",
            constraint=models.UniqueConstraint(
                condition=models.Q(("bound_digest", ""), _negated=True),
                fields=("request", "bound_digest", "face", "draft"),
                name="document_once",
            ),
        ),
        migrations.AddField(
            model_name="submission",
            name="officer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="submission",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="submissions",
                to="requests_app.mlarequest",
            ),
        ),
        migrations.RunSQL(KEEP, UNDO_KEEP),
    ]

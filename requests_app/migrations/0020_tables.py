"""The people, their cases and requests: every table as it stands at the end of the chain 0001 to 0022.

This file and the two after it replace that chain. Their numbers end where it ended, so that migrations go on
with 0023, and a migration that depends on the last of the chain finds what replaces it.
"""

import django.contrib.auth.models
import django.contrib.auth.validators
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import requests_app.models.officer


class Migration(migrations.Migration):
    replaces = [
        ("requests_app", "0001_initial"),
        ("requests_app", "0003_case_reference_as_long_as_the_answer"),
        ("requests_app", "0004_undertakings_one_by_one"),
        ("requests_app", "0005_decisions"),
        ("requests_app", "0007_words_are_kept"),
        ("requests_app", "0008_measure_links"),
        ("requests_app", "0009_letters_about_earlier_requests"),
        ("requests_app", "0010_intake"),
        ("requests_app", "0011_check_run_names_its_law"),
        ("requests_app", "0012_steps_contacts_and_identities"),
        ("requests_app", "0013_renditions"),
        ("requests_app", "0014_chains_and_clock"),
        ("requests_app", "0016_providers_and_consents"),
        ("requests_app", "0017_words"),
        ("requests_app", "0019_emergency_reminders_and_marks"),
        ("requests_app", "0020_annex_files"),
        ("requests_app", "0021_rows_are_taken_by_a_worker"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Register",
            fields=[
                ("year", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("last", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Unit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(unique=True)),
                ("name", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["code"],
            },
        ),
        migrations.CreateModel(
            name="Case",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reference", models.CharField(max_length=500)),
                ("title", models.CharField(max_length=500)),
                ("restricted", models.BooleanField(default=False)),
                ("opened_at", models.DateTimeField(auto_now_add=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="requests_app.unit",
                    ),
                ),
            ],
            options={
                "ordering": ["reference"],
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "reference"), name="case_reference_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Officer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined"),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("drafter", "Drafter"),
                            ("supervisor", "Supervisor"),
                            ("administrator", "Administrator"),
                            ("auditor", "Auditor"),
                        ],
                        default="drafter",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("is_demo", models.BooleanField(default=False)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="officers",
                        to="requests_app.unit",
                    ),
                ),
                (
                    "reminder_days",
                    models.JSONField(blank=True, default=requests_app.models.officer.reminder_days),
                ),
            ],
            options={
                "ordering": ["username"],
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="AuditEvent",
            fields=[
                ("seq", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("actor_name", models.CharField(max_length=150)),
                ("verb", models.CharField(max_length=40)),
                ("reference", models.CharField(blank=True, db_index=True, max_length=80)),
                ("detail", models.JSONField(default=dict)),
                ("previous", models.CharField(max_length=64, unique=True)),
                ("digest", models.CharField(max_length=64, unique=True)),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="audit_events",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["seq"],
            },
        ),
        migrations.CreateModel(
            name="MLARequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "computer_related",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No")],
                        default="",
                        max_length=3,
                        verbose_name="Is the offence about computer systems or data?",
                    ),
                ),
                (
                    "electronic_evidence",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No")],
                        default="",
                        max_length=3,
                        verbose_name="Is the evidence in electronic form?",
                    ),
                ),
                (
                    "transnational",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No")],
                        default="",
                        max_length=3,
                        verbose_name="Are there grounds to suspect that the offence crosses borders?",
                    ),
                ),
                (
                    "organised_group",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No")],
                        default="",
                        max_length=3,
                        verbose_name="Are there grounds to suspect an organised criminal group?",
                    ),
                ),
                (
                    "scope_statement",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="What brings the case within the instrument",
                    ),
                ),
                (
                    "requesting_office",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Office"),
                ),
                (
                    "requesting_name",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Person in charge"
                    ),
                ),
                (
                    "requesting_function",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Function"),
                ),
                (
                    "requesting_address",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="Postal address"
                    ),
                ),
                (
                    "requesting_email",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="E-mail"),
                ),
                (
                    "requesting_phone",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Telephone"),
                ),
                (
                    "requesting_hours",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Office hours"),
                ),
                (
                    "requesting_zone",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Time zone"),
                ),
                (
                    "legal_power",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="Legal power to make the request",
                    ),
                ),
                (
                    "conducting_office",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Office"),
                ),
                (
                    "conducting_name",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Person in charge"
                    ),
                ),
                (
                    "conducting_function",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Function in the proceedings"
                    ),
                ),
                (
                    "conducting_address",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="Postal address"
                    ),
                ),
                (
                    "conducting_email",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="E-mail"),
                ),
                (
                    "conducting_phone",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Telephone"),
                ),
                (
                    "conducting_hours",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Office hours"),
                ),
                (
                    "conducting_zone",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Time zone"),
                ),
                (
                    "prosecutor_or_court",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Prosecution office or court"
                    ),
                ),
                (
                    "case_reference",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Case number"),
                ),
                (
                    "operation",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Name of the operation"
                    ),
                ),
                (
                    "nature",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="Subject matter and nature of the case",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("inquiry", "Inquiry"),
                            ("investigation", "Investigation"),
                            ("charged", "Charged"),
                            ("trial", "Trial"),
                            ("appeal", "Appeal"),
                            ("execution", "Execution of a judgment"),
                        ],
                        default="",
                        max_length=30,
                        verbose_name="Stage of the proceedings",
                    ),
                ),
                ("court", models.CharField(blank=True, default="", max_length=500, verbose_name="Court")),
                ("next_date", models.DateField(blank=True, null=True, verbose_name="Next date in court")),
                (
                    "request_status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("new", "New request"),
                            ("follow_up", "Follow-up to an earlier request"),
                            ("supplementary", "Supplement to an earlier request"),
                            ("extension", "Extension of a preservation"),
                            ("reminder", "Reminder of an earlier request"),
                            ("withdrawal", "Withdrawal of an earlier request"),
                        ],
                        default="new",
                        max_length=30,
                        verbose_name="Kind of letter",
                    ),
                ),
                (
                    "prior_requests",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="Other requests and contacts",
                    ),
                ),
                (
                    "purpose",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="What the material will be used for",
                    ),
                ),
                (
                    "necessity",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="Why the measures are needed and proportionate",
                    ),
                ),
                (
                    "follow_up_intended",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No")],
                        default="",
                        max_length=3,
                        verbose_name="Will a request to disclose the same data follow?",
                    ),
                ),
                (
                    "follow_up_on",
                    models.DateField(blank=True, null=True, verbose_name="Expected date of that request"),
                ),
                (
                    "preservation_reference",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Reference of the preservation"
                    ),
                ),
                (
                    "preservation_authority",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="Authority that preserved the data",
                    ),
                ),
                (
                    "preservation_provider",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="Provider that preserved the data",
                    ),
                ),
                (
                    "preserved_on",
                    models.DateField(blank=True, null=True, verbose_name="Date of the preservation"),
                ),
                (
                    "preservation_expires_on",
                    models.DateField(blank=True, null=True, verbose_name="Preserved until"),
                ),
                (
                    "special_procedure",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="Procedure to be followed"
                    ),
                ),
                (
                    "special_procedure_reason",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="Why that procedure is needed",
                    ),
                ),
                (
                    "domestic_order",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="Order at home, or statement that the measure would be lawful at home",
                    ),
                ),
                (
                    "presence",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="Officials who wish to attend",
                    ),
                ),
                (
                    "use_undertaking",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="Limits on the use of the material",
                    ),
                ),
                (
                    "reciprocity",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="Assurance of reciprocity"
                    ),
                ),
                (
                    "costs",
                    models.TextField(blank=True, default="", max_length=200000, verbose_name="Costs"),
                ),
                (
                    "other",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="Anything else that helps execution",
                    ),
                ),
                (
                    "classification",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("restricted", "Restricted"),
                            ("confidential", "Confidential"),
                            ("secret", "Secret"),
                        ],
                        default="",
                        max_length=30,
                        verbose_name="Classification",
                    ),
                ),
                (
                    "confidentiality_wanted",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No")],
                        default="",
                        max_length=3,
                        verbose_name="Should the requested State keep the request confidential?",
                    ),
                ),
                (
                    "confidentiality_reason",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="Why, and what happens if it becomes known",
                    ),
                ),
                (
                    "no_notification",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No")],
                        default="",
                        max_length=3,
                        verbose_name="Should the account holder or customer not be told?",
                    ),
                ),
                (
                    "urgency_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("normal", "Not urgent"),
                            ("urgent", "Urgent"),
                            ("emergency", "Emergency: a life is in danger"),
                        ],
                        default="",
                        max_length=30,
                        verbose_name="Urgency",
                    ),
                ),
                (
                    "urgency_category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("danger_to_life", "Danger to life or limb"),
                            ("custody", "A person is in custody"),
                            ("loss_of_data", "Data are about to be lost"),
                            ("hearing", "A hearing is near"),
                            ("limitation", "The offence is about to become time-barred"),
                            ("other", "Another reason"),
                        ],
                        default="",
                        max_length=30,
                        verbose_name="Reason for urgency",
                    ),
                ),
                (
                    "urgency_reason",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="Facts that make it urgent"
                    ),
                ),
                ("deadline", models.DateField(blank=True, null=True, verbose_name="Wanted by")),
                (
                    "deadline_reason",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="Why that date"
                    ),
                ),
                (
                    "route",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("central_authority", "Between central authorities"),
                            ("diplomatic", "Diplomatic channel"),
                            ("contact_24_7", "24/7 contact points"),
                            ("interpol", "Interpol"),
                            ("direct", "Directly between judicial authorities"),
                        ],
                        default="",
                        max_length=30,
                        verbose_name="Channel",
                    ),
                ),
                (
                    "addressee",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Addressee"),
                ),
                (
                    "addressee_address",
                    models.TextField(blank=True, default="", max_length=200000, verbose_name="Address"),
                ),
                ("via", models.CharField(blank=True, default="", max_length=500, verbose_name="Through")),
                (
                    "means",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("post", "Post"),
                            ("email", "Secured e-mail"),
                            ("secure_platform", "Secure platform"),
                            ("bag", "Diplomatic bag"),
                            ("courier", "Courier"),
                        ],
                        default="",
                        max_length=30,
                        verbose_name="Means of transmission",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Language of the letter"
                    ),
                ),
                (
                    "translation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_needed", "Not needed"),
                            ("attached", "Attached"),
                            ("to_follow", "To follow"),
                        ],
                        default="",
                        max_length=30,
                        verbose_name="Translation",
                    ),
                ),
                (
                    "reply_office",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Office"),
                ),
                (
                    "reply_name",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Person"),
                ),
                (
                    "reply_function",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Function"),
                ),
                (
                    "reply_address",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="Postal address"
                    ),
                ),
                (
                    "reply_email",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="E-mail"),
                ),
                (
                    "reply_phone",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Telephone"),
                ),
                (
                    "reply_hours",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Office hours"),
                ),
                (
                    "reply_zone",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Time zone"),
                ),
                (
                    "confirmation_office",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Office"),
                ),
                (
                    "confirmation_name",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Person"),
                ),
                (
                    "confirmation_function",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Function"),
                ),
                (
                    "confirmation_address",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="Postal address"
                    ),
                ),
                (
                    "confirmation_email",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="E-mail"),
                ),
                (
                    "confirmation_phone",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Telephone"),
                ),
                (
                    "confirmation_hours",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Office hours"),
                ),
                (
                    "confirmation_zone",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Time zone"),
                ),
                (
                    "signatory_name",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Signed by"),
                ),
                (
                    "signatory_function",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Function"),
                ),
                (
                    "signature_place",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Place"),
                ),
                (
                    "signature_date",
                    models.DateField(blank=True, null=True, verbose_name="Date of the request"),
                ),
                ("reference", models.CharField(max_length=40, unique=True)),
                ("title", models.CharField(blank=True, default="", max_length=500, verbose_name="Title")),
                ("requesting", models.CharField(max_length=3)),
                (
                    "requested",
                    models.CharField(blank=True, default="", max_length=3, verbose_name="Requested State"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("in_review", "In review"),
                            ("approved", "Approved"),
                            ("signed", "Signed"),
                            ("sent", "Sent"),
                            ("acknowledged", "Acknowledged"),
                            ("information_sought", "Information sought"),
                            ("executed", "Executed"),
                            ("partly_executed", "Partly executed"),
                            ("refused", "Refused"),
                            ("withdrawn", "Withdrawn"),
                            ("closed", "Closed"),
                        ],
                        default="draft",
                        max_length=20,
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=0)),
                ("section_revisions", models.JSONField(blank=True, default=dict)),
                ("submitted_digest", models.CharField(blank=True, default="", max_length=64)),
                ("approved_digest", models.CharField(blank=True, default="", max_length=64)),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                ("creation_token", models.UUIDField(blank=True, null=True, unique=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approved",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="authored",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to="requests_app.case",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="requests_app.mlarequest",
                    ),
                ),
                (
                    "data_protection",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="Protection of personal data",
                    ),
                ),
                (
                    "death_penalty_assurance",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="Assurance on the death penalty",
                    ),
                ),
                (
                    "return_undertaking",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="Return of originals and objects",
                    ),
                ),
                (
                    "earlier_authority",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Authority that received it"
                    ),
                ),
                (
                    "earlier_note",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="What this letter has to say about it",
                    ),
                ),
                (
                    "earlier_on",
                    models.DateField(blank=True, null=True, verbose_name="Date of the earlier request"),
                ),
                (
                    "earlier_reference",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="Reference of the earlier request",
                    ),
                ),
                (
                    "earlier_theirs",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="Reference that the requested State gave it",
                    ),
                ),
                (
                    "no_notification_reason",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="Why they should not be told, and until when",
                    ),
                ),
                (
                    "working_language",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Language you write in"
                    ),
                ),
                (
                    "acknowledged_on",
                    models.DateField(blank=True, null=True, verbose_name="Acknowledged on"),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="To be sent by")),
                ("is_emergency", models.BooleanField(default=False)),
                (
                    "lead",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="What led to this request"
                    ),
                ),
                (
                    "their_reference",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Their reference"
                    ),
                ),
            ],
            options={
                "ordering": ["-updated_at", "-pk"],
                "indexes": [
                    models.Index(fields=["-updated_at", "-id"], name="request_newest"),
                    models.Index(fields=["state", "submitted_at"], name="request_queue"),
                    models.Index(fields=["case", "state"], include=("id",), name="request_of_case"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by__isnull", True),
                            models.Q(("approved_by", models.F("author")), _negated=True),
                            _connector="OR",
                        ),
                        name="author_never_approves",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "state__in",
                                    ["approved", "signed", "sent", "acknowledged", "information_sought"],
                                ),
                                _negated=True,
                            ),
                            models.Q(
                                models.Q(("approved_digest", ""), _negated=True),
                                ("approved_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="approved_request_names_its_digest",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(editable=False, max_length=40)),
                ("position", models.PositiveIntegerField(default=0)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("creation_token", models.UUIDField(blank=True, editable=False, null=True)),
                ("kind", models.SlugField(max_length=60, verbose_name="Kind of assistance")),
                (
                    "basis",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Article it rests on"
                    ),
                ),
                (
                    "description",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="What the requested State is asked to do",
                    ),
                ),
                (
                    "reason",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="Why this measure is needed"
                    ),
                ),
                (
                    "categories",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Data or documents wanted"
                    ),
                ),
                (
                    "holder",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Who holds them"),
                ),
                ("start", models.DateField(blank=True, null=True, verbose_name="From")),
                ("end", models.DateField(blank=True, null=True, verbose_name="To")),
                (
                    "form_of_evidence",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Form of the evidence"
                    ),
                ),
                ("particulars", models.JSONField(blank=True, default=dict)),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_set",
                        to="requests_app.mlarequest",
                    ),
                ),
                ("facts", models.JSONField(blank=True, default=list, verbose_name="Facts it rests on")),
                (
                    "offences",
                    models.JSONField(blank=True, default=list, verbose_name="Offences it bears on"),
                ),
                (
                    "procedure",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="Procedure for this measure"
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("request", "key"), name="measure_key_once"),
                    models.UniqueConstraint(
                        fields=("request", "creation_token"), name="measure_added_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalBasis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("instrument", models.SlugField(max_length=80)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("main", "Main basis"),
                            ("additional", "Additional basis"),
                            ("fallback", "Fall-back"),
                        ],
                        default="main",
                        max_length=12,
                    ),
                ),
                ("articles", models.CharField(blank=True, default="", max_length=500)),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bases",
                        to="requests_app.mlarequest",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("request", "instrument"), name="basis_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("role", "main")), fields=("request",), name="one_main_basis"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FieldAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("draft_field", models.SlugField(max_length=60)),
                (
                    "kind",
                    models.CharField(
                        choices=[("unknown", "Not known, because"), ("applicable", "Does this apply?")],
                        max_length=12,
                    ),
                ),
                ("value", models.TextField(max_length=5000)),
                ("at", models.DateTimeField(auto_now=True)),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="field_answers",
                        to="requests_app.mlarequest",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("request", "draft_field", "kind"), name="field_answer_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Fact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(editable=False, max_length=40)),
                ("position", models.PositiveIntegerField(default=0)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("creation_token", models.UUIDField(blank=True, editable=False, null=True)),
                (
                    "text",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="What happened"
                    ),
                ),
                ("on", models.DateField(blank=True, null=True, verbose_name="Date")),
                ("until", models.DateField(blank=True, null=True, verbose_name="Until")),
                ("place", models.CharField(blank=True, default="", max_length=500, verbose_name="Place")),
                (
                    "learned",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="How this is known"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_set",
                        to="requests_app.mlarequest",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("request", "key"), name="fact_key_once"),
                    models.UniqueConstraint(fields=("request", "creation_token"), name="fact_added_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DataItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(editable=False, max_length=40)),
                ("position", models.PositiveIntegerField(default=0)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("creation_token", models.UUIDField(blank=True, editable=False, null=True)),
                (
                    "type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("email", "E-mail account"),
                            ("account", "User account"),
                            ("phone", "Telephone number"),
                            ("ip", "IP address"),
                            ("url", "Web address"),
                            ("domain", "Domain name"),
                            ("device", "Device"),
                            ("bank_account", "Bank account"),
                            ("card", "Payment card"),
                            ("wallet", "Virtual-asset address"),
                            ("message", "Message id"),
                            ("file_hash", "Hash of a file"),
                            ("other", "Other"),
                        ],
                        default="",
                        max_length=30,
                        verbose_name="Kind of identifier",
                    ),
                ),
                (
                    "identifier",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Identifier"),
                ),
                (
                    "port",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(65535),
                        ],
                        verbose_name="Source port",
                    ),
                ),
                ("start", models.CharField(blank=True, default="", max_length=19, verbose_name="From")),
                ("end", models.CharField(blank=True, default="", max_length=19, verbose_name="To")),
                (
                    "zone",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Time zone of the log"
                    ),
                ),
                (
                    "provider",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Provider that holds the data"
                    ),
                ),
                (
                    "provider_state",
                    models.CharField(
                        blank=True, default="", max_length=3, verbose_name="State of the provider"
                    ),
                ),
                (
                    "location_basis",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="Why the data are believed to be there",
                    ),
                ),
                (
                    "relevance",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="How the data bear on the offence",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="Where the identifier comes from",
                    ),
                ),
                ("facts", models.JSONField(blank=True, default=list, verbose_name="Facts it rests on")),
                (
                    "offences",
                    models.JSONField(blank=True, default=list, verbose_name="Offences it bears on"),
                ),
                (
                    "measures",
                    models.JSONField(blank=True, default=list, verbose_name="Measures that concern it"),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_set",
                        to="requests_app.mlarequest",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("request", "key"), name="dataitem_key_once"),
                    models.UniqueConstraint(
                        fields=("request", "creation_token"), name="dataitem_added_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CheckRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("queued", "Waiting"),
                            ("running", "In progress"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                        ],
                        default="queued",
                        max_length=10,
                    ),
                ),
                ("urgent", models.BooleanField(default=False)),
                ("fence", models.PositiveIntegerField(default=0)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("lease_until", models.DateTimeField(blank=True, null=True)),
                ("failure", models.CharField(blank=True, default="", max_length=300)),
                ("ordered_at", models.DateTimeField(auto_now_add=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("revision", models.PositiveIntegerField()),
                (
                    "gate",
                    models.CharField(
                        choices=[
                            ("save", "Save"),
                            ("submit", "Submit"),
                            ("approve", "Approve"),
                            ("send", "Send"),
                        ],
                        default="save",
                        max_length=10,
                    ),
                ),
                ("snapshot_digest", models.CharField(blank=True, default="", max_length=64)),
                ("rules_digest", models.CharField(blank=True, default="", max_length=64)),
                ("findings", models.JSONField(blank=True, default=list)),
                ("summary", models.JSONField(blank=True, default=dict)),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="check_runs",
                        to="requests_app.mlarequest",
                    ),
                ),
                ("before_law", models.JSONField(blank=True, null=True)),
                ("settled", models.JSONField(blank=True, default=list)),
                ("law", models.CharField(blank=True, default="", max_length=30)),
            ],
            options={
                "ordering": ["-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("status__in", ["queued", "running"])),
                        fields=["-urgent", "ordered_at"],
                        name="check_run_due",
                    ),
                    models.Index(
                        condition=models.Q(("before_law__isnull", False)),
                        fields=["request"],
                        name="check_run_law_changed",
                    ),
                    models.Index(
                        condition=models.Q(("findings__contains", [{"section": "law"}])),
                        fields=["request"],
                        name="check_run_not_evaluated",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("gate", "save")),
                        fields=("request", "revision"),
                        name="check_after_save_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Annex",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(editable=False, max_length=40)),
                ("position", models.PositiveIntegerField(default=0)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("creation_token", models.UUIDField(blank=True, editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("law_text", "Text of the law"),
                            ("order", "Order of a court or prosecutor"),
                            ("certificate", "Certificate"),
                            ("identity", "Particulars of a person"),
                            ("schedule", "Schedule of data"),
                            ("translation", "Translation"),
                            ("evidence", "Evidence"),
                            ("other", "Other"),
                        ],
                        default="",
                        max_length=30,
                        verbose_name="Kind",
                    ),
                ),
                ("title", models.CharField(blank=True, default="", max_length=500, verbose_name="Title")),
                (
                    "language",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Language"),
                ),
                ("pages", models.PositiveIntegerField(blank=True, null=True, verbose_name="Pages")),
                ("sha256", models.CharField(blank=True, default="", editable=False, max_length=64)),
                ("stored_as", models.UUIDField(blank=True, editable=False, null=True)),
                ("size", models.PositiveBigIntegerField(blank=True, editable=False, null=True)),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_set",
                        to="requests_app.mlarequest",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("request", "key"), name="annex_key_once"),
                    models.UniqueConstraint(fields=("request", "creation_token"), name="annex_added_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Offence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(editable=False, max_length=40)),
                ("position", models.PositiveIntegerField(default=0)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("creation_token", models.UUIDField(blank=True, editable=False, null=True)),
                ("title", models.CharField(blank=True, default="", max_length=500, verbose_name="Offence")),
                (
                    "provision",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Provision"),
                ),
                (
                    "max_years",
                    models.FloatField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(200),
                        ],
                        verbose_name="Maximum penalty in years",
                    ),
                ),
                ("life", models.BooleanField(default=False, verbose_name="Imprisonment for life")),
                (
                    "penalty",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Penalty in words"
                    ),
                ),
                (
                    "limitation",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Limitation in words"
                    ),
                ),
                (
                    "conduct",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="The conduct in plain words"
                    ),
                ),
                (
                    "law_text",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="Text of the provision"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_set",
                        to="requests_app.mlarequest",
                    ),
                ),
                ("limitation_on", models.DateField(blank=True, null=True, verbose_name="Time-barred on")),
            ],
            options={
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("request", "key"), name="offence_key_once"),
                    models.UniqueConstraint(
                        fields=("request", "creation_token"), name="offence_added_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(editable=False, max_length=40)),
                ("position", models.PositiveIntegerField(default=0)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("creation_token", models.UUIDField(blank=True, editable=False, null=True)),
                (
                    "nature",
                    models.CharField(
                        blank=True,
                        choices=[("natural", "A person"), ("legal", "A company or other body")],
                        default="natural",
                        max_length=30,
                        verbose_name="Who",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("suspect", "Suspect"),
                            ("accused", "Accused"),
                            ("convicted", "Convicted person"),
                            ("victim", "Victim"),
                            ("witness", "Witness"),
                            ("expert", "Expert"),
                            ("holder", "Holder of evidence"),
                            ("other", "Other"),
                        ],
                        default="",
                        max_length=30,
                        verbose_name="Role in the case",
                    ),
                ),
                (
                    "family_name",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="Family name, or name of the body",
                    ),
                ),
                (
                    "given_names",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Given names"),
                ),
                (
                    "original_script",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Name in the original script"
                    ),
                ),
                (
                    "aliases",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Other names"),
                ),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[("female", "Female"), ("male", "Male"), ("other", "Other or not stated")],
                        default="",
                        max_length=30,
                        verbose_name="Sex",
                    ),
                ),
                (
                    "birth_date",
                    models.DateField(
                        blank=True, null=True, verbose_name="Date of birth, or of registration"
                    ),
                ),
                (
                    "birth_place",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="Place of birth, or of registration",
                    ),
                ),
                (
                    "nationality",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Nationality"),
                ),
                (
                    "document",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Identity document"
                    ),
                ),
                (
                    "parents",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Names of the parents"
                    ),
                ),
                (
                    "address",
                    models.TextField(blank=True, default="", max_length=200000, verbose_name="Address"),
                ),
                (
                    "location",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="Where the person is believed to be",
                    ),
                ),
                (
                    "link",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="Part in the case"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_set",
                        to="requests_app.mlarequest",
                    ),
                ),
                (
                    "custody",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("free", "At liberty"),
                            ("detained", "Detained before judgment"),
                            ("serving", "Serving a sentence"),
                            ("wanted", "At large and wanted"),
                            ("not_known", "Not known"),
                        ],
                        default="",
                        max_length=30,
                        verbose_name="Custody",
                    ),
                ),
                (
                    "custody_place",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="Place of custody, and since when",
                    ),
                ),
                (
                    "further_nationalities",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Other nationalities"
                    ),
                ),
                (
                    "registered_office",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="Registered office"
                    ),
                ),
                (
                    "registration_number",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="Registration number, and the register",
                    ),
                ),
                (
                    "representatives",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="Who represents it"
                    ),
                ),
                (
                    "transliteration",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="Spelling in Latin letters follows",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("request", "key"), name="person_key_once"),
                    models.UniqueConstraint(fields=("request", "creation_token"), name="person_added_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="RenderedDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("queued", "Waiting"),
                            ("running", "In progress"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                        ],
                        default="queued",
                        max_length=10,
                    ),
                ),
                ("urgent", models.BooleanField(default=False)),
                ("fence", models.PositiveIntegerField(default=0)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("lease_until", models.DateTimeField(blank=True, null=True)),
                ("failure", models.CharField(blank=True, default="", max_length=300)),
                ("ordered_at", models.DateTimeField(auto_now_add=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("face", models.CharField(choices=[("pdf", "PDF")], default="pdf", max_length=10)),
                ("draft", models.BooleanField(default=False)),
                ("snapshot", models.JSONField()),
                ("snapshot_digest", models.CharField(max_length=64)),
                ("template_digest", models.CharField(max_length=64)),
                ("revision", models.PositiveIntegerField()),
                ("audit_head", models.CharField(blank=True, default="", max_length=90)),
                ("stored_as", models.UUIDField(blank=True, null=True)),
                ("sha256", models.CharField(blank=True, default="", max_length=64)),
                ("size", models.PositiveBigIntegerField(blank=True, null=True)),
                ("pages", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "ordered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="requests_app.mlarequest",
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("status__in", ["queued", "running"])),
                        fields=["-urgent", "ordered_at"],
                        name="document_due",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("request", "snapshot_digest", "template_digest", "face", "draft"),
                        name="document_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RequestEditor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="editors",
                        to="requests_app.mlarequest",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("request", "officer"), name="request_editor_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        choices=[("returned", "Returned"), ("approved", "Approved")], max_length=10
                    ),
                ),
                ("reason", models.TextField(blank=True, default="", max_length=20000)),
                ("snapshot", models.JSONField()),
                ("snapshot_digest", models.CharField(max_length=64)),
                ("revision", models.PositiveIntegerField()),
                ("decided_at", models.DateTimeField(auto_now_add=True)),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reviews",
                        to="requests_app.mlarequest",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Transmission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "route",
                    models.CharField(
                        choices=[
                            ("central_authority", "Between central authorities"),
                            ("diplomatic", "Diplomatic channel"),
                            ("contact_24_7", "24/7 contact points"),
                            ("interpol", "Interpol"),
                            ("direct", "Directly between judicial authorities"),
                        ],
                        max_length=30,
                        verbose_name="Channel",
                    ),
                ),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("post", "Post"),
                            ("email", "Secured e-mail"),
                            ("secure_platform", "Secure platform"),
                            ("bag", "Diplomatic bag"),
                            ("courier", "Courier"),
                        ],
                        max_length=30,
                        verbose_name="Means of transmission",
                    ),
                ),
                ("recipient", models.CharField(max_length=500, verbose_name="Recipient")),
                ("sent_on", models.DateField(verbose_name="Sent on")),
                (
                    "receipt",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Receipt or tracking number"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("audit_head", models.CharField(blank=True, default="", max_length=90)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transmissions",
                        to="requests_app.rendereddocument",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="transmission",
                        to="requests_app.mlarequest",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CaseMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.CharField(max_length=300)),
                ("granted_at", models.DateTimeField(auto_now_add=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="requests_app.case",
                    ),
                ),
                (
                    "granted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("case", "officer"), name="case_member_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("dismissal", "Dismissed"), ("waiver", "Waived")], max_length=10
                    ),
                ),
                ("line", models.CharField(max_length=64)),
                ("rule", models.CharField(max_length=200)),
                ("section", models.CharField(max_length=60)),
                ("field", models.CharField(blank=True, default="", max_length=80)),
                ("item", models.CharField(blank=True, default="", max_length=40)),
                ("message", models.TextField()),
                ("text_digest", models.CharField(max_length=64)),
                ("rules_digest", models.CharField(max_length=64)),
                ("reason", models.TextField(max_length=2000)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="requests_app.mlarequest",
                    ),
                ),
                (
                    "taken_back_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_back_at", None)),
                        fields=("request", "kind", "line", "text_digest", "rules_digest"),
                        name="decision_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="decision_has_a_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("taken_back_at", None), ("taken_back_by", None)),
                            models.Q(("taken_back_at__isnull", False), ("taken_back_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="decision_taken_back_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PendingValue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("section", models.SlugField(max_length=40)),
                ("item", models.CharField(blank=True, default="", max_length=40)),
                ("field", models.CharField(max_length=80)),
                ("text", models.TextField()),
                ("at", models.DateTimeField(auto_now=True)),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pending_values",
                        to="requests_app.mlarequest",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("request", "section", "item", "field"), name="pending_value_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Presence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("section", models.SlugField(blank=True, default="", max_length=40)),
                ("seen_at", models.DateTimeField()),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presences",
                        to="requests_app.mlarequest",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("request", "officer"), name="presence_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("section", models.SlugField(max_length=40)),
                ("item", models.CharField(blank=True, default="", max_length=40)),
                ("revision", models.PositiveIntegerField()),
                ("began_at", models.DateTimeField()),
                ("at", models.DateTimeField()),
                ("values", models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ("fields", models.JSONField(default=list)),
                ("removed", models.BooleanField(default=False)),
                (
                    "officer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="requests_app.mlarequest",
                    ),
                ),
                ("page", models.CharField(blank=True, default="", max_length=40)),
            ],
            options={
                "ordering": ["-pk"],
                "indexes": [
                    models.Index(fields=["request", "section", "item", "-id"], name="version_newest")
                ],
            },
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(editable=False, max_length=40)),
                ("position", models.PositiveIntegerField(default=0)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("creation_token", models.UUIDField(blank=True, editable=False, null=True)),
                (
                    "number",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Its number in their letter"
                    ),
                ),
                (
                    "question",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="What they ask"
                    ),
                ),
                (
                    "answer",
                    models.TextField(blank=True, default="", max_length=200000, verbose_name="Answer"),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_set",
                        to="requests_app.mlarequest",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("request", "key"), name="reply_key_once"),
                    models.UniqueConstraint(fields=("request", "creation_token"), name="reply_added_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Intake",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("queued", "Waiting"),
                            ("running", "In progress"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                        ],
                        default="queued",
                        max_length=10,
                    ),
                ),
                ("urgent", models.BooleanField(default=False)),
                ("fence", models.PositiveIntegerField(default=0)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("lease_until", models.DateTimeField(blank=True, null=True)),
                ("failure", models.CharField(blank=True, default="", max_length=300)),
                ("ordered_at", models.DateTimeField(auto_now_add=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("token", models.UUIDField(blank=True, null=True)),
                ("text", models.TextField()),
                ("encoding", models.CharField(blank=True, default="", max_length=20)),
                ("assumptions", models.JSONField(blank=True, default=dict)),
                ("asks", models.JSONField(blank=True, default=dict)),
                ("settled_by", models.PositiveIntegerField(default=0)),
                ("columns", models.JSONField(blank=True, default=list)),
                ("lines", models.PositiveIntegerField(default=0)),
                ("read", models.PositiveIntegerField(default=0)),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="intakes",
                        to="requests_app.mlarequest",
                    ),
                ),
                ("refused", models.CharField(blank=True, default="", max_length=300)),
                ("take", models.JSONField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("status__in", ["queued", "running"])),
                        fields=["-urgent", "ordered_at"],
                        name="intake_due",
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("request", "token"), name="intake_once")],
            },
        ),
        migrations.CreateModel(
            name="StagedRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("line", models.PositiveIntegerField()),
                ("original", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("good", "Good"),
                            ("look", "To look at"),
                            ("bad", "To mend"),
                            ("no_data", "No data"),
                            ("aside", "Set aside"),
                            ("taken", "Taken"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("email", "E-mail account"),
                            ("account", "User account"),
                            ("phone", "Telephone number"),
                            ("ip", "IP address"),
                            ("url", "Web address"),
                            ("domain", "Domain name"),
                            ("device", "Device"),
                            ("bank_account", "Bank account"),
                            ("card", "Payment card"),
                            ("wallet", "Virtual-asset address"),
                            ("message", "Message id"),
                            ("file_hash", "Hash of a file"),
                            ("other", "Other"),
                        ],
                        default="",
                        max_length=30,
                        verbose_name="Kind of identifier",
                    ),
                ),
                (
                    "identifier",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Identifier"),
                ),
                (
                    "port",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(65535),
                        ],
                        verbose_name="Source port",
                    ),
                ),
                ("start", models.CharField(blank=True, default="", max_length=19, verbose_name="From")),
                ("end", models.CharField(blank=True, default="", max_length=19, verbose_name="To")),
                (
                    "zone",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Time zone of the log"
                    ),
                ),
                (
                    "provider",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Provider that holds the data"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="Where the identifier comes from",
                    ),
                ),
                ("sure", models.CharField(default="certain", max_length=8)),
                ("read_as", models.JSONField(blank=True, default=list)),
                ("problems", models.JSONField(blank=True, default=list)),
                ("doubts", models.JSONField(blank=True, default=list)),
                ("notes", models.JSONField(blank=True, default=list)),
                ("mended", models.BooleanField(default=False)),
                ("same_as", models.CharField(blank=True, default="", max_length=32)),
                ("duplicate_of", models.CharField(blank=True, default="", max_length=60)),
                ("item", models.CharField(blank=True, default="", max_length=40)),
                (
                    "intake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="requests_app.intake",
                    ),
                ),
            ],
            options={
                "ordering": ["line"],
                "indexes": [
                    models.Index(fields=["intake", "state", "line"], name="staged_by_state"),
                    models.Index(fields=["intake", "same_as"], name="staged_same_as"),
                ],
                "constraints": [models.UniqueConstraint(fields=("intake", "line"), name="staged_row_once")],
            },
        ),
        migrations.CreateModel(
            name="PriorContact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(editable=False, max_length=40)),
                ("position", models.PositiveIntegerField(default=0)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("creation_token", models.UUIDField(blank=True, editable=False, null=True)),
                (
                    "type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("central_authority", "Central authority"),
                            ("contact_24_7", "24/7 contact point"),
                            ("police", "Police or Interpol"),
                            ("liaison", "Liaison officer or magistrate"),
                            ("provider", "Provider"),
                            ("other", "Another way"),
                        ],
                        default="",
                        max_length=30,
                        verbose_name="Way of the contact",
                    ),
                ),
                (
                    "with_whom",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="With whom"),
                ),
                ("state", models.CharField(blank=True, default="", max_length=3, verbose_name="State")),
                ("on", models.DateField(blank=True, null=True, verbose_name="Day")),
                (
                    "reference",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Reference"),
                ),
                (
                    "outcome",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="What was asked, and what came of it",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_set",
                        to="requests_app.mlarequest",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("request", "key"), name="priorcontact_key_once"),
                    models.UniqueConstraint(
                        fields=("request", "creation_token"), name="priorcontact_added_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(editable=False, max_length=40)),
                ("position", models.PositiveIntegerField(default=0)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("creation_token", models.UUIDField(blank=True, editable=False, null=True)),
                (
                    "type",
                    models.CharField(
                        blank=True,
                        choices=[("decision", "A decision"), ("hearing", "A hearing")],
                        default="decision",
                        max_length=30,
                        verbose_name="What it is",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="What was decided, or what the hearing is for",
                    ),
                ),
                (
                    "court",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Court or office"
                    ),
                ),
                ("on", models.DateField(blank=True, null=True, verbose_name="Day")),
                (
                    "time",
                    models.CharField(
                        blank=True, default="", max_length=5, verbose_name="Time of the hearing"
                    ),
                ),
                (
                    "zone",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Time zone"),
                ),
                (
                    "reference",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Reference"),
                ),
                (
                    "final",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No")],
                        default="",
                        max_length=3,
                        verbose_name="Is the decision final?",
                    ),
                ),
                (
                    "annex",
                    models.CharField(
                        blank=True, default="", max_length=40, verbose_name="Annex that holds a copy"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_set",
                        to="requests_app.mlarequest",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("request", "key"), name="step_key_once"),
                    models.UniqueConstraint(fields=("request", "creation_token"), name="step_added_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rendition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("language", models.CharField(max_length=35)),
                ("path", models.CharField(max_length=200)),
                ("text", models.TextField(max_length=200000)),
                ("working_sha256", models.CharField(max_length=64)),
                ("text_sha256", models.CharField(max_length=64)),
                (
                    "side",
                    models.CharField(
                        choices=[("working", "Working"), ("outgoing", "Outgoing")],
                        default="outgoing",
                        max_length=8,
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="renditions",
                        to="requests_app.mlarequest",
                    ),
                ),
            ],
            options={
                "ordering": ["path"],
                "constraints": [
                    models.UniqueConstraint(fields=("request", "language", "path"), name="rendition_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Confirmation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("confirmed_on", models.DateField(verbose_name="Confirmed on")),
                (
                    "their_reference",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Their reference"
                    ),
                ),
                (
                    "provider",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="Provider that preserves the data",
                    ),
                ),
                (
                    "preserved",
                    models.TextField(
                        blank=True, default="", max_length=5000, verbose_name="What was preserved"
                    ),
                ),
                (
                    "stated_until",
                    models.DateField(blank=True, null=True, verbose_name="Preserved until, as they say"),
                ),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("rule", models.CharField(blank=True, default="", max_length=500)),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("token", models.UUIDField(blank=True, editable=False, null=True, unique=True)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="confirmations",
                        to="requests_app.mlarequest",
                    ),
                ),
            ],
            options={
                "ordering": ["confirmed_on", "pk"],
                "indexes": [models.Index(fields=["ends_on"], name="confirmation_ends")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("confirmed_on")),
                            _connector="OR",
                        ),
                        name="preserved_until_a_day_after_the_confirmation",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Provider",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("legal_name", models.CharField(max_length=300, unique=True, verbose_name="Legal name")),
                (
                    "services",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Names of its services"
                    ),
                ),
                ("state", models.CharField(max_length=3, verbose_name="State")),
                (
                    "address",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="Address for process"
                    ),
                ),
                (
                    "portal",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Portal for authorities"
                    ),
                ),
                (
                    "languages",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Languages it reads"
                    ),
                ),
                (
                    "notes",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="What to know"
                    ),
                ),
                ("source", models.CharField(max_length=500, verbose_name="Source")),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="Checked on")),
                ("revision", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "ordering": ["legal_name"],
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                "consent",
                                "Lawful and voluntary consent of a person who may disclose the data",
                            ),
                            ("public", "Data that are open to the public"),
                            ("voluntary", "Disclosure by a provider of its own accord"),
                        ],
                        default="",
                        max_length=30,
                        verbose_name="Why no request is needed",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        blank=True, default="", max_length=3, verbose_name="State where the data are"
                    ),
                ),
                (
                    "data",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="Which data, and where they were found",
                    ),
                ),
                (
                    "person",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Who gave them"),
                ),
                (
                    "capacity",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="Why that person may disclose them",
                    ),
                ),
                ("given_on", models.DateField(verbose_name="Day")),
                (
                    "given_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("written", "In writing, signed"),
                            ("electronic", "Electronically"),
                            ("recorded", "Orally, recorded or before a witness"),
                        ],
                        default="",
                        max_length=30,
                        verbose_name="How the consent was given",
                    ),
                ),
                (
                    "told",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="What the person was told, and what shows that the consent is free",
                    ),
                ),
                (
                    "paper",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="Where the paper or the recording is kept",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("creation_token", models.UUIDField(blank=True, editable=False, null=True, unique=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="requests_app.case",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ProviderVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("revision", models.PositiveIntegerField()),
                ("values", models.JSONField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="requests_app.provider",
                    ),
                ),
            ],
            options={
                "ordering": ["-revision"],
                "constraints": [
                    models.UniqueConstraint(fields=("provider", "revision"), name="provider_version_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Words",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("part", models.CharField(max_length=63)),
                ("row", models.BigIntegerField()),
                ("words", django.contrib.postgres.search.SearchVectorField()),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="requests_app.mlarequest",
                    ),
                ),
            ],
            options={
                "indexes": [django.contrib.postgres.indexes.GinIndex(fields=["words"], name="words_found")],
                "constraints": [
                    models.UniqueConstraint(fields=("part", "row"), name="words_of_a_row_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="UnitProfile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("office", models.CharField(blank=True, default="", max_length=500, verbose_name="Office")),
                (
                    "address",
                    models.TextField(
                        blank=True, default="", max_length=200000, verbose_name="Postal address"
                    ),
                ),
                ("email", models.CharField(blank=True, default="", max_length=500, verbose_name="E-mail")),
                (
                    "phone",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Telephone"),
                ),
                (
                    "hours",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Office hours"),
                ),
                (
                    "zone",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Time zone"),
                ),
                (
                    "legal_power",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=200000,
                        verbose_name="Legal power to make requests",
                    ),
                ),
                (
                    "signatory_name",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Signed by"),
                ),
                (
                    "signatory_function",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="Function"),
                ),
                ("place", models.CharField(blank=True, default="", max_length=500, verbose_name="Place")),
                (
                    "language",
                    models.CharField(default="en", max_length=35, verbose_name="Language of letters"),
                ),
                (
                    "full_request_days",
                    models.PositiveSmallIntegerField(
                        default=14,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="Days until the full request is due",
                    ),
                ),
                (
                    "unit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="profile",
                        to="requests_app.unit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ends_on", models.DateField()),
                ("days", models.PositiveSmallIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[("claimed", "Being sent"), ("sent", "Sent")],
                        default="claimed",
                        max_length=10,
                    ),
                ),
                ("claimed_at", models.DateTimeField(auto_now_add=True)),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminders",
                        to="requests_app.mlarequest",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("officer", "request", "ends_on", "days"), name="reminder_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SoughtMark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mark", models.CharField(max_length=64)),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="marks",
                        to="requests_app.mlarequest",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("mark", "request"), name="sought_mark_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="AnnexFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("queued", "Waiting"),
                            ("running", "In progress"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                        ],
                        default="queued",
                        max_length=10,
                    ),
                ),
                ("urgent", models.BooleanField(default=False)),
                ("fence", models.PositiveIntegerField(default=0)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("lease_until", models.DateTimeField(blank=True, null=True)),
                ("failure", models.CharField(blank=True, default="", max_length=300)),
                ("ordered_at", models.DateTimeField(auto_now_add=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("name", models.UUIDField(unique=True)),
                ("kind", models.CharField(max_length=10)),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField()),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[("accepted", "Examined"), ("refused", "Refused")],
                        default="",
                        max_length=10,
                    ),
                ),
                ("refusal", models.CharField(blank=True, default="", max_length=30)),
                ("pages", models.PositiveIntegerField(blank=True, null=True)),
                ("details", models.JSONField(blank=True, default=list)),
                ("text", models.TextField(blank=True, default="")),
                ("previews", models.PositiveSmallIntegerField(default=0)),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="annex_files",
                        to="requests_app.mlarequest",
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("status__in", ["queued", "running"])),
                        fields=["-urgent", "ordered_at"],
                        name="annex_file_due",
                    )
                ],
            },
        ),
    ]

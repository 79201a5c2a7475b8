"""The law: every table as it stands at the end of the chain 0001 to 0005, which this file replaces."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("treaties", "0001_initial"),
        ("treaties", "0002_proposal"),
        ("treaties", "0003_particulars_one_by_one"),
        ("treaties", "0004_verification"),
        ("treaties", "0005_days_of_a_preservation"),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="State",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("code", models.CharField(max_length=3, primary_key=True, serialize=False)),
                ("iso2", models.CharField(max_length=2, unique=True)),
                ("m49", models.CharField(blank=True, max_length=3)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("state", "State"),
                            ("territory", "territory"),
                            ("organisation", "organisation"),
                        ],
                        max_length=12,
                    ),
                ),
                ("short", models.JSONField(default=dict)),
                ("common", models.JSONField(default=dict)),
                ("formal", models.JSONField(default=dict)),
                ("article", models.JSONField(default=dict)),
                ("languages", models.JSONField(default=list)),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("code",),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_state_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Authority",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("code", models.CharField(max_length=80, primary_key=True, serialize=False)),
                (
                    "function",
                    models.CharField(
                        choices=[
                            ("central_authority", "central authority"),
                            ("contact_24_7", "24/7 contact point"),
                            ("other", "other office"),
                        ],
                        max_length=20,
                    ),
                ),
                ("scope", models.CharField(blank=True, max_length=200)),
                ("office", models.TextField()),
                ("original", models.TextField(blank=True)),
                ("address", models.TextField(blank=True)),
                ("email", models.CharField(blank=True, max_length=200)),
                ("phone", models.CharField(blank=True, max_length=100)),
                ("languages", models.JSONField(default=list)),
                (
                    "state",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="authorities",
                        to="treaties.state",
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "verbose_name_plural": "authorities",
                "ordering": ("state", "code"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_authority_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DataCategory",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("code", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("term", models.CharField(max_length=120)),
                ("meaning", models.TextField()),
                ("definition", models.CharField(blank=True, max_length=200)),
                ("trap", models.TextField(blank=True)),
                ("position", models.PositiveSmallIntegerField()),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "verbose_name_plural": "data categories",
                "ordering": ("position",),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_datacategory_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DataSet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("loaded_at", models.DateTimeField()),
                ("counts", models.JSONField(default=dict)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("pk", 1)), name="treaties_one_data_set")
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftField",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("code", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("label", models.CharField(max_length=300)),
                ("common", models.BooleanField(default=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("position",),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_draftfield_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Element",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("code", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("fields", models.JSONField(default=list)),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("code",),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_element_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KindGroup",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("code", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("label", models.CharField(max_length=120)),
                ("position", models.PositiveSmallIntegerField()),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("position",),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_kindgroup_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AssistanceKind",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("code", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("term", models.CharField(max_length=200)),
                ("plain", models.CharField(max_length=200)),
                ("categories", models.JSONField(default=list)),
                ("coercive", models.BooleanField(null=True)),
                ("asked_as", models.JSONField(default=list)),
                ("errors", models.JSONField(default=list)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kinds",
                        to="treaties.kindgroup",
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("position",),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_assistancekind_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("code", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=200)),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("code",),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_organisation_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Instrument",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("code", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=200)),
                ("title", models.TextField()),
                ("reference", models.CharField(blank=True, max_length=200)),
                ("series", models.JSONField(default=dict)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("multilateral", "multilateral treaty"),
                            ("regional", "regional treaty"),
                            ("bilateral", "bilateral treaty"),
                            ("model", "model text"),
                            ("domestic", "domestic law"),
                            ("comity", "comity"),
                            ("letters_rogatory", "letters rogatory"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("cybercrime", "cybercrime and electronic evidence"),
                            ("crime", "certain crimes"),
                            ("mla", "mutual assistance in general"),
                        ],
                        max_length=12,
                    ),
                ),
                ("adopted", models.DateField(blank=True, null=True)),
                ("adopted_note", models.CharField(blank=True, max_length=200)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("opened", models.CharField(blank=True, max_length=200)),
                ("in_force", models.DateField(blank=True, null=True)),
                ("in_force_note", models.CharField(blank=True, max_length=200)),
                ("dates_note", models.CharField(blank=True, max_length=200)),
                ("depositary", models.CharField(blank=True, max_length=200)),
                ("url", models.URLField(blank=True, max_length=500)),
                ("usable_now", models.BooleanField()),
                ("text_needed", models.BooleanField()),
                (
                    "sole_basis",
                    models.CharField(
                        choices=[
                            ("yes", "can stand alone"),
                            ("no", "cannot stand alone"),
                            ("without_bilateral_treaty", "alone only without a bilateral treaty"),
                            ("domestic_statute", "depends on the law of the requested State"),
                        ],
                        default="yes",
                        max_length=30,
                    ),
                ),
                ("no_duty", models.BooleanField(default=False)),
                ("direction_rules", models.BooleanField(default=False)),
                ("parties", models.JSONField(default=list)),
                ("party_names", models.JSONField(default=list)),
                ("parties_note", models.TextField(blank=True)),
                ("status_note", models.TextField(blank=True)),
                ("role", models.TextField(blank=True)),
                ("remarks", models.JSONField(default=list)),
                ("verification", models.CharField(blank=True, max_length=40)),
                ("complete_on", models.DateField(blank=True, null=True)),
                ("entry_rule", models.CharField(blank=True, max_length=200)),
                ("gap_filler", models.JSONField(default=dict)),
                ("contents", models.JSONField(default=dict)),
                (
                    "supplements",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="protocols",
                        to="treaties.instrument",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="instruments",
                        to="treaties.organisation",
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("code",),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_instrument_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Declaration",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("key", models.CharField(max_length=160, primary_key=True, serialize=False)),
                ("provision", models.CharField(max_length=120)),
                ("text", models.TextField()),
                ("effect", models.TextField(blank=True)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="declarations",
                        to="treaties.state",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="declarations",
                        to="treaties.instrument",
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "verbose_name": "declaration",
                "ordering": ("state", "position"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_declaration_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Designation",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("key", models.CharField(max_length=160, primary_key=True, serialize=False)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="designations",
                        to="treaties.authority",
                    ),
                ),
                (
                    "towards",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="designations_towards",
                        to="treaties.state",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="designations",
                        to="treaties.instrument",
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("key",),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_designation_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("key", models.CharField(max_length=60, primary_key=True, serialize=False)),
                (
                    "state",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="treaties.state",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="treaties.organisation",
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("key",),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_membership_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("key", models.CharField(max_length=160, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(max_length=60)),
                ("provision", models.CharField(max_length=200)),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="treaties.instrument",
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("instrument", "position"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_offer_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("key", models.CharField(max_length=120, primary_key=True, serialize=False)),
                ("signed", models.DateField(blank=True, null=True)),
                ("is_signatory", models.BooleanField(default=False)),
                ("bound", models.BooleanField(default=False)),
                ("reported_not_party", models.BooleanField(default=False)),
                ("action", models.CharField(blank=True, max_length=30)),
                ("deposited", models.DateField(blank=True, null=True)),
                ("in_force_from", models.DateField(blank=True, null=True)),
                ("in_force_until", models.DateField(blank=True, null=True)),
                ("side", models.CharField(blank=True, max_length=20)),
                ("reservations", models.BooleanField(default=False)),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participations",
                        to="treaties.instrument",
                    ),
                ),
                (
                    "state",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participations",
                        to="treaties.state",
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("instrument", "state"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_participation_since_before_until",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("in_force_from__isnull", True),
                            ("in_force_until__isnull", True),
                            ("in_force_from__lte", models.F("in_force_until")),
                            _connector="OR",
                        ),
                        name="treaties_participation_begins_before_it_ends",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Particular",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("code", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("label", models.CharField(max_length=300)),
                (
                    "level",
                    models.CharField(
                        choices=[("required", "required"), ("recommended", "recommended")], max_length=12
                    ),
                ),
                ("pattern", models.CharField(blank=True, max_length=200)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "field",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="particulars",
                        to="treaties.draftfield",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="particulars",
                        to="treaties.assistancekind",
                    ),
                ),
                (
                    "input",
                    models.CharField(
                        choices=[
                            ("text", "text"),
                            ("line", "one line"),
                            ("yes_no", "yes or no"),
                            ("day", "day"),
                            ("time", "day and time"),
                            ("zone", "time zone"),
                        ],
                        default="text",
                        max_length=10,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=30)),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("position",),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_particular_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Provision",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("key", models.CharField(max_length=160, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("number", models.CharField(max_length=80)),
                ("title", models.CharField(blank=True, max_length=200)),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="treaties.instrument",
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("instrument", "position"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_provision_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RedFlag",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("code", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("text", models.TextField()),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="red_flags",
                        to="treaties.state",
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("state", "position"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_redflag_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RefusalGround",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("key", models.CharField(max_length=160, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("provision", models.CharField(max_length=120)),
                ("ground", models.CharField(max_length=60)),
                ("nature", models.CharField(max_length=40)),
                ("text", models.TextField()),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="treaties.instrument",
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("instrument", "position"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_refusalground_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Requirement",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("code", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("provision", models.CharField(max_length=120)),
                ("element", models.CharField(max_length=60)),
                ("message", models.TextField()),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("mandatory", "mandatory"),
                            ("where_possible", "where possible"),
                            ("where_applicable", "where applicable"),
                            ("recommended", "recommended"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[("law", "law"), ("declaration", "declaration"), ("practice", "practice")],
                        max_length=12,
                    ),
                ),
                ("kinds", models.JSONField(default=list)),
                ("fields", models.JSONField(default=list)),
                ("check_name", models.CharField(default="answered", max_length=60)),
                ("params", models.JSONField(blank=True, default=dict)),
                ("when", models.JSONField(blank=True, default=dict)),
                ("attachment", models.BooleanField(default=False)),
                ("requesting", models.JSONField(blank=True, default=list)),
                ("not_requesting", models.JSONField(blank=True, default=list)),
                ("requested", models.JSONField(blank=True, default=list)),
                ("without_treaty", models.BooleanField(default=False)),
                ("gap_filler", models.BooleanField(default=False)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="requirements",
                        to="treaties.instrument",
                    ),
                ),
                (
                    "protocol",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="protocol_requirements",
                        to="treaties.instrument",
                    ),
                ),
                (
                    "state",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="requirements",
                        to="treaties.state",
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("position", "code"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_requirement_since_before_until",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("instrument__isnull", False), ("state__isnull", False), _connector="OR"
                        ),
                        name="treaties_requirement_has_a_home",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rule",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("key", models.CharField(max_length=160, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("topic", models.CharField(max_length=40)),
                ("provision", models.CharField(blank=True, max_length=200)),
                ("text", models.TextField()),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="treaties.instrument",
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("instrument", "position"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_rule_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ScopeCondition",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("key", models.CharField(max_length=160, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("provision", models.CharField(max_length=120)),
                ("text", models.TextField()),
                ("test", models.CharField(blank=True, max_length=200)),
                ("question", models.CharField(blank=True, max_length=300)),
                ("needs", models.JSONField(default=dict)),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="treaties.instrument",
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("instrument", "position"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_scopecondition_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Threshold",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("key", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("category", models.CharField(max_length=40)),
                ("test", models.TextField()),
                ("reference", models.TextField(blank=True)),
                ("must_show", models.TextField(blank=True)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="thresholds",
                        to="treaties.state",
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
                ("days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("days_more", models.PositiveSmallIntegerField(blank=True, null=True)),
            ],
            options={
                "ordering": ("state", "position"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_threshold_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TimeLimit",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("key", models.CharField(max_length=160, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("provision", models.CharField(max_length=120)),
                ("text", models.TextField()),
                ("amounts", models.JSONField(default=dict)),
                ("kinds", models.JSONField(default=list)),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="treaties.instrument",
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("instrument", "position"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_timelimit_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TreatyAct",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("key", models.CharField(max_length=120, primary_key=True, serialize=False)),
                ("action", models.CharField(max_length=30)),
                ("on", models.DateField(blank=True, null=True)),
                ("in_force", models.DateField(blank=True, null=True)),
                ("reservations", models.BooleanField(default=False)),
                ("objections", models.BooleanField(default=False)),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="acts",
                        to="treaties.instrument",
                    ),
                ),
                (
                    "state",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="acts",
                        to="treaties.state",
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("instrument", "state", "key"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_treatyact_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AcceptedLanguages",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "state",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="accepted_languages",
                        serialize=False,
                        to="treaties.state",
                    ),
                ),
                ("languages", models.JSONField(default=list)),
                ("rule", models.TextField(blank=True)),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "verbose_name_plural": "accepted languages",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_acceptedlanguages_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NoTreatyBasis",
            fields=[
                (
                    "origin",
                    models.CharField(
                        choices=[("shipped", "shipped data set"), ("local", "added by this authority")],
                        db_index=True,
                        default="shipped",
                        max_length=10,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "state",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="no_treaty_basis",
                        serialize=False,
                        to="treaties.state",
                    ),
                ),
                (
                    "possible",
                    models.CharField(
                        choices=[("yes", "yes"), ("limited", "within limits"), ("no", "no")], max_length=10
                    ),
                ),
                ("rule", models.TextField()),
                ("as_of", models.DateField(blank=True, null=True)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "verbose_name_plural": "bases without a treaty",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            ("until__isnull", True),
                            ("since__lte", models.F("until")),
                            _connector="OR",
                        ),
                        name="treaties_notreatybasis_since_before_until",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
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
                        choices=[
                            ("treaty", "Treaty of two States"),
                            ("participation", "Participation"),
                            ("declaration", "Declaration"),
                            ("requirement", "Requirement"),
                            ("authority", "Authority"),
                            ("threshold", "What a State wants shown"),
                            ("state_rule", "Rule of a State"),
                        ],
                        max_length=20,
                    ),
                ),
                ("record", models.CharField(max_length=200)),
                ("number", models.PositiveIntegerField()),
                ("content", models.TextField()),
                ("reason", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Awaits a second person"),
                            ("confirmed", "Confirmed"),
                            ("rejected", "Rejected"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                ("proposed_at", models.DateTimeField(auto_now_add=True)),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("wrote", models.JSONField(default=list)),
            ],
            options={
                "ordering": ("-pk",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "record", "number"), name="treaties_proposal_version"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "confirmed"), _negated=True),
                            models.Q(
                                ("decided_by__isnull", False),
                                models.Q(("decided_by", models.F("proposed_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="treaties_proposal_two_persons",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at__isnull", True), ("state", "proposed")),
                            models.Q(
                                models.Q(("state", "proposed"), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="treaties_proposal_decided_or_open",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReleaseDecision",
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
                        choices=[
                            ("treaty", "Treaty of two States"),
                            ("participation", "Participation"),
                            ("declaration", "Declaration"),
                            ("requirement", "Requirement"),
                            ("authority", "Authority"),
                            ("threshold", "What a State wants shown"),
                            ("state_rule", "Rule of a State"),
                        ],
                        max_length=20,
                    ),
                ),
                ("record", models.CharField(max_length=200)),
                ("digest", models.CharField(max_length=64)),
                ("reason", models.TextField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "record", "digest"), name="treaties_release_decision_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Verification",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("table", models.CharField(max_length=40)),
                ("key", models.CharField(max_length=200)),
                ("digest", models.CharField(max_length=64)),
                ("source", models.TextField(verbose_name="Source")),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("medium-high", "medium to high"),
                            ("medium", "medium"),
                            ("low-medium", "low to medium"),
                            ("low", "low"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "verified",
                    models.CharField(
                        choices=[
                            ("text", "read in the source"),
                            ("memory", "not read in a source"),
                            ("practice", "practice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("before", models.JSONField(default=dict)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("on", models.DateField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
                "indexes": [models.Index(fields=["table", "key"], name="treaties_verification_fact")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="treaties_verification_has_source",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("verified", "memory"), _negated=True),
                        name="treaties_verification_is_no_memory",
                    ),
                ],
            },
        ),
    ]

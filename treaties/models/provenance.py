"""What every row of the law says of itself."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class LawFact(models.Model):
    """A row of the law: its source, how sure it is, and between which days it holds.

    The key of a row is its id in the data files, so that a new release finds its rows again and local
    rows keep theirs. A load changes shipped rows only.
    """

    class Origin(models.TextChoices):
        SHIPPED = "shipped", _("shipped data set")
        LOCAL = "local", _("added by this authority")

    class Confidence(models.TextChoices):
        HIGH = "high", _("high")
        MEDIUM_HIGH = "medium-high", _("medium to high")
        MEDIUM = "medium", _("medium")
        LOW_MEDIUM = "low-medium", _("low to medium")
        LOW = "low", _("low")

    class Verified(models.TextChoices):
        TEXT = "text", _("read in the source")
        MEMORY = "memory", _("not read in a source")
        PRACTICE = "practice", _("practice")

    origin = models.CharField(max_length=10, choices=Origin, default=Origin.SHIPPED, db_index=True)
    source = models.TextField(blank=True)
    confidence = models.CharField(max_length=12, choices=Confidence)
    verified = models.CharField(max_length=10, choices=Verified)
    note = models.TextField(blank=True)
    # The day on which the source said so. None: nobody looked in a source, or the source has no date.
    as_of = models.DateField(null=True, blank=True)
    # Who looked it up here, later than the data set (`treaties.verification`).
    checked_by = models.CharField(max_length=200, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(since__lte=F("until")),
                name="%(app_label)s_%(class)s_since_before_until",
            )
        ]

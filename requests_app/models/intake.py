"""Pasted or uploaded text on its way into the schedule of data, and its lines as they were read."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from requests_app.models.answers import choice_field, line_field
from requests_app.models.content import DataItem
from requests_app.models.job import Job, JobQuerySet
from requests_app.models.request import MLARequest


class Intake(Job):
    """One paste. The row is the job of reading it: `lines` is how many there are, `read` how many are done.

    Read, it is the job of taking its rows as well, for as long as `take` holds an order to take them.
    `refused` says why none was taken.

    `text` is kept as it came, but for characters that no database keeps. `assumptions` is what the officer
    has said of all its lines; `asks` counts the lines that wait for each question.
    """

    task = "requests_app.tasks.read_intakes"

    request = models.ForeignKey(MLARequest, models.CASCADE, related_name="intakes")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    # One token a form: a second click on "read" finds the first one's.
    token = models.UUIDField(null=True, blank=True)
    text = models.TextField()
    # Name of the encoding, where the bytes of a file did not say it themselves.
    encoding = models.CharField(max_length=20, blank=True, default="")
    assumptions = models.JSONField(default=dict, blank=True)
    asks = models.JSONField(default=dict, blank=True)
    # The line that settles the order of day and month; 0 when none does.
    settled_by = models.PositiveIntegerField(default=0)
    columns = models.JSONField(default=list, blank=True)
    lines = models.PositiveIntegerField(default=0)
    read = models.PositiveIntegerField(default=0)
    take = models.JSONField(null=True, blank=True)
    refused = models.CharField(max_length=300, blank=True, default="")

    objects = JobQuerySet["Intake"].as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["request", "token"], name="intake_once"),
        ]
        indexes = [
            models.Index(
                fields=["-urgent", "ordered_at"],
                condition=models.Q(status__in=["queued", "running"]),
                name="intake_due",
            )
        ]

    def __str__(self) -> str:
        return f"intake {self.pk} of {self.request_id}"

    @property
    def is_read(self) -> bool:
        """Whether its rows are there; a taking that failed has left them as they were."""
        return self.status == self.Status.DONE or (self.has_failed and self.take is not None)

    @property
    def is_taking(self) -> bool:
        return self.take is not None and not self.has_failed

    @property
    def has_failed(self) -> bool:
        return self.status == self.Status.FAILED


class StagedRow(models.Model):
    """One line of a paste: verbatim, as it was read, and what has become of it."""

    class State(models.TextChoices):
        GOOD = "good", _("Good")
        LOOK = "look", _("To look at")
        BAD = "bad", _("To mend")
        NO_DATA = "no_data", _("No data")
        ASIDE = "aside", _("Set aside")
        TAKEN = "taken", _("Taken")

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField()
    original = models.TextField()
    state = models.CharField(max_length=8, choices=State)
    type = choice_field(_("Kind of identifier"), DataItem.Type)
    identifier = line_field(_("Identifier"))
    port = models.PositiveIntegerField(
        _("Source port"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(65535)]
    )
    start = models.CharField(_("From"), max_length=19, blank=True, default="")
    end = models.CharField(_("To"), max_length=19, blank=True, default="")
    zone = line_field(_("Time zone of the log"))
    provider = line_field(_("Provider that holds the data"))
    source = line_field(_("Where the identifier comes from"))
    sure = models.CharField(max_length=8, default="certain")
    read_as = models.JSONField(default=list, blank=True)
    problems = models.JSONField(default=list, blank=True)
    doubts = models.JSONField(default=list, blank=True)
    notes = models.JSONField(default=list, blank=True)
    # An officer has changed or confirmed it: reading again under other assumptions leaves it as it is.
    mended = models.BooleanField(default=False)
    # Digest of kind, identifier, port and period in UTC, by which duplicates find each other.
    same_as = models.CharField(max_length=32, blank=True, default="")
    # In words: "line 12", "row 3 of the schedule"; "" for the first of its kind.
    duplicate_of = models.CharField(max_length=60, blank=True, default="")
    # The key of the row of the schedule that it became.
    item = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        ordering = ["line"]
        constraints = [
            models.UniqueConstraint(fields=["intake", "line"], name="staged_row_once"),
        ]
        indexes = [
            models.Index(fields=["intake", "state", "line"], name="staged_by_state"),
            models.Index(fields=["intake", "same_as"], name="staged_same_as"),
        ]

    def __str__(self) -> str:
        return f"line {self.line} of {self.intake_id}"

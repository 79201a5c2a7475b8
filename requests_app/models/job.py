"""A row that is a job: PostgreSQL holds the queue, and a broker only wakes the workers."""

from typing import ClassVar, TypeVar

from django.db import models
from django.db.models import Func, Q
from django.utils.translation import gettext_lazy as _


class ClockTimestamp(Func):
    """The database's clock, which moves within a transaction and does not depend on the worker's clock."""

    function = "clock_timestamp"
    output_field = models.DateTimeField()


QUEUED = Q(status="queued")
EXPIRED = Q(status="running", lease_until__lt=ClockTimestamp())


J = TypeVar("J", bound="Job")


class JobQuerySet(models.QuerySet[J]):
    """Questions about jobs: which are due, which have been given up."""

    def due(self) -> "JobQuerySet[J]":
        """Return jobs that wait, or whose worker died; urgent ones first, then the oldest."""
        tries_left = Q(tries__lt=Job.MAX_TRIES)
        return self.filter(QUEUED | (EXPIRED & tries_left)).order_by("-urgent", "ordered_at", "pk")

    def exhausted(self) -> "JobQuerySet[J]":
        """Return jobs that were interrupted in their last try."""
        return self.filter(EXPIRED, tries__gte=Job.MAX_TRIES)


class Job(models.Model):
    """A job. `fence` numbers the claims: a worker that comes back late finds another number and
    writes nothing.

    `tries` counts the claims since the last order; `lease_until` is set and compared on the database
    clock only.
    """

    class Status(models.TextChoices):
        QUEUED = "queued", _("Waiting")
        RUNNING = "running", _("In progress")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")

    MAX_TRIES = 2
    # The Celery task that a hint about such a job names.
    task: ClassVar[str]

    status = models.CharField(max_length=10, choices=Status, default=Status.QUEUED)
    urgent = models.BooleanField(default=False)
    fence = models.PositiveIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=300, blank=True, default="")
    ordered_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

"""A row that is a job: PostgreSQL is the queue of record, a broker only wakes the workers up."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Job(models.Model):
    """`fence` numbers the tries. A worker that comes back late finds another fence and writes nothing.

    `lease_until` is set and compared on the database clock only.
    """

    class Status(models.TextChoices):
        QUEUED = "queued", _("Waiting")
        RUNNING = "running", _("In progress")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")

    MAX_TRIES = 2

    status = models.CharField(max_length=10, choices=Status, default=Status.QUEUED)
    urgent = models.BooleanField(default=False)
    fence = models.PositiveIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=300, blank=True, default="")
    ordered_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

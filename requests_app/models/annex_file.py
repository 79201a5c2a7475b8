"""A file that an officer attached. The row is the job of looking into it, and then holds what was found."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from requests_app.models.job import Job, JobQuerySet
from requests_app.models.request import MLARequest


class AnnexFile(Job):
    """The file is kept under `name`, which nobody can guess; an annex names it, or an earlier version
    of one.
    """

    class Verdict(models.TextChoices):
        ACCEPTED = "accepted", _("Examined")
        REFUSED = "refused", _("Refused")

    task = "requests_app.tasks.examine_files"

    request = models.ForeignKey(MLARequest, models.CASCADE, related_name="annex_files")
    name = models.UUIDField(unique=True)
    kind = models.CharField(max_length=10)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    verdict = models.CharField(max_length=10, choices=Verdict, blank=True, default="")
    refusal = models.CharField(max_length=30, blank=True, default="")
    pages = models.PositiveIntegerField(null=True, blank=True)
    # Lines of `inspection.report.Detail`.
    details = models.JSONField(default=list, blank=True)
    text = models.TextField(blank=True, default="")
    previews = models.PositiveSmallIntegerField(default=0)

    objects = JobQuerySet["AnnexFile"].as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["-urgent", "ordered_at"],
                condition=models.Q(status__in=["queued", "running"]),
                name="annex_file_due",
            )
        ]

    def __str__(self) -> str:
        return f"file {self.pk} of {self.request_id}"

    @property
    def is_examined(self) -> bool:
        return self.status == self.Status.DONE

    @property
    def is_accepted(self) -> bool:
        return self.is_examined and self.verdict == self.Verdict.ACCEPTED

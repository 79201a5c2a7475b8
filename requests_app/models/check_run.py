"""The completeness of a request as it was found at one revision."""

from django.db import models

from requests_app.models.job import Job, JobQuerySet
from requests_app.models.request import MLARequest


class CheckRun(Job):
    """A run after a save, or the evidence of a gate. It writes here and never into the request.

    `findings` is a list of the objects that `check_request --format json` prints: all of them as the
    evidence of a gate, the first of each rule after a save; `summary` counts them all. `settled` holds
    those that were dismissed or waived, with the decision. `before_law` is the summary under the law
    before, when the law asks something else of this very text by now.
    """

    class Gate(models.TextChoices):
        SAVE = "save"
        SUBMIT = "submit"
        APPROVE = "approve"
        SEND = "send"

    task = "requests_app.tasks.check_requests"

    request = models.ForeignKey(MLARequest, models.CASCADE, related_name="check_runs")
    revision = models.PositiveIntegerField()
    gate = models.CharField(max_length=10, choices=Gate, default=Gate.SAVE)
    snapshot_digest = models.CharField(max_length=64, blank=True, default="")
    rules_digest = models.CharField(max_length=64, blank=True, default="")
    findings = models.JSONField(default=list, blank=True)
    settled = models.JSONField(default=list, blank=True)
    summary = models.JSONField(default=dict, blank=True)
    before_law = models.JSONField(null=True, blank=True)
    # The version of the law that it was made with.
    law = models.CharField(max_length=30, blank=True, default="")

    objects = JobQuerySet["CheckRun"].as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "revision"],
                condition=models.Q(gate="save"),
                name="check_after_save_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-urgent", "ordered_at"],
                condition=models.Q(status__in=["queued", "running"]),
                name="check_run_due",
            ),
            # Few rows each, that are looked for on the first page of drafters and of administrators.
            models.Index(
                fields=["request"],
                condition=models.Q(before_law__isnull=False),
                name="check_run_law_changed",
            ),
            models.Index(
                fields=["request"],
                condition=models.Q(findings__contains=[{"section": "law"}]),
                name="check_run_not_evaluated",
            ),
        ]

    def __str__(self) -> str:
        return f"check of {self.request_id} at {self.revision}"

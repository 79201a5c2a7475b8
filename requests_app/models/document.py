"""A face of a letter that a worker makes. The row is the job and, once done, the proof of what was made."""

from django.conf import settings
from django.db import models

from requests_app.models.bound import BoundLetter
from requests_app.models.job import Job, JobQuerySet
from requests_app.models.request import MLARequest


class RenderedDocument(Job, BoundLetter):
    """A document. Request, bound letter, face and draft identify it, so that ordering it twice makes
    one.
    """

    class Face(models.TextChoices):
        PDF = "pdf", "PDF"

    task = "requests_app.tasks.make_documents"

    request = models.ForeignKey(MLARequest, models.CASCADE, related_name="documents")
    face = models.CharField(max_length=10, choices=Face, default=Face.PDF)
    draft = models.BooleanField(default=False)
    revision = models.PositiveIntegerField()
    # Printed in the footer: the head of the audit chain when the document was ordered.
    audit_head = models.CharField(max_length=90, blank=True, default="")
    ordered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    stored_as = models.UUIDField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    size = models.PositiveBigIntegerField(null=True, blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)

    objects = JobQuerySet["RenderedDocument"].as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "bound_digest", "face", "draft"],
                # Documents from before the law half was kept have no digest of it.
                condition=~models.Q(bound_digest=""),
                name="document_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-urgent", "ordered_at"],
                condition=models.Q(status__in=["queued", "running"]),
                name="document_due",
            )
        ]

    def __str__(self) -> str:
        return f"{self.face} of {self.request_id} at {self.revision}"

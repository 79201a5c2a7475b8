"""The letter as it was bound: text, law half and wording, each with its digest, and one digest over all."""

from django.conf import settings
from django.db import models

from requests_app.models.request import MLARequest


class BoundLetter(models.Model):
    """`setting` is what the letter takes from the law. None means: made before that half was kept.

    `bound_digest` is the digest over all parts (`documents.letters`), "" where `setting` is None.
    """

    snapshot = models.JSONField()
    snapshot_digest = models.CharField(max_length=64)
    setting = models.JSONField(null=True)
    setting_digest = models.CharField(max_length=64, blank=True, default="")
    template_digest = models.CharField(max_length=64, blank=True, default="")
    bound_digest = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        abstract = True


class Submission(BoundLetter):
    """The letter as it was submitted. A reviewer approves it, and it is what the approved letter shows."""

    request = models.ForeignKey(MLARequest, models.CASCADE, related_name="submissions")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.request_id} submitted at {self.revision}"

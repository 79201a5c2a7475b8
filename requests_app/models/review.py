"""What was decided on a text, by whom and why."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from requests_app.models.bound import BoundLetter
from requests_app.models.request import MLARequest


class Review(BoundLetter):
    """The letter as the reviewer read it: the next review compares with it."""

    class Decision(models.TextChoices):
        RETURNED = "returned", _("Returned")
        APPROVED = "approved", _("Approved")
        REOPENED = "reopened", _("Approval withdrawn")
        WITHDRAWN = "withdrawn", _("Request withdrawn")

    request = models.ForeignKey(MLARequest, models.CASCADE, related_name="reviews")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decision = models.CharField(max_length=10, choices=Decision)
    reason = models.TextField(max_length=20_000, blank=True, default="")
    revision = models.PositiveIntegerField()
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.decision} {self.request_id}"

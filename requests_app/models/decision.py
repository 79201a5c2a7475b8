"""What an officer decided about one line of the check, and why."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from requests_app.models.request import MLARequest


class Decision(models.Model):
    """A decision on one line. It is kept for good: one that is taken back stays, with who took it
    back and when.

    Two digests say on what it was given: the text at the place, for a dismissal, and the rules behind
    the line, for a waiver. It changes no word of the request, so it makes nobody an editor of the
    text.
    """

    class Kind(models.TextChoices):
        DISMISSAL = "dismissal", _("Dismissed")
        WAIVER = "waiver", _("Waived")

    request = models.ForeignKey(MLARequest, models.CASCADE, related_name="decisions")
    kind = models.CharField(max_length=10, choices=Kind)
    # The line in the words of the checker, which may be others in a year.
    line = models.CharField(max_length=64)
    rule = models.CharField(max_length=200)
    section = models.CharField(max_length=60)
    field = models.CharField(max_length=80, blank=True, default="")
    item = models.CharField(max_length=40, blank=True, default="")
    message = models.TextField()
    text_digest = models.CharField(max_length=64)
    rules_digest = models.CharField(max_length=64)
    reason = models.TextField(max_length=2000)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "kind", "line", "text_digest", "rules_digest"],
                condition=Q(taken_back_at=None),
                name="decision_once",
            ),
            models.CheckConstraint(name="decision_has_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="decision_taken_back_by_somebody",
                condition=Q(taken_back_at=None, taken_back_by=None)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.rule} in {self.request_id}"

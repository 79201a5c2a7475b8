"""What the other side has said about a preservation."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from requests_app.models.request import MLARequest


class Confirmation(models.Model):
    """One answer; a request may reach several providers. Rows are added and never changed.

    `ends_on` is the last day that is sure, and `rule` says why: the words of the other side, or a
    rule of law with its citation. None means that nobody knows, and the page says so.
    """

    request = models.ForeignKey(MLARequest, models.CASCADE, related_name="confirmations")
    confirmed_on = models.DateField(_("Confirmed on"))
    their_reference = models.CharField(_("Their reference"), max_length=500, blank=True, default="")
    provider = models.CharField(
        _("Provider that preserves the data"), max_length=500, blank=True, default=""
    )
    preserved = models.TextField(_("What was preserved"), max_length=5000, blank=True, default="")
    stated_until = models.DateField(_("Preserved until, as they say"), null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    rule = models.CharField(max_length=500, blank=True, default="")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    # One token a form: a second click on "record" finds the first row.
    token = models.UUIDField(null=True, blank=True, unique=True, editable=False)

    class Meta:
        ordering = ["confirmed_on", "pk"]
        indexes = [models.Index(fields=["ends_on"], name="confirmation_ends")]
        constraints = [
            models.CheckConstraint(
                name="preserved_until_a_day_after_the_confirmation",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("confirmed_on")),
            )
        ]

    def __str__(self) -> str:
        return f"confirmation of {self.request_id} on {self.confirmed_on}"


class Reminder(models.Model):
    """One line of one mail to one officer. The row is there before the mail leaves, so that none
    leaves twice.

    A row that stays `CLAIMED` was interrupted: nobody knows whether the mail left, so it is not sent
    again.
    """

    class Status(models.TextChoices):
        CLAIMED = "claimed", _("Being sent")
        SENT = "sent", _("Sent")

    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    request = models.ForeignKey(MLARequest, models.CASCADE, related_name="reminders")
    ends_on = models.DateField()
    days = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=10, choices=Status, default=Status.CLAIMED)
    claimed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["officer", "request", "ends_on", "days"], name="reminder_once")
        ]

    def __str__(self) -> str:
        return f"{self.days} days before {self.ends_on}: {self.request_id}"

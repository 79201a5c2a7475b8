"""How a request was sent."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from requests_app.models.answers import ChannelAnswers
from requests_app.models.document import RenderedDocument
from requests_app.models.request import MLARequest


class Transmission(models.Model):
    """One dispatch. `audit_head` is the head of the audit chain when it was recorded."""

    request = models.OneToOneField(MLARequest, models.CASCADE, related_name="transmission")
    document = models.ForeignKey(RenderedDocument, models.PROTECT, related_name="transmissions")
    route = models.CharField(_("Channel"), max_length=30, choices=ChannelAnswers.Route)
    means = models.CharField(_("Means of transmission"), max_length=30, choices=ChannelAnswers.Means)
    recipient = models.CharField(_("Recipient"), max_length=500)
    sent_on = models.DateField(_("Sent on"))
    receipt = models.CharField(_("Receipt or tracking number"), max_length=500, blank=True, default="")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    audit_head = models.CharField(max_length=90, blank=True, default="")

    def __str__(self) -> str:
        return f"dispatch of {self.request_id}"

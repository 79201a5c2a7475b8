"""Data that were obtained without a request: public, given with consent, or of a provider's own accord."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from requests_app.models.answers import choice_field, line_field, text_field
from requests_app.models.case import Case


class Consent(models.Model):
    """A record that is written once and not changed: a correction is another record that names it."""

    class Ground(models.TextChoices):
        CONSENT = "consent", _("Lawful and voluntary consent of a person who may disclose the data")
        PUBLIC = "public", _("Data that are open to the public")
        VOLUNTARY = "voluntary", _("Disclosure by a provider of its own accord")

    class Form(models.TextChoices):
        WRITTEN = "written", _("In writing, signed")
        ELECTRONIC = "electronic", _("Electronically")
        RECORDED = "recorded", _("Orally, recorded or before a witness")

    case = models.ForeignKey(Case, models.PROTECT, related_name="consents")
    ground = choice_field(_("Why no request is needed"), Ground)
    state = models.CharField(_("State where the data are"), max_length=3, blank=True, default="")
    data = text_field(_("Which data, and where they were found"))
    person = line_field(_("Who gave them"))
    capacity = text_field(_("Why that person may disclose them"))
    given_on = models.DateField(_("Day"))
    given_how = choice_field(_("How the consent was given"), Form)
    told = text_field(_("What the person was told, and what shows that the consent is free"))
    paper = line_field(_("Where the paper or the recording is kept"))
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    creation_token = models.UUIDField(null=True, blank=True, unique=True, editable=False)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"C-{self.pk}"

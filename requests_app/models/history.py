"""What came before the request: steps of the proceedings at home, and contacts with the other State."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from requests_app.models.answers import choice_field, day_field, line_field, text_field, yes_no_field
from requests_app.models.content import Item


class Step(Item):
    """A decision or a hearing in the proceedings at home."""

    class Type(models.TextChoices):
        DECISION = "decision", _("A decision")
        HEARING = "hearing", _("A hearing")

    prefix = "s"

    type = choice_field(_("What it is"), Type, default="decision")
    title = line_field(_("What was decided, or what the hearing is for"))
    court = line_field(_("Court or office"))
    on = day_field(_("Day"))
    time = models.CharField(_("Time of the hearing"), max_length=5, blank=True, default="")
    zone = line_field(_("Time zone"))
    reference = line_field(_("Reference"))
    final = yes_no_field(_("Is the decision final?"))
    annex = models.CharField(_("Annex that holds a copy"), max_length=40, blank=True, default="")


class PriorContact(Item):
    """An earlier contact in the same matter."""

    class Type(models.TextChoices):
        CENTRAL_AUTHORITY = "central_authority", _("Central authority")
        CONTACT_24_7 = "contact_24_7", _("24/7 contact point")
        POLICE = "police", _("Police or Interpol")
        LIAISON = "liaison", _("Liaison officer or magistrate")
        PROVIDER = "provider", _("Provider")
        OTHER = "other", _("Another way")

    prefix = "c"

    type = choice_field(_("Way of the contact"), Type)
    with_whom = line_field(_("With whom"))
    state = models.CharField(_("State"), max_length=3, blank=True, default="")
    on = day_field(_("Day"))
    reference = line_field(_("Reference"))
    outcome = text_field(_("What was asked, and what came of it"))

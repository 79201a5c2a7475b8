"""Contacts in the same matter before this request."""

from django.utils.translation import gettext_lazy as _

from requests_app.models import PriorContact
from requests_app.sections.drafts import ItemForm, draft_field
from requests_app.sections.groups import THE_REQUEST
from requests_app.sections.section import Items, Section
from requests_app.sections.states import StateField


class PriorContactForm(ItemForm):
    """The fields of one earlier contact."""

    state = StateField(label=_("State"))

    optional = frozenset({"state", "reference"})

    class Meta:
        model = PriorContact
        fields = ("type", "with_whom", "state", "on", "reference", "outcome")
        formfield_callback = draft_field
        help_texts = {
            "with_whom": _("The office, the police unit, the officer or the provider."),
            "outcome": _("So that nobody does the work twice."),
        }


SECTION = Section(
    slug="contacts",
    group=THE_REQUEST,
    title=_("Contacts so far"),
    intro=_(
        "Requests, police contacts and answers of providers in the same matter. Leave it empty if none."
    ),
    items=Items(
        model=PriorContact,
        form=PriorContactForm,
        singular=_("contact"),
        title=_("Contacts"),
        hint=_("Many States ask whether their police know of the case already."),
        heading="with_whom",
        summary=("type", "state", "on", "reference"),
    ),
)

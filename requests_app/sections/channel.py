"""How the letter travels, who answers questions about it, and who signs it."""

from django.utils.translation import gettext_lazy as _

from requests_app.models import MLARequest
from requests_app.sections.contacts import ContactFields, contact_names
from requests_app.sections.drafts import DraftForm, draft_field
from requests_app.sections.groups import SENDING_IT
from requests_app.sections.languages import LanguageField
from requests_app.sections.section import Section

ROUTE = (
    "route",
    "addressee",
    "addressee_address",
    "via",
    "means",
    "working_language",
    "language",
    "translation",
)
FORM = ("translation_certified", "originals", "copies", "authentication")
SIGNATURE = ("signatory_name", "signatory_function", "sealed", "signature_place", "signature_date")
REPLY = contact_names("reply")
CONFIRMATION = contact_names("confirmation")


class ChannelForm(ContactFields, DraftForm):
    """The fields of the section."""

    contacts = ("reply", "confirmation")
    optional = frozenset({"via", *FORM, "sealed", "reply_hours", "reply_zone", *CONFIRMATION})
    fieldsets = (
        (_("Channel"), ROUTE),
        (_("Form of the documents"), FORM),
        (_("Contact for questions and for the reply"), REPLY),
        (_("Contact that confirms the request is genuine"), CONFIRMATION),
        (_("Signature"), SIGNATURE),
    )
    working_language = LanguageField(label=_("Language you write in"))
    language = LanguageField(label=_("Language of the letter"))

    class Meta:
        model = MLARequest
        fields = (*ROUTE, *FORM, *REPLY, *CONFIRMATION, *SIGNATURE)
        formfield_callback = draft_field
        help_texts = {
            "working_language": _(
                "If the letter goes out in another one, each text gets a place for both."
            ),
            "via": _("An office that passes the letter on, such as an embassy."),
            "addressee": _("The central authority or contact point of the requested State."),
        }


SECTION = Section(
    slug="channel",
    group=SENDING_IT,
    title=_("Contacts and channel"),
    intro=_("Say where the letter goes and whom the requested State can call."),
    form=ChannelForm,
)

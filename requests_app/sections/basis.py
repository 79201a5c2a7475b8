"""Which State is asked, and what brings the case within an instrument. The bases stand beside the form."""

from django.utils.translation import gettext_lazy as _

from requests_app.models import MLARequest
from requests_app.sections.drafts import DraftForm, draft_field
from requests_app.sections.groups import THE_REQUEST
from requests_app.sections.section import Section
from requests_app.sections.states import StateField

TITLE_HINT = _(
    "A few words by which you know this request. The letter prints them as its subject: no person's name, "
    "and nothing for the house alone."
)


class BasisForm(DraftForm):
    """The fields of the section; bases are chosen on a page of their own."""

    requested = StateField(label=_("Requested State"))

    fieldsets = (
        (_("The request"), ("requested", "title")),
        (
            _("What the case is about"),
            (
                "computer_related",
                "electronic_evidence",
                "transnational",
                "organised_group",
                "scope_statement",
            ),
        ),
    )

    class Meta:
        model = MLARequest
        fields = (
            "requested",
            "title",
            "computer_related",
            "electronic_evidence",
            "transnational",
            "organised_group",
            "scope_statement",
        )
        formfield_callback = draft_field
        help_texts = {
            "title": TITLE_HINT,
            "scope_statement": _(
                "Two or three sentences that bring these facts within the treaty you cite."
            ),
        }


SECTION = Section(
    slug="basis",
    group=THE_REQUEST,
    title=_("State and legal basis"),
    intro=_("Choose the basis that the request rests on. The reasons say what each one can carry today."),
    form=BasisForm,
)

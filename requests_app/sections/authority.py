"""Who asks, who conducts the proceedings, and how far they have come."""

from django.utils.translation import gettext_lazy as _

from requests_app.models import MLARequest
from requests_app.sections.contacts import ContactFields, contact_names
from requests_app.sections.drafts import DraftForm, draft_field
from requests_app.sections.groups import THE_REQUEST
from requests_app.sections.section import Section

PROCEEDINGS = (
    "case_reference",
    "operation",
    "nature",
    "stage",
    "court",
    "next_date",
    "prosecutor_or_court",
)


class AuthorityForm(ContactFields, DraftForm):
    """The fields of the section."""

    contacts = ("requesting", "conducting")
    optional = frozenset(
        {
            "operation",
            "court",
            "next_date",
            "requesting_hours",
            "requesting_zone",
            "conducting_hours",
            "conducting_zone",
        }
    )
    fieldsets = (
        (_("Requesting authority"), (*contact_names("requesting"), "legal_power")),
        (_("Authority that conducts the proceedings"), contact_names("conducting")),
        (_("Proceedings"), PROCEEDINGS),
    )

    class Meta:
        model = MLARequest
        fields = (
            *contact_names("requesting"),
            "legal_power",
            *contact_names("conducting"),
            *PROCEEDINGS,
        )
        formfield_callback = draft_field
        help_texts = {
            "legal_power": _("The law that lets this office send requests abroad."),
            "nature": _(
                "One or two sentences: what is investigated, against whom, by which court or office."
            ),
        }


SECTION = Section(
    slug="authority",
    group=THE_REQUEST,
    title=_("Authority and proceedings"),
    intro=_("Say who asks, who conducts the case, and what stage it has reached."),
    form=AuthorityForm,
)

"""The offences under the law of the requesting State, with their penalties."""

from django.utils.translation import gettext_lazy as _

from requests_app.models import Offence
from requests_app.sections.drafts import ItemForm, draft_field
from requests_app.sections.groups import THE_CASE
from requests_app.sections.section import Items, Section


class OffenceForm(ItemForm):
    """The fields of one offence."""

    optional = frozenset({"life", "penalty", "limitation_status", "limitation_on", "limitation"})

    class Meta:
        model = Offence
        fields = (
            "title",
            "provision",
            "max_years",
            "life",
            "penalty",
            "limitation_status",
            "limitation_on",
            "limitation",
            "conduct",
            "law_text",
        )
        formfield_callback = draft_field
        help_texts = {
            "provision": _("Act and section, such as Penal Code section 328."),
            "max_years": _("The heaviest term the law allows, as a number."),
            "penalty": _("If a number does not say it all, such as fines or aggravation."),
            "limitation": _("The period, and what has interrupted it."),
            "conduct": _(
                "What was done, without terms of law: the other State compares it with its own offences."
            ),
            "law_text": _("The words of the provision, in the language of the letter."),
        }


SECTION = Section(
    slug="offences",
    group=THE_CASE,
    title=_("Offences and penalties"),
    intro=_("List each offence that the request rests on."),
    items=Items(
        model=Offence,
        form=OffenceForm,
        singular=_("offence"),
        title=_("Offences"),
        hint=_("The maximum penalty decides whether some treaties apply."),
        heading="title",
        summary=("provision", "max_years"),
    ),
)

"""How execution is wished for, and what the requesting State undertakes."""

from django.utils.translation import gettext_lazy as _

from requests_app.models import MLARequest
from requests_app.sections.drafts import DraftForm, draft_field
from requests_app.sections.groups import THE_ASSISTANCE
from requests_app.sections.section import Section

UNDERTAKINGS = (
    "use_undertaking",
    "data_protection",
    "return_undertaking",
    "death_penalty_assurance",
    "reciprocity",
    "costs",
)


class ProcedureForm(DraftForm):
    """The fields of the section."""

    optional = frozenset({"presence", "return_undertaking", "costs", "other"})
    fieldsets = (
        (_("Execution"), ("special_procedure", "special_procedure_reason", "presence_wanted", "presence")),
        (_("Law at home"), ("domestic_order",)),
        (_("Undertakings"), UNDERTAKINGS),
        (_("Other"), ("other",)),
    )

    class Meta:
        model = MLARequest
        fields = (
            "special_procedure",
            "special_procedure_reason",
            "presence_wanted",
            "presence",
            "domestic_order",
            *UNDERTAKINGS,
            "other",
        )
        formfield_callback = draft_field
        help_texts = {
            "presence": _("Names, offices, and why they should be there. With No the letter says nothing."),
            "special_procedure": _(
                "Form of evidence, certificate, caution: what your court needs in order to use it."
            ),
            "domestic_order": _(
                "The order that was made, or the section under which one could be made at home."
            ),
            "use_undertaking": _("The proceedings it will be used in, and when you would ask first."),
            "data_protection": _(
                "Who sees personal data, how they are kept safe, and when they are erased."
            ),
            "return_undertaking": _("When originals and objects go back, and to whom."),
            "death_penalty_assurance": _(
                "Where the law at home knows that penalty: which authority assures what, in its own words."
            ),
            "reciprocity": _("Needed where no treaty binds both States."),
        }


SECTION = Section(
    slug="procedures",
    group=THE_ASSISTANCE,
    title=_("Procedures to follow"),
    intro=_("Ask for a special procedure only where your court needs one, and say why."),
    form=ProcedureForm,
)

"""How execution is wished for, and what the requesting State undertakes."""

from django.utils.translation import gettext_lazy as _

from requests_app.models import MLARequest
from requests_app.sections.drafts import DraftForm, draft_field
from requests_app.sections.groups import THE_ASSISTANCE
from requests_app.sections.section import Section


class ProcedureForm(DraftForm):
    optional = frozenset({"presence", "costs", "other"})
    fieldsets = (
        (_("Execution"), ("special_procedure", "special_procedure_reason", "presence")),
        (_("Law at home"), ("domestic_order",)),
        (_("Undertakings"), ("use_undertaking", "reciprocity", "costs")),
        (_("Other"), ("other",)),
    )

    class Meta:
        model = MLARequest
        fields = (
            "special_procedure",
            "special_procedure_reason",
            "presence",
            "domestic_order",
            "use_undertaking",
            "reciprocity",
            "costs",
            "other",
        )
        formfield_callback = draft_field
        help_texts = {
            "special_procedure": _(
                "Form of evidence, certificate, caution: what your court needs in order to use it."
            ),
            "domestic_order": _(
                "The order that was made, or the section under which one could be made at home."
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

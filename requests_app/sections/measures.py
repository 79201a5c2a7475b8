"""The acts asked of the requested State, one by one, and the preservation they build on."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from requests_app.models import Measure, MLARequest
from requests_app.sections import surroundings
from requests_app.sections.drafts import DraftForm, ItemForm, draft_field
from requests_app.sections.groups import THE_ASSISTANCE
from requests_app.sections.section import Items, Section
from requests_app.sections.text_gate import refuse_hidden_characters

PRESERVATION = (
    "preservation_reference",
    "preservation_authority",
    "preservation_provider",
    "preserved_on",
    "preservation_expires_on",
)


class NecessityForm(DraftForm):
    optional = frozenset(PRESERVATION)
    fieldsets = (
        (_("Why the measures are needed"), ("necessity",)),
        (_("After a preservation"), ("follow_up_intended", "follow_up_on")),
        (_("Earlier preservation of the same data"), PRESERVATION),
    )

    class Meta:
        model = MLARequest
        fields = ("necessity", "follow_up_intended", "follow_up_on", *PRESERVATION)
        formfield_callback = draft_field
        help_texts = {
            "necessity": _("Why less would not do, and why the period is no longer than it must be."),
        }


class MeasureForm(ItemForm):
    """The particulars of the kind stand among the fields, under the names of the vocabulary."""

    kind = forms.ChoiceField(label=_("Kind of assistance"))

    optional = frozenset({"categories", "form_of_evidence"})

    class Meta:
        model = Measure
        fields = (
            "kind",
            "basis",
            "description",
            "reason",
            "categories",
            "holder",
            "start",
            "end",
            "form_of_evidence",
        )
        formfield_callback = draft_field
        help_texts = {
            "basis": _("Such as article 29, paragraph 2."),
            "description": _("The act itself, as the requested State is to carry it out."),
            "form_of_evidence": _("Original, certified copy, statement of the provider."),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        vocabulary = surroundings.of(self.mla).vocabulary
        cast(forms.ChoiceField, self.fields["kind"]).choices = vocabulary.choices(also=self.instance.kind)
        self.particulars: list[str] = []
        for particular in vocabulary.particulars.get(self.instance.kind, ()):
            self.fields[particular.name] = forms.CharField(
                label=particular.label,
                help_text=particular.hint,
                required=False,
                max_length=200_000,
                widget=forms.Textarea(attrs={"rows": 3}),
                validators=[refuse_hidden_characters],
            )
            self.initial.setdefault(particular.name, self.instance.particulars.get(particular.name, ""))
            self.particulars.append(particular.name)

    def columns(self, only: frozenset[str] | None = None) -> dict[str, Any]:
        values = self.valid_values(only)
        found = {name: values.pop(name) for name in self.particulars if name in values}
        if found:
            values["particulars"] = {
                k: text for k, text in (self.instance.particulars | found).items() if text
            }
        return values

    def fields_of(self, columns: dict[str, Any]) -> dict[str, Any]:
        particulars = columns.get("particulars") or {}
        flat = {name: value for name, value in columns.items() if name != "particulars"}
        if "particulars" in columns:
            flat |= {name: particulars.get(name, "") for name in self.particulars}
        return flat


SECTION = Section(
    slug="measures",
    group=THE_ASSISTANCE,
    title=_("Measures"),
    intro=_("Each act you ask for is one measure, with the article it rests on."),
    form=NecessityForm,
    items=Items(
        model=Measure,
        form=MeasureForm,
        singular=_("measure"),
        title=_("Measures asked for"),
        hint=_("The kinds you chose at the start are here already."),
        heading="kind",
        summary=("basis", "holder", "start", "end"),
    ),
)

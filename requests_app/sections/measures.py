"""The acts asked of the requested State, one by one, and the preservation they build on."""

from typing import Any, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from requests_app.content.fields import column_of
from requests_app.models import Measure, MLARequest
from requests_app.sections import form_context, particulars, providers
from requests_app.sections.drafts import DraftForm, ItemForm, draft_field
from requests_app.sections.groups import THE_ASSISTANCE
from requests_app.sections.keys import KeysField
from requests_app.sections.section import Items, Section
from requests_app.sections.vocabulary import MeasureField, Vocabulary

# What a measure says of its object when the schedule of data does not.
OBJECT = ("categories", "holder", "start", "end")
WORDED = ("text", "line")
PRESERVATION = (
    "preservation_status",
    "preservation_reference",
    "preservation_authority",
    "preservation_provider",
    "preserved_on",
    "preservation_expires_on",
    "preservation_explanation",
)


class Folded(Fieldset):  # type: ignore[misc] # crispy-forms says nothing of its types
    """Fields behind a summary line."""

    template = "bootstrap5/layout/folded.html"


class NecessityForm(DraftForm):
    """The fields of the section that are given once."""

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
            "preservation_status": _(
                "The letter says that the data are preserved only where it was confirmed, with its day."
            ),
            "necessity": _("Why less would not do, and why the period is no longer than it must be."),
        }


class MeasureForm(ItemForm):
    """The fields of one measure, among them the particulars of its kind under the names of the
    vocabulary.
    """

    kind = forms.ChoiceField(label=_("Kind of assistance"))
    facts = KeysField(
        label=_("Facts it rests on"),
        help_text=_(
            "For a measure on accounts, addresses or numbers, tick them at each row of the data sought."
        ),
    )
    offences = KeysField(label=_("Offences it bears on"))

    optional = frozenset({"categories", "form_of_evidence", "procedure", "facts", "offences"})

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
            "procedure",
            "facts",
            "offences",
        )
        formfield_callback = draft_field
        help_texts = {
            "basis": _("Such as article 29, paragraph 2."),
            "description": _("The act itself, as the requested State is to carry it out."),
            "procedure": _("Only what this measure needs beyond the page on procedures, and why."),
            "form_of_evidence": _("Original, certified copy, statement of the provider."),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        around = form_context.of(self.mla)
        for name in ("facts", "offences"):
            cast(KeysField, self.fields[name]).choices = around.nexus[name]
        providers.offer(self, self.mla, "holder", self.instance.holder)
        vocabulary = around.vocabulary
        cast(forms.ChoiceField, self.fields["kind"]).choices = vocabulary.choices(also=self.instance.kind)
        self.kind_in_words = vocabulary.kinds.get(self.instance.kind)
        self.particulars: dict[str, MeasureField] = {}
        for field in self._wanted(vocabulary):
            self._add(field)
        asked = vocabulary.objects.get(self.instance.kind)
        self.unusual = [
            name
            for name in OBJECT
            if asked is not None and name not in asked and not getattr(self.instance, name)
        ]
        self.optional = self.optional | {name for name, f in self.particulars.items() if f.is_optional}
        self.pair_up()

    def path_of(self, name: str) -> str:
        """Return the path of the text; "" for a day, a zone or a yes, which is the same in every
        language.
        """
        particular = getattr(self, "particulars", {}).get(name)
        if particular is None:
            return super().path_of(name)
        return super().path_of(f"particulars.{name}") if particular.input in WORDED else ""

    def _wanted(self, vocabulary: Vocabulary) -> list[MeasureField]:
        """Return what the kind asks, and what was written when it was asked as one text."""
        asked = vocabulary.particulars.get(self.instance.kind, ())
        names, groups = {field.name for field in asked}, {field.group for field in asked}
        hint = str(_("Written earlier as one text. It is printed as well."))
        kept = [
            MeasureField(name, name, "", vocabulary.labels[name], hint=hint)
            for name, text in self.instance.particulars.items()
            if text and name in groups - names
        ]
        return [*asked, *kept]

    def _add(self, field: MeasureField) -> None:
        """Add the field of a particular; where a column holds it, the column's field gets its label
        as a hint.
        """
        if column := column_of(field.name):
            self.fields[column].help_text = field.label
            return
        self.fields[field.name] = particulars.field_of(field.input, label=field.label, hint=field.hint)
        self.initial.setdefault(field.name, self.instance.particulars.get(field.name, ""))
        self.particulars[field.name] = field

    @property
    def helper(self) -> FormHelper:
        """Return the layout: particulars in groups, each with the id to which a rule on the whole
        group leads.
        """
        helper = super().helper
        usual = [name for name in self._meta.fields or () if name not in self.unusual]
        folded = Folded(_("Fields that this kind seldom needs"), *self.placed(self.unusual))
        helper.layout = Layout(*self.placed(usual), Div(*self._groups(), css_id="particulars"))
        if self.unusual:
            helper.layout.append(folded)
        return helper

    @property
    def asks_anew(self) -> bool:
        """Whether another kind was chosen, which asks for other particulars than the page has."""
        return "kind" in self.changed_data and "kind" not in self.errors

    @property
    def particulars_helper(self) -> FormHelper:
        """Return the layout of the particulars alone, which replace those of another kind."""
        helper = super().helper
        helper.layout = Layout(Div(*self._groups(), css_id="particulars", hx_swap_oob="true"))
        return helper

    def _groups(self) -> list[Fieldset]:
        groups: dict[str, list[str]] = {}
        for name, field in self.particulars.items():
            groups.setdefault(field.group, []).append(name)
        return [self._group(*group) for group in groups.items()]

    def _group(self, name: str, members: list[str]) -> Fieldset:
        legend = "" if members == [name] else self.particulars[members[0]].legend
        return Fieldset(legend, *self.placed(members), css_id=None if name in members else f"id_{name}")

    def columns(self, only: frozenset[str] | None = None) -> dict[str, Any]:
        values = super().columns(only)
        found = {name: values.pop(name) for name in self.particulars if name in values}
        if found:
            values["particulars"] = {
                k: text for k, text in (self.instance.particulars | found).items() if text
            }
        return values

    def fields_of(self, columns: dict[str, Any]) -> dict[str, Any]:
        columns = super().fields_of(columns)
        stored = columns.get("particulars") or {}
        flat = {name: value for name, value in columns.items() if name != "particulars"}
        if "particulars" in columns:
            flat |= {name: stored.get(name, "") for name in self.particulars}
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

"""Forms over a draft: nothing is required, and a wrong value does not keep others from being saved."""

from collections.abc import Iterable
from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from requests_app import snapshots
from requests_app.models import MLARequest
from requests_app.models.answers import YesNo
from requests_app.sections import counterparts, form_context, from_profile
from requests_app.sections.clock_fields import DayField
from requests_app.sections.states import StateField
from requests_app.sections.text_gate import as_stored, refuse_endless_words, refuse_hidden_characters

# Legend, names, and for which answer they are meant: "nature=legal". A script hides the others while empty.
Fieldsets = tuple[tuple[Any, tuple[str, ...]] | tuple[Any, tuple[str, ...], str], ...]

FROM_PROFILE = _("From the profile of your unit; change it here for this letter alone.")
UNANSWERED = [*YesNo.choices, ("", _("Not answered yet"))]


def draft_field(column: "models.Field[Any, Any]", **options: Any) -> forms.Field | None:
    """Return the form field of a column: days as text, yes-or-no as radio buttons, long text in a
    large box.
    """
    if isinstance(column, models.DateField):
        return column.formfield(form_class=DayField, **options)
    if getattr(column, "choices", None) and list(column.choices or []) == YesNo.choices:
        return forms.ChoiceField(
            label=column.verbose_name,
            choices=UNANSWERED,
            widget=forms.RadioSelect,
            help_text=options.get("help_text") or "",
        )
    if isinstance(column, models.TextField):
        options.setdefault("widget", forms.Textarea(attrs={"rows": 4}))
    field = column.formfield(**options)
    if isinstance(field, forms.TypedChoiceField):
        # What has a value from the start cannot be emptied again.
        field.choices = [*([] if column.default else [("", _("Choose"))]), *(column.choices or [])]
    return field


def _fieldset(legend: Any, names: Iterable[Any], meant_for: str = "") -> Fieldset:
    return Fieldset(legend, *names, **({"data_meant_for": meant_for} if meant_for else {}))


class GatedForm(forms.Form):
    """A form in which every text passes the text gate."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            if isinstance(field, forms.CharField):
                field.validators.extend([refuse_hidden_characters, refuse_endless_words])


class DraftForm(GatedForm, forms.ModelForm):  # type: ignore[type-arg] # generic in the stubs only
    """A form over a draft. `optional` names the fields that the page marks as optional: all may be
    saved empty.
    """

    fieldsets: ClassVar[Fieldsets] = ()
    optional: frozenset[str] = frozenset()

    def __init__(self, *args: Any, mla: MLARequest, **options: Any) -> None:
        options.setdefault("use_required_attribute", False)
        super().__init__(*args, **options)
        self.mla = mla
        for field in self.fields.values():
            field.required = False
            if isinstance(field, StateField):
                field.offer(form_context.of(mla).states)
        self.name_what_is_from_the_profile()
        self.pair_up()

    def name_what_is_from_the_profile(self) -> None:
        """Say beside a field that the unit's profile has filled it, as long as both say the same."""
        filled = [name for name in self.fields if name in from_profile.COLUMNS and self.initial.get(name)]
        profile = form_context.of(self.mla).profile if filled else {}
        for name in filled:
            if self.initial[name] == profile.get(name):
                field = self.fields[name]
                field.help_text = " ".join(filter(None, [str(field.help_text), str(FROM_PROFILE)]))

    def pair_up(self) -> None:
        """Add the counterpart in the outgoing language beside each text, when that language is
        another one.
        """
        two = form_context.of(self.mla).languages
        if two:
            self.fields, self.initial = counterparts.beside(self.fields, self.initial, self.path_of, two)

    def path_of(self, name: str) -> str:
        """Return the path of the text of the snapshot that the field holds."""
        return snapshots.PATHS.get(name, "")

    def mark_of(self, name: str) -> counterparts.Mark | None:
        """Return what a reader must know of a text in two languages; None for any other field."""
        side = counterparts.side_of(name, self.fields)
        if not side:
            return None
        path = self.path_of(name.removeprefix(counterparts.PREFIX))
        return counterparts.Mark(path, side, form_context.of(self.mla).pair_states.get(path))

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        named = [_fieldset(legend, self.placed(names), *rest) for legend, names, *rest in self.fieldsets]
        helper.layout = Layout(*named) if named else Layout(*self.placed(self.fields))
        return helper

    def placed(self, names: Iterable[str]) -> list[Any]:
        """Return the layout of the fields, each text beside its counterpart."""
        pairs = {name: counterparts.name_of(name) for name in names}
        return [
            Div(name, other, css_class="p-pair") if other in self.fields else name
            for name, other in pairs.items()
            if not counterparts.is_one(name)
        ]

    def valid_values(self, only: frozenset[str] | None = None) -> dict[str, Any]:
        """Return what was sent and can be saved, by name of the field."""
        return {
            name: as_stored(value) if isinstance(value, str) else value
            for name, value in self.cleaned_data.items()
            if name in self.fields and self._was_sent(name) and (only is None or name in only)
            if value != "" or self._may_be_empty(name)
        }

    def rejected(self, only: frozenset[str] | None = None) -> dict[str, list[str]]:
        """Return what was sent and cannot be saved, as it was typed; files are left out, and are sent
        again.
        """
        read = getattr(self.data, "getlist", lambda name: [self.data[name]])
        return {
            name: list(read(self.add_prefix(name)))
            for name in self.errors
            if name in self.fields and self._was_sent(name) and (only is None or name in only)
            if not isinstance(self.fields[name], forms.FileField)
        }

    def accepted(self) -> frozenset[str]:
        return frozenset(name for name in self.fields if name not in self.errors and self._was_sent(name))

    def columns(self, only: frozenset[str] | None = None) -> dict[str, Any]:
        """Return the valid values by the column that keeps them; a rendition by its path."""
        return {self.key_of(name): value for name, value in self.valid_values(only).items()}

    def key_of(self, name: str) -> str:
        return getattr(self.fields[name], "rendition", "") or name

    def discard(self) -> None:
        """Remove what was kept beside the database for columns that could not be saved."""

    def fields_of(self, columns: dict[str, Any]) -> dict[str, Any]:
        """Return stored values by the field that shows them, the reverse of `columns`."""
        names = {self.key_of(name): name for name in self.fields}
        return {names.get(key, key): value for key, value in columns.items()}

    def _may_be_empty(self, name: str) -> bool:
        field = self.fields[name]
        return not isinstance(field, forms.ChoiceField) or field.valid_value("")

    def _was_sent(self, name: str) -> bool:
        widget = self.fields[name].widget
        return not widget.value_omitted_from_data(self.data, self.files, self.add_prefix(name))


class ItemForm(DraftForm):
    """The form of one row of a list."""

    @property
    def asks_anew(self) -> bool:
        """Whether what was sent makes the row ask for other answers than the page has."""
        return False

    def path_of(self, name: str) -> str:
        return f"{snapshots.LISTS[type(self.instance)]}.{self.instance.key}.{name}"

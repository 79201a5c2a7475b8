from datetime import date
from typing import Any, ClassVar

import msgspec
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from requests_app.views.lawforms.choices import (
    draft_fields,
    instruments,
    kinds_or_all,
    many,
    one,
    prose,
    states,
)
from requests_app.views.lawforms.form import IS_ID, Record, RecordForm, listed, stated
from treaties import curation, models
from treaties.checks import CHECKS
from treaties.models import Proposal

_NUMBERS = frozenset({"years", "days"})


def whole_file(code: str) -> Record:
    """The data file of an instrument as it holds now, without what it leaves open."""
    file: Record = _pruned(msgspec.to_builtins(curation.instrument(code), builtin_types=(date,)))
    return file


def _pruned(value: Any) -> Any:
    if isinstance(value, dict):
        return stated({key: _pruned(each) for key, each in value.items()})
    return [_pruned(each) for each in value] if isinstance(value, list | tuple) else value


class RequirementForm(RecordForm):
    """Of an instrument, of a State's own law, or (with both) by a declaration of the State."""

    kind = Proposal.Kind.REQUIREMENT
    renamed: ClassVar[dict[str, str]] = {
        "params": "parameter",
        "fields": "fields_of_draft",
        "check": "check_name",
        "requirement": "id",
    }

    instrument = one(gettext_lazy("Instrument"), instruments, required=False)
    state = one(gettext_lazy("State whose law or declaration it is"), states, required=False)
    id = forms.CharField(label=gettext_lazy("Short id"), validators=[IS_ID])
    provision = forms.CharField(label=gettext_lazy("Article"), max_length=100)
    message = prose(gettext_lazy("What the drafter is told to do"))
    level = one(gettext_lazy("How strict"), models.Requirement.Level.choices)
    kinds = many(gettext_lazy("Kinds of assistance"), kinds_or_all)
    fields_of_draft = many(gettext_lazy("Places of the draft that answer it"), draft_fields)
    check_name = one(gettext_lazy("How it is checked"), [(name, name) for name in CHECKS])
    parameter = forms.CharField(
        label=gettext_lazy("Parameter of the check"),
        required=False,
        help_text=gettext_lazy("A number of years or days, or a list with commas: en, fr."),
    )

    def clean_parameter(self) -> str:
        text = str(self.cleaned_data["parameter"])
        for name in CHECKS.get(self.cleaned_data.get("check_name", ""), ()):
            if name in _NUMBERS and not text.isdecimal():
                raise forms.ValidationError(_("This check needs a whole number."))
            if not text:
                raise forms.ValidationError(_("This check needs a list."))
        return text

    def clean(self) -> Record:
        if not (self.cleaned_data.get("instrument") or self.cleaned_data.get("state")):
            self.add_error("instrument", _("Choose an instrument, a State, or both."))
        return super().clean()

    def clean_state(self) -> str:
        """Without a State the rule goes to the list of the instrument, where there is one."""
        state, instrument = self.cleaned_data["state"], self.cleaned_data.get("instrument")
        if instrument and not state and curation.instrument(instrument) is None:
            raise forms.ValidationError(_("The text of this instrument is not loaded. Choose a State."))
        return str(state)

    def file(self) -> Record:
        if self.cleaned_data["state"]:
            return {"state": self.cleaned_data["state"], "requirement": [self._row()]}
        return self._instrument_with(self._row())

    def _row(self) -> Record:
        answers = self.cleaned_data
        text = answers["parameter"]
        return {
            **self.taken("id provision message level kinds"),
            **self._declared(),
            "element": answers["fields_of_draft"][0],
            "fields": answers["fields_of_draft"],
            "check": answers["check_name"],
            "params": {
                name: int(text) if name in _NUMBERS else listed(text)
                for name in CHECKS[answers["check_name"]]
            },
            **self.fact(),
        }

    def _declared(self) -> Record:
        """A rule of a State under an instrument is its declaration."""
        state, instrument = self.cleaned_data["state"], self.cleaned_data["instrument"]
        return {"instrument": instrument, "basis": "declaration"} if state and instrument else {}

    def _instrument_with(self, row: Record) -> Record:
        """The whole file of the instrument, as it would be with the rule in its place."""
        file = whole_file(self.cleaned_data["instrument"])
        rules = {each["id"]: each for each in file.get("requirement", [])} | {row["id"]: row}
        return {**file, "requirement": list(rules.values())}

    def record(self) -> str:
        return str(self.cleaned_data["id"])

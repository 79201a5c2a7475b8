"""The form for a requirement: what a request must, should or may contain."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from requests_app.views.administration.lawforms import current_rows
from requests_app.views.administration.lawforms.choices import (
    draft_fields,
    instruments,
    kinds_or_all,
    many,
    one,
    prose,
    states,
)
from requests_app.views.administration.lawforms.form import IS_ID, Record, RecordForm, listed
from treaties import curation, models
from treaties.checks import CHECKS
from treaties.models import Proposal

_NUMBERS = frozenset({"years", "days"})


class RequirementForm(RecordForm):
    """A requirement of an instrument, of a State's own law, or (with both) of a State's declaration."""

    kind = Proposal.Kind.REQUIREMENT
    identity = ("instrument", "state", "id")
    written = frozenset({"id", "provision", "message", "level", "kinds", "fields", "element", "check"}) | {
        "params",
        "instrument",
        "basis",
        "amends",
        "state",
    }
    renamed: ClassVar[dict[str, str]] = {
        "params": "parameter",
        "fields": "fields_of_draft",
        "check": "check_name",
        "requirement": "id",
        "amends": "instrument",
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

    def find(self, of: str) -> Record:
        return current_rows.requirement(of)

    def answers(self) -> Record:
        row = self.standing
        return {
            **super().answers(),
            "instrument": row.get("amends") or row.get("instrument", ""),
            "kinds": [kind for kind in row["kinds"] if not kind.startswith("-")],
            "fields_of_draft": row["fields"],
            "check_name": row.get("check", "answered"),
            "parameter": _as_text(row.get("params", {})),
        }

    def clean_parameter(self) -> str:
        text = str(self.cleaned_data["parameter"])
        if self._keeps_parameters(text):
            return text
        for name in CHECKS.get(self.cleaned_data.get("check_name", ""), ()):
            if name in _NUMBERS and not text.isdecimal():
                raise forms.ValidationError(_("This check needs a whole number."))
            if not text:
                raise forms.ValidationError(_("This check needs a list."))
        return text

    def _keeps_parameters(self, text: str) -> bool:
        """What cannot be said in one line, as languages by State, stays while check and line do."""
        same = self.cleaned_data.get("check_name") == self.standing.get("check", "answered")
        return bool(self.standing) and same and text == _as_text(self.standing.get("params", {}))

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
        return {"amends": self.cleaned_data["instrument"], "requirement": [self._row()]}

    def _row(self) -> Record:
        answers = self.cleaned_data
        return {
            **self.kept(),
            **self.taken("id provision message level"),
            **self._declared(),
            "kinds": [*answers["kinds"], *self._excepted()],
            "element": self._element(),
            "fields": answers["fields_of_draft"],
            "check": answers["check_name"],
            "params": self._parameters(),
            **self.fact(),
        }

    def _excepted(self) -> list[str]:
        """Kinds that the rule excepts by name stay so."""
        return [kind for kind in self.standing.get("kinds", ()) if kind.startswith("-")]

    def _element(self) -> str:
        fields: list[str] = self.cleaned_data["fields_of_draft"]
        same = sorted(fields) == sorted(self.standing.get("fields", ()))
        return str(self.standing["element"]) if same else fields[0]

    def _parameters(self) -> Record:
        text = self.cleaned_data["parameter"]
        if self._keeps_parameters(text):
            return dict(self.standing.get("params", {}))
        return {
            name: int(text) if name in _NUMBERS else listed(text)
            for name in CHECKS[self.cleaned_data["check_name"]]
        }

    def _declared(self) -> Record:
        """A rule of a State under an instrument is its declaration."""
        state, instrument = self.cleaned_data["state"], self.cleaned_data["instrument"]
        if state and instrument:
            return {"instrument": instrument, "basis": self.standing.get("basis", "declaration")}
        return {"basis": self.standing["basis"]} if "basis" in self.standing else {}

    def record(self) -> str:
        return str(self.cleaned_data["id"])


def _as_text(params: Record) -> str:
    """The parameter of a check as it is typed; nothing where it takes more than a line."""
    values: list[Any] = [value for value in params.values() if not isinstance(value, bool | dict)]
    return ", ".join(
        str(part) for value in values for part in (value if isinstance(value, list) else [value])
    )

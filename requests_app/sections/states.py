"""The requested State, or that of a provider, chosen by its name."""

import functools
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from requests_app.sections.long_select import Groups, LongSelect
from treaties import current
from treaties.law import Law, State


def name_of(state: State) -> str:
    """Return the name in the reader's language, in English where the data have none in it."""
    return state.name_in((get_language() or "en").split("-")[0])


def state_groups() -> Groups:
    return _groups(current.law(), get_language() or "en")


@functools.lru_cache(maxsize=16)
def _groups(law: Law, _language: str) -> Groups:
    """Return the States in the order of their names; kept for each version of the law and each language."""
    named = sorted((name_of(state), state.code, state.kind) for state in law.states.values())
    states = tuple((code, name) for name, code, kind in named if kind == "state")
    territories = tuple((code, name) for name, code, kind in named if kind == "territory")
    return (
        (str(_("States")), states),
        (str(_("Territories with treaties of their own")), territories),
    )


class StateField(forms.CharField):
    """A field for a State. The form hands in the list, which it reads once for all its rows."""

    widget: LongSelect

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        widget = LongSelect((), empty=_("Choose"))
        super().__init__(max_length=3, widget=widget, **options)

    def offer(self, groups: Groups) -> None:
        self.widget.groups = groups

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and not any(
            value == code for _title, options in self.widget.groups for code, _name in options
        ):
            raise ValidationError(_("Choose a State from the list."), code="invalid_choice")

"""A form field for each particular of a kind of assistance, by the way its answer is typed."""

from collections.abc import Callable
from typing import Any

from django import forms

from requests_app.sections.clock_fields import TIME_HINT, DayTextField, TimeField
from requests_app.sections.drafts import UNANSWERED
from requests_app.sections.text_gate import refuse_endless_words, refuse_hidden_characters
from requests_app.sections.zones import ZoneField


def _text(**options: Any) -> forms.Field:
    return forms.CharField(
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=[refuse_hidden_characters, refuse_endless_words],
        **options,
    )


def _line(**options: Any) -> forms.Field:
    return forms.CharField(
        max_length=500, validators=[refuse_hidden_characters, refuse_endless_words], **options
    )


def _yes_no(**options: Any) -> forms.Field:
    return forms.ChoiceField(choices=UNANSWERED, widget=forms.RadioSelect, **options)


def _time(**options: Any) -> forms.Field:
    widget = forms.TextInput(attrs={"autocomplete": "off", "class": "p-date"})
    hint = options.pop("help_text", "") or TIME_HINT
    return TimeField(max_length=30, widget=widget, help_text=hint, **options)


def _zone(**options: Any) -> forms.Field:
    options.pop("required")
    return ZoneField(**options)


_FIELDS: dict[str, Callable[..., forms.Field]] = {
    "text": _text,
    "line": _line,
    "yes_no": _yes_no,
    "day": DayTextField,
    "time": _time,
    "zone": _zone,
}


def field_of(input_: str, *, label: str, hint: str = "") -> forms.Field:
    return _FIELDS[input_](label=label, help_text=hint, required=False)

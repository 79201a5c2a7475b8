"""A form field for each particular of a kind of assistance, by the way its answer is typed."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from requests_app.formats.times import CLOCK_TIME
from requests_app.sections.drafts import UNANSWERED, DayField
from requests_app.sections.text_gate import refuse_endless_words, refuse_hidden_characters
from requests_app.sections.zones import ZoneField


class TimeField(forms.CharField):
    """A day and a time of the clock, without a zone: the zone is a particular of its own."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("Write the day and the time like 2026-06-14 09:30."),
    }

    def clean(self, value: Any) -> str:
        text = " ".join(super().clean(value).replace("T", " ").split())
        if not text:
            return ""
        try:
            return datetime.strptime(text, CLOCK_TIME).strftime(CLOCK_TIME)  # noqa: DTZ007 - see the class
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


class DayTextField(DayField):
    """A day that is kept as text among the other particulars."""

    def clean(self, value: Any) -> str:
        day = super().clean(value)
        return day.isoformat() if day else ""


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
    hint = options.pop("help_text", "") or _("Day and time: 2026-06-14 09:30")
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

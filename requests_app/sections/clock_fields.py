"""Days and times as an officer types them, read by the same reader as a pasted log.

A value is taken only where it can be one day or one time; where it can be two, the error says which.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from requests_app.formats import timestamps
from requests_app.formats.judgement import Sure
from requests_app.formats.logged_times import Answers, Asks, Order
from requests_app.formats.times import CLOCK_TIME

DAY_HINT = _("Year, month, day: 2026-06-14")
TIME_HINT = _("Day and time: 2026-06-14 09:30")
# Longer than any way to write a time; what is longer is not searched for one.
LONGEST: Final = 80
# Day first with dots or a written month in English; all else is for the reader of logs.
_DAYS: Final = ("%Y-%m-%d", "%d.%m.%Y", "%d %B %Y")
# The letter between day and time in ISO 8601.
_BETWEEN: Final = re.compile(r"(?<=\d)T(?=\d)")


class DayField(forms.DateField):
    """A date typed as text: a browser's own date field would send nothing for a date that it cannot
    read.
    """

    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("This is not a date. Write it like 2026-06-14."),
        "time": _("Give the day alone, without a time of the clock: %(day)s."),
        "two": _("This can be two days: %(days)s. Write it like 2026-06-14."),
        "year": _("Write the year with four figures, like 2026-06-14."),
    }
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"autocomplete": "off", "class": "p-date"})

    def __init__(self, **options: Any) -> None:
        options["help_text"] = options.get("help_text") or DAY_HINT
        super().__init__(input_formats=list(_DAYS), **options)

    def to_python(self, value: Any) -> date | None:
        try:
            return super().to_python(value)
        except ValidationError:
            return self._read(str(value))

    def _read(self, typed: str) -> date:
        found = _one_time(typed, self.error_messages)
        if not found.whole_day:
            raise _refusal(self.error_messages, "time", day=found.day)
        return found.local.date()


class DayTextField(DayField):
    """A day that is kept as text among the particulars of a kind."""

    def clean(self, value: Any) -> str:
        day = super().clean(value)
        return day.isoformat() if day else ""


class TimeField(forms.CharField):
    """A day and a time of the clock, without a zone: the zone is a particular of its own."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("Write the day and the time like 2026-06-14 09:30."),
        "day": _("Give the time of the clock as well, like %(day)s 09:30."),
        "two": _("This can be two days: %(days)s. Write it like 2026-06-14 09:30."),
        "year": _("Write the year with four figures, like 2026-06-14 09:30."),
        "seconds": _("Give hours and minutes alone, like 09:30."),
        "zone": _("Give the day and the time alone, and choose the zone in its own field: %(time)s."),
    }

    def clean(self, value: Any) -> str:
        text = " ".join(_BETWEEN.sub(" ", super().clean(value)).split())
        if not text:
            return ""
        try:
            return datetime.strptime(text, CLOCK_TIME).strftime(CLOCK_TIME)  # noqa: DTZ007 - see the class
        except ValueError:
            return self._read(text)

    def _read(self, typed: str) -> str:
        found = _one_time(typed, self.error_messages)
        if found.whole_day:
            raise _refusal(self.error_messages, "day", day=found.day)
        if found.has_zone:
            raise _refusal(self.error_messages, "zone", time=found.local.strftime(CLOCK_TIME))
        if found.local.second:
            raise _refusal(self.error_messages, "seconds")
        return found.local.strftime(CLOCK_TIME)


@dataclass(frozen=True, slots=True)
class OneTime:
    """What was typed, where it is one day or one time of one day."""

    local: datetime
    whole_day: bool
    has_zone: bool

    @property
    def day(self) -> str:
        return self.local.date().isoformat()


def _one_time(typed: str, messages: Mapping[str, Any]) -> OneTime:
    """Read what is typed; raise ValidationError where it is no time, or may be two."""
    found = timestamps.read(typed) if len(typed) <= LONGEST else None
    if found is None:
        raise _refusal(messages, "invalid")
    if Asks.ORDER in found.asks:
        raise _refusal(messages, "two", days=_either(typed))
    if Asks.YEAR in found.asks or found.sure is Sure.DOUBTFUL:
        raise _refusal(messages, "year")
    if found.local is None:
        raise ValidationError(found.wrong or messages["invalid"], code="invalid")
    return OneTime(found.local, found.whole_day, bool(found.zone or found.written))


def _refusal(messages: Mapping[str, Any], code: str, **said: str) -> ValidationError:
    return ValidationError(messages[code], code=code, params=said)


def _either(typed: str) -> str:
    """Return the two days that a date can be, in words."""
    read = (timestamps.read(typed, Answers(order=order)) for order in (Order.DAY_FIRST, Order.MONTH_FIRST))
    return " / ".join(date_format(found.local, "j F Y") for found in read if found and found.local)

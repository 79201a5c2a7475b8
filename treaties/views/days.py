"""The form for the day that a page of the law is about."""

from datetime import date
from typing import Self

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DayForm(forms.Form):
    """A form sent with GET; an empty day means today."""

    on = forms.DateField(
        label=_("On the day"),
        required=False,
        # Not a date picker: it shows 11/25/2026 to some readers, and a day must read the same to all.
        help_text=_("Year, month, day: 2026-06-14"),
        widget=forms.DateInput(attrs={"autocomplete": "off", "class": "p-date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": _("Write the day as year-month-day, for example 2026-03-01.")},
    )
    optional: frozenset[str] = frozenset()

    @classmethod
    def of(cls, asked: QueryDict) -> Self:
        """Return the form bound to the query; today is filled in where no day was asked for."""
        data = asked.copy()
        data["on"] = asked.get("on") or timezone.localdate().isoformat()
        return cls(data)

    @property
    def day(self) -> date:
        """Return the day asked for; today while what was given cannot be read."""
        return timezone.localdate() if self.errors.get("on") else self.cleaned_data["on"]

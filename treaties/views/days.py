"""The day that a page of the law is about, as its form takes it."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DayForm(forms.Form):
    """Asked with GET; an empty day is today."""

    on = forms.DateField(
        label=_("On the day"),
        required=False,
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": _("Write the day as year-month-day, for example 2026-03-01.")},
    )
    optional: frozenset[str] = frozenset()

    @property
    def day(self) -> date:
        """The day asked for; today while none is given or what was given cannot be read."""
        asked: dict[str, Any] = self.cleaned_data if self.is_bound and not self.errors.get("on") else {}
        return asked.get("on") or timezone.localdate()

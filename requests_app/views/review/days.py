"""Days that a register takes: none in the future, none before what had to happen first."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _


def not_ahead(day: date | None) -> date | None:
    if day and day > timezone.localdate():
        raise forms.ValidationError(_("This day has not come yet."), code="future")
    return day


def not_before(day: date | None, earliest: date | None, what: str | Promise) -> date | None:
    """`what` says what happened on the earliest day; None where nothing of the kind is on record."""
    if day and earliest and day < earliest:
        words = _("%(what)s on %(day)s, and this day lies before that.")
        told = {"what": what, "day": date_format(earliest, "j F Y")}
        raise forms.ValidationError(words % told, code="too_early")
    return day

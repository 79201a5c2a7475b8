"""Answers as a person reads them."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from requests_app.sections.long_select import LongSelect


def answer_text(field: forms.Field, value: Any) -> str:
    if value in (None, "", [], ()):
        return ""
    if isinstance(value, list | tuple):
        return "\n".join(answer_text(field, part) for part in value)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, dt.date):
        return date_format(value, "j F Y")
    return _label(field, str(value))


def _label(field: forms.Field, value: str) -> str:
    if isinstance(field.widget, LongSelect):
        return field.widget.label_of(value)
    choices = getattr(field, "choices", ())
    return next((str(label) for key, label in choices if str(key) == value), value)

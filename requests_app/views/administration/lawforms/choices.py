"""The choices of the forms, taken from the loaded law."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from treaties import models

Choices = list[tuple[str, str]]


def states() -> Choices:
    rows = sorted(((row.code, row.name) for row in models.State.objects.all()), key=lambda row: row[1])
    return [("", _("Choose a State")), *rows]


def instruments() -> Choices:
    rows = models.Instrument.objects.order_by("name").values_list("code", "name")
    return [("", _("Choose an instrument")), *rows]


def kinds() -> Choices:
    return list(models.AssistanceKind.objects.values_list("code", "term"))


def kinds_or_all() -> Choices:
    return [("all", _("Every kind of assistance")), *kinds()]


def draft_fields() -> Choices:
    return list(models.DraftField.objects.values_list("code", "label"))


def one(label: Any, choices: Any, **options: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, **options)


def many(label: Any, choices: Callable[[], Choices], **options: Any) -> Any:
    widget = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(label=label, choices=choices, widget=widget, **options)


def prose(label: Any, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 3}), **options)


def categories() -> Choices:
    """Return the categories of the vocabulary, and those that the law of some State has besides."""
    named = dict(models.DataCategory.objects.values_list("code", "term"))
    used = models.Threshold.objects.order_by("category").values_list("category", flat=True).distinct()
    others = {code: code.replace("_", " ").capitalize() for code in used if code not in named}
    return [("", _("Choose a category")), *named.items(), *others.items()]

"""Ticks against other rows of the same request: the field of a form, wherever a row points to others."""

from typing import Any

from django import forms


class KeysField(forms.MultipleChoiceField):
    """The keys of the rows that are ticked; which rows there are, the form says."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, widget=forms.CheckboxSelectMultiple, **options)

"""A field of ticks for a row that points to other rows of the same request."""

from typing import Any

from django import forms


class KeysField(forms.MultipleChoiceField):
    """The keys of the rows that are ticked; the form says which rows there are."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, widget=forms.CheckboxSelectMultiple, **options)

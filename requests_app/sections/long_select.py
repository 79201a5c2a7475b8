"""A select with hundreds of options, drawn once in each process: templates would take seconds for
many rows.
"""

import functools
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

Options = tuple[tuple[str, str], ...]
# A title that is translated late counts as its text of the moment, so that each language is drawn once.
Groups = tuple[tuple[str | Promise, Options], ...]


@functools.lru_cache(maxsize=64)
def _drawn(groups: Groups) -> SafeString:
    return format_html_join(
        "", "{}", ((_group(title, options) if title else _options(options),) for title, options in groups)
    )


def _group(title: str | Promise, options: Options) -> SafeString:
    return format_html('<optgroup label="{}">{}</optgroup>', title, _options(options))


def _options(options: Iterable[tuple[str, str]]) -> SafeString:
    return format_html_join("", '<option value="{}">{}</option>', options)


class LongSelect(forms.Select):
    """The widget. `groups` is hashable; the chosen value is repeated at the top, so that all share
    the drawn list.
    """

    def __init__(
        self, groups: Groups, *, empty: str | Promise, attrs: dict[str, Any] | None = None
    ) -> None:
        super().__init__(attrs)
        self.groups = groups
        self.empty = empty

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        flat = forms.utils.flatatt(self.build_attrs(self.attrs, {**(attrs or {}), "name": name}))
        return format_html(
            "<select{}>{}{}</select>", flat, self._chosen(str(value or "")), _drawn(self.groups)
        )

    def _chosen(self, value: str) -> SafeString:
        if not value:
            return format_html('<option value="" selected>{}</option>', self.empty)
        return format_html(
            '<option value="">{}</option><option value="{}" selected>{}</option>',
            self.empty,
            value,
            self.label_of(value),
        )

    def label_of(self, value: str) -> str:
        return next((text for _, options in self.groups for key, text in options if key == value), value)

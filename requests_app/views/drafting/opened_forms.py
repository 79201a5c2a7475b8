"""A form as a page opens it: the stored values, and over them what was last typed and could not be read."""

import copy
from collections.abc import Mapping
from typing import Any

from django.db.models import Model
from django.http import QueryDict

from requests_app.models import MLARequest
from requests_app.sections import Section, form_context
from requests_app.sections.drafts import DraftForm


def section_form(mla: MLARequest, page: Section) -> DraftForm | None:
    if page.form is None:
        return None
    return opened(page.form, mla, mla, form_context.of(mla).pending.get((page.slug, ""), {}))


def item_form(mla: MLARequest, page: Section, row: Any, **options: Any) -> Any:
    assert page.items is not None  # noqa: S101 - rows come from pages that have some
    pending = form_context.of(mla).pending.get((page.slug, row.key), {})
    return opened(page.items.form, mla, row, pending, **options)


def opened(
    form: type[DraftForm],
    mla: MLARequest,
    instance: Model,
    pending: Mapping[str, list[str]],
    **options: Any,
) -> DraftForm:
    """With its errors, in the words of the reader. A bound form fills its row, so it gets a copy."""
    stored = form(mla=mla, instance=instance, **options)
    typed = {name: values for name, values in pending.items() if name in stored.fields}
    if not typed:
        return stored
    data = as_data(stored)
    for name, values in typed.items():
        data.setlist(name, values)
    again = form(data, mla=mla, instance=copy.copy(instance), **options)
    again.full_clean()
    return again


def as_data(stored: DraftForm) -> QueryDict:
    """Return the stored answers as the page would send them."""
    data = QueryDict(mutable=True)
    for name in stored.fields:
        data.setlist(name, as_list(stored[name].value()))
    return data


def as_list(value: Any) -> list[str]:
    if isinstance(value, list | tuple):
        return [str(part) for part in value]
    return [] if value is None else [str(value)]

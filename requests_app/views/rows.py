"""Rows of a page as the templates take them: edited in place, or one line each with a page of its own."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.forms import BoundField
from django.utils.text import Truncator

from requests_app.models import Measure
from requests_app.models.content import Item
from requests_app.sections import Items, Section, counterparts, surroundings
from requests_app.sections.drafts import ItemForm
from requests_app.views.opened import item_form
from requests_app.views.panel import Panel
from requests_app.views.places import rows_of

# Rows of a longer list are edited on pages of their own: hundreds of open forms help nobody.
MOST_IN_PLACE = 25


def shown_rows(panel: Panel, section: Section) -> list[dict[str, Any]]:
    found = rows_of(panel.mla, section)
    in_place = in_place_of(section, len(found))
    return [
        shown(panel, section, row, number, in_place=in_place) for number, row in enumerate(found, start=1)
    ]


def in_place_of(section: Section, number: int) -> bool:
    return bool(section.items and section.items.columns and number <= MOST_IN_PLACE)


def shown(
    panel: Panel,
    section: Section,
    row: Item,
    number: int,
    *,
    in_place: bool,
    form: ItemForm | None = None,
) -> dict[str, Any]:
    items = section.items
    assert items is not None  # noqa: S101 - rows come from pages that have some
    findings = panel.of_row(section, row.key)
    if in_place:
        form = form or item_form(panel.mla, section, row, auto_id=f"row-{row.pk}-%s")
    return {
        "pk": row.pk,
        "number": number,
        "title": heading(row, items),
        "summary": [] if in_place else summary(row, items),
        "url": panel.places.item(section, row),
        "form": form,
        "columns": [[form[name] for name in column] for column in items.columns]
        if form and in_place
        else [],
        "more": _more(form, items) if form and in_place else [],
        "more_open": bool(form and form.is_bound and set(form.errors) & set(items.more)),
        "findings": findings,
        "invalid": bool(findings),
    }


def _more(form: ItemForm, items: Items) -> list[BoundField]:
    """What folds out, with the counterparts of all texts of the row, each after its own if it is here."""
    above = [name for column in items.columns for name in column]
    names = [counterparts.name_of(name) for name in above]
    names += [each for name in items.more for each in (name, counterparts.name_of(name))]
    return [form[name] for name in names if name in form.fields]


def heading(row: Item, items: Items) -> str:
    if isinstance(row, Measure):
        return surroundings.of(row.request).vocabulary.label(row.kind)
    return Truncator(str(getattr(row, items.heading))).chars(100)


def summary(row: Item, items: Items) -> list[dict[str, str]]:
    lines = [
        {"label": str(column(row, name).verbose_name), "value": text_of(row, name)}
        for name in items.summary
    ]
    return [line for line in lines if line["value"]]


def column(row: models.Model, name: str) -> "models.Field[Any, Any]":
    found = row._meta.get_field(name)
    if not isinstance(found, models.Field):
        raise FieldDoesNotExist(name)
    return found


def text_of(row: models.Model, name: str) -> str:
    """An answer as a person reads it."""
    display = getattr(row, f"get_{name}_display", None)
    value = display() if display else getattr(row, name)
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value in (None, "") else str(value)

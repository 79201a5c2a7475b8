"""Rows of a page as templates take them: edited in place, or one line each with a page of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.core.exceptions import FieldDoesNotExist
from django.core.paginator import Page, Paginator
from django.db import models
from django.forms import BoundField
from django.http import QueryDict
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from requests_app.checks.findings import Finding, Severity
from requests_app.letter.parts.numbering import annex_letter
from requests_app.models import Annex, Measure
from requests_app.models.content import Item
from requests_app.sections import Items, Section, counterparts, form_context
from requests_app.sections.drafts import ItemForm
from requests_app.views.drafting.opened_forms import item_form
from requests_app.views.parts.access import OfficerRequest
from requests_app.views.parts.finding_places import ROWS_PER_PAGE, rows_of
from requests_app.views.parts.panel import Panel

FIX, CHECK, DUPLICATES = "fix", "check", "duplicates"
REPEATED = "portal.repeated-row"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows of a table the officer looks at: those of one filter, and one page of them."""

    show: str = ""
    page: str = "1"

    @classmethod
    def by(cls, request: OfficerRequest) -> "Wanted":
        """Return what the address of the page asks for; an autosave has another address and names
        that page.
        """
        query = QueryDict(urlsplit(request.htmx.current_url or "").query) if request.htmx else request.GET
        return cls(query.get("show", ""), query.get("page", "1"))


def table(panel: Panel, section: Section, wanted: Wanted) -> dict[str, Any]:
    """Return the rows of one page of a table with its filters; a list without columns is shown whole."""
    numbered = list(enumerate(rows_of(panel.mla, section), start=1))
    if section.items is None or not section.items.columns:
        rows = [shown(panel, section, row, number, in_place=False) for number, row in numbered]
        return {"rows": rows}
    chosen = _filtered(panel, section, numbered)
    current = wanted.show if wanted.show in chosen else ""
    page = Paginator(chosen[current], ROWS_PER_PAGE).get_page(wanted.page)
    return {
        "rows": [shown(panel, section, row, number, in_place=True) for number, row in page.object_list],
        "tabs": _tabs(panel, section, chosen, current) if len(numbered) > ROWS_PER_PAGE or current else [],
        "page": _paging(panel.places.section(section), page, current),
    }


def _filtered(
    panel: Panel, section: Section, numbered: list[tuple[int, Item]]
) -> dict[str, list[tuple[int, Item]]]:
    def having(test: Callable[[Finding], bool]) -> list[tuple[int, Item]]:
        return [
            (number, row)
            for number, row in numbered
            if any(test(finding) for finding in panel.by_item.get((section.slug, row.key), ()))
        ]

    return {
        "": numbered,
        FIX: having(lambda finding: finding.severity is Severity.BLOCK),
        CHECK: having(lambda finding: finding.severity is not Severity.BLOCK),
        DUPLICATES: having(lambda finding: finding.requirement == REPEATED),
    }


def _tabs(
    panel: Panel, section: Section, chosen: dict[str, list[tuple[int, Item]]], current: str
) -> list[dict[str, Any]]:
    labels = {
        "": _("All rows"),
        FIX: _("With something to fix"),
        CHECK: _("With something to check"),
        DUPLICATES: _("Duplicates"),
    }
    address = panel.places.section(section)
    return [
        {
            "label": labels[name],
            "count": len(rows),
            "url": f"{address}?{urlencode({'show': name})}" if name else address,
            "current": name == current,
        }
        for name, rows in chosen.items()
    ]


def _paging(address: str, page: Page[Any], current: str) -> dict[str, str]:
    def of(number: int) -> str:
        return f"{address}?{urlencode(({'show': current} if current else {}) | {'page': number})}"

    if page.paginator.num_pages == 1:
        return {}
    return {
        "previous_url": of(page.previous_page_number()) if page.has_previous() else "",
        "next_url": of(page.next_page_number()) if page.has_next() else "",
        "text": _("%(first)s to %(last)s of %(count)s")
        % {"first": page.start_index(), "last": page.end_index(), "count": page.paginator.count},
    }


def appears_in_place(section: Section, number: int, wanted: Wanted) -> bool:
    """Whether a new last row belongs to the page that the officer looks at."""
    if not section.items or not section.items.columns or wanted.show:
        return False
    return str((number - 1) // ROWS_PER_PAGE + 1) == (wanted.page or "1")


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
        "mark": _("Annex %(letter)s") % {"letter": annex_letter(number - 1)}
        if isinstance(row, Annex)
        else "",
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
        return form_context.of(row.request).vocabulary.label(row.kind)
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
    """Return an answer as a person reads it."""
    display = getattr(row, f"get_{name}_display", None)
    value = display() if display else getattr(row, name)
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value in (None, "") else str(value)

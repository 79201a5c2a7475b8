"""The nexus grid: what is sought, row by row, against the facts and offences it rests on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from requests_app import casework, permissions
from requests_app.casework import Refused, Ticks
from requests_app.checks import nexus
from requests_app.checks.reading import Reading
from requests_app.models import DataItem, Fact, Measure, MLARequest
from requests_app.sections import form_context
from requests_app.views.drafting import saving
from requests_app.views.parts.access import OfficerRequest, find, find_editable
from requests_app.views.parts.line_bundles import bundled
from requests_app.views.parts.panel import Panel, kept_panel_of, panel_of
from requests_app.views.parts.request_heads import head

PAGE = "requests_app/nexus.html"
# More rows than these are shown together where they are tied alike, so that one tick ties them all.
MOST_APART = 25
# Every tick is a field of the form, and a form may have so many.
MOST_TICKS = 900
MOST_ROWS = 50
Row = DataItem | Measure
Link = tuple[str, str]


@dataclass(frozen=True)
class Line:
    """One line of the grid: one row sought, or several with equal links."""

    section: str
    rows: tuple[Row, ...]
    numbers: tuple[int, ...]

    @property
    def id(self) -> str:
        return f"{self.section}-{self.rows[0].key}"

    @property
    def links(self) -> frozenset[Link]:
        first = self.rows[0]
        return frozenset((name, key) for name in ("facts", "offences") for key in getattr(first, name))

    @property
    def state(self) -> str:
        """Return what the officer had on the screen: which rows, how they read, and what was ticked."""
        faces = " ".join(f"{row.key}~{casework.face_of(self.section, row)}" for row in self.rows)
        return "|".join((self.id, faces, " ".join(sorted(f"{name}:{key}" for name, key in self.links))))


@require_http_methods(["GET", "POST"])
def grid(request: HttpRequest, reference: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    if request.method == "POST":
        return _save(request, find_editable(request, reference))
    mla = find(request, reference)
    return render(request, PAGE, context_of(request, panel_of(mla)))


def _save(request: OfficerRequest, mla: MLARequest) -> HttpResponse:
    saved = casework.save_links(
        mla, request.user, ticks=list(ticks_of(request.POST)), shown=bool(request.htmx)
    )
    fresh = find(request, mla.reference)
    if not saved.refused:
        saving.acknowledge(request, fresh.revision)
    if not request.htmx:
        for line in told(fresh, saved.refused):
            messages.error(request, line)
        if saved.refused or request.POST.get("then") != "next":
            return redirect(request.get_full_path())
        return redirect("section", fresh.reference, "procedures")
    context = context_of(request, kept_panel_of(fresh))
    state = {"ok": True, "at": timezone.now(), "revision": fresh.revision, "problems": 0}
    context |= {"save": state | {"conflict": bool(saved.refused)}, "told": told(fresh, saved.refused)}
    return render(request, f"{PAGE}#saved", context, status=409 if saved.refused else 200)


def ticks_of(sent: QueryDict) -> Iterable[Ticks]:
    """Return what was changed, line by line; what cannot be read is no tick."""
    for state in sent.getlist("row"):
        line, faces, was = [*state.split("|"), "", ""][:3]
        section = line.partition("-")[0]
        if section not in ("data", "measures"):
            continue
        before = frozenset(_links(was.split()))
        after = frozenset(_links(sent.getlist(f"to-{line}")))
        if before != after:
            shown = dict(face.split("~", 1) for face in faces.split() if "~" in face)
            yield Ticks(section, shown, after - before, before - after)


def _links(texts: Iterable[str]) -> Iterable[Link]:
    for text in texts:
        name, _colon, key = text.partition(":")
        if name in ("facts", "offences"):
            yield name, key


def told(mla: MLARequest, refused: Sequence[Refused]) -> list[str]:
    """Return which ticks were not saved, and what to do."""
    rows = {("data", r.key): r for r in mla.dataitem_set.all()} | {
        ("measures", r.key): r for r in mla.measure_set.all()
    }
    said = []
    for each in refused:
        row = rows.get((each.section, each.key))
        if row is None:
            said.append(_("Not saved: a row that you ticked was removed meanwhile."))
        elif each.links:
            said.append(
                _("“%(row)s”: a fact or offence you ticked was removed meanwhile. The rest is saved.")
                % {"row": title_of(row)}
            )
        else:
            said.append(
                _("Not saved: the row that now reads “%(row)s” was changed meanwhile. Tick it again.")
                % {"row": title_of(row)}
            )
    return list(dict.fromkeys(said))


def context_of(request: OfficerRequest, panel: Panel) -> dict[str, Any]:
    mla = panel.mla
    columns = columns_of(mla)
    rows = sought(panel)
    apart = len(rows) <= MOST_APART or request.GET.get("rows") == "each"
    lines = rows if apart else together(rows)
    size = max(1, min(MOST_ROWS, MOST_TICKS // (len(columns) + 1)))
    number = _page_number(request, pages=-(-len(lines) // size))
    here = reverse("nexus", args=[mla.reference])
    return {
        "mla": mla,
        "head": head(mla),
        "tasks": panel.tasks("nexus"),
        "may_edit": permissions.may_edit(request.user, mla),
        "columns": columns,
        "facts": sum(column["name"] == "facts" for column in columns),
        "offences": sum(column["name"] == "offences" for column in columns),
        "lines": [shown(line, columns) for line in lines[(number - 1) * size : number * size]],
        "apart": apart,
        "may_group": len(rows) > MOST_APART,
        "each_url": f"{here}?rows=each",
        "group_url": here,
        "form_url": request.get_full_path(),
        "paging": paging(here, apart and len(rows) > MOST_APART, number, size, len(lines)),
        "findings": open_findings(panel),
        "save": None,
        "of": "nexus",
    }


def _page_number(request: HttpRequest, *, pages: int) -> int:
    given = request.GET.get("page", "1")
    return (
        min(int(given), max(pages, 1)) if given.isascii() and given.isdigit() and int(given[:6]) > 0 else 1
    )


def paging(here: str, each: bool, number: int, size: int, count: int) -> dict[str, str]:
    extra = "&rows=each" if each else ""
    last = min(number * size, count)
    if count <= size:
        return {}
    text = _("%(first)s to %(last)s of %(count)s") % {
        "first": (number - 1) * size + 1,
        "last": last,
        "count": count,
    }
    return {
        "text": text,
        "previous_url": f"{here}?page={number - 1}{extra}" if number > 1 else "",
        "next_url": f"{here}?page={number + 1}{extra}" if last < count else "",
    }


def sought(panel: Panel) -> list[Line]:
    """Return the rows of the schedule, and the measures that no row describes."""
    data = [
        Line("data", (row,), (number,)) for number, row in enumerate(panel.mla.dataitem_set.all(), start=1)
    ]
    reading = Reading(panel.examination.snapshot, date.min)
    alone = {m.id for m in panel.examination.snapshot.measures if nexus.stands_alone(reading, m)}
    measures = [
        Line("measures", (row,), (number,))
        for number, row in enumerate(panel.mla.measure_set.all(), start=1)
        if row.key in alone
    ]
    return [*data, *measures]


def together(lines: Iterable[Line]) -> list[Line]:
    """Return rows of one provider and measure with equal links as one line: whatever is ticked, they
    stay equal.
    """
    groups: dict[tuple[Any, ...], list[Line]] = {}
    for line in lines:
        row = line.rows[0]
        alike = (row.provider, tuple(row.measures)) if isinstance(row, DataItem) else (row.key,)
        groups.setdefault((line.section, *alike, line.links), []).append(line)
    return [
        Line(
            group[0].section,
            tuple(line.rows[0] for line in group),
            tuple(line.numbers[0] for line in group),
        )
        for group in groups.values()
    ]


def columns_of(mla: MLARequest) -> list[dict[str, str]]:
    facts = [
        _column("facts", row.key, _("Fact %(n)s") % {"n": number}, _fact(row))
        for number, row in enumerate(mla.fact_set.all(), start=1)
    ]
    offences = [
        _column("offences", row.key, _("Offence %(n)s") % {"n": number}, row.title)
        for number, row in enumerate(mla.offence_set.all(), start=1)
    ]
    return facts + offences


def _column(name: str, key: str, label: str, text: str) -> dict[str, str]:
    return {
        "name": name,
        "key": key,
        "value": f"{name}:{key}",
        "label": label,
        "text": Truncator(text).chars(70),
    }


def _fact(row: Fact) -> str:
    return row.text if row.on is None else f"{row.on:%Y-%m-%d}: {row.text}"


def shown(line: Line, columns: Sequence[dict[str, str]]) -> dict[str, Any]:
    links = {f"{name}:{key}" for name, key in line.links}
    count = len(line.rows)
    return {
        "id": line.id,
        "state": line.state,
        "title": title_of(line.rows[0]),
        "detail": detail_of(line),
        "more": ngettext("and %(n)s more row tied alike", "and %(n)s more rows tied alike", count - 1)
        % {"n": count - 1}
        if count > 1
        else "",
        "titles": [title_of(row) for row in line.rows] if count > 1 else [],
        "untied": not any(name == "facts" for name, _key in line.links),
        "cells": [column | {"checked": column["value"] in links} for column in columns],
    }


def title_of(row: Row) -> str:
    if isinstance(row, Measure):
        return form_context.of(row.request).vocabulary.label(row.kind)
    return row.identifier or _("Row without an identifier")


def detail_of(line: Line) -> str:
    row = line.rows[0]
    if isinstance(row, Measure):
        return Truncator(row.description).chars(90)
    period = " – ".join(filter(None, (row.start, row.end))) if len(line.rows) == 1 else ""
    return ", ".join(filter(None, (row.provider, period)))


def open_findings(panel: Panel) -> list[dict[str, Any]]:
    """Return what the rules on the nexus find, as the completeness panel shows it."""
    codes = {rule.requirement.code for rule in nexus.RULES}
    return bundled((f for f in panel.report.findings if f.requirement in codes), panel.lines)

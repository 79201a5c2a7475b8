"""Coverage: what is in force between the home State and every other, as a map, a table and a file."""

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from treaties import coverage as reaches
from treaties import current
from treaties.coverage import Cover, Reach
from treaties.models import Instrument, State
from treaties.views.bonds import lines
from treaties.views.days import DayForm
from treaties.views.marks import mark
from treaties.views.reach import LEGEND, Row, Sources, View, pair_url, row
from treaties.views.state import home_state
from treaties.worldmap import Outline, Shape, shapes, world

Kind = Instrument.Kind
NOT_A_STATE = "land"


class CoverageForm(DayForm):
    """What the reader asks of the map: the instrument and the day."""

    instrument = forms.ChoiceField(
        label=gettext_lazy("Instrument"),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("The portal knows no such instrument. Choose one.")},
    )
    field_order = ("instrument", "on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = Instrument.objects.filter(kind__in=(Kind.MULTILATERAL, Kind.REGIONAL)).order_by("name")
        choices = [("", _("Whatever is in force")), *named.values_list("code", "name")]
        self.fields["instrument"].choices = choices  # type: ignore[attr-defined]

    @property
    def chosen(self) -> str:
        return "" if self.errors.get("instrument") else str(self.cleaned_data["instrument"])


@dataclass(frozen=True, slots=True)
class Found:
    """What the map, the table and the file have in common."""

    view: View
    states: Mapping[str, State]
    reach: Mapping[str, Reach]
    rows: list[Row]
    sources: Sources


def find(form: CoverageForm, home: State, state: str) -> Found:
    view = View(current.law(), home, form.day, form.chosen, state)
    states = {each.code: each for each in State.objects.filter(kind=State.Kind.STATE)}
    reach = reaches.reach(home.code, view.on, view.instrument, law=view.law)
    sources = Sources()
    found = [row(view, each, reach[code], sources) for code, each in states.items() if code in reach]
    return Found(view, states, reach, sorted(found, key=lambda each: each.state.name), sources)


@require_safe
def coverage(request: HttpRequest) -> HttpResponse:
    form = CoverageForm.of(request.GET)
    home = home_state()
    if home is None:
        return render(request, "treaties/not_loaded.html")
    found = find(form, home, request.GET.get("state", ""))
    query = {"instrument": found.view.instrument, "on": found.view.on.isoformat()}
    context = {
        "form": form,
        "on": found.view.on,
        "home": home,
        "rows": found.rows,
        "sources": [{"number": number, "text": text} for text, number in found.sources.numbers.items()],
        "world": world(),
        "shapes": _shapes(found.view, found.rows),
        "legend": _legend(found.rows, home),
        "map_title": found.view.title,
        "chosen": _chosen(found.view, found.states, found.reach),
        "csv_url": f"{reverse('law_coverage_csv')}?{urlencode(query)}",
    }
    return render(request, "treaties/coverage.html", context)


@require_safe
def coverage_csv(request: HttpRequest) -> HttpResponse:
    """Return the table as a CSV file, with a byte order mark so that spreadsheets read it as UTF-8."""
    form = CoverageForm.of(request.GET)
    home = home_state()
    if home is None:
        raise Http404
    found = find(form, home, "")
    name = "-".join(filter(None, ["coverage", home.code, found.view.instrument, found.view.on.isoformat()]))
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8", headers=headers)
    writer = csv.writer(answer)
    writer.writerow(_COLUMNS)
    writer.writerows(_cells(found.view, each) for each in found.rows)
    return answer


_COLUMNS = ("from", "on", "code", "State", "between both", "also", "in force since", "confidence", "source")


def _cells(view: View, each: Row) -> list[str]:
    source, confidence = (each.fact.source, each.fact.confidence) if each.fact else ("", "")
    since = each.since.isoformat() if each.since else ""
    day = view.on.isoformat()
    cells = [
        view.home.code,
        day,
        each.code,
        each.state.name,
        each.words,
        each.more,
        since,
        confidence,
        source,
    ]
    return [_inert(str(cell)) for cell in cells]


def _inert(text: str) -> str:
    """Return the cell with a quote before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text


def _shapes(view: View, rows: list[Row]) -> list[Shape]:
    known = {each.code: each for each in rows}

    def look(outline: Outline) -> Shape:
        if outline.code == view.home.code:
            return Shape(outline, Cover.HOME, view.home.name, "", view.home.name)
        each = known.get(outline.code)
        if each is None:
            return Shape(outline, NOT_A_STATE, _("Territory, not assessed"), "")
        name = each.state.name if each.selected else ""
        return Shape(outline, each.cover, each.label, view.url(state=each.code), name)

    return shapes(look)


def _legend(rows: list[Row], home: State) -> list[dict[str, object]]:
    counts = Counter(each.cover for each in rows)
    keys: list[dict[str, object]] = [{"look": Cover.HOME, "label": home.name, "count": ""}]
    keys += [
        {"look": cover, "label": label, "count": counts[cover]}
        for cover, label in LEGEND.items()
        if counts[cover]
    ]
    return [*keys, {"look": NOT_A_STATE, "label": _("Territory, not assessed"), "count": ""}]


def _chosen(
    view: View, states: Mapping[str, State], reach: Mapping[str, Reach]
) -> dict[str, object] | None:
    """Return the context of the State chosen on the map; None for a State that does not exist."""
    state = states.get(view.state)
    if state is None or state.code not in reach:
        return None
    names = {view.home.code: view.home.name, state.code: state.name}
    bonds = reaches.reach(view.home.code, view.on, law=view.law)[state.code].bonds
    return {
        "state": mark(state),
        "state_url": mark(state).url,
        "pair_url": pair_url(view.home, state, view.on),
        "bonds": lines(bonds, view.on, view.law, names, {}),
    }

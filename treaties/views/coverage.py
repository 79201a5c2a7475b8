"""The world as the home State sees it: what is in force with whom, as a map and as a table."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
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


@require_safe
def coverage(request: HttpRequest) -> HttpResponse:
    form = CoverageForm.of(request.GET)
    home = home_state()
    if home is None:
        return render(request, "treaties/not_loaded.html")
    view = View(current.law(), home, form.day, form.chosen, request.GET.get("state", ""))
    states = {state.code: state for state in State.objects.filter(kind=State.Kind.STATE)}
    reach = reaches.reach(home.code, view.on, view.instrument, law=view.law)
    others = [state for code, state in states.items() if code in reach]
    sources = Sources()
    found = (row(view, state, reach[state.code], sources) for state in others)
    rows = sorted(found, key=lambda each: each.state.name)
    context = {
        "form": form,
        "on": view.on,
        "home": home,
        "rows": rows,
        "sources": [{"number": number, "text": text} for text, number in sources.numbers.items()],
        "world": world(),
        "shapes": _shapes(view, rows),
        "legend": _legend(rows, home),
        "map_title": view.title,
        "chosen": _chosen(view, states, reach),
    }
    return render(request, "treaties/coverage.html", context)


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
    """The State that was chosen on the map; one that does not exist chooses none."""
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

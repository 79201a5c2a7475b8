"""How to write to a State, on one printed sheet."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from treaties import current, relations
from treaties.law import Law
from treaties.models import AssistanceKind, Authority, DataCategory, Requirement, State
from treaties.views.bonds import provenance, since
from treaties.views.lines import Anchors, Chapter, Line
from treaties.views.marks import written
from treaties.views.offices import office, with_designations
from treaties.views.own_law import declarations, how, red_flags, required, thresholds
from treaties.views.state import home_state, known_state


@require_safe
def brief(request: HttpRequest, code: str) -> HttpResponse:
    state, home = known_state(code), home_state()
    on, law = timezone.localdate(), current.law()
    crumbs = [
        {"label": _("States"), "url": reverse("law_coverage")},
        {"label": state.name, "url": reverse("law_state", args=[state.code])},
        {"label": _("How to write to it")},
    ]
    context = {
        "state": state,
        "home": home or state,
        "on": on,
        "version": law.version,
        "crumbs": crumbs,
        "parts": [*_whom(state), *_on_what(state, home, on, law), *_what(state)],
    }
    return render(request, "treaties/brief.html", context)


def _whom(state: State) -> list[Chapter]:
    rows = list(with_designations().filter(state=state).exclude(function=Authority.Function.OTHER))
    return [
        Chapter(
            slug="whom",
            title=_("Send it to"),
            lines=[_office_line(row) for row in sorted(rows, key=lambda row: row.function)],
            empty=_("No office is known to the portal. Ask through the diplomatic channel."),
        ),
        how(state),
    ]


def _office_line(row: Authority) -> Line:
    shown = office(row)
    reached = ", ".join(filter(None, [shown.address, shown.email, shown.phone]))
    scope = f"({shown.scope})" if shown.scope else ""
    return Line(
        text=f"{shown.name} {scope}".strip(),
        fact=row,
        article=shown.function,
        notes=(reached,) if reached else (),
    )


def _on_what(state: State, home: State | None, on: date, law: Law) -> list[Chapter]:
    """Return the treaties in force with the home State; none for the home State itself."""
    if home is None or home == state:
        return []
    bonds = relations.in_force_between(home.code, state.code, on, law=law)
    return [
        Chapter(
            slug="bases",
            title=_("Rest it on"),
            lines=[
                Line(
                    text=each.instrument.name,
                    fact=provenance(each),
                    notes=(_("since %s") % written(day),) if (day := since(each)) else (),
                )
                for each in bonds
                if not each.instrument.binds_nobody
            ],
            empty=_("No treaty in force between the two is known to the portal: comity."),
        )
    ]


def _what(state: State) -> list[Chapter]:
    """Return the State's own law, without rules for single kinds of assistance and without
    recommendations.

    Both stand on the page of the State; this is one sheet.
    """
    kinds = dict(AssistanceKind.objects.values_list("code", "term"))
    categories = dict(DataCategory.objects.values_list("code", "term"))
    rows = list(state.requirements.select_related("instrument"))
    anchors = Anchors()
    own = [row for row in rows if row.instrument is None and row.level != Requirement.Level.RECOMMENDED]
    declared = [row for row in rows if row.instrument is not None]
    return [
        required(own, kinds, anchors),
        *thresholds(state, categories, anchors),
        declarations(state, declared, kinds, anchors),
        red_flags(state),
    ]

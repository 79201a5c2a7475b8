"""The first page of the law: its parts, and the way to each."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from treaties import current
from treaties.law import Law
from treaties.views.lines import Words


@dataclass(frozen=True, slots=True)
class Door:
    """One part of the law: its name, what it holds, and its address."""

    title: Words
    text: Words
    url: str


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    law = current.law()
    if not law.states:
        return render(request, "treaties/not_loaded.html")
    return render(
        request, "treaties/start.html", {"doors": doors(law), "own_law": states_with_own_law(law)}
    )


def doors(law: Law) -> list[Door]:
    instruments, states = len(law.instruments), len(law.states)
    return [
        Door(
            _("Treaties and other instruments"),
            ngettext(
                "%(n)s instrument: what it asks of a request, who is bound by it, and since when.",
                "%(n)s instruments: what each asks of a request, who is bound by it, and since when.",
                instruments,
            )
            % {"n": instruments},
            reverse("law_search"),
        ),
        Door(
            _("Map"),
            _("What is in force with each State on a day, as a map and as a table that can be downloaded."),
            reverse("law_coverage"),
        ),
        Door(
            _("States"),
            ngettext(
                "%(n)s State: what binds it, whom to write to, and what its own law asks.",
                "%(n)s States: what binds each of them, whom to write to, and what their own law asks.",
                states,
            )
            % {"n": states},
            f"{reverse('law_coverage')}#states",
        ),
        Door(
            _("Directory of authorities"),
            _("Central authorities and contact points by day and night."),
            reverse("law_directory"),
        ),
        Door(
            _("What needs verification"),
            _("Facts that are past their review date, that nobody read in a text, or that are weak."),
            reverse("law_verification"),
        ),
    ]


def states_with_own_law(law: Law) -> list[Door]:
    """Return the States of whose own law the portal holds rules, by name."""
    found = sorted((law.states[code].name, code) for code, asked in law.own_law_of.items() if asked)
    return [Door(name, "", reverse("law_state", args=[code])) for name, code in found]

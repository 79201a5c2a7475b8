"""The page of one State: its names, what binds it with the home State, its offices and its own law."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from treaties import current, relations
from treaties.models import AssistanceKind, DataCategory, Participation, State
from treaties.views.acts import acts, standing
from treaties.views.bonds import lines
from treaties.views.lines import Chapter, Tag, Words
from treaties.views.marks import language_name, languages
from treaties.views.offices import office, with_designations
from treaties.views.own_law import own_law

# The six languages of the United Nations, in their alphabetical order in English.
SIX = ("ar", "zh", "en", "fr", "ru", "es")


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the State in one language."""

    code: str
    language: str
    short: str
    formal: str


@dataclass(frozen=True, slots=True)
class Row:
    """An instrument with the acts of the State under it."""

    name: str
    url: str
    tag: Tag
    acts: list[str]
    fact: Participation


def known_state(code: str) -> State:
    """Return the State of the address, or raise Http404; codes are upper case."""
    found = State.objects.filter(code=code.upper()).first()
    if found is None:
        raise Http404
    return found


def home_state() -> State | None:
    """Return the State of this installation; None while no law is loaded."""
    return State.objects.filter(code=settings.HOME_STATE).first()


@require_safe
def state(request: HttpRequest, code: str) -> HttpResponse:
    found = known_state(code)
    home = home_state()
    kinds = dict(AssistanceKind.objects.values_list("code", "term"))
    categories = dict(DataCategory.objects.values_list("code", "term"))
    chapters = own_law(found, kinds, categories)
    offices = [office(row) for row in with_designations().filter(state=found)]
    return render(
        request,
        "treaties/state.html",
        {
            **_towards(found, home),
            "brief_url": reverse("law_brief", args=[found.code]),
            "contents": _contents(chapters, home is not None and home != found),
            "state": found,
            "home": home,
            "formal": found.formal_name,
            "crumbs": [{"label": _("States"), "url": reverse("law_coverage")}, {"label": found.name}],
            "names": names(found),
            "facts": _facts(found),
            "chapters": chapters,
            "offices": offices,
            "participations": _participations(found, timezone.localdate()),
        },
    )


def _towards(found: State, home: State | None) -> dict[str, object]:
    """Return what binds the State with the home State today; nothing for the home State itself."""
    if home is None or home == found:
        return {"bonds": None}
    law, on = current.law(), timezone.localdate()
    bonds = relations.in_force_between(home.code, found.code, on, law=law)
    treaties = [each for each in bonds if not each.instrument.binds_nobody]
    pair = {"home": home.name, "other": found.name}
    return {
        "bonds": lines(treaties, on, law, {home.code: home.name, found.code: found.name}, {}),
        "pair_url": reverse("law_pair", args=[home.code, found.code]),
        "pair_text": _("%(home)s and %(other)s") % pair,
    }


def _contents(chapters: list[Chapter], has_bonds: bool) -> list[dict[str, Words]]:
    bonds: list[dict[str, Words]] = (
        [{"slug": "bonds", "title": _("What binds it today")}] if has_bonds else []
    )
    return [
        *bonds,
        {"slug": "offices", "title": _("Authorities and contact points")},
        *({"slug": chapter.slug, "title": chapter.title} for chapter in chapters),
        {"slug": "participations", "title": _("All its participations")},
    ]


def names(found: State) -> list[Name]:
    """Return the names by language; a language in which the United Nations have no name is left out."""
    return [
        Name(
            code,
            language_name("zh-hans" if code == "zh" else code),
            found.short[code],
            found.formal.get(code, ""),
        )
        for code in SIX
        if found.short.get(code)
    ]


def _facts(found: State) -> list[dict[str, Words]]:
    members = ", ".join(row.organisation.name for row in found.memberships.select_related("organisation"))
    lines = [
        (_("Code"), f"{found.iso2}, {found.code}"),
        (_("Official languages"), languages(found.languages)),
        (_("Member of"), members),
    ]
    return [{"title": title, "value": value} for title, value in lines if value]


def _participations(found: State, on: date) -> list[Row]:
    rows = found.participations.select_related("instrument")
    listed = [
        Row(
            each.instrument.name,
            reverse("law_instrument", args=[each.instrument_id]),
            standing(each, on),
            acts(each),
            each,
        )
        for each in rows
    ]
    return sorted(listed, key=lambda row: row.name)

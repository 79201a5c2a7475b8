"""The page of two States on a day: what binds them when the first asks the second."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from treaties import cited_bases, current, relations, requirements
from treaties.anchors import url_of_citation
from treaties.law import Law
from treaties.models import Declaration, Instrument, State
from treaties.relations import Bond, Status
from treaties.views.bonds import BondLine, lines, weakest
from treaties.views.days import DayForm
from treaties.views.lines import Chapter, Line, Words
from treaties.views.own_law import declaration_line
from treaties.views.state import known_state
from treaties.views.words import level_tag


@dataclass(frozen=True, slots=True)
class Section:
    """A group of instruments on the page."""

    slug: str
    title: Words
    intro: Words
    empty: Words


IN_FORCE = Section(
    "in-force",
    gettext_lazy("In force between the two"),
    "",
    gettext_lazy("Nothing in force between the two is known to the portal."),
)
OPEN = Section(
    "open",
    gettext_lazy("Open without a treaty"),
    gettext_lazy("These create no duty to assist: the requested State decides."),
    gettext_lazy("Nothing is recorded."),
)
PENDING = Section(
    "pending",
    gettext_lazy("Signed, or not yet in force"),
    gettext_lazy("A request cannot rest on these on this day."),
    gettext_lazy("None is known."),
)
ENDED = Section("ended", gettext_lazy("Withdrawn, suspended or ended"), "", gettext_lazy("None is known."))
OUTSIDE = Section(
    "outside",
    gettext_lazy("One of the two is outside"),
    gettext_lazy("A source of the day shown says that it is not a party; it may have joined since."),
    gettext_lazy("None is known."),
)
NOT_BETWEEN = Section(
    "not-between",
    gettext_lazy("Binds both, but not towards each other"),
    gettext_lazy(
        "They stand on the same side of it, are parts of one State, or the treaty that it supplements does "
        "not bind both."
    ),
    gettext_lazy("None is known."),
)
NOT_KNOWN = Section(
    "not-known",
    gettext_lazy("Not known"),
    gettext_lazy("The data are silent on one side. Silence is no statement that it is not bound."),
    gettext_lazy("Nothing of this kind."),
)
SECTIONS = (IN_FORCE, OPEN, PENDING, ENDED, OUTSIDE, NOT_BETWEEN, NOT_KNOWN)
_BY_STATUS = {
    Status.SIGNED: PENDING,
    Status.NOT_YET: PENDING,
    Status.ENDED: ENDED,
    Status.SUSPENDED: ENDED,
    Status.NOT_PARTY: OUTSIDE,
    Status.NOT_LISTED: OUTSIDE,
    Status.NOT_KNOWN: NOT_KNOWN,
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Who asks whom on which day, by which version of the law."""

    law: Law
    requesting: State
    requested: State
    on: date

    @property
    def names(self) -> dict[str, str]:
        return {state.code: state.name for state in (self.requesting, self.requested)}

    @property
    def bonds(self) -> tuple[Bond, ...]:
        return relations.bonds(self.requesting.code, self.requested.code, self.on, law=self.law)

    @property
    def in_force(self) -> tuple[Bond, ...]:
        return relations.in_force_between(self.requesting.code, self.requested.code, self.on, law=self.law)


@require_safe
def pair(request: HttpRequest, requesting: str, requested: str) -> HttpResponse:
    form = DayForm.of(request.GET)
    asked = Pair(current.law(), known_state(requesting), known_state(requested), form.day)
    if asked.requesting == asked.requested:
        raise Http404
    heading = _("%(asks)s and %(asked)s") % {"asks": asked.requesting.name, "asked": asked.requested.name}
    there_and_back = reverse("law_pair", args=[asked.requested.code, asked.requesting.code])
    context = {
        "form": form,
        "on": asked.on,
        "heading": heading,
        "requesting": asked.requesting,
        "requested": asked.requested,
        "reverse_url": f"{there_and_back}?on={asked.on.isoformat()}",
        "crumbs": [{"label": _("States"), "url": reverse("law_coverage")}, {"label": heading}],
        "notices": notices(asked),
        "groups": groups(asked),
        "chapters": [declarations(asked), one_way(asked)],
    }
    return render(request, "treaties/pair.html", context)


def notices(asked: Pair) -> list[dict[str, Words]]:
    """What must be known of the two before anything else."""
    within = cited_bases.one_state_words(asked.law, asked.requesting.code, asked.requested.code)
    return [{"title": _("No pair of States"), "text": within}] if within else []


def groups(asked: Pair) -> list[dict[str, object]]:
    """Return all sections, also empty ones, because an empty section is an answer. Model texts are
    left out.
    """
    placed: dict[Section, list[Bond]] = {section: [] for section in SECTIONS}
    binding = {each.instrument.code for each in asked.in_force}
    for each in (bond for bond in asked.bonds if bond.instrument.kind != "model"):
        placed[section_of(each, binding)].append(each)
    references = dict(Instrument.objects.values_list("code", "reference"))
    return [_group(asked, section, bonds, references) for section, bonds in placed.items()]


def section_of(each: Bond, binding: set[str]) -> Section:
    if each.within_one_state:
        return NOT_BETWEEN
    if each.instrument.needs_no_participation:
        return OPEN
    if each.instrument.code in binding:
        return OPEN if each.instrument.binds_nobody else IN_FORCE
    return _BY_STATUS.get(weakest(each), NOT_BETWEEN)


def _group(
    asked: Pair, section: Section, bonds: Iterable[Bond], references: dict[str, str]
) -> dict[str, object]:
    found: list[BondLine] = lines(bonds, asked.on, asked.law, asked.names, references)
    return {
        "slug": section.slug,
        "title": section.title,
        "intro": section.intro if found else "",
        "empty": section.empty,
        "bonds": found,
    }


def declarations(asked: Pair) -> Chapter:
    """Return declarations of the requested State under what is in force; they matter in this
    direction only.
    """
    binding = {each.instrument.code for each in asked.in_force}
    rows = Declaration.objects.filter(state=asked.requested).select_related("instrument")
    return Chapter(
        slug="declarations",
        title=_("Declarations of %s that bite") % asked.requested.name,
        lines=[declaration_line(row) for row in rows if row.instrument_id in binding],
        empty=_("None is recorded. That does not prove that it made none."),
    )


def one_way(asked: Pair) -> Chapter:
    """Return what a request must say in this direction, and not or not so in the other."""
    found = requirements.for_request(
        requesting=asked.requesting.code,
        requested=asked.requested.code,
        bases=[each.instrument.code for each in asked.in_force],
        kinds=list(asked.law.kinds),
        on=asked.on,
        law=asked.law,
    )
    return Chapter(
        slug="direction",
        title=_("What depends on who asks"),
        lines=[
            Line(
                text=each.message,
                fact=each.citation,
                article=each.citation.label,
                tags=(level_tag(each.level),),
                url=url_of_citation(each.citation.instrument, each.citation.provision),
                link_text=_("The article"),
            )
            for each in found
            if each.direction
        ],
        empty=_("Nothing is recorded that differs by direction."),
    )

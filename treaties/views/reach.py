"""A State as both the map and the table beside it show it."""

from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from treaties.coverage import Cover, Reach
from treaties.law import Law
from treaties.models import State
from treaties.relations import Bond, Status
from treaties.views.bonds import Provenance, provenance, since, tag, weakest
from treaties.views.lines import Words
from treaties.views.marks import Mark, mark, written

LEGEND: dict[Cover, Words] = {
    Cover.IN_FORCE: gettext_lazy("In force between both"),
    Cover.CERTAIN_CRIMES: gettext_lazy("In force for certain crimes only"),
    Cover.WITH_BILATERAL: gettext_lazy("In force, with a treaty of the two alone"),
    Cover.NOT_IN_FORCE: gettext_lazy("Signed, withdrawn or not on the list of parties"),
    Cover.NOT_KNOWN: gettext_lazy("Not known"),
}
_IN_FORCE = frozenset({Cover.IN_FORCE, Cover.CERTAIN_CRIMES, Cover.WITH_BILATERAL})
NAMED = 2


@dataclass(frozen=True, slots=True)
class View:
    """What the reader asked of the map."""

    law: Law
    home: State
    on: date
    instrument: str
    state: str

    @property
    def title(self) -> str:
        what = self.law.instruments[self.instrument].name if self.instrument else _("Whatever is in force")
        return _("%(what)s between %(home)s and every State on %(day)s") % {
            "what": what,
            "home": self.home.name,
            "day": written(self.on),
        }

    def url(self, *, state: str) -> str:
        query = {"instrument": self.instrument, "on": self.on.isoformat(), "state": state}
        return f"?{urlencode(query)}#chosen"


@dataclass(frozen=True, slots=True)
class Row:
    """One State. `more` names what else is in force; `fact` says how sure the first instrument is."""

    code: str
    state: Mark
    url: str
    cover: Cover
    words: str
    more: str
    since: date | None
    fact: Provenance | None
    source: int
    selected: bool

    @property
    def in_force(self) -> bool:
        return self.cover in _IN_FORCE

    @property
    def label(self) -> str:
        """Return what a screen reader says of the State on the map."""
        day = _(", in force since %s") % written(self.since) if self.since else ""
        return f"{self.state.name}: {self.words}{day}"


def pair_url(home: State, other: State, on: date) -> str:
    return f"{reverse('law_pair', args=[home.code, other.code])}?on={on.isoformat()}"


@dataclass(slots=True)
class Sources:
    """The sources of a long table, numbered and named once below it."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, source: str) -> int:
        return self.numbers.setdefault(source, len(self.numbers) + 1) if source else 0


def row(view: View, state: State, found: Reach, sources: Sources) -> Row:
    first = found.bonds[0] if found.bonds else None
    fact = provenance(first) if first and found.cover is not Cover.NOT_KNOWN else None
    return Row(
        code=state.code,
        state=mark(state),
        url=pair_url(view.home, state, view.on),
        cover=found.cover,
        words=_words(view, found),
        more=_more([each.instrument.name for each in found.bonds[1:]]),
        since=since(first) if first else None,
        fact=fact,
        source=sources.number(fact.source) if fact else 0,
        selected=state.code == view.state,
    )


def _more(names: list[str]) -> str:
    """Return the names of the next two instruments; the page of the pair has all of them."""
    named = ", ".join(names[:NAMED])
    left_out = len(names) - NAMED
    if left_out < 1:
        return named
    words = ngettext("%(names)s and %(count)d more", "%(names)s and %(count)d more", left_out)
    return words % {"names": named, "count": left_out}


def _under(each: Bond) -> str:
    """Return what one instrument says. A list of parties says something of the day on which it was
    complete, nothing of later days.
    """
    day = each.requested.as_of if weakest(each) is Status.NOT_LISTED else None
    label = str(tag(each).label)
    return _("%(label)s of %(day)s") % {"label": label, "day": written(day)} if day else label


def _words(view: View, found: Reach) -> str:
    """Return in words what the two States have: under the instrument asked for, or the best of all."""
    if found.cover is Cover.NOT_KNOWN or not found.bonds:
        return str(LEGEND[found.cover])
    first = found.bonds[0]
    if view.instrument:
        return _under(first)
    return (
        first.instrument.name
        if found.cover in _IN_FORCE
        else f"{first.instrument.name}: {tag(first).label}"
    )

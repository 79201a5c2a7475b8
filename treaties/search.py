"""Search over the law that ignores accents and case; every word asked for must occur.

The law is a few thousand short rows that change with a release, so the index is a list in memory,
kept for as long as the loaded law has the same version.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from treaties.anchors import url_of_citation
from treaties.models import Authority, DataSet, Instrument, Provision, Requirement, State

# Letters that Unicode does not take apart into a plain one and a mark.
PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


class Group(StrEnum):
    """What kind of thing an entry is; pages show the groups in this order."""

    STATE = "states"
    INSTRUMENT = "instruments"
    PROVISION = "provisions"
    ARTICLE = "articles"
    AUTHORITY = "authorities"


TITLES = {
    Group.STATE: _("States"),
    Group.INSTRUMENT: _("Instruments"),
    Group.PROVISION: _("What a request must contain"),
    Group.ARTICLE: _("Articles"),
    Group.AUTHORITY: _("Authorities"),
}


@dataclass(frozen=True, slots=True)
class Provenance:
    """How sure the found fact is, and its source."""

    source: str
    confidence: str
    verified: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found. `key` and `words` are folded; a match in `key` weighs more."""

    group: Group
    title: str
    text: str
    url: str
    key: str
    words: str
    fact: Provenance


def fold(text: str) -> str:
    """Return the text without accents and case: "Côte d'Ivoire" and "COTE D’IVOIRE" become the same."""
    apart = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(PLAIN)


def find(query: str) -> list[Entry]:
    """Return the entries, best first: of that name, then beginning with it, then mentioning it."""
    wanted = fold(query).split()
    if not wanted:
        return []
    whole = " ".join(wanted)
    found = [entry for entry in index() if all(word in entry.words for word in wanted)]
    return sorted(found, key=lambda entry: (_rank(entry, whole), entry.title))


def _rank(entry: Entry, whole: str) -> int:
    names = entry.key.split("\n")
    if whole in names:
        return 0
    if any(name.startswith(whole) for name in names):
        return 1
    return 2 if whole in entry.key else 3


def index() -> tuple[Entry, ...]:
    """Return the index, built again when the law has another version, and each time while no law is
    loaded.
    """
    loaded = DataSet.objects.values_list("digest", "revision").first()
    return _kept(*loaded) if loaded else _built()


@lru_cache(maxsize=1)
def _kept(digest: str, revision: int) -> tuple[Entry, ...]:
    return _built()


def _built() -> tuple[Entry, ...]:
    return (*_states(), *_instruments(), *_requirements(), *_articles(), *_authorities())


def _entry(
    group: Group, row: Any, *, title: str, url: str, text: str, names: Iterable[str], more: str = ""
) -> Entry:
    key = fold("\n".join(name for name in names if name))
    words = f"{key} {fold(text)} {fold(more)}"
    return Entry(group, title, text, url, key, words, Provenance(row.source, row.confidence, row.verified))


def _states() -> Iterator[Entry]:
    for state in State.objects.all():
        names = [state.code, state.iso2, *state.short.values(), *state.formal.values()]
        yield _entry(
            Group.STATE,
            state,
            title=state.name_in("en"),
            url=reverse("law_state", args=[state.code]),
            text=" · ".join(dict.fromkeys(state.short.values())),
            names=names,
        )


def _instruments() -> Iterator[Entry]:
    for row in Instrument.objects.all():
        yield _entry(
            Group.INSTRUMENT,
            row,
            title=row.name,
            url=url_of_citation(row.code),
            text=", ".join(filter(None, [row.title, row.reference])),
            names=[row.name, row.title, row.reference, row.code],
        )


def _requirements() -> Iterator[Entry]:
    for row in Requirement.objects.select_related("instrument", "state"):
        label = _label(row)
        yield _entry(
            Group.PROVISION,
            row,
            title=label,
            url=url_of_citation(row.instrument_id or row.state_id or "", row.provision),
            text=row.message,
            names=[label],
            more=f"{row.code} {row.element.replace('_', ' ')}",
        )


def _label(row: Requirement) -> str:
    """Return the name of a requirement: an article, with the State where it is a declaration, or the
    law of a State.
    """
    state = row.state.name_in("en") if row.state else ""
    if row.instrument is None:
        return f"{state}: {row.provision}"
    declared = f", declaration of {state}" if state else ""
    return f"{row.instrument.name}, art {row.provision}{declared}"


def _articles() -> Iterator[Entry]:
    """Yield the articles whose heading is known; a number alone says nothing."""
    for row in Provision.objects.exclude(title="").select_related("instrument"):
        label = f"{row.instrument.name}, art {row.number}"
        yield _entry(
            Group.ARTICLE,
            row,
            title=label,
            url=url_of_citation(row.instrument_id, row.number),
            text=row.title,
            names=[label],
        )


def _authorities() -> Iterator[Entry]:
    for row in Authority.objects.select_related("state"):
        yield _entry(
            Group.AUTHORITY,
            row,
            title=f"{row.office}, {row.state.name_in('en')}",
            url=f"{reverse('law_state', args=[row.state_id])}#offices",
            text=", ".join(filter(None, [row.original, row.address])),
            names=[row.office, row.original],
            more=" ".join([*row.state.short.values(), row.scope]),
        )

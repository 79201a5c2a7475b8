"""How long data preserved on request are sure to be kept, by law."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from treaties import current, relations
from treaties.law import Law
from treaties.spec import Confidence, Verified

_KIND = "preservation"


@dataclass(frozen=True, slots=True)
class Term:
    """A number of days with its source. `state` "" means a rule of an instrument."""

    days: int
    more: int | None
    label: str
    state: str
    source: str
    confidence: Confidence
    verified: Verified

    @property
    def is_read(self) -> bool:
        return self.verified is Verified.TEXT


@dataclass(frozen=True, slots=True)
class Terms:
    """`sure` is what the clock may count on; `own` is what the requested State's law is said to give.

    They differ while nobody has read the State's law in a text: then only what an instrument
    promises, or less, is sure. None means that nothing is known.
    """

    sure: Term | None
    own: Term | None


def terms(requesting: str, requested: str, on: date, *, law: Law | None = None) -> Terms:
    law = law or current.law()
    own = next(_own(law, requested), None)
    promised = next(_promised(law, requesting, requested, on), None)
    return Terms(_sure(own, promised), own)


def _sure(own: Term | None, promised: Term | None) -> Term | None:
    """Return the term to count on: a law that was read counts as it is, another one only if it gives
    less.
    """
    if own is None or promised is None:
        return own if own is not None and own.is_read else promised
    return own if own.is_read or own.days < promised.days else promised


def _own(law: Law, requested: str) -> Iterator[Term]:
    for row in law.thresholds_of.get(requested, ()):
        if row.category == _KIND and row.days:
            name = f"{law.state_in_text(requested)}: {row.reference}"
            yield Term(row.days, row.days_more, name, requested, row.source, row.confidence, row.verified)


def _promised(law: Law, requesting: str, requested: str, on: date) -> Iterator[Term]:
    """Return the term of an instrument that binds both States on the day; one whose text was read
    comes first.
    """
    found = [
        Term(
            limit.days_min,
            None,
            f"{bond.instrument.name}, art {limit.provision}",
            "",
            limit.source,
            limit.confidence,
            limit.verified,
        )
        for bond in relations.in_force_between(requesting, requested, on, law=law)
        for limit in bond.instrument.time_limits
        if _KIND in limit.kinds and limit.days_min
    ]
    yield from sorted(found, key=lambda term: not term.is_read)

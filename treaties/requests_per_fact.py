"""How many requests rest on each fact of the law, by what they ask of whom."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from treaties import requirements
from treaties.law import Law
from treaties.models import Declaration, Instrument, Participation, Requirement
from treaties.staleness import Doubt


@dataclass(frozen=True, slots=True)
class Use:
    """What `count` requests have in common: the two States, the bases and the kinds of assistance."""

    requesting: str
    requested: str
    bases: tuple[str, ...]
    kinds: tuple[str, ...]
    count: int = 1


class RequestsPerFact:
    """How many requests rest on a fact.

    A request rests on what it must contain, on the instruments that it cites with the participation
    of both States, and on all that is known of the requested State.
    """

    def __init__(self, uses: Iterable[Use], on: date, law: Law) -> None:
        self._counts: Counter[tuple[str, ...]] = Counter()
        for use in uses:
            for what in _rested_on(use, on, law):
                self._counts[what] += use.count

    def of(self, doubt: Doubt) -> int:
        return self._counts[_what(doubt)]


def _rested_on(use: Use, on: date, law: Law) -> set[tuple[str, ...]]:
    cited = {member for basis in use.bases for member in law.ancestry(basis)}
    asked = requirements.for_request(
        requesting=use.requesting, requested=use.requested, bases=use.bases, kinds=use.kinds, on=on, law=law
    )
    return {
        ("state", use.requested),
        *(("requirement", each.code) for each in asked),
        *(("instrument", code) for code in cited),
        *(("party", state, code) for code in cited for state in (use.requesting, use.requested)),
        *(("declared", use.requested, code) for code in cited),
    }


def _what(doubt: Doubt) -> tuple[str, ...]:
    state, instrument = doubt.scope
    if doubt.model is Requirement:
        return ("requirement", doubt.pk)
    if doubt.model is Instrument:
        return ("instrument", doubt.pk)
    if doubt.model is Participation:
        return ("party", state, instrument)
    if doubt.model is Declaration:
        return ("declared", state, instrument)
    return ("state", state) if state else ("instrument", instrument)

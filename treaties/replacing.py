"""Which instruments stand in place of another between two States on a day, and for which kinds.

The other stays in force: it goes on for the kinds that were kept for it, and counts as a treaty of the two.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from treaties import relations
from treaties.law import Instrument, Law, Replacement
from treaties.relations import Bond, Status
from treaties.spec import Confidence, Verified

_SURE = frozenset({Confidence.HIGH, Confidence.MEDIUM_HIGH})


@dataclass(frozen=True, slots=True, eq=False)
class Replaced:
    """`by` stands in place of another instrument since a day. Not `is_sure`: it may, nobody can say."""

    by: Instrument
    row: Replacement
    bond: Bond
    since: date | None
    is_sure: bool

    @property
    def is_read(self) -> bool:
        """Somebody read it in a text, and both States are known to be bound: it may keep a request back."""
        return self.is_sure and self.row.verified is Verified.TEXT and self.row.confidence in _SURE


def of(instrument: str, a: str, b: str, on: date, *, law: Law) -> tuple[Replaced, ...]:
    """Return what replaces the instrument between the two on the day, the sure before the doubtful."""
    found = (_replaced(law, by, row, a, b, on) for by, row in _by_replaced(law).get(instrument, ()))
    return tuple(sorted((each for each in found if each), key=lambda each: not each.is_sure))


def for_kinds(found: Sequence[Replaced], kinds: Sequence[str]) -> dict[str, Replaced]:
    """Return, for each of the kinds that is replaced or may be, the surest statement of it."""
    return {
        kind: next(each for each in found if each.row.concerns(kind))
        for kind in kinds
        if any(each.row.concerns(kind) for each in found)
    }


def by(
    instrument: Instrument, a: str, b: str, on: date, kinds: Sequence[str], *, law: Law
) -> Iterator[str]:
    """Yield what is in force between the two and gives way to this one for some of the kinds."""
    in_force = {each.instrument.code for each in relations.in_force_between(a, b, on, law=law)}
    rows = [row for row in instrument.replaces if row.holds_on(on) and any(map(row.concerns, kinds))]
    named = dict.fromkeys(code for row in rows for code in row.replaced)
    yield from (code for code in named if code in in_force)


@lru_cache(maxsize=4)
def _by_replaced(law: Law) -> Mapping[str, tuple[tuple[str, Replacement], ...]]:
    found: dict[str, list[tuple[str, Replacement]]] = defaultdict(list)
    for each in law.instruments.values():
        for row in each.replaces:
            for code in row.replaced:
                found[code].append((each.code, row))
    return {code: tuple(rows) for code, rows in found.items()}


def _replaced(law: Law, code: str, row: Replacement, a: str, b: str, on: date) -> Replaced | None:
    bond = relations.bond(code, a, b, on, law=law)
    if not row.holds_on(on) or bond.within_one_state or not bond.instrument.usable_now:
        return None
    if not bond.in_force:
        return Replaced(bond.instrument, row, bond, row.since, is_sure=False) if _may_bind(bond) else None
    days = [day for day in (row.since, bond.requesting.since, bond.requested.since) if day]
    is_sure = bond.is_certain and row.confidence in _SURE | {Confidence.MEDIUM}
    return Replaced(bond.instrument, row, bond, max(days, default=None), is_sure)


def _may_bind(bond: Bond) -> bool:
    """One is bound, and on the other the data are silent."""
    silent = [side for side in (bond.requesting, bond.requested) if side.status is Status.NOT_KNOWN]
    return len(silent) == 1 and (bond.requesting.binds or bond.requested.binds)

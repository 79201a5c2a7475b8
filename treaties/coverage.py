"""What a State can rely on with every other State on a day; the map draws this."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from treaties import current
from treaties.law import Law
from treaties.relations import Bond, Status, bond, bonds, in_force_between

# These tell something of a State; the absence of its name from a list, or of any row, tells too little.
_TOLD = frozenset(
    {
        Status.SIGNED,
        Status.NOT_YET,
        Status.SUSPENDED,
        Status.ENDED,
        Status.NOT_PARTY,
        Status.NOT_LISTED,
    }
)


class Cover(StrEnum):
    """How far the law reaches between two States; the map has one colour for each."""

    HOME = "home"
    IN_FORCE = "force"
    # Only treaties on certain crimes: most of what is asked does not fall under them.
    CERTAIN_CRIMES = "crimes"
    # In force, and a treaty of the two alone among it.
    WITH_BILATERAL = "also"
    NOT_IN_FORCE = "not"
    NOT_KNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the law reaches between the home State and another; the best instrument comes first."""

    cover: Cover
    bonds: tuple[Bond, ...]


def reach(home: str, on: date, instrument: str = "", *, law: Law | None = None) -> Mapping[str, Reach]:
    """Return the reach for every State but the home State: under one instrument, or under all that
    are in force.
    """
    return _reach(law or current.law(), home, on, instrument)


@lru_cache(maxsize=32)
def _reach(law: Law, home: str, on: date, instrument: str) -> Mapping[str, Reach]:
    others = [code for code in law.states if code != home]
    if instrument:
        return {code: _under(bond(instrument, home, code, on, law=law)) for code in others}
    return {code: _best(law, home, code, on) for code in others}


def _under(each: Bond) -> Reach:
    return Reach(_cover(each), (each,))


def _cover(each: Bond) -> Cover:
    if each.in_force:
        return Cover.IN_FORCE
    sides = {each.requesting.status, each.requested.status}
    return Cover.NOT_IN_FORCE if sides & _TOLD else Cover.NOT_KNOWN


def _best(law: Law, home: str, other: str, on: date) -> Reach:
    """What binds nobody colours nobody, and neither does an order that asks no State for anything."""
    binding = [
        each
        for each in in_force_between(home, other, on, law=law)
        if not each.instrument.binds_nobody and each.instrument.addressee != "provider"
    ]
    if not binding:
        return _nothing_in_force(law, home, other, on)
    return Reach(_cover_of_all(binding), tuple(sorted(binding, key=_rank)))


def _cover_of_all(binding: list[Bond]) -> Cover:
    if any(each.instrument.kind == "bilateral" for each in binding):
        return Cover.WITH_BILATERAL
    wide = any(each.instrument.subject != "crime" for each in binding)
    return Cover.IN_FORCE if wide else Cover.CERTAIN_CRIMES


def _nothing_in_force(law: Law, home: str, other: str, on: date) -> Reach:
    """Return what to say where nothing is in force: signed, ended or soon in force is worth saying,
    absence from our lists is not.
    """
    news = _TOLD - {Status.NOT_LISTED}
    pending = tuple(each for each in bonds(home, other, on, law=law) if each.requested.status in news)
    return Reach(Cover.NOT_IN_FORCE if pending else Cover.NOT_KNOWN, pending)


_SUBJECTS = ("cybercrime", "mla", "crime")


def _rank(each: Bond) -> tuple[bool, int, bool, str]:
    """Rank electronic evidence first, then assistance in general, then treaties on certain crimes."""
    instrument = each.instrument
    own = instrument.kind == "bilateral"
    return bool(instrument.supplements), _SUBJECTS.index(instrument.subject), not own, instrument.code

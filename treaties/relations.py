"""What binds two States on a day.

Silence of the data is never read as "not bound": it is `NOT_KNOWN`, or `NOT_LISTED` where a list of parties
that was complete on a stated day does not name the State.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from treaties import current
from treaties.law import Instrument, Law, Participation
from treaties.spec import Confidence


class Status(StrEnum):
    """Where a State stands. The strongest comes first; of a State with several periods the strongest
    is said.
    """

    IN_FORCE = "in_force"
    # A party, but the day on which it became one is not known.
    PARTY_UNDATED = "party_undated"
    # It has not ended, but does not apply. A resumption to come does not make it "not yet in force".
    SUSPENDED = "suspended"
    NOT_YET = "not_yet"
    ENDED = "ended"
    SIGNED = "signed"
    # A source says so, of a day of its own.
    NOT_PARTY = "not_party"
    NOT_LISTED = "not_listed"
    NOT_KNOWN = "not_known"


BINDING = frozenset({Status.IN_FORCE, Status.PARTY_UNDATED})
_SURE = frozenset({Confidence.HIGH, Confidence.MEDIUM_HIGH})
_FAIRLY_SURE = _SURE | {Confidence.MEDIUM}
_STRENGTH = tuple(Status)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one State stands towards one instrument on a day."""

    instrument: str
    state: str
    status: Status
    since: date | None = None
    until: date | None = None
    suspended: date | None = None
    as_of: date | None = None
    side: str = ""
    reservations: bool = False
    confidence: Confidence = Confidence.HIGH
    source: str = ""
    remark: str = ""

    @property
    def binds(self) -> bool:
        return self.status in BINDING


@dataclass(frozen=True, slots=True)
class Bond:
    """An instrument and where each of two States stands towards it."""

    instrument: Instrument
    requesting: Standing
    requested: Standing
    # A State and its own territory, or two of one State: no treaty stands between them.
    within_one_state: bool = False

    @property
    def in_force(self) -> bool:
        sides = {self.requesting.side, self.requested.side}
        faces = len(sides) == 2 or sides == {""}
        both = self.requesting.binds and self.requested.binds
        return both and faces and not self.within_one_state

    @property
    def is_certain(self) -> bool:
        """Whether it is sure enough to displace other rules; a text that was read outweighs a
        doubtful date.
        """
        enough = _SURE if self.instrument.text_needed else _FAIRLY_SURE
        return {self.requesting.confidence, self.requested.confidence} <= enough


@dataclass(frozen=True, slots=True)
class GapFillers:
    """Whether provisions for States without a treaty apply, as far as is known.

    True: no treaty is known, which proves nothing. None: one of `treaties` may bind, or one of `silent`,
    which both are named under, without consent to be bound on record.
    """

    instrument: str
    provisions: tuple[str, ...]
    apply: bool | None
    treaties: tuple[str, ...]
    silent: tuple[str, ...] = ()


def standing(instrument: str, state: str, on: date, *, law: Law | None = None) -> Standing:
    return _standing(law or current.law(), instrument, state, on)


@lru_cache(maxsize=8192)
def _standing(law: Law, instrument: str, state: str, on: date) -> Standing:
    known = law.instruments[instrument]
    periods = law.participations.get((instrument, state), ())
    if periods:
        found = [_standing_of(known, period, on) for period in periods]
        return min(found, key=lambda each: _STRENGTH.index(each.status))
    if known.needs_no_participation:
        return Standing(instrument, state, Status.IN_FORCE, confidence=known.confidence)
    if state in law.members.get(known.membership, frozenset()):
        return _as_member(known, state, on)
    if known.complete_on:
        return Standing(instrument, state, Status.NOT_LISTED, as_of=known.complete_on)
    return Standing(instrument, state, Status.NOT_KNOWN, confidence=Confidence.LOW)


def _standing_of(instrument: Instrument, period: Participation, on: date) -> Standing:
    return Standing(
        instrument=period.instrument,
        state=period.state,
        status=_status(instrument, period, on),
        since=period.in_force_from,
        until=period.in_force_until,
        suspended=period.suspended_from,
        as_of=instrument.complete_on,
        side=period.side,
        reservations=period.reservations,
        confidence=period.confidence,
        source=period.source,
        remark=period.remark,
    )


def _status(instrument: Instrument, period: Participation, on: date) -> Status:
    if not period.bound:
        return _status_of_unbound(instrument, period, on)
    if period.in_force_until and on > period.in_force_until:
        return Status.ENDED
    if period.suspended_from and on >= period.suspended_from:
        return Status.SUSPENDED
    if period.in_force_from:
        return Status.IN_FORCE if on >= period.in_force_from else Status.NOT_YET
    return Status.PARTY_UNDATED if _may_be_in_force(instrument, period, on) else Status.NOT_YET


def _status_of_unbound(instrument: Instrument, period: Participation, on: date) -> Status:
    if period.is_signatory and (period.signed is None or period.signed <= on):
        return Status.SIGNED
    if period.reported_not_party:
        return Status.NOT_PARTY
    return Status.NOT_LISTED if instrument.complete_on else Status.NOT_KNOWN


def _may_be_in_force(instrument: Instrument, period: Participation, on: date) -> bool:
    """Whether a party without a date counts: from the day the instrument is in force, never before
    its deposit.
    """
    if instrument.in_force is None and instrument.kind in {"multilateral", "regional"}:
        return False
    earliest = [day for day in (instrument.in_force, period.deposited, period.signed) if day]
    return all(day <= on for day in earliest)


def _as_member(instrument: Instrument, state: str, on: date) -> Standing:
    begun = instrument.in_force is None or instrument.in_force <= on
    status = Status.PARTY_UNDATED if begun else Status.NOT_YET
    side = instrument.membership if instrument.kind == "bilateral" else ""
    return Standing(instrument.code, state, status, side=side, confidence=instrument.confidence)


def bond(instrument: str, a: str, b: str, on: date, *, law: Law | None = None) -> Bond:
    law = law or current.law()
    known = law.instruments[instrument]
    return Bond(
        known,
        standing(instrument, a, on, law=law),
        standing(instrument, b, on, law=law),
        within_one_state=law.is_one_state(a, b),
    )


def bonds(a: str, b: str, on: date, *, law: Law | None = None) -> tuple[Bond, ...]:
    """Return every instrument on which something is known for one of the States, in force or not."""
    return _bonds(law or current.law(), a, b, on)


@lru_cache(maxsize=1024)
def _bonds(law: Law, a: str, b: str, on: date) -> tuple[Bond, ...]:
    found = (bond(code, a, b, on, law=law) for code in _shared(law, a, b))
    return tuple(each for each in found if _is_told(each))


def _shared(law: Law, a: str, b: str) -> Iterator[str]:
    """Yield the instruments that may concern both; bilateral treaties of other States say nothing of
    this pair.
    """
    none: frozenset[str] = frozenset()
    own = law.bilateral_of.get(a, none) & law.bilateral_of.get(b, none)
    yield from (code for code, each in law.instruments.items() if each.kind != "bilateral" or code in own)


def _is_told(each: Bond) -> bool:
    silent = {Status.NOT_KNOWN}
    return each.requesting.status not in silent or each.requested.status not in silent


def in_force_between(a: str, b: str, on: date, *, law: Law | None = None) -> tuple[Bond, ...]:
    """Return the instruments that bind both on the day; a protocol only with the treaty that it
    supplements.
    """
    return _in_force_between(law or current.law(), a, b, on)


@lru_cache(maxsize=1024)
def _in_force_between(law: Law, a: str, b: str, on: date) -> tuple[Bond, ...]:
    binding = [each for each in _bonds(law, a, b, on) if each.in_force]
    codes = {each.instrument.code for each in binding}
    return tuple(each for each in binding if codes.issuperset(law.ancestry(each.instrument.code)))


def governing_treaties(a: str, b: str, on: date, *, law: Law | None = None) -> tuple[Bond, ...]:
    """Return the treaties on mutual assistance in general that bind both: sure ones first, bilateral
    ones before regional ones.
    """
    return _governing_treaties(law or current.law(), a, b, on)


@lru_cache(maxsize=1024)
def _governing_treaties(law: Law, a: str, b: str, on: date) -> tuple[Bond, ...]:
    found = [each for each in _in_force_between(law, a, b, on) if each.instrument.is_general_treaty]
    alone = [each for each in found if each.instrument.sole_basis == "yes"]
    return tuple(sorted(alone or found, key=lambda each: (not each.is_certain, each.instrument.kind)))


def gap_fillers(instrument: str, a: str, b: str, on: date, *, law: Law | None = None) -> GapFillers | None:
    """Return whether the instrument's provisions for States without a treaty apply; None means that
    it has none.
    """
    law = law or current.law()
    gap = law.instruments[instrument].gap_filler
    if gap is None:
        return None
    governing = governing_treaties(a, b, on, law=law)
    certain = tuple(each.instrument.code for each in governing if each.is_certain)
    if certain:
        return GapFillers(instrument, gap.provisions, apply=False, treaties=certain)
    doubtful = tuple(each.instrument.code for each in governing)
    silent = _silent(a, b, on, law)
    apply = None if doubtful or silent else True
    return GapFillers(instrument, gap.provisions, apply=apply, treaties=doubtful, silent=silent)


def _silent(a: str, b: str, on: date, law: Law) -> tuple[str, ...]:
    """Return the general treaties that may bind both.

    Both are named in a list that nobody has seen whole, and of one no more is on record than its signature.
    """
    named = BINDING | {Status.SIGNED}
    found = []
    for each in _bonds(law, a, b, on):
        instrument, sides = each.instrument, {each.requesting.status, each.requested.status}
        may = instrument.is_general_treaty and instrument.usable_now and not instrument.complete_on
        if may and sides <= named and Status.SIGNED in sides and not each.within_one_state:
            found.append(instrument.code)
    return tuple(found)

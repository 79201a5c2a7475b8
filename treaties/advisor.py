"""Which legal bases are open to a request, best first, with reasons and what to watch.

An instrument that is not in force between the two States is listed too, and says so: a drafter who misses
it in the list would look for it elsewhere. Comity and letters rogatory are always there, and always last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import get_language

from treaties import citations, current, relations
from treaties.advice import reasons, watch
from treaties.advice.case import Case
from treaties.advice.coverage import Coverage, covered
from treaties.law import Instrument, Law
from treaties.relations import Bond, Status
from treaties.spec import Confidence

_CONFIDENCE = list(Confidence)
# Treaties worth a line even where the data are silent: a drafter expects to read whether they apply.
_EXPECTED = ("budapest", "untoc")
_RANKS = {
    "bilateral": 1,
    "regional": 2,
    "multilateral": 3,
    "domestic": 6,
    "scheme": 7,
    "comity": 8,
    "letters_rogatory": 9,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One instrument for one request. `articles` maps each kind that it carries to the provision."""

    instrument: str
    name: str
    articles: dict[str, str]
    usable: bool
    in_force: dict[str, date | None]
    reasons: tuple[str, ...]
    watch: tuple[str, ...]
    confidence: Confidence

    def as_json(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "articles": self.articles,
            "usable": self.usable,
            "in_force": {side: day.isoformat() if day else None for side, day in self.in_force.items()},
            "reasons": list(self.reasons),
            "watch": list(self.watch),
            "confidence": str(self.confidence),
        }


def advise(
    *,
    requesting: str,
    requested: str,
    kinds: Sequence[str],
    on: date,
    max_penalty_years: float | None = None,
    transnational: bool = False,
    organised_group: bool = False,
    electronic: bool | None = None,
    law: Law | None = None,
) -> list[Advice]:
    """Best first; nothing within one State.

    `electronic` None is answered by the kinds; a False flag means "not answered yet".
    """
    law = law or current.law()
    if law.is_one_state(requesting, requested):
        return []
    case = Case(
        law=law,
        requesting=requesting,
        requested=requested,
        kinds=tuple(dict.fromkeys(kinds)),
        on=on,
        max_penalty_years=max_penalty_years,
        transnational=transnational,
        organised_group=organised_group,
        electronic=electronic,
    )
    return list(_advise(case, get_language() or ""))


@lru_cache(maxsize=256)
def _advise(case: Case, _language: str) -> tuple[Advice, ...]:
    """Return the legal bases, best first, cached by language too because the reasons are sentences.

    What the requested State's law wants shown is the same for every basis, so it stands with the best
    one.
    """
    ranked = sorted((_judged(case, bond) for bond in _candidates(case)), key=lambda each: each.order)
    if not ranked:
        return ()
    best, *others = [each.advice() for each in ranked]
    return (replace(best, watch=(*best.watch, *map(capfirst, watch.thresholds(case)))), *others)


@dataclass(frozen=True, slots=True)
class _Judged:
    """An instrument with everything that decides its rank."""

    case: Case
    bond: Bond
    coverage: Coverage
    usable: bool

    @property
    def order(self) -> tuple[Any, ...]:
        instrument = self.bond.instrument
        return (
            not self.usable,
            # What was replaced stands before all else that cannot be used.
            not self.usable and not self.coverage.replaced,
            instrument.no_duty,
            # Nobody has said that the offence is one of its own: what asks for no such offence leads.
            instrument.own_offences_only,
            -len(self.coverage.articles),
            _rank(self.case, instrument),
            len(self.coverage.through),
            bool(instrument.supplements),
            _CONFIDENCE.index(self.confidence),
            instrument.code,
        )

    @property
    def confidence(self) -> Confidence:
        """Return the confidence of the weakest link."""
        stated = [self.bond.instrument.confidence]
        if not self.bond.instrument.needs_no_participation:
            stated += [self.bond.requesting.confidence, self.bond.requested.confidence]
        basis = self.case.law.no_treaty_basis.get(self.case.requested)
        if self.bond.instrument.no_duty and basis:
            stated.append(basis.confidence)
        if self._rests_on_silence:
            stated.append(Confidence.MEDIUM)
        return max(stated, key=_CONFIDENCE.index)

    @property
    def _rests_on_silence(self) -> bool:
        """It carries something by provisions that a treaty, unknown to the data, would switch off."""
        case, code = self.case, self.bond.instrument.code
        gap = relations.gap_fillers(code, case.requesting, case.requested, case.on, law=case.law)
        return gap is not None and any(
            citations.falls_within(each, gap.provisions) for each in self.coverage.articles.values()
        )

    def advice(self) -> Advice:
        return Advice(
            instrument=self.bond.instrument.code,
            name=self.bond.instrument.name,
            articles=dict(self.coverage.articles),
            usable=self.usable,
            in_force={"requesting": self.bond.requesting.since, "requested": self.bond.requested.since},
            reasons=tuple(map(capfirst, reasons.of(self.case, self.bond, self.coverage))),
            watch=tuple(map(capfirst, watch.of(self.case, self.bond, self.coverage, usable=self.usable))),
            confidence=self.confidence,
        )


def _candidates(case: Case) -> Iterator[Bond]:
    for bond in relations.bonds(case.requesting, case.requested, case.on, law=case.law):
        if bond.instrument.kind != "model" and _is_worth_a_line(case, bond):
            yield bond


def _is_worth_a_line(case: Case, bond: Bond) -> bool:
    instrument = bond.instrument
    if instrument.code in _EXPECTED:
        return True
    coverage = covered(case, instrument)
    if _sides_do_not_face(bond) or not (coverage.articles or coverage.replaced):
        return False
    told = relations.BINDING | {Status.NOT_YET, Status.SIGNED, Status.SUSPENDED, Status.ENDED}
    return bond.requesting.status in told and bond.requested.status in told


def _sides_do_not_face(bond: Bond) -> bool:
    """Whether both are on the same side, as two member States of the Union in its agreement with a
    third State.
    """
    sides = (bond.requesting.side, bond.requested.side)
    return sides[0] == sides[1] != ""


def _judged(case: Case, bond: Bond) -> _Judged:
    coverage = covered(case, bond.instrument)
    return _Judged(case, bond, coverage, _is_usable(case, bond, coverage))


def _is_usable(case: Case, bond: Bond, coverage: Coverage) -> bool:
    instrument = bond.instrument
    return (
        bond.in_force
        and instrument.usable_now
        and bool(coverage.articles)
        and (instrument.sole_basis != "no" or _parent_in_force(case, instrument))
        and not (instrument.no_duty and case.requested_refuses_without_treaty)
    )


def _parent_in_force(case: Case, instrument: Instrument) -> bool:
    """Whether the treaty that a protocol supplements is in force too. A text that can only be read
    with others never passes.
    """
    parent = instrument.supplements
    if not parent:
        return False
    bond = relations.bond(parent, case.requesting, case.requested, case.on, law=case.law)
    return bond.in_force and (
        bond.instrument.sole_basis == "yes" or _parent_in_force(case, bond.instrument)
    )


def _rank(case: Case, instrument: Instrument) -> int:
    """The special treaty before the general one; what was made for electronic evidence before both."""
    if instrument.addressee != "state":
        # The direct way before every request.
        return 0 if instrument.addressee == "provider" else 1
    rank = _RANKS.get(instrument.kind, 7) + 1
    if instrument.subject == "cybercrime":
        rank = 2 if case.is_electronic else 5
    if instrument.subject == "crime":
        rank += 0 if case.scope_is_shown(instrument) else 2 if case.needs_its_own_offence(instrument) else 1
    return rank if not instrument.membership or instrument.kind == "bilateral" else max(rank, 7)

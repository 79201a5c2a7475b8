"""Which facts of the law somebody should look up: past their review date, never read, or weak.

How soon a fact is looked up again depends on how soon such facts change. Offices move and States accede
from one month to the next; statutes are amended every few years. The text of a treaty changes only when the
treaty is amended: its rules are looked up with the treaty, and have no date of their own.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from treaties import verification
from treaties.models import (
    AcceptedLanguages,
    Authority,
    Declaration,
    Instrument,
    LawFact,
    NoTreatyBasis,
    Participation,
    RedFlag,
    RefusalGround,
    Replacement,
    Requirement,
    Rule,
    ScopeCondition,
    Threshold,
    TimeLimit,
)

# What a drafter relies on. A join spares a query a row on the page.
CHECKED: dict[type[LawFact], tuple[str, ...]] = {
    Instrument: (),
    Requirement: ("instrument", "state"),
    Participation: ("instrument", "state"),
    Declaration: ("instrument", "state"),
    Authority: ("state",),
    Threshold: ("state",),
    AcceptedLanguages: ("state",),
    NoTreatyBasis: ("state",),
    RefusalGround: ("instrument",),
    Rule: ("instrument",),
    Replacement: ("instrument",),
    ScopeCondition: ("instrument",),
    TimeLimit: ("instrument",),
    RedFlag: ("state",),
}
BY_NAME: Mapping[str, type[LawFact]] = {str(model._meta.model_name): model for model in CHECKED}

# Months after the day of the source.
OFFICES, STATUS, OWN_LAW, TREATY = 12, 12, 24, 60
_MONTHS: dict[type[LawFact], int] = {
    Authority: OFFICES,
    Instrument: TREATY,
    Participation: STATUS,
    Declaration: STATUS,
    Threshold: OWN_LAW,
    AcceptedLanguages: OWN_LAW,
    NoTreatyBasis: OWN_LAW,
    RedFlag: OWN_LAW,
}
_SURENESS = {confidence: place for place, confidence in enumerate(reversed(LawFact.Confidence.values))}


class Reason(StrEnum):
    """Why a fact should be looked up, most pressing first."""

    CHANGED = "changed"
    PAST_REVIEW = "past_review"
    NOT_READ = "not_read"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A fact to verify, by its table and key. `scope` is the State and the instrument that it
    concerns; "" means none.
    """

    model: type[LawFact]
    pk: str
    confidence: str
    reasons: tuple[Reason, ...]
    scope: tuple[str, str]

    @property
    def table(self) -> str:
        return str(self.model._meta.model_name)


def months(model: type[LawFact], *, of_state: bool) -> int | None:
    """Return after how many months such a fact is looked up. None means with the treaty in which it
    stands.
    """
    return _MONTHS.get(model) or (OWN_LAW if of_state else None)


def review_on(row: LawFact) -> date | None:
    """Return the day on which the fact is due. None means that it has no date of its own, or its
    source no day.
    """
    every = months(type(row), of_state=bool(getattr(row, "state_id", None)))
    return _later(row.as_of, every) if row.as_of and every else None


def _later(day: date, by: int) -> date:
    years, month = divmod(day.month - 1 + by, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def doubts(on: date, models: Iterable[type[LawFact]] = tuple(CHECKED)) -> list[Doubt]:
    """Return the facts to look up, least sure first, with at most two queries for each table and one
    for verifications.
    """
    wanted = tuple(models)
    lapsed = verification.lapsed(wanted)
    found = [doubt for model in wanted for doubt in _doubts_of(model, on, lapsed)]
    return sorted(found, key=lambda doubt: _SURENESS[doubt.confidence])


def _doubts_of(model: type[LawFact], on: date, lapsed: frozenset[tuple[str, str]]) -> Iterable[Doubt]:
    joined = CHECKED[model]
    columns = ("pk", "confidence", "verified", "as_of", *(f"{name}_id" for name in joined))
    for pk, confidence, verified, as_of, *others in model._default_manager.values_list(*columns):
        scope = dict(zip(joined, others, strict=True))
        state, instrument = scope.get("state") or "", scope.get("instrument") or ""
        reasons = _reasons(confidence, verified, as_of, months(model, of_state=bool(state)), on)
        if (str(model._meta.model_name), str(pk)) in lapsed:
            reasons = (Reason.CHANGED, *reasons)
        if reasons:
            yield Doubt(model, str(pk), confidence, reasons, (state, instrument))


def _reasons(
    confidence: str, verified: str, as_of: date | None, every: int | None, on: date
) -> tuple[Reason, ...]:
    said = {
        Reason.PAST_REVIEW: bool(as_of and every and _later(as_of, every) < on),
        Reason.NOT_READ: verified == LawFact.Verified.MEMORY,
        Reason.WEAK: confidence == LawFact.Confidence.LOW,
    }
    return tuple(reason for reason, holds in said.items() if holds)


def reasons_of(row: LawFact, on: date) -> tuple[Reason, ...]:
    """Return the reasons to look up this fact, except that its verification is over, which is not
    asked here.
    """
    every = months(type(row), of_state=bool(getattr(row, "state_id", None)))
    return _reasons(row.confidence, row.verified, row.as_of, every, on)


def ranked(found: Iterable[Doubt], resting: Callable[[Doubt], int]) -> list[Doubt]:
    """Return the doubts, first those on which most requests rest, then the least sure."""
    return sorted(found, key=lambda doubt: (-resting(doubt), _SURENESS[doubt.confidence]))


def rows(doubts: Iterable[Doubt]) -> list[LawFact]:
    """Return the rows of the doubts in the same order, with at most one query for each table."""
    wanted = list(doubts)
    tables = {doubt.model for doubt in wanted}
    here = {
        model: model._default_manager.select_related(*CHECKED[model]).in_bulk(
            [doubt.pk for doubt in wanted if doubt.model is model]
        )
        for model in tables
    }
    return [here[doubt.model][doubt.pk] for doubt in wanted if doubt.pk in here[doubt.model]]


def find(name: str, pk: str) -> Any | None:
    """Return one fact by the name of its table and its key; None means that there is none."""
    model = BY_NAME.get(name)
    if model is None:
        return None
    return model._default_manager.select_related(*CHECKED[model]).filter(pk=pk).first()

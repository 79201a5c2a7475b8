"""What the loaded law holds, how sure it is, and what is missing."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from treaties import models
from treaties.models import LawFact


@dataclass(frozen=True, slots=True)
class InstrumentLine:
    """One instrument in the report."""

    code: str
    name: str
    requirements: int
    blocking: int
    refusals: int
    scope: int
    offers: int
    time_limits: int
    acts: int
    parties: int
    undated: int
    confidence: str
    verified: str
    holes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StateLine:
    """One State in the report."""

    code: str
    name: str
    requirements: int
    blocking: int
    thresholds: int
    declarations: int
    red_flags: int
    offices: int
    from_memory: int


@dataclass(frozen=True, slots=True)
class Report:
    """`rows` counts all tables; `confidence` and `verified` count the facts in them."""

    version: str
    rows: dict[str, int]
    confidence: dict[str, int]
    verified: dict[str, int]
    instruments: tuple[InstrumentLine, ...]
    without_text: int
    states: tuple[StateLine, ...]


# What is counted for each instrument, in the order in which `_instrument_lines` names the counts.
_COUNTED: tuple[type[Any], ...] = (
    models.RefusalGround,
    models.ScopeCondition,
    models.Offer,
    models.TimeLimit,
    models.TreatyAct,
)


def compile_report() -> Report:
    facts = [model for model in fact_models() if model._default_manager.exists()]
    confidence: Counter[str] = Counter()
    verified: Counter[str] = Counter()
    for model in facts:
        confidence.update(model._default_manager.values_list("confidence", flat=True))
        verified.update(model._default_manager.values_list("verified", flat=True))
    by_name_alone = _known_by_name_alone()
    with_text = models.Instrument.objects.exclude(pk__in=by_name_alone)
    data_set = models.DataSet.objects.first()
    return Report(
        version=data_set.version if data_set else "",
        rows={str(model._meta.verbose_name_plural): model._default_manager.count() for model in facts},
        confidence={name: confidence[name] for name in LawFact.Confidence.values},
        verified={name: verified[name] for name in LawFact.Verified.values},
        instruments=tuple(_instrument_lines(list(with_text))),
        without_text=by_name_alone.count(),
        states=tuple(_state_lines()),
    )


def _known_by_name_alone() -> QuerySet[models.Instrument]:
    """Return the bilateral treaties of which only names and days are known."""
    bilateral = models.Instrument.objects.filter(kind=models.Instrument.Kind.BILATERAL)
    return bilateral.filter(requirements=None, offers=None, rules=None)


def fact_models() -> list[type[LawFact]]:
    """Return the models of the facts of the law; proposals and verifications are records about them."""
    every = (getattr(models, name) for name in models.__all__)
    return [model for model in every if issubclass(model, LawFact) and model is not LawFact]


def _instrument_lines(instruments: list[models.Instrument]) -> Iterator[InstrumentLine]:
    asked = list(models.Requirement.objects.filter(state=None))
    total = Counter(row.instrument_id for row in asked)
    blocking = Counter(row.instrument_id for row in asked if _blocks(row))
    refusals, scope, offers, limits, acts = (
        Counter(model._default_manager.values_list("instrument_id", flat=True)) for model in _COUNTED
    )
    bound = list(models.Participation.objects.filter(bound=True))
    parties = Counter(row.instrument_id for row in bound)
    undated = Counter(row.instrument_id for row in bound if row.in_force_from is None)
    unread = Counter(row.instrument_id for row in bound if row.verified == LawFact.Verified.MEMORY)
    for row in instruments:
        yield InstrumentLine(
            code=row.code,
            name=row.name,
            requirements=total[row.code],
            blocking=blocking[row.code],
            refusals=refusals[row.code],
            scope=scope[row.code],
            offers=offers[row.code],
            time_limits=limits[row.code],
            acts=acts[row.code],
            parties=parties[row.code],
            undated=undated[row.code],
            confidence=row.confidence,
            verified=row.verified,
            holes=tuple(_holes(row, undated[row.code], unread[row.code])),
        )


def _blocks(row: models.Requirement) -> bool:
    return row.level == models.Requirement.Level.MANDATORY and row.verified == LawFact.Verified.TEXT


def _holes(row: models.Instrument, undated: int, unread: int) -> Iterator[str]:
    if row.text_needed:
        yield "text not loaded"
    if not row.usable_now:
        yield "not known to be in force"
    yield from _holes_of_contents(row)
    if undated:
        yield f"{undated} parties without a date"
    if unread:
        yield f"{unread} parties from memory"
    yield from _holes_of_parties(row)


def _holes_of_contents(row: models.Instrument) -> Iterator[str]:
    lists = row.contents.get("lists", {})
    if not lists:
        yield "no list of contents of its own"
    elif not row.contents.get("general"):
        yield f"list of contents for {', '.join(lists)} only"


def _holes_of_parties(row: models.Instrument) -> Iterator[str]:
    if row.complete_on:
        yield f"parties complete on {row.complete_on}"
    elif row.kind in {"multilateral", "regional"}:
        yield "list of parties not known to be complete"


def _state_lines() -> Iterator[StateLine]:
    asked = list(models.Requirement.objects.exclude(state=None))
    total = Counter(row.state_id for row in asked)
    blocking = Counter(row.state_id for row in asked if _blocks(row))
    unread = Counter(row.state_id for row in asked if row.verified != LawFact.Verified.TEXT)
    thresholds = Counter(models.Threshold.objects.values_list("state_id", flat=True))
    declarations = Counter(models.Declaration.objects.values_list("state_id", flat=True))
    red_flags = Counter(models.RedFlag.objects.values_list("state_id", flat=True))
    offices = Counter(models.Authority.objects.values_list("state_id", flat=True))
    for state in models.State.objects.filter(code__in={*total, *thresholds}):
        yield StateLine(
            code=state.code,
            name=str(state),
            requirements=total[state.code],
            blocking=blocking[state.code],
            thresholds=thresholds[state.code],
            declarations=declarations[state.code],
            red_flags=red_flags[state.code],
            offices=offices[state.code],
            from_memory=unread[state.code],
        )

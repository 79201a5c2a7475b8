"""Which facts of the law nobody has read in a source, least sure first."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from treaties.models import (
    AcceptedLanguages,
    Authority,
    Declaration,
    Fact,
    Instrument,
    NoTreatyBasis,
    Participation,
    RefusalGround,
    Requirement,
    Rule,
    Threshold,
)

# What a drafter relies on. A join spares a query a row on the page.
CHECKED: dict[type[Fact], tuple[str, ...]] = {
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
}
_SURENESS = {confidence: place for place, confidence in enumerate(reversed(Fact.Confidence.values))}
DOUBTFUL = Q(verified=Fact.Verified.MEMORY) | Q(confidence=Fact.Confidence.LOW)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A fact to verify, by its table and key."""

    model: type[Fact]
    pk: str
    confidence: str


def doubts(models: Iterable[type[Fact]] = tuple(CHECKED)) -> list[Doubt]:
    """One query a table; no whole row is read."""
    found = [
        Doubt(model, pk, confidence)
        for model in models
        for pk, confidence in model._default_manager.filter(DOUBTFUL).values_list("pk", "confidence")
    ]
    return sorted(found, key=lambda doubt: _SURENESS[doubt.confidence])


def rows(doubts: Iterable[Doubt]) -> list[Fact]:
    """The rows themselves in the same order, at most one query a table."""
    wanted = list(doubts)
    tables = {doubt.model for doubt in wanted}
    here = {
        model: model._default_manager.select_related(*CHECKED[model]).in_bulk(
            [doubt.pk for doubt in wanted if doubt.model is model]
        )
        for model in tables
    }
    return [here[doubt.model][doubt.pk] for doubt in wanted if doubt.pk in here[doubt.model]]

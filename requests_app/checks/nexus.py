"""Rules on the nexus: what is sought, the facts and offences it rests on, and what rests on nothing.

Nobody is told that a link is wrong where the dates do not show it: a fact without a day, or a measure that
collects what is still to come, leaves the period open.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import CONSISTENT, EXECUTABLE, Rules
from requests_app.checks.words import says_something
from requests_app.content.fields import LIVE_KINDS, MONEY_TYPES, RECORD_KINDS
from requests_app.content.place import Place
from requests_app.content.snapshot import DataItem, Fact, Measure

RULES: Final = Rules()

# Nobody keeps the days of a log and of a crime in step: a month between them may be a trace found late.
_APART: Final = timedelta(days=31)
# Half a year of data before or after the facts is asked for often; more invites the question.
_BEYOND: Final = timedelta(days=183)
# An account that exists is kept as it is on the day, so that its period runs on after the facts.
_KEEPING: Final = frozenset({"preservation", "preserved_traffic_disclosure"})
_FIRST_LOGS: Final = date(1970, 1, 1)

Sought = DataItem | Measure


@dataclass(frozen=True, slots=True)
class Span:
    """A first and a last day; a period that is open at one end has one day only."""

    first: date
    last: date

    def __str__(self) -> str:
        return (
            words(self.first) if self.first == self.last else f"{words(self.first)} to {words(self.last)}"
        )


def words(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


@RULES.add(
    "dangling-link",
    Severity.BLOCK,
    "This row points to a fact, an offence or a measure that is no longer in the request.",
    CONSISTENT,
)
def dangling_link(reading: Reading) -> Iterator[Place]:
    known = {
        name: {item.id for item in getattr(reading.snapshot, name)}
        for name in ("facts", "offences", "measures")
    }
    for item in reading.snapshot.data_items:
        for name, ids in known.items():
            if not ids.issuperset(getattr(item, name)):
                yield Place("data", name, item.id)
    for measure in reading.snapshot.measures:
        for name in ("facts", "offences"):
            if not known[name].issuperset(getattr(measure, name)):
                yield Place("measures", name, measure.id)


@RULES.add(
    "nexus",
    Severity.WARN,
    "Link this row to the facts that lead to it: the requested State asks for the connection.",
    EXECUTABLE,
)
def nexus(reading: Reading) -> Iterator[Place]:
    for item in reading.snapshot.data_items:
        if not item.facts:
            yield Place("data", "facts", item.id)


@RULES.add(
    "measure-nexus",
    Severity.WARN,
    "Nothing ties this measure to the case: tick the facts it rests on, or say in its reason what leads to "
    "it.",
    EXECUTABLE,
)
def measure_nexus(reading: Reading) -> Iterator[Place]:
    """A row of the schedule that lacks its fact has a line of its own."""
    for measure in reading.snapshot.measures:
        if not (measure.facts or says_something(measure.reason) or reading.items_of(measure)):
            yield Place("measures", "facts", measure.id)


@RULES.add(
    "period-apart",
    Severity.WARN,
    "This period ends more than a month before the facts it rests on.",
    EXECUTABLE,
)
def period_apart(reading: Reading) -> Iterator[Place]:
    """Before the facts only: somebody who has fled is looked for long after them."""
    for section, row, period, facts in _dated(reading):
        if _is_apart(period, facts):
            message = (
                f"The period ({period}) ends more than a month before the facts it rests on ({facts}). "
                "Check the year, or tick the fact that explains the period."
            )
            yield Place(section, "start" if row.start else "end", row.id, message)


def _is_apart(period: Span, facts: Span) -> bool:
    return period.last < facts.first - _APART


@RULES.add(
    "period-beyond",
    Severity.ADVISE,
    "This period reaches more than half a year beyond the facts it rests on.",
    EXECUTABLE,
)
def period_beyond(reading: Reading) -> Iterator[Place]:
    for section, row, period, facts in _dated(reading, beyond=True):
        if _is_apart(period, facts):
            continue
        if period.first < facts.first - _BEYOND:
            message = _beyond(f"begins on {words(period.first)}", "before", facts.first)
            yield Place(section, "start" if row.start else "end", row.id, message)
        elif period.last > facts.last + _BEYOND:
            message = _beyond(f"ends on {words(period.last)}", "after", facts.last)
            yield Place(section, "end" if row.end else "start", row.id, message)


def _beyond(edge: str, side: str, day: date) -> str:
    return (
        f"The period {edge}, more than half a year {side} the facts it rests on ({words(day)}). "
        "Narrow it, or say why that time is needed."
    )


def _dated(reading: Reading, *, beyond: bool = False) -> Iterator[tuple[str, Sought, Span, Span]]:
    """Each period that can be compared, with the days of the facts it rests on.

    The dates of a measure are a period of the records it asks for; those of a hearing say when it may be.
    """
    facts = {fact.id: fact for fact in reading.snapshot.facts}
    # Hundreds of rows rest on the same few facts.
    days = cache(lambda ids: _days(reading, ids, facts))
    for item in reading.snapshot.data_items:
        period = _span(item.start and item.start.date(), item.end and item.end.date())
        found = days(item.facts)
        if period and found and not _is_open(reading, item, beyond=beyond):
            yield "data", item, period, found
    for measure in reading.snapshot.measures:
        period, found = _span(measure.start, measure.end), days(measure.facts)
        if period and found and measure.kind in RECORD_KINDS - LIVE_KINDS:
            yield "measures", measure, period, found


def _is_open(reading: Reading, item: DataItem, *, beyond: bool) -> bool:
    """Data still to come follow the facts by nature, and money is followed for years."""
    kinds = {measure.kind for measure in reading.measures_on(item)}
    if kinds & LIVE_KINDS:
        return True
    return beyond and (item.type in MONEY_TYPES or bool(kinds & _KEEPING))


def _span(first: date | None, last: date | None) -> Span | None:
    """None when it is unknown, or a slip that another rule names."""
    known = [day for day in (first, last) if day]
    if not known or known[0] < _FIRST_LOGS or known[-1] < known[0]:
        return None
    return Span(known[0], known[-1])


def _days(reading: Reading, ids: Iterable[str], facts: dict[str, Fact]) -> Span | None:
    """From the first day to the last; None when one of the facts has no day, or one that cannot be."""
    found = [facts[id_] for id_ in ids if id_ in facts]
    if not found or any(fact.on is None or fact.on > reading.on for fact in found):
        return None
    spans = [
        Span(f.on, f.until if f.until and f.on <= f.until <= reading.on else f.on) for f in found if f.on
    ]
    return Span(min(span.first for span in spans), max(span.last for span in spans))


@RULES.add(
    "unused-fact",
    Severity.ADVISE,
    "Nothing that is asked for rests on this fact. Tick what it leads to. If it only tells how the case "
    "began, leave it as it is.",
    EXECUTABLE,
)
def unused_fact(reading: Reading) -> Iterator[Place]:
    return _unused(reading, "facts", "text")


@RULES.add(
    "unused-offence",
    Severity.ADVISE,
    "Nothing that is asked for bears on this offence. Tick what will prove it.",
    EXECUTABLE,
)
def unused_offence(reading: Reading) -> Iterator[Place]:
    return _unused(reading, "offences", "title")


def _unused(reading: Reading, name: str, field: str) -> Iterator[Place]:
    """Silent while nothing is linked at all: then the links are missing, not the facts too many."""
    sought: tuple[Sought, ...] = (*reading.snapshot.data_items, *reading.snapshot.measures)
    linked = {id_ for each in sought for id_ in getattr(each, name)}
    for row in getattr(reading.snapshot, name):
        if linked and row.id not in linked:
            yield Place(name, field, row.id)


def stands_alone(reading: Reading, measure: Measure) -> bool:
    """A measure that no row of the schedule describes says for itself what it rests on."""
    return bool(measure.facts or measure.offences) or not reading.items_of(measure)

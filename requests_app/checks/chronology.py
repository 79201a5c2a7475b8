"""What happened when: an order that lies ahead, a letter older than its facts, a suspect of two years."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import CONSISTENT, PRACTITIONERS, PRESERVATION, Rules, cite
from requests_app.content.place import Place
from requests_app.formats import times

RULES: Final = Rules()

_BARRED: Final = cite("no assistance for what can no longer be prosecuted", PRACTITIONERS)
_LIVE: Final = frozenset({"realtime_traffic", "interception_content"})
_CHARGED: Final = frozenset({"suspect", "accused", "convicted"})
# Below the age of responsibility of any State.
_CHILD: Final = timedelta(days=7 * 365)
# A letter is drafted some weeks ahead of its day, not more.
_AHEAD: Final = timedelta(days=60)


@RULES.add(
    "told-ahead",
    Severity.WARN,
    "This is told as done, and its day lies ahead. Check the date.",
    CONSISTENT,
)
def told_ahead(reading: Reading) -> Iterator[Place]:
    snapshot = reading.snapshot
    for step in snapshot.steps:
        if step.type == "decision" and step.on and step.on > reading.on:
            yield Place("steps", "on", step.id)
    for contact in snapshot.prior_contacts:
        if contact.on and contact.on > reading.on:
            yield Place("contacts", "on", contact.id)


@RULES.add(
    "decision-before-facts",
    Severity.ADVISE,
    "This decision is older than every fact. Check its date.",
    CONSISTENT,
)
def decision_before_facts(reading: Reading) -> Iterator[Place]:
    first = _first_day(reading)
    for step in reading.snapshot.steps:
        if step.type == "decision" and step.on and first and step.on < first:
            yield Place("steps", "on", step.id)


def _first_day(reading: Reading) -> date | None:
    """None where no fact has a day."""
    return min((fact.on for fact in reading.snapshot.facts if fact.on), default=None)


@RULES.add(
    "signed-before-facts",
    Severity.WARN,
    "The letter tells of facts that are later than its own date. Check both.",
    CONSISTENT,
)
def signed_before_facts(reading: Reading) -> Iterator[Place]:
    signed = reading.snapshot.signature.date
    last = max((fact.on for fact in reading.snapshot.facts if fact.on), default=None)
    if signed and last and signed < last:
        yield Place("channel", "signature_date", facet="facts")


@RULES.add(
    "signed-ahead", Severity.WARN, "The date of the letter lies far ahead. Check the year.", CONSISTENT
)
def signed_ahead(reading: Reading) -> Iterator[Place]:
    signed = reading.snapshot.signature.date
    if signed and signed - reading.on > _AHEAD:
        yield Place("channel", "signature_date", facet="ahead")


@RULES.add(
    "time-barred",
    Severity.WARN,
    "The offence is time-barred since this day. Check it, or say what interrupted the limitation.",
    _BARRED,
)
def time_barred(reading: Reading) -> Iterator[Place]:
    for offence in reading.snapshot.offences:
        if offence.limitation_on and offence.limitation_on < reading.on:
            yield Place("offences", "limitation_on", offence.id)


@RULES.add(
    "child-suspect",
    Severity.WARN,
    "This person was a small child when it happened. Check the day of birth.",
    CONSISTENT,
)
def child_suspect(reading: Reading) -> Iterator[Place]:
    first = _first_day(reading) or reading.on
    for person in reading.snapshot.persons:
        born = person.birth_date
        is_charged = person.nature == "natural" and person.role in _CHARGED
        # A birth that lies ahead is a fault of its own.
        if is_charged and born and born <= reading.on and first - born < _CHILD:
            yield Place("persons", "birth_date", person.id, facet="child")


@RULES.add(
    "preserved-before-facts",
    Severity.WARN,
    "The data were preserved before anything happened. Check the day.",
    PRESERVATION,
)
def preserved_before_facts(reading: Reading) -> Iterator[Place]:
    made, first = reading.snapshot.preservation.made_on, _first_day(reading)
    if made and first and made < first:
        yield Place("measures", "preserved_on", facet="facts")


@RULES.add(
    "live-in-the-past",
    Severity.BLOCK,
    "Nobody can listen in on the past: choose days to come, or ask for stored data.",
    CONSISTENT,
)
def live_in_the_past(reading: Reading) -> Iterator[Place]:
    for measure in reading.snapshot.measures:
        if measure.kind in _LIVE and measure.end and measure.end < reading.on:
            yield Place("measures", "end", measure.id)


@RULES.add("hearing-slot", Severity.WARN, "Check the days proposed for the hearing.", CONSISTENT)
def hearing_slot(reading: Reading) -> Iterator[Place]:
    for measure in reading.snapshot.measures:
        starts = _moment(measure.particulars.get("video-starts", ""))
        ends = _moment(measure.particulars.get("video-ends", ""))
        if starts and starts.date() < reading.on:
            yield Place(
                "measures", "video-starts", measure.id, "The hearing is proposed for a day that has passed."
            )
        elif starts and ends and ends < starts:
            yield Place("measures", "video-ends", measure.id, "The hearing ends before it starts.")


def _moment(written: str) -> datetime | None:
    """None where nothing is written, or something else."""
    try:
        return datetime.strptime(written, times.CLOCK_TIME)  # noqa: DTZ007 - the zone is an answer of its own
    except ValueError:
        return None

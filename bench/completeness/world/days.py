"""Days: another year, before the facts, after the letter, over."""

from datetime import date
from typing import Final

from bench.completeness.mutant import DELETED
from bench.completeness.places import Json, Path
from bench.completeness.world.fault import FIRST_FACT, Changes, Fault, Slip, kinds, more

_REALTIME: Final = ("realtime_traffic", "interception_content", "bank_monitoring")


def _years(day: str, by: int) -> str:
    """The same day of another year; ISO 8601, with or without a time."""
    return f"{int(day[:4]) + by:04}{day[4:].replace('-02-29', '-02-28')}"


def _put(path: Path, day: str) -> Slip:
    def changes(_request: Json) -> Changes:
        yield path, day

    return changes


def _facts_a_year_off(request: Json) -> Changes:
    for n, fact in enumerate(request["facts"]):
        for field in ("on", "until"):
            if fact[field]:
                yield ("facts", n, field), _years(fact[field], -1)


def _text_a_year_off(request: Json) -> Changes:
    day = request["facts"][0]["on"] if request["facts"] else None
    if day and not request["facts"][0]["until"]:
        on = date.fromisoformat(_years(day, -1))
        yield from more(request, FIRST_FACT, f"It happened on {on.day} {on:%B} {on.year}.")


def _fact_after_the_letter(request: Json) -> Changes:
    if request["signature"]["date"]:
        yield ("facts", 0, "on"), "2026-11-24"
        yield ("facts", 0, "until"), None
        yield ("signature", "date"), "2026-11-20"


def _period_a_year_off(request: Json) -> Changes:
    for n, row in enumerate(request["data_items"]):
        for field in ("start", "end"):
            if row[field]:
                yield ("data_items", n, field), _years(row[field], -1)


def _period_of_the_measure(request: Json) -> Changes:
    """Five years before anything happened; what runs in real time has its own fault."""
    for n, measure in enumerate(request["measures"]):
        if measure["start"] and measure["end"] and measure["kind"] not in (*_REALTIME, "video_hearing"):
            yield ("measures", n, "start"), _years(measure["start"], -5)
            yield ("measures", n, "end"), _years(measure["end"], -5)


def _deadline_after_the_hearing(request: Json) -> Changes:
    if hearing := request["proceedings"]["next_date"]:
        yield ("urgency", "deadline"), _years(hearing, 1)


def _hearing_is_over(request: Json) -> Changes:
    if request["proceedings"]["next_date"]:
        yield ("proceedings", "next_date"), "2026-02-08"


def _preservation_is_over(request: Json) -> Changes:
    if not kinds(request) & {"preservation", "preservation_extension"}:
        yield ("preservation", "reference"), "PRES-FICT-1"
        yield ("preservation", "made_on"), "2026-05-04"
        yield ("preservation", "expires_on"), "2026-08-02"


def _preserved_before_the_facts(request: Json) -> Changes:
    if not kinds(request) & {"preservation", "preservation_extension"}:
        yield ("preservation", "reference"), "PRES-FICT-1"
        yield ("preservation", "made_on"), "2019-05-04"
        yield ("preservation", "expires_on"), "2027-02-02"


def _order_of_the_future(request: Json) -> Changes:
    for n, step in enumerate(request["steps"]):
        if step["type"] == "decision":
            yield ("steps", n, "on"), "2027-11-02"


def _order_before_the_facts(request: Json) -> Changes:
    for n, step in enumerate(request["steps"]):
        if step["type"] == "decision":
            yield ("steps", n, "on"), "2011-11-02"


def _contact_of_the_future(request: Json) -> Changes:
    for n, _ in enumerate(request["prior_contacts"]):
        yield ("prior_contacts", n, "on"), "2027-08-04"


def _time_barred(request: Json) -> Changes:
    for n, _ in enumerate(request["offences"]):
        yield ("offences", n, "limitation_on"), "2024-01-31"


def _promise_in_the_past(request: Json) -> Changes:
    if request["preservation"]["follow_up_intended"] == "yes":
        yield ("preservation", "follow_up_on"), "2026-10-15"


def _no_day_of_the_promise(request: Json) -> Changes:
    if request["preservation"]["follow_up_intended"] == "yes" and "preservation" in kinds(request):
        yield ("preservation", "follow_up_intended"), ""
        yield ("preservation", "follow_up_on"), None


def _hearing(name: str, value: object) -> Slip:
    def changes(request: Json) -> Changes:
        for n, measure in enumerate(request["measures"]):
            if measure["kind"] == "video_hearing" and measure["particulars"].get(name):
                path = ("measures", n, "particulars", name)
                yield path, value

    return changes


def _end_first(request: Json) -> Changes:
    for n, row in enumerate(request["data_items"]):
        if row["start"] and row["end"]:
            yield ("data_items", n, "start"), row["end"]
            yield ("data_items", n, "end"), row["start"]


_VIDEO: Final = tuple(f"measures.particulars.video-{name}" for name in ("starts", "ends", "zone"))
FAULTS: Final = (
    Fault(
        "facts of another year", "days", "find", _facts_a_year_off, ("data_items.start", "data_items.end")
    ),
    Fault("day in the text of another year", "days", "find", _text_a_year_off, ("facts.on",)),
    Fault("fact after the letter", "days", "find", _fact_after_the_letter),
    Fault("fact of the future", "days", "block", _put(("facts", 0, "on"), "2062-11-03")),
    Fault("schedule of another year", "days", "find", _period_a_year_off, ("facts.on", "facts.until")),
    Fault("measure of long before the facts", "days", "find", _period_of_the_measure),
    Fault("start and end exchanged", "days", "block", _end_first),
    Fault("deadline in the past", "days", "find", _put(("urgency", "deadline"), "2026-11-01")),
    Fault(
        "deadline after the hearing",
        "days",
        "find",
        _deadline_after_the_hearing,
        ("proceedings.next_date",),
    ),
    Fault("hearing that is over", "days", "find", _hearing_is_over),
    Fault(
        "hearing by video in the past", "days", "find", _hearing("video-starts", "2025-02-09 11:00"), _VIDEO
    ),
    Fault(
        "hearing by video ends before it starts",
        "days",
        "find",
        _hearing("video-ends", "2027-02-01 11:00"),
        _VIDEO,
    ),
    Fault("hearing by video without a zone", "days", "find", _hearing("video-zone", DELETED), _VIDEO),
    Fault("preservation that has expired", "days", "find", _preservation_is_over),
    Fault("preserved before the facts", "days", "find", _preserved_before_the_facts),
    Fault("order of the future", "days", "find", _order_of_the_future),
    Fault("order of long before the facts", "days", "find", _order_before_the_facts),
    Fault("contact of the future", "days", "find", _contact_of_the_future),
    Fault("offence that is time-barred", "days", "find", _time_barred, ("offences.limitation",)),
    Fault("promised request is overdue", "days", "find", _promise_in_the_past),
    Fault("preservation without a promise", "days", "block", _no_day_of_the_promise),
    Fault("signed last year", "days", "find", _put(("signature", "date"), "2025-01-20"), ("facts.on",)),
    Fault("signed next year", "days", "find", _put(("signature", "date"), "2027-11-20")),
)

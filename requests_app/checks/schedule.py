"""Rules of craft for the schedule of data: each row must lead a provider to one account at one moment."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Final

from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import CONSISTENT, EXECUTABLE, PRESERVATION, TEMPLATE_31, Rules
from requests_app.checks.words import says_a_name, says_something
from requests_app.content.fields import LIVE_KINDS, MONEY_TYPES
from requests_app.content.place import Place
from requests_app.content.snapshot import DataItem
from requests_app.formats import identifiers, times
from requests_app.formats.times import Trouble

RULES: Final = Rules()

# A longer period of communications wants a reason: providers answer with a question. Money is followed for
# years, and courts expect it.
_LONG: Final = timedelta(days=366)
# The first year of the clock that computers keep; what is older is a slip of the keyboard.
_FIRST_LOGS: Final = 1970


def _row(field: str, item: DataItem, message: str = "") -> Place:
    return Place("data", field, item.id, message)


@RULES.add("identifier-type", Severity.WARN, "Say what kind of identifier this is.", EXECUTABLE)
def identifier_type(reading: Reading) -> Iterator[Place]:
    for item in reading.snapshot.data_items:
        if item.identifier and not item.type:
            yield _row("type", item)


@RULES.add("identifier", Severity.BLOCK, "Correct the identifier.", EXECUTABLE)
def identifier(reading: Reading) -> Iterator[Place]:
    for item in reading.snapshot.data_items:
        if says_a_name(item.identifier) and (wrong := identifiers.problem(item.type, item.identifier)):
            yield _row("identifier", item, wrong)


def _addresses(reading: Reading) -> Iterator[tuple[DataItem, identifiers.IPAddress]]:
    for item in reading.snapshot.data_items:
        if item.type == "ip" and (address := identifiers.ip(item.identifier)):
            yield item, address


@RULES.add(
    "untraceable-address",
    Severity.BLOCK,
    "This address is private or reserved: no provider can say who used it. Give the public address.",
    EXECUTABLE,
)
def untraceable_address(reading: Reading) -> Iterator[Place]:
    for item, address in _addresses(reading):
        if identifiers.is_untraceable(address):
            yield _row("identifier", item)


@RULES.add(
    "example-address",
    Severity.ADVISE,
    "This address belongs to a range that is reserved for examples; it fits a training request only.",
    EXECUTABLE,
)
def example_address(reading: Reading) -> Iterator[Place]:
    for item, address in _addresses(reading):
        if identifiers.is_documentation(address):
            yield _row("identifier", item)


@RULES.add(
    "shared-address",
    Severity.BLOCK,
    "Customers share this address (carrier-grade NAT): give the source port as well.",
    TEMPLATE_31,
)
def shared_address(reading: Reading) -> Iterator[Place]:
    for item, address in _addresses(reading):
        if identifiers.is_shared(address) and item.port is None:
            yield _row("port", item)


@RULES.add(
    "port",
    Severity.ADVISE,
    "Give the source port if the log shows it: mobile carriers and many others share one address between "
    "customers.",
    TEMPLATE_31,
)
def port(reading: Reading) -> Iterator[Place]:
    for item, address in _addresses(reading):
        if address.version == 4 and item.port is None and not identifiers.is_shared(address):
            yield _row("port", item)


@RULES.add(
    "address-time",
    Severity.BLOCK,
    "Give the time at which the address was used: without it nobody can say who used it.",
    TEMPLATE_31,
)
def address_time(reading: Reading) -> Iterator[Place]:
    for item in reading.snapshot.data_items:
        if item.type == "ip" and item.start is None and not _is_live(reading, item):
            yield _row("start", item)


@RULES.add(
    "time-zone",
    Severity.BLOCK,
    "Give the time zone of the log, such as Europe/Oslo or +02:00.",
    TEMPLATE_31,
)
def time_zone(reading: Reading) -> Iterator[Place]:
    for item in reading.snapshot.data_items:
        if (item.start or item.end) and not says_something(item.zone):
            yield _row("zone", item)


@RULES.add(
    "unknown-zone",
    Severity.BLOCK,
    "Use a name such as Europe/Oslo, or an offset such as +02:00.",
    EXECUTABLE,
)
def unknown_zone(reading: Reading) -> Iterator[Place]:
    for item in reading.snapshot.data_items:
        if says_something(item.zone) and times.zone(item.zone) is None:
            yield _row("zone", item)


def _troubled(reading: Reading, trouble: Trouble) -> Iterator[Place]:
    for item in reading.snapshot.data_items:
        for field, local in (("start", item.start), ("end", item.end)):
            if local and item.zone and times.trouble(local, item.zone) is trouble:
                yield _row(field, item)


@RULES.add(
    "skipped-time",
    Severity.BLOCK,
    "The clocks were put forward over this time: it did not exist in that zone. Check the log.",
    EXECUTABLE,
)
def skipped_time(reading: Reading) -> Iterator[Place]:
    return _troubled(reading, Trouble.SKIPPED)


@RULES.add(
    "ambiguous-time",
    Severity.WARN,
    "The clocks were put back over this time: it occurred twice. Give the zone as an offset: +02:00.",
    EXECUTABLE,
)
def ambiguous_time(reading: Reading) -> Iterator[Place]:
    return _troubled(reading, Trouble.TWICE)


@RULES.add("impossible-time", Severity.BLOCK, "No log shows such a time. Check the year.", EXECUTABLE)
def impossible_time(reading: Reading) -> Iterator[Place]:
    for item in reading.snapshot.data_items:
        for field, local in (("start", item.start), ("end", item.end)):
            if local and (_is_before_logs(item, local) or _is_out_of_range(item, local)):
                yield _row(field, item)


def _is_out_of_range(item: DataItem, local: datetime) -> bool:
    return bool(item.zone) and times.trouble(local, item.zone) is Trouble.OUT_OF_RANGE


def _is_before_logs(item: DataItem, local: datetime) -> bool:
    return local.year < _FIRST_LOGS and item.type not in MONEY_TYPES


@RULES.add("period-order", Severity.BLOCK, "The period ends before it begins.", CONSISTENT)
def period_order(reading: Reading) -> Iterator[Place]:
    for item in reading.snapshot.data_items:
        if item.start and item.end and item.end < item.start:
            yield _row("end", item)
    for measure in reading.snapshot.measures:
        if measure.start and measure.end and measure.end < measure.start:
            yield Place("measures", "end", measure.id)


@RULES.add(
    "long-period",
    Severity.WARN,
    "The period is longer than a year: narrow it, or say why all of it is needed.",
    EXECUTABLE,
)
def long_period(reading: Reading) -> Iterator[Place]:
    for item in reading.snapshot.data_items:
        if item.type in MONEY_TYPES or not (item.start and item.end) or _is_before_logs(item, item.start):
            continue
        if item.end - item.start > _LONG:
            yield _row("end", item)


def _is_live(reading: Reading, item: DataItem) -> bool:
    """Every measure on the row collects what is still to come; one on stored data needs its time."""
    measures = reading.measures_on(item)
    return bool(measures) and all(measure.kind in LIVE_KINDS for measure in measures)


def _lies_ahead(local: datetime, zone: str, reading: Reading) -> bool:
    """Compared with the end of the day of the request: nobody knows the hour at which it is read."""
    moment = times.utc(local, zone) if zone else None
    midnight = datetime.combine(reading.on, time.max, UTC)
    return (moment or local.replace(tzinfo=UTC)) > midnight


@RULES.add(
    "future-data",
    Severity.BLOCK,
    "Only data that exist can be preserved or disclosed: end the period on the day of the request at the "
    "latest. For data still to come, ask for real-time collection.",
    PRESERVATION,
)
def future_data(reading: Reading) -> Iterator[Place]:
    for item in reading.snapshot.data_items:
        last, field = (item.end, "end") if item.end else (item.start, "start")
        if last and not _is_live(reading, item) and _lies_ahead(last, item.zone, reading):
            yield _row(field, item)


@RULES.add(
    "other-state",
    Severity.WARN,
    "The provider is in another State than the one asked. Check where the request must go.",
    EXECUTABLE,
)
def other_state(reading: Reading) -> Iterator[Place]:
    requested = reading.snapshot.requested
    for item in reading.snapshot.data_items:
        if item.provider_state and requested and item.provider_state != requested:
            yield _row("provider_state", item)


@RULES.add(
    "repeated-row", Severity.ADVISE, "The same identifier and period stand in an earlier row.", CONSISTENT
)
def repeated_row(reading: Reading) -> Iterator[Place]:
    seen = set()
    for item in reading.snapshot.data_items:
        row = (
            item.type,
            item.identifier.strip().casefold(),
            item.port,
            item.start,
            item.end,
            item.measures,
        )
        if item.identifier and row in seen:
            yield _row("identifier", item)
        seen.add(row)

"""Rules on time and speed: hearings, what runs out, spans, and routes that are too slow or too fast."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Final

from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import EXECUTABLE, PRACTITIONERS, PRESERVATION, TEMPLATE_31, Rules, cite
from requests_app.checks.words import says_something
from requests_app.content.place import Place
from requests_app.formats import times

RULES: Final = Rules()

_LEAD: Final = cite("a hearing or a service needs weeks to prepare", PRACTITIONERS)
_READABLE: Final = cite("a time is one that both sides can read", PRACTITIONERS)
_ROUTES: Final = cite("each route has its speed and its purpose", PRACTITIONERS)

# Acts for which somebody is summoned: rooms, lines, interpreters and the person need notice.
_SUMMONING: Final = {
    "service_documents",
    "service_by_post",
    "video_hearing",
    "telephone_hearing",
    "evidence_statements",
    "transfer_custody",
    "voluntary_appearance",
}
_NOTICE: Final = timedelta(days=42)
_RUNS_OUT: Final = timedelta(days=21)
# Records of one year are usual, and of money of ten; an order to listen in lasts for some months anywhere.
_YEAR: Final = timedelta(days=366)
_TEN_YEARS: Final = timedelta(days=3653)
_QUARTER: Final = timedelta(days=92)
_LISTENING: Final = {"realtime_traffic", "interception_content", "bank_monitoring", "covert_investigation"}
_MONEY_KINDS: Final = {"bank_info", "trace_proceeds", "freeze_seize_proceeds", "virtual_asset_records"}
_MONEY_TYPES: Final = {"bank_account", "card", "wallet"}
# What the round-the-clock contact points are for.
_FOR_CONTACT_POINTS: Final = {
    "preservation",
    "preserved_traffic_disclosure",
    "emergency_disclosure",
    "emergency_mla",
    "realtime_traffic",
    "subscriber_info",
}


def _is_urgent(reading: Reading) -> bool:
    return reading.snapshot.urgency.level in {"urgent", "emergency"}


@RULES.add(
    "short-notice",
    Severity.ADVISE,
    "Requested authorities need about six weeks to summon somebody: choose a later day, or mark the "
    "request as urgent and say why.",
    _LEAD,
)
def short_notice(reading: Reading) -> Iterator[Place]:
    snapshot = reading.snapshot
    days: tuple[tuple[str, str, date | None], ...] = (
        ("confidentiality", "deadline", snapshot.urgency.deadline),
        ("authority", "next_date", snapshot.proceedings.next_date),
    )
    if reading.kinds.isdisjoint(_SUMMONING) or _is_urgent(reading):
        return
    for section, field, day in days:
        if day and timedelta() <= day - reading.on < _NOTICE:
            yield Place(section, field, facet=field)
            return


@RULES.add(
    "deadline-after-hearing",
    Severity.ADVISE,
    "The deadline lies after the next date of the proceedings: ask for an earlier day, or say in the "
    "reasons why it is early enough.",
    _LEAD,
)
def deadline_after_hearing(reading: Reading) -> Iterator[Place]:
    hearing, deadline = reading.snapshot.proceedings.next_date, reading.snapshot.urgency.deadline
    if hearing and deadline and reading.on <= hearing < deadline:
        yield Place("confidentiality", "deadline", facet="hearing")


_READ: Final[Mapping[str, tuple[Callable[[str], bool], str]]] = {
    "zone": (
        lambda text: times.zone(text) is not None,
        "Use a name such as Europe/Oslo, or an offset such as +02:00.",
    ),
    "time": (
        lambda text: _is_written(text, times.CLOCK_TIME),
        "Write the day and the time like 2026-06-14 09:30.",
    ),
    "day": (lambda text: _is_written(text, "%Y-%m-%d"), "Write the day like 2026-06-14."),
    "yes_no": (lambda text: text in {"yes", "no"}, "Answer yes or no."),
}


def _is_written(text: str, form: str) -> bool:
    try:
        datetime.strptime(text, form)  # noqa: DTZ007 - the zone is an answer of its own
    except ValueError:
        return False
    return True


@RULES.add(
    "unreadable-answer",
    Severity.WARN,
    "Write the answer in the form that this field takes.",
    _READABLE,
)
def unreadable_answer(reading: Reading) -> Iterator[Place]:
    """Only an imported request can hold one: a form refuses it."""
    answers = [("steps", "zone", step.id, "zone", step.zone) for step in reading.snapshot.steps]
    for measure in reading.snapshot.measures:
        answers += [
            ("measures", each.field, measure.id, each.input, measure.particulars.get(each.field, ""))
            for each in reading.setting.typed
            if each.kind == measure.kind
        ]
    for section, field, item, form, text in answers:
        is_read, advice = _READ[form]
        if says_something(text) and not is_read(text):
            yield Place(section, field, item, advice)


@RULES.add(
    "preservation-runs-out",
    Severity.ADVISE,
    "The preservation runs out in less than three weeks: ask here that it be renewed until execution.",
    PRESERVATION,
)
def preservation_runs_out(reading: Reading) -> Iterator[Place]:
    expires = reading.snapshot.preservation.expires_on
    is_extension = reading.snapshot.proceedings.request_status == "extension"
    if expires and not is_extension and timedelta() <= expires - reading.on < _RUNS_OUT:
        yield Place("measures", "preservation_expires_on", facet="soon")


@RULES.add(
    "long-measure",
    Severity.ADVISE,
    "The period is longer than such a measure usually lasts: narrow it, or say why all of it is needed.",
    EXECUTABLE,
)
def long_measure(reading: Reading) -> Iterator[Place]:
    for measure in reading.snapshot.measures:
        if measure.start and measure.end and measure.end - measure.start > _usual(measure.kind):
            yield Place("measures", "end", measure.id, facet="long")


def _usual(kind: str) -> timedelta:
    if kind in _LISTENING:
        return _QUARTER
    return _TEN_YEARS if kind in _MONEY_KINDS else _YEAR


@RULES.add(
    "long-history",
    Severity.ADVISE,
    "Banks keep records for about ten years: narrow the period, or say why all of it is needed.",
    EXECUTABLE,
)
def long_history(reading: Reading) -> Iterator[Place]:
    for item in reading.snapshot.data_items:
        if (
            item.type in _MONEY_TYPES
            and item.start
            and item.end
            and _lasts(item.start, item.end) > _TEN_YEARS
        ):
            yield Place("data", "end", item.id)


def _lasts(start: datetime, end: datetime) -> timedelta:
    return end - start


@RULES.add(
    "slow-route",
    Severity.ADVISE,
    "An urgent request loses weeks on this way: send an advance copy by a fast one, and say so.",
    _ROUTES,
)
def slow_route(reading: Reading) -> Iterator[Place]:
    channel = reading.snapshot.channel
    if not _is_urgent(reading) or says_something(channel.via):
        return
    if channel.route == "diplomatic":
        yield Place("channel", "route", facet="slow")
    elif channel.means in {"post", "bag"}:
        yield Place("channel", "means", facet="slow")


@RULES.add(
    "contact-point-route",
    Severity.ADVISE,
    "Round-the-clock contact points take urgent and preserving requests: send this one to the central "
    "authority.",
    _ROUTES,
)
def contact_point_route(reading: Reading) -> Iterator[Place]:
    is_for_it = not reading.kinds or not reading.kinds.isdisjoint(_FOR_CONTACT_POINTS)
    if reading.snapshot.channel.route == "contact_24_7" and not is_for_it and not _is_urgent(reading):
        yield Place("channel", "route", facet="purpose")


@RULES.add(
    "reply-zone",
    Severity.ADVISE,
    "Give office hours and the time zone of whoever answers questions.",
    TEMPLATE_31,
)
def reply_zone(reading: Reading) -> Iterator[Place]:
    reply = reading.snapshot.channel.reply_contact
    if says_something(reply.phone) and not says_something(reply.zone):
        yield Place("channel", "reply_zone")

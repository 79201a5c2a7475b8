"""Times as logs and people write them: which shape they have, and what is missing to name one moment.

Nothing is guessed: a day and a month that could be either, a year that is not there and a zone that several
places use come back as a question. Libraries that read dates by guessing (dateutil, dateparser) fill such
gaps with today's values without saying so, which is why the shapes are spelled out here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from requests_app.formats import settling, worded
from requests_app.formats.judgement import Sure
from requests_app.formats.logged_times import (
    NOTHING_SAID,
    Answers,
    Asks,
    LoggedTime,
    Order,
    made,
    zone_name,
)
from requests_app.formats.zone_words import AMERICAN, LOWER

__all__ = ["Answers", "Asks", "LoggedTime", "Order", "find_all", "orders", "read", "zone_name"]

_MONTHS: Final = {
    name[:3]: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}
_MONTH: Final = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY: Final = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+)?"
_CLOCK: Final = (
    r"(?P<hour>\d{1,2})(?::|\s?[hH]\s?)(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"(?:\s?(?P<half>[AaPp]\.?\s?[Mm]\.?)(?![A-Za-z]))?"
)
_OFFSET: Final = r"(?:UTC|GMT)?[+−-]\d{1,2}(?::?\d{2})?(?![\d:-])"
_NAMED: Final = r"[A-Z][A-Za-z]+/[A-Za-z_]+(?:[/+-][A-Za-z0-9_]+)*"
_ZONE: Final = (
    rf"(?:(?:\s|-)?(?P<zone>{_OFFSET}|[Zz]\b|[A-Z]{{2,5}}\b(?![/+-])|{_NAMED}|(?:{LOWER})\b))?"
    rf"(?:\s?[\[(](?P<place>{_NAMED}|[A-Z]{{2,5}}|{_OFFSET}|{LOWER})[\])])?"
)
_GAP: Final = r"(?:,?\s+(?:(?:at|à|a las|às|um|om|kl\.?|klo|alle|ore|в|о)\s+)?|T|;|\t|,|:|_|-)"
_EDGE: Final = r"(?<![\w.:/-])"


def _shape(text: str) -> re.Pattern[str]:
    return re.compile(_EDGE + text)


# None: what has the shape is no time after all.
Shape = tuple[str, re.Pattern[str], Callable[[re.Match[str], Answers], LoggedTime | None]]


def _year_first(match: re.Match[str], answers: Answers) -> LoggedTime:
    return made(match, (match["year"], match["month"], match["day"]))


def _named_month(match: re.Match[str], answers: Answers) -> LoggedTime:
    month = _MONTHS[match["month"][:3].lower()]
    if (year := match["year"]) is None:
        if answers.year is None:
            return LoggedTime(form="", asks=frozenset({Asks.YEAR}), wrong="The log does not show the year.")
        stamp = made(match, (answers.year, month, match["day"]))
        return replace(stamp, sure=Sure.LIKELY, notes=("The year is not in the log.", *stamp.notes))
    return made(match, (year, month, match["day"]))


def _mail(match: re.Match[str], answers: Answers) -> LoggedTime:
    """Read a time of RFC 5322, where -0000 means that the time is UTC and the sender's zone unknown."""
    stamp = _named_month(match, answers)
    written = match["zone"] or ""
    if written in AMERICAN:
        return replace(stamp, zone=AMERICAN[written], written="", wrong="", asks=frozenset())
    return replace(stamp, zone="UTC", wrong="") if written == "-0000" else stamp


def _dotted(match: re.Match[str], answers: Answers) -> LoggedTime:
    """Read a date with dots, where the day comes first, as in DIN 5008."""
    return made(match, (match["year"], match["b"], match["a"]))


def _either(match: re.Match[str], answers: Answers) -> LoggedTime:
    """Read a date in figures: a figure above 12 settles the order, else the officer does, else it is
    asked.
    """
    if answers.order is Order.YEAR_FIRST and len(match["year"]) == 2:
        return made(match, (match["a"], match["b"], match["year"]))
    first, second = int(match["a"]), int(match["b"])
    if first > 12 or second > 12 or first == second:
        order = Order.DAY_FIRST if first > 12 else Order.MONTH_FIRST
        if answers.order not in (None, Order.YEAR_FIRST, order) and first != second:
            return LoggedTime(form="", wrong="Day and month stand the other way round here than you said.")
    elif answers.order in (None, Order.YEAR_FIRST):
        ask = frozenset({Asks.ORDER})
        return LoggedTime(form="", asks=ask, wrong="Day and month can be read either way.")
    else:
        order = answers.order
    day, month = (first, second) if order is Order.DAY_FIRST else (second, first)
    return made(match, (match["year"], month, day))


# What stands before bare figures where they are a time.
_SAYS_TIME: Final = re.compile(
    r"(?:time|stamp|date|epoch|seen|created|when|start|end|audit|\b_?ts|\bt|\bat)\w{0,12}[\"']?\s?[=:(]\s?[\"']?$",
    re.IGNORECASE,
)


def _epoch(match: re.Match[str], answers: Answers) -> LoggedTime | None:
    """Read POSIX time in seconds to nanoseconds, always UTC; bare figures only where something says
    that they are a time.
    """
    digits = match["epoch"]
    before = match.string[max(match.start() - 40, 0) : match.start()]
    if not (answers.figures or "." in match[0] or _SAYS_TIME.search(before)):
        return None
    seconds = int(digits) // 10 ** (len(digits) - 10)
    local = datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None)
    return LoggedTime(form="", local=local, zone="UTC", sure=Sure.LIKELY)


def _compact(match: re.Match[str], answers: Answers) -> LoggedTime | None:
    """Read fourteen figures without separators as a time, where a zone or a heading says that they
    are one.
    """
    if not (match["gap"] or match["zone"] or answers.figures or answers.shown):
        return None
    return made(match, (match["year"], match["month"], match["day"]))


_SHORT_YEAR: Final = r"(?P<year>\d{4}|\d{2})"
_DAY: Final = r"(?P<day>\d{1,2})"
_YEAR: Final = r"(?P<year>\d{4})"
_DOTS: Final = r"(?P<a>\d{1,2})\.\s?(?P<b>\d{1,2})\.\s?(?P<year>\d{4}|\d{2})"
_SLASHES: Final = r"(?P<a>\d{1,2})([/-])(?P<b>\d{1,2})\2(?P<year>\d{4}|\d{2})"
_TIME: Final = rf"{_GAP}{_CLOCK}(?![\d:]){_ZONE}"
_ONE_TIME: Final = rf" {_CLOCK}(?![\d:])"
SHAPES: Final[tuple[Shape, ...]] = (
    ("ISO 8601", _shape(rf"{_YEAR}([-/.])(?P<month>\d{{2}})\2(?P<day>\d{{2}}){_TIME}"), _year_first),
    (
        "ISO 8601, basic form",
        _shape(
            r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})T(?P<hour>\d{2})(?P<minute>\d{2})"
            rf"(?P<second>\d{{2}})(?:[.,]\d{{1,9}})?{_ZONE}"
        ),
        _year_first,
    ),
    (
        "common log format",
        re.compile(rf"{_DAY}/{_MONTH}/{_YEAR}:(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d){_ZONE}"),
        _named_month,
    ),
    ("RFC 5322", _shape(rf"{_WEEKDAY}{_DAY} {_MONTH} {_YEAR}{_ONE_TIME}{_ZONE}"), _mail),
    ("RFC 850", _shape(rf"{_WEEKDAY}{_DAY}[-. ]\s?{_MONTH}[-. ]{_SHORT_YEAR}{_TIME}"), _named_month),
    ("date in words", _shape(rf"{_WEEKDAY}{_MONTH} {_DAY},? {_YEAR}{_TIME}"), _named_month),
    (
        "asctime",
        _shape(
            rf"{_WEEKDAY}{_MONTH}\s+{_DAY}{_ONE_TIME}(?: (?P<zone>[A-Z]{{2,5}}))? {_YEAR}\b(?P<place>x)?"
        ),
        _named_month,
    ),
    (
        "syslog (RFC 3164)",
        _shape(rf"{_WEEKDAY}{_MONTH}\s+{_DAY}{_ONE_TIME}{_ZONE}(?P<year>x)?"),
        _named_month,
    ),
    ("date with dots", _shape(rf"{_DOTS}{_TIME}"), _dotted),
    (
        "date and time with dots",
        _shape(
            rf"{_DOTS},?\s+(?:kl\.?|klo|um|ore|alle)\s+(?P<hour>\d{{1,2}})\.(?P<minute>\d{{2}})"
            rf"(?:\.(?P<second>\d{{2}}))?(?!\d){_ZONE}"
        ),
        _dotted,
    ),
    ("numeric date", _shape(rf"{_SLASHES}{_TIME}"), _either),
    (
        "ISO 8601 date",
        _shape(r"(?P<year>\d{4})([-/.])(?P<month>\d{2})\2(?P<day>\d{2})(?![\d:T-])"),
        _year_first,
    ),
    ("date in words", _shape(rf"{_WEEKDAY}{_DAY}\.? {_MONTH} {_YEAR}\b"), _named_month),
    ("date in words", _shape(rf"{_WEEKDAY}{_MONTH} {_DAY},? {_YEAR}\b"), _named_month),
    ("date with dots", _shape(rf"{_DOTS}(?![\d.:])"), _dotted),
    ("numeric date", _shape(rf"{_SLASHES}(?![\d/:])"), _either),
    (
        "figures in a row",
        _shape(
            r"(?P<year>(?:19|20)\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?P<gap>[ _T-]?)"
            rf"(?P<hour>\d{{2}})(?::?)(?P<minute>\d{{2}})(?::?)(?P<second>\d{{2}})(?:[.,]\d{{1,9}})?(?![\d:]){_ZONE}"
        ),
        _compact,
    ),
    (
        "epoch seconds",
        re.compile(r"(?<![\w./+-])(?<!\d:)(?P<epoch>1\d{9})(?:\.\d{1,9})?(?![\w:/-]|\.\w)"),
        _epoch,
    ),
    ("epoch milliseconds", re.compile(r"(?<![\w./+-])(?<!\d:)(?P<epoch>1\d{12})(?![\w.:/-])"), _epoch),
    ("epoch microseconds", re.compile(r"(?<![\w.:/+-])(?P<epoch>1\d{15})(?![\w.:/-])"), _epoch),
    ("epoch nanoseconds", re.compile(r"(?<![\w.:/+-])(?P<epoch>1\d{18})(?![\w.:/-])"), _epoch),
)


_WITH_MONTH: Final = {_named_month, _mail}
_ANY_MONTH: Final = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


def find_all(text: str, answers: Answers = NOTHING_SAID) -> list[LoggedTime]:
    """Return every time in a text in the order of the text, without times inside another one."""
    found: list[LoggedTime] = []
    taken = bytearray(len(text))
    months = bool(_ANY_MONTH.search(text))
    for form, shape, read in (*SHAPES, *(worded.SHAPES if worded.may_be_in(text) else ())):
        # Ten figures are a time only where nothing else is; most lines name no month.
        if (read is _epoch and found) or (read in _WITH_MONTH and not months):
            continue
        for match in shape.finditer(text):
            if taken.find(1, *match.span()) >= 0:
                continue
            if stamp := read(match, answers):
                taken[slice(*match.span())] = b"\1" * len(match[0])
                placed = replace(stamp, form=form, start=match.start(), stop=match.end())
                found.append(settling.settled(placed, text, answers))
    return sorted(found, key=lambda stamp: stamp.start)


def read(text: str, answers: Answers = NOTHING_SAID) -> LoggedTime | None:
    """Return the text as one time; None when it is anything else."""
    plain = text.strip().strip("\"'")
    plain = plain[1:-1] if plain[:1] == "[" and plain[-1:] == "]" else plain
    found = find_all(plain, answers)
    if len(found) == 1 and (found[0].start, found[0].stop) == (0, len(plain)):
        return found[0]
    return None


def orders(text: str) -> Iterator[Order]:
    """Return the orders of day and month that the dates in a text settle by themselves."""
    for form, shape, _read in SHAPES:
        if form == "numeric date":
            for match in shape.finditer(text):
                first, second = int(match["a"]), int(match["b"])
                if first > 12 >= second:
                    yield Order.DAY_FIRST
                elif second > 12 >= first:
                    yield Order.MONTH_FIRST

"""One time as a log shows it, and what is missing for it to name one moment."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final, Protocol

from requests_app.formats import times
from requests_app.formats.judgement import Sure
from requests_app.formats.zone_words import ONE_MEANING, SEVERAL, may_be_one


class Order(StrEnum):
    """Which of the first two figures of 03/04/2026 is the day."""

    DAY_FIRST = "day"
    MONTH_FIRST = "month"
    # 26/04/03, with a year of two figures.
    YEAR_FIRST = "year"


class Asks(StrEnum):
    """What the officer is asked once for the whole paste."""

    ORDER = "order"
    YEAR = "year"
    ZONE = "zone"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedTime:
    """One time in a text. `local` is what the log shows, to the second; `zone` "" when it does not say.

    `written` is the word for a zone that stands behind the time and says too little; "" when there is none.
    `whole_day` marks a date without a time of day. `start` and `stop` are its place in the text.
    """

    form: str
    local: datetime | None = None
    zone: str = ""
    written: str = ""
    sure: Sure = Sure.CERTAIN
    wrong: str = ""
    asks: frozenset[Asks] = frozenset()
    notes: tuple[str, ...] = ()
    whole_day: bool = False
    start: int = 0
    stop: int = 0


@dataclass(frozen=True, slots=True)
class Answers:
    """What the officer has said of the whole paste; None and "" for what nobody has said.

    `zones` is what the officer has said of each abbreviation. `shown` is the zone that the heading or a
    column of the table shows for this time, and `figures` says that bare figures may be a time here.
    """

    order: Order | None = None
    year: int | None = None
    zone: str = ""
    zones: Mapping[str, str] = field(default_factory=dict)
    shown: str = ""
    figures: bool = False


NOTHING_SAID: Final = Answers()
SEVERAL_ZONES: Final = "stands for several time zones. Choose the zone."
NOT_KNOWN: Final = "is no time zone that the portal knows. Choose the zone."
# Years that no log of this world's software shows, but calendars of other eras do.
_OTHER_ERAS: Final = (
    (range(2400, 2700), "the Buddhist era"),
    (range(1300, 1600), "the Persian or the Islamic calendar"),
)


class Groups(Protocol):
    """A match of a shape, or what stands for one."""

    def groupdict(self) -> dict[str, Any]: ...


def made(match: Groups, date: tuple[str | int, str | int, str | int]) -> LoggedTime:
    groups = match.groupdict()
    year, month, day = map(int, date)
    notes: tuple[str, ...] = ()
    sure = Sure.CERTAIN
    if year < 100:
        year, sure = year + 2000, Sure.DOUBTFUL
        notes = ("The year has two figures; it was read as one of this century.",)
    if era := next((name for years, name in _OTHER_ERAS if year in years), ""):
        wrong = (
            f"The year {year} is of another calendar, such as {era}: write it as a year of the common era."
        )
        return LoggedTime(form="", wrong=wrong)
    try:
        midnight = datetime.fromisoformat(f"{year:04}-{month:02}-{day:02}")
    except ValueError:
        return LoggedTime(form="", wrong="There is no such day.")
    if not groups.get("hour"):
        return LoggedTime(form="", local=midnight, whole_day=True, sure=sure, notes=notes)
    clock, more = _clock(groups)
    if clock is None:
        return LoggedTime(form="", wrong="There is no such time of day.")
    zone, wrong, written = _zone(groups)
    return LoggedTime(
        form="",
        local=midnight + clock,
        zone=zone,
        written=written,
        wrong=wrong,
        asks=frozenset({Asks.ZONE}) if written else frozenset(),
        sure=sure,
        notes=(*notes, *more),
    )


def _clock(groups: dict[str, str | None]) -> tuple[timedelta | None, tuple[str, ...]]:
    hour, minute, second = (int(groups.get(name) or 0) for name in ("hour", "minute", "second"))
    notes: tuple[str, ...] = ()
    if half := groups.get("half"):
        if not 1 <= hour <= 12:
            return None, ()
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    if groups.get("second") is None:
        notes = ("The log shows no seconds.",)
    if second == 60 and minute == 59:
        # RFC 3339 allows it; clocks of this world's software do not.
        second, notes = 59, ("A leap second, kept as the second before it.",)
    if (hour, minute, second) == (24, 0, 0):
        return timedelta(days=1), notes
    if hour > 23 or minute > 59 or second > 59:
        return None, ()
    return timedelta(hours=hour, minutes=minute, seconds=second), notes


def _zone(groups: dict[str, str | None]) -> tuple[str, str, str]:
    """Return the zone, what is wrong with it, and the word for it that says too little.

    An offset counts more than the name beside it.
    """
    words = [word.strip() for word in (groups.get("zone") or "", groups.get("place") or "") if word.strip()]
    read = [(*zone_name(word), word) for word in words]
    chosen = next((each for each in read if each[0]), None) or next(
        (each for each in read if each[1]), None
    )
    if chosen is None:
        return "", "", ""
    zone, wrong, word = chosen
    return zone, wrong, word if says_too_little(wrong) else ""


def says_too_little(wrong: str) -> bool:
    return wrong.endswith((SEVERAL_ZONES, NOT_KNOWN))


@lru_cache(maxsize=1024)
def zone_name(text: str) -> tuple[str, str]:
    """Return the zone as the schedule keeps it, and what is wrong with the text; "" and "" for no
    zone at all.
    """
    plain = text.strip().strip("()[]")
    if not plain:
        return "", ""
    if known := ONE_MEANING.get(plain.upper()):
        return known, ""
    if plain.upper() in SEVERAL:
        return "", f"{plain} {SEVERAL_ZONES}"
    if may_be_one(plain):
        return "", f"{plain} {NOT_KNOWN}"
    if re.fullmatch(r"(?:UTC|GMT)?\s?[+−-]\d{1,2}(?::?\d{2})?", plain, re.IGNORECASE):
        return _offset(plain)
    if "/" in plain and times.zone(plain) is not None:
        return plain, ""
    return "", "" if re.fullmatch(r"[A-Z]{2,5}", plain) else f"“{plain[:40]}” is not a time zone."


def _offset(text: str) -> tuple[str, str]:
    """Return the offset in the one form +02:00; an offset that no place on earth uses is an error."""
    sign, hours, minutes = re.search(r"([+−-])(\d{1,2}):?(\d{2})?$", text).groups(default="00")  # type: ignore[union-attr]
    name = f"{'+' if sign == '+' else '-'}{int(hours):02}:{minutes}"
    if times.zone(name) is None:
        return "", f"No place on earth is {name} from UTC."
    return ("UTC" if name in ("+00:00", "-00:00") else name), ""

"""One time as a log shows it, and what is missing for it to name one moment."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final

from requests_app.formats import times
from requests_app.formats.judgement import Sure


class Order(StrEnum):
    """Which of the first two figures of 03/04/2026 is the day."""

    DAY_FIRST = "day"
    MONTH_FIRST = "month"


class Asks(StrEnum):
    """What the officer is asked once for the whole paste."""

    ORDER = "order"
    YEAR = "year"
    ZONE = "zone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """One time in a text. `local` is what the log shows, to the second; `zone` "" when it does not say.

    `whole_day` marks a date without a time of day. `start` and `stop` are its place in the text.
    """

    form: str
    local: datetime | None = None
    zone: str = ""
    sure: Sure = Sure.CERTAIN
    wrong: str = ""
    asks: frozenset[Asks] = frozenset()
    notes: tuple[str, ...] = ()
    whole_day: bool = False
    start: int = 0
    stop: int = 0


@dataclass(frozen=True, slots=True)
class Answers:
    """What the officer has said of the whole paste; None and "" for what nobody has said."""

    order: Order | None = None
    year: int | None = None
    zone: str = ""


NOTHING_SAID: Final = Answers()
# Abbreviations that mean one offset wherever they stand in a log.
_ABBREVIATIONS: Final = {
    "Z": "UTC", "UTC": "UTC", "GMT": "UTC", "UT": "UTC", "WET": "+00:00", "WEST": "+01:00", "CET": "+01:00",
    "MEZ": "+01:00", "CEST": "+02:00", "MESZ": "+02:00", "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00",
    "JST": "+09:00", "KST": "+09:00",
}  # fmt: skip
# In mail RFC 5322 (4.3) says which offset they are; in a log each stands for several zones.
AMERICAN: Final = {
    "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00",
    "PST": "-08:00", "PDT": "-07:00",
}  # fmt: skip
SEVERAL_ZONES: Final = "stands for several time zones. Choose the zone."
_SEVERAL: Final = {*AMERICAN, "BST", "IST", "AST", "ADT", "SST", "AMT", "GST", "ECT", "WAT"}


def made(match: re.Match[str], date: tuple[str | int, str | int, str | int]) -> Stamp:
    groups = match.groupdict()
    year, month, day = map(int, date)
    notes: tuple[str, ...] = ()
    sure = Sure.CERTAIN
    if year < 100:
        year, sure = year + 2000, Sure.DOUBTFUL
        notes = ("The year has two figures; it was read as one of this century.",)
    try:
        midnight = datetime.fromisoformat(f"{year:04}-{month:02}-{day:02}")
    except ValueError:
        return Stamp(form="", wrong="There is no such day.")
    if not groups.get("hour"):
        return Stamp(form="", local=midnight, whole_day=True, sure=sure, notes=notes)
    clock, more = _clock(groups)
    if clock is None:
        return Stamp(form="", wrong="There is no such time of day.")
    zone, wrong = _zone(groups)
    asks = frozenset({Asks.ZONE}) if wrong.endswith(SEVERAL_ZONES) else frozenset()
    return Stamp(
        form="", local=midnight + clock, zone=zone, wrong=wrong, asks=asks, sure=sure, notes=(*notes, *more)
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


def _zone(groups: dict[str, str | None]) -> tuple[str, str]:
    """Zone, and what is wrong with it; an offset counts more than the name beside it."""
    written, place = (groups.get("zone") or "").strip(), (groups.get("place") or "").strip()
    name, wrong = zone_name(written)
    return zone_name(place) if place and not name else (name, wrong)


@lru_cache(maxsize=1024)
def zone_name(text: str) -> tuple[str, str]:
    """The zone as the schedule keeps it, and what is wrong with the text; "" and "" for no zone at all."""
    plain = text.strip().strip("()[]")
    if not plain:
        return "", ""
    if known := _ABBREVIATIONS.get(plain.upper()):
        return known, ""
    if plain.upper() in _SEVERAL:
        return "", f"{plain} {SEVERAL_ZONES}"
    if re.fullmatch(r"(?:UTC|GMT)?\s?[+−-]\d{1,2}(?::?\d{2})?", plain, re.IGNORECASE):
        return _offset(plain)
    if "/" in plain and times.zone(plain) is not None:
        return plain, ""
    return "", "" if re.fullmatch(r"[A-Z]{2,4}", plain) else f"“{plain[:40]}” is not a time zone."


def _offset(text: str) -> tuple[str, str]:
    """In the one form +02:00; a distance that no place on earth keeps is a slip."""
    sign, hours, minutes = re.search(r"([+−-])(\d{1,2}):?(\d{2})?$", text).groups(default="00")  # type: ignore[union-attr]
    name = f"{'+' if sign == '+' else '-'}{int(hours):02}:{minutes}"
    if times.zone(name) is None:
        return "", f"No place on earth is {name} from UTC."
    return ("UTC" if name in ("+00:00", "-00:00") else name), ""

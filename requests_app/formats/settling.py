"""Which zone a time is in: by its line, else by its heading, else by what the officer said.

An answer for the whole paste fills in what nothing shows; it never outweighs what is written.
"""

import re
from dataclasses import replace
from functools import cache
from typing import Final
from zoneinfo import available_timezones

from requests_app.formats import times
from requests_app.formats.judgement import Sure
from requests_app.formats.logged_times import NOT_KNOWN, Answers, Asks, LoggedTime, zone_name

# "Eastern Daylight Time", as operating systems write it behind a time.
_IN_WORDS: Final = re.compile(
    r"[\s,]?\s?\(?((?:[A-Z][a-z]+\.?\s){1,3}[Tt]ime\b|(?:[Ll]ocal|[Ss]erver|[Ss]ystem)\s[Tt]ime\b"
    r"|Ortszeit\b|[Hh]eure (?:locale|de [A-Z]\w+)|[Hh]ora (?:local|de [A-Z]\w+))\)?"
)
_PLACE: Final = re.compile(r"[\s,;|\"'(]{1,4}([A-Z][a-z]+(?:[ _][A-Z][a-z]+){0,2})\b\)?")


def settled(stamp: LoggedTime, text: str, answers: Answers) -> LoggedTime:
    if stamp.local is None:
        return stamp
    if not stamp.whole_day and not stamp.zone and not stamp.wrong:
        stamp = _with_words(stamp, text)
    if stamp.written:
        return _explained(stamp, answers)
    if stamp.wrong:
        return stamp
    if stamp.zone:
        return _beside(stamp, answers.shown, "the heading or column")
    if answers.shown:
        return _beside(replace(stamp, zone=answers.shown), answers.zone, "your answer")
    if answers.zone:
        return replace(stamp, zone=answers.zone)
    return stamp if stamp.whole_day else replace(stamp, asks=frozenset({Asks.ZONE}))


def _with_words(stamp: LoggedTime, text: str) -> LoggedTime:
    match = _IN_WORDS.match(text, stamp.stop) or _place(text, stamp.stop)
    if match is None:
        return stamp
    wrong = f"“{match[1]}” {NOT_KNOWN}"
    return replace(stamp, written=match[1], wrong=wrong, asks=frozenset({Asks.ZONE}), stop=match.end())


def _place(text: str, start: int) -> re.Match[str] | None:
    """A town of the zone database behind the time: which zone is meant, somebody says."""
    match = _PLACE.match(text, start)
    return match if match and match[1].replace(" ", "_") in _towns() else None


@cache
def _towns() -> frozenset[str]:
    return frozenset(name.rpartition("/")[2] for name in available_timezones() if "/" in name)


def _explained(stamp: LoggedTime, answers: Answers) -> LoggedTime:
    """Return the time with what the officer said of the abbreviation, or of all times in whose zone
    it is used then.
    """
    said = answers.zones.get(stamp.written, "")
    general = next((zone for zone in (answers.shown, answers.zone) if _uses(zone, stamp)), "")
    zone = said or general
    return replace(stamp, zone=zone, wrong="", asks=frozenset()) if zone else stamp


def _uses(name: str, stamp: LoggedTime) -> bool:
    zone = times.zone(name) if name else None
    local = stamp.local
    return bool(zone and local) and local.replace(tzinfo=zone).tzname() == stamp.written.upper()  # type: ignore[union-attr]


def _beside(stamp: LoggedTime, other: str, whose: str) -> LoggedTime:
    """Return the time with its written zone; another zone beside it is reported."""
    if not other or stamp.local is None or _moment(stamp, other) == _moment(stamp, stamp.zone):
        return stamp
    note = f"The time is in {stamp.zone} as written; {whose} says {other}. What is written there was taken."
    return replace(stamp, sure=Sure.DOUBTFUL, notes=(*stamp.notes, note))


def _moment(stamp: LoggedTime, zone: str) -> object:
    return times.utc(stamp.local, zone) if stamp.local else None


def of_heading(heading: str) -> str:
    """Return the word for a zone in the heading of a column, as in "Time (GMT+2)"; "" when there is
    none.
    """
    for word in _HEADING_WORD.findall(heading.replace("_", " ")):
        zone, wrong = zone_name(word.upper() if word.lower() in ("utc", "gmt") else word)
        if zone or wrong.endswith("Choose the zone."):
            return str(word)
    return ""


_HEADING_WORD: Final = re.compile(
    r"(?:UTC|GMT)\s?[+−-]\d{1,2}(?::?\d{2})?|(?<![\w])[+−-]\d{2}:?\d{2}|[A-Z][a-z]+/[A-Za-z_]+"
    r"|(?:[A-Z][a-z]+\s){1,3}Time\b|\b[A-Z]{2,5}\b|\b(?i:utc|gmt)\b|(?<=[a-z])(?:UTC|GMT)\b"
)

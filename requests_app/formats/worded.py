"""Dates in words of many languages, and in East Asian scripts: their shapes, and what the words mean."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from requests_app.formats import months
from requests_app.formats.judgement import Sure
from requests_app.formats.logged_times import Answers, LoggedTime, made
from requests_app.formats.zone_words import LOWER

_EDGE: Final = r"(?<![\w.:/-])"
_WORD: Final = r"(?P<word>[^\W\d_]{2,14})\.?"
_YEAR: Final = r"(?P<year>\d{4})(?:\s?(?:г\.|года|року|р\.|m\.|ж\.))?"
_PREPOSITION: Final = (
    r"(?:(?:at|à|a las|a la|às|as|um|om|kl\.?|klo|alle(?: ore)?|ore|ora|в|о|u|o|saat|lúc|pukul)\s+)?"
)
_CLOCK: Final = (
    rf"(?:(?:,?\s+{_PREPOSITION}|T|,|:|-|_)"
    r"(?P<hour>\d{1,2})(?::|\s?[hH]\s?)(?P<minute>\d{2})(?:(?::|\s?(?:m|min)\s?)(?P<second>\d{2})s?(?:[.,]\d{1,9})?)?"
    r"(?:\s?(?P<half>[AaPp]\.?\s?[Mm]\.?)(?![A-Za-z]))?(?![\d:])"
    r"(?:(?:\s|-)?(?P<zone>(?:UTC|GMT)?[+−-]\d{1,2}(?::?\d{2})?(?![\d:-])|Z\b|[A-Z]{2,5}\b(?![/+-])"
    rf"|[A-Z][A-Za-z]+/[A-Za-z_]+(?:[/+-][A-Za-z0-9_]+)*|(?:{LOWER})\b))?"
    r"(?:\s?[\[(](?P<place>[A-Z][A-Za-z]+/[A-Za-z_]+|[A-Z]{2,5}|(?:UTC|GMT)?[+−-]\d{1,2}(?::?\d{2})?)[\])])?)?"
)
_DAY_FIRST: Final = (
    rf"{_EDGE}(?P<day>\d{{1,2}})(?:\.|º|ª|er|st|nd|rd|th)?(?:\s*[-/]\s*|\s+|(?<=\.))(?:de\s+|d['’]|of\s+)?"
    rf"{_WORD}(?:\s*[-/,]\s*|\s+|(?<=\.))(?:del?\s+)?{_YEAR}{_CLOCK}"
)
_MONTH_FIRST: Final = rf"{_EDGE}{_WORD}\s+(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?,?\s+{_YEAR}{_CLOCK}"
_YEAR_FIRST: Final = (
    rf"{_EDGE}(?P<year>\d{{4}})(?:\.|\s?m\.|\.?\s?gada)?(?:\s*[-/]\s*|\s+){_WORD}(?:\s*[-/]\s*|\s+)"
    rf"(?P<day>\d{{1,2}})(?:\.|\s?d\.)?(?!\d){_CLOCK}"
)
_EAST: Final = (
    r"(?:(?P<era>令和|平成|昭和)\s?)?(?P<year>\d{1,4}|元)\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"
    r"(?:[\s,]*(?P<part>上午|下午|午前|午後|오전|오후)?\s?(?P<hour>\d{1,2})\s?(?:[時时시点點]|:)\s?(?P<minute>\d{1,2})"
    r"(?:\s?[分분]|:)?\s?(?:(?P<second>\d{1,2})\s?[秒초]?)?(?:[.,]\d{1,9})?(?![\d:])"
    r"(?:\s?(?P<zone>(?:UTC|GMT)?[+−-]\d{1,2}(?::?\d{2})?(?![\d:-])|Z\b|[A-Z]{2,5}\b))?)?"
)
_ERAS: Final = {"令和": 2018, "平成": 1988, "昭和": 1925}
_AFTERNOON: Final = ("下午", "午後", "오후")


class _Told(dict[str, Any]):
    """The groups of a match, one of them replaced by other words."""

    def groupdict(self) -> dict[str, Any]:
        return dict(self)


def _in_words(match: re.Match[str], answers: Answers) -> LoggedTime | None:
    found = months.named(match["word"])
    if not found:
        return None
    if len(found) > 1:
        wrong = f"“{match['word']}” is another month in other languages. Write the month as a figure."
        return LoggedTime(form="", wrong=wrong)
    (month,) = found
    return made(match, (match["year"], month, match["day"]))


def _of_the_east(match: re.Match[str], answers: Answers) -> LoggedTime | None:
    year = 1 if match["year"] == "元" else int(match["year"])
    era = match["era"]
    if era is None and year < 100:
        return LoggedTime(
            form="", wrong="The year is of an era that is not named: write a year of four figures."
        )
    groups = _Told(match.groupdict())
    if match["part"]:
        groups["half"] = "pm" if match["part"] in _AFTERNOON else "am"
    stamp = made(groups, (_ERAS.get(era or "", 0) + year, match["month"], match["day"]))
    if era is None:
        return stamp
    note = f"{era} {match['year']} was read as the year {_ERAS[era] + year}."
    return replace(stamp, sure=Sure.LIKELY, notes=(note, *stamp.notes))


SHAPES: Final[
    tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str], Answers], LoggedTime | None]], ...]
] = (
    ("date of East Asia", re.compile(_EAST), _of_the_east),
    ("date in words", re.compile(_DAY_FIRST), _in_words),
    ("date in words", re.compile(_MONTH_FIRST), _in_words),
    ("date in words", re.compile(_YEAR_FIRST), _in_words),
)
# A year beside a word, or beside the sign for one: without it no shape needs to be looked for.
_ANY: Final = re.compile(
    r"[^\W\d_]\.?(?:\s+del?)?[\s,/-]{1,3}\d{4}|\d{4}[.\s/-]{1,2}(?:m\.\s|gada\s)?[^\W\d_]|[年년]|\d{1,2},?\s+\d{4}"
)


def may_be_in(text: str) -> bool:
    return bool(_ANY.search(text))

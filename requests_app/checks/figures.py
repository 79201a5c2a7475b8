"""Rules on figures in texts: days that lie ahead, amounts without a currency, annexes by number."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from requests_app.checks import wording
from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import CONSISTENT, PLAIN, Rules
from requests_app.content.place import Place
from requests_app.content.texts import Text

RULES: Final = Rules()

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
DAY: Final = re.compile(
    rf"\d{{1,4}}(?:\s+({'|'.join(_MONTHS)})\s+(\d{{4}})|-(\d{{2}})-(\d{{2}}))(?!\w)", re.IGNORECASE
)
# Where the past is told. Elsewhere a day to come is a plan: a hearing, a deadline.
_OF_THE_PAST: Final = {("facts", "text"), ("facts", "learned"), ("persons", "link"), ("data", "relevance")}

_PAID: Final = re.compile(
    r"\b(?:pay|paid|payments?|transferred|transfers?|sum|amount|loss|damage|worth|ransom|received|price|balance|"
    r"withdrew|withdrawn|deposit(?:ed)?|cost|value|earned|stole|demanded)\b[^.;:\d\n]*$",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(r"\d{1,3}(?:[.,'’ ]\d{3})+(?:[.,]\d{2})?(?!\d)|\d{3,}(?:[.,]\d{2})?(?!\d)")
# How much of the sentence before, and of what follows, says what the figure is.
_BEFORE: Final = 50
_AFTER: Final = 20
_YEAR: Final = re.compile(r"(?:19|20)\d{2}")
_JOINS: Final = frozenset("/-_@")
_SIGN: Final = re.compile(r"[$€£¥₹₽₩₿]|\b[A-Z]{2,3}\$")
_MAY_FOLLOW_AN_AMOUNT: Final = frozenset(wording.phrases("money", "may_follow"))

_CITED: Final = re.compile(
    r"\bannex(?:es)?\s+(\d{1,3}|[A-Z])\b(?!\s+(?:to|of)\b)(?:\s+(?:and|to)\s+(\d{1,3}))?", re.I
)
# The letter itself names these.
_NAMED_BY_THE_LETTER: Final = {"translation", "law_text", "schedule", "certificate"}


@RULES.add("day-in-text-ahead", Severity.WARN, "A day in this text lies ahead. Check the year.", CONSISTENT)
def day_in_text_ahead(reading: Reading) -> Iterator[Place]:
    for text, match in reading.prose.figures(DAY):
        if (text.place.section, text.place.field) in _OF_THE_PAST:
            day = day_of(match[0])
            if day and day > reading.on:
                message = f"{match[0]} lies ahead, and this text tells what has happened. Check the year."
                yield text.place._replace(message=message, facet=match[0])


def day_of(written: str) -> date | None:
    """The day that `DAY` finds; None where the calendar has no such day."""
    match = DAY.fullmatch(written)
    if match is None:
        return None
    first = int(re.split(r"\D", written, maxsplit=1)[0])
    try:
        if match[1]:
            return date(int(match[2]), _MONTHS.index(match[1].lower()) + 1, first)
        return date(first, int(match[3]), int(match[4]))
    except ValueError:
        return None


@RULES.add(
    "amount-without-currency",
    Severity.ADVISE,
    "Give the currency with the amount: 4,000 is worth something else in each State.",
    PLAIN,
)
def amount_without_currency(reading: Reading) -> Iterator[Place]:
    for text, match in reading.prose.figures(_FIGURE):
        before, after = _around(match)
        if _is_an_amount(before, match[0], after) and not _has_currency(before, after):
            message = f"Give the currency of {match[0]}: a number alone says nothing abroad."
            yield text.place._replace(message=message, facet=match[0])


def _around(match: re.Match[str]) -> tuple[str, str]:
    whole, start, end = match.string, match.start(), match.end()
    return whole[max(0, start - _BEFORE) : start], whole[end : end + _AFTER].partition("\n")[0]


def _is_an_amount(before: str, figure: str, after: str) -> bool:
    """Something is paid in this sentence, and the figure counts no things: "transferred 4,000 files"."""
    if before[-1:] in _JOINS or after[:1] in _JOINS or before[-1:].isalnum() or after[:1].isalnum():
        return False
    word = re.split(r"[\s.,;:)\"'”’]+", after.lstrip(), maxsplit=1)[0]
    counts_things = word[:1].isalpha() and word.lower() not in _MAY_FOLLOW_AN_AMOUNT
    return not (_YEAR.fullmatch(figure) or counts_things) and _PAID.search(before) is not None


def _has_currency(before: str, after: str) -> bool:
    near = f"{before[-_AFTER:]} {after}"
    return bool(_SIGN.search(near)) or any(map(_is_currency, re.findall(r"[^\W\d_]+", near)))


def _is_currency(word: str) -> bool:
    return word in _CODES or word.lower() in _CURRENCIES


_CODES: Final = frozenset(wording.phrases("money", "codes"))
_CURRENCIES: Final = frozenset(wording.phrases("money", "words"))


@RULES.add(
    "annex-missing",
    Severity.WARN,
    "The text refers to an annex that is not among the annexes.",
    CONSISTENT,
)
def annex_missing(reading: Reading) -> Iterator[Place]:
    there = len(reading.snapshot.annexes)
    seen = set()
    for text, match in _citations(reading):
        for number in _numbers(match):
            if number > there and (text.place, number) not in seen:
                seen.add((text.place, number))
                message = (
                    f"This text refers to annex {number}; the request has {there}. Add it or correct it."
                )
                yield text.place._replace(message=message, facet=str(number))


def _citations(reading: Reading) -> Iterator[tuple[Text, re.Match[str]]]:
    return reading.prose.around("annex", _CITED)


def _numbers(match: re.Match[str]) -> Iterator[int]:
    first = match[1]
    yield int(first) if first.isdigit() else ord(first.upper()) - ord("A") + 1
    if match[2]:
        yield int(match[2])


@RULES.add(
    "annex-not-cited",
    Severity.ADVISE,
    "No text refers to this annex: say where it belongs, or leave it out.",
    CONSISTENT,
)
def annex_not_cited(reading: Reading) -> Iterator[Place]:
    """Only where the text refers to annexes by number at all: the letter lists them in any case."""
    cited = {number for _text, match in _citations(reading) for number in _numbers(match)}
    for number, annex in enumerate(reading.snapshot.annexes, 1):
        if cited and number not in cited and annex.kind not in _NAMED_BY_THE_LETTER:
            yield Place("annexes", "title", annex.id)

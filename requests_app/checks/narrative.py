"""Findings on the words of a request: what a translator or a foreign lawyer would stumble over."""

import re
from collections.abc import Iterator
from typing import Final

from requests_app.checks.findings import Place, Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import EXECUTABLE, PLAIN, Rules
from requests_app.checks.words import left_behind

RULES: Final = Rules()

# Without a year only two figures on either side: "24/7" is no date.
_NUMERIC_DATE: Final = re.compile(
    r"(?<![\w./-])(?:\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})|\d{2}/\d{2})(?![\w/-]|\.\d)"
)
_EVERYTHING: Final = (
    "any and all",
    "all data",
    "all information",
    "all available information",
    "everything you",
    "everything held",
    "all records of any kind",
)
_VERDICTS: Final = (
    "heinous",
    "notorious",
    "ruthless",
    "despicable",
    "obviously guilty",
    "undoubtedly guilty",
)
_SENTENCE_END: Final = re.compile(r"[.!?;:]\s+|\n+")
_MOST_WORDS: Final = 60
# No sentence of so many words is shorter: most texts need not be cut up at all.
_SHORTEST: Final = 2 * _MOST_WORDS


def _mentioning(reading: Reading, phrases: tuple[str, ...]) -> Iterator[Place]:
    for text in reading.texts:
        if any(phrase in text.lowered for phrase in phrases):
            yield text.place


@RULES.add("placeholder", Severity.WARN, "A placeholder was left behind in the text.", PLAIN)
def placeholder(reading: Reading) -> Iterator[Place]:
    for text in reading.texts:
        if found := left_behind(text.text):
            yield text.place._replace(message=f"A placeholder was left behind in the text: {found}")


@RULES.add("numeric-date", Severity.ADVISE, "Write dates in words.", PLAIN)
def numeric_date(reading: Reading) -> Iterator[Place]:
    for text in reading.texts:
        if found := _NUMERIC_DATE.search(text.text):
            message = (
                f"{found[0]} can be read as two different days: write the month in words, as in 7 March."
            )
            yield text.place._replace(message=message)


@RULES.add(
    "any-and-all",
    Severity.ADVISE,
    "Name the kinds of data instead of asking for everything: an open demand reads like a search without a "
    "target.",
    EXECUTABLE,
)
def any_and_all(reading: Reading) -> Iterator[Place]:
    return _mentioning(reading, _EVERYTHING)


@RULES.add("long-sentence", Severity.ADVISE, "Cut the long sentence: it will be translated.", PLAIN)
def long_sentence(reading: Reading) -> Iterator[Place]:
    for text in reading.texts:
        if len(text.text) < _SHORTEST:
            continue
        words = max(len(sentence.split()) for sentence in _SENTENCE_END.split(text.text))
        if words > _MOST_WORDS:
            message = f"A sentence has {words} words. Cut it: it will be translated."
            yield text.place._replace(message=message)


@RULES.add(
    "prejudice",
    Severity.ADVISE,
    "Let the facts speak: words about guilt or character weaken the request.",
    PLAIN,
)
def prejudice(reading: Reading) -> Iterator[Place]:
    return _mentioning(reading, _VERDICTS)

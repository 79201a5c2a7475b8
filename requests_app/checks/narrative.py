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
_ANY_AND_ALL: Final = re.compile(
    r"\b(?:any and all|all data|all (?:available )?information|everything (?:you|held)"
    r"|all records of any kind)\b",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"[.!?;:]\s+|\n+")
_GUILT: Final = re.compile(
    r"\b(?:heinous|notorious|ruthless|evil|despicable|(?:obviously|undoubtedly) guilty)\b",
    re.IGNORECASE,
)
_MOST_WORDS: Final = 60


def _texts(reading: Reading) -> Iterator[tuple[Place, str]]:
    """Every text of the drafter's own that is translated and printed."""
    s = reading.snapshot
    singles = (
        ("basis", "scope_statement", s.scope.statement),
        ("authority", "nature", s.proceedings.nature),
        ("authority", "prior_requests", s.proceedings.prior_requests),
        ("facts", "purpose", s.purpose),
        ("measures", "necessity", s.necessity),
        ("procedures", "special_procedure", s.procedure.special),
        ("procedures", "presence", s.procedure.presence),
        ("procedures", "other", s.other),
        ("confidentiality", "confidentiality_reason", s.confidentiality.reason),
        ("confidentiality", "urgency_reason", s.urgency.reason),
        ("confidentiality", "deadline_reason", s.urgency.deadline_reason),
    )
    yield from ((Place(section, field), text) for section, field, text in singles if text)
    items = (
        ("facts", s.facts, ("text", "learned")),
        ("offences", s.offences, ("conduct",)),
        ("persons", s.persons, ("link",)),
        ("data", s.data_items, ("relevance", "location_basis")),
        ("measures", s.measures, ("description", "reason", "categories")),
    )
    for section, rows, fields in items:
        for row in rows:
            for field in fields:
                if text := getattr(row, field):
                    yield Place(section, field, row.id), text
    for measure in s.measures:
        yield from (
            (Place("measures", name, measure.id), text) for name, text in measure.particulars.items()
        )


@RULES.add("placeholder", Severity.WARN, "A placeholder was left behind in the text.", PLAIN)
def placeholder(reading: Reading) -> Iterator[Place]:
    for place, text in _texts(reading):
        if found := left_behind(text):
            yield place._replace(message=f"A placeholder was left behind in the text: {found}")


@RULES.add("numeric-date", Severity.ADVISE, "Write dates in words.", PLAIN)
def numeric_date(reading: Reading) -> Iterator[Place]:
    for place, text in _texts(reading):
        if found := _NUMERIC_DATE.search(text):
            message = (
                f"{found[0]} can be read as two different days: write the month in words, as in 7 March."
            )
            yield place._replace(message=message)


@RULES.add(
    "any-and-all",
    Severity.ADVISE,
    "Name the kinds of data instead of asking for everything: an open demand reads like a search without a "
    "target.",
    EXECUTABLE,
)
def any_and_all(reading: Reading) -> Iterator[Place]:
    return (place for place, text in _texts(reading) if _ANY_AND_ALL.search(text))


@RULES.add("long-sentence", Severity.ADVISE, "Cut the long sentence: it will be translated.", PLAIN)
def long_sentence(reading: Reading) -> Iterator[Place]:
    for place, text in _texts(reading):
        words = max(len(sentence.split()) for sentence in _SENTENCE_END.split(text))
        if words > _MOST_WORDS:
            yield place._replace(message=f"A sentence has {words} words. Cut it: it will be translated.")


@RULES.add(
    "prejudice",
    Severity.ADVISE,
    "Let the facts speak: words about guilt or character weaken the request.",
    PLAIN,
)
def prejudice(reading: Reading) -> Iterator[Place]:
    return (place for place, text in _texts(reading) if _GUILT.search(text))

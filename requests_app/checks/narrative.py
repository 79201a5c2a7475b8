"""Findings on the words of a request: what a translator or a foreign lawyer would stumble over."""

import re
from collections.abc import Iterator
from typing import Final

from requests_app.checks import wording
from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import EXECUTABLE, PLAIN, Rules
from requests_app.checks.words import left_behind, may_be_left_behind, says_something
from requests_app.content.place import Place

RULES: Final = Rules()

# Without a year only two figures on either side: "24/7" is no date.
_NUMERIC_DATE: Final = re.compile(
    r"\d{1,2}(?:([./-])\d{1,2}\1(?:\d{4}|\d{2})|(?<=\d{2})/\d{2})(?![\w/-]|\.\d)"
)
_JOINED: Final = frozenset("./-_")
_KNOWN: Final = frozenset((*wording.phrases("abbreviations", "known"), *wording.phrases("money", "codes")))
_POLICE: Final = re.compile(
    r"\b(?:interpol|europol|liaison officer|police[- ]to[- ]police|police channels?|i-24/7|siena)\b",
    re.IGNORECASE,
)
# Shorter reasons and descriptions are labels.
_A_REASON: Final = 9
_A_DESCRIPTION: Final = 6
_SENTENCE_END: Final = re.compile(r"[.!?;:]\s+|\n+")
_MOST_WORDS: Final = 60
# No sentence of so many words is shorter: most texts need not be cut up at all.
_SHORTEST: Final = 2 * _MOST_WORDS


@RULES.add("placeholder", Severity.WARN, "A placeholder was left behind in the text.", PLAIN)
def placeholder(reading: Reading) -> Iterator[Place]:
    for text in reading.texts if may_be_left_behind(reading.prose.whole) else ():
        # A text that is nothing else has a line of its own, which blocks.
        if (found := left_behind(text.text)) and says_something(text.text):
            yield text.place._replace(message=f"A placeholder was left behind in the text: {found}")


# No word, name, number or address is as long; what is, no reader and no rule can read.
_ENDLESS: Final = re.compile(r"(?<!\w)\w{1001,}")


@RULES.add(
    "endless-word",
    Severity.BLOCK,
    "The text holds a word of more than 1,000 letters: divide it, or attach it as an annex.",
    EXECUTABLE,
)
def endless_word(reading: Reading) -> Iterator[Place]:
    for text in reading.prose.texts:
        if len(text.text) > 1_000 and _ENDLESS.search(text.text):
            yield text.place


@RULES.add("numeric-date", Severity.ADVISE, "Write dates in words.", PLAIN)
def numeric_date(reading: Reading) -> Iterator[Place]:
    seen = set()
    for text, found in reading.prose.figures(_NUMERIC_DATE):
        before = found.string[found.start() - 1 : found.start()] if found.start() else ""
        if before in _JOINED or before.isalnum() or text.place in seen:
            continue
        seen.add(text.place)
        message = f"{found[0]} can be read as two different days: write the month in words, as in 7 March."
        yield text.place._replace(message=message)


@RULES.add(
    "any-and-all",
    Severity.ADVISE,
    "Name the kinds of data instead of asking for everything: an open demand reads like a search without a "
    "target.",
    EXECUTABLE,
)
def any_and_all(reading: Reading) -> Iterator[Place]:
    for text, _found in reading.prose.mentioning(wording.phrases("everything")):
        yield text.place


@RULES.add("long-sentence", Severity.ADVISE, "Cut the long sentence: it will be translated.", PLAIN)
def long_sentence(reading: Reading) -> Iterator[Place]:
    for text in reading.texts:
        if len(text.text) < _SHORTEST or text.text.count(" ") < _MOST_WORDS:
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
    for text, found in reading.prose.words(wording.phrases("prejudice")):
        yield text.place._replace(message=f"“{found}”: let the facts speak. Such words weaken the request.")


@RULES.add(
    "tone",
    Severity.ADVISE,
    "Tell what happened instead of charging: this is the style of an indictment.",
    PLAIN,
)
def tone(reading: Reading) -> Iterator[Place]:
    for text, found in reading.prose.mentioning(wording.phrases("tone")):
        message = f"“{found.strip()}” is the style of an indictment: tell who did what, when and where."
        yield text.place._replace(message=message)


@RULES.add(
    "foreign-term",
    Severity.ADVISE,
    "Describe what is meant: a term of one legal system does not translate.",
    PLAIN,
)
def foreign_term(reading: Reading) -> Iterator[Place]:
    for term in wording.terms():
        if reading.snapshot.requested not in term.known_in:
            for text, found in reading.prose.words(term.words):
                message = f"“{found}” is a term of one legal system. Say instead: {term.say}."
                yield text.place._replace(message=message, facet=found)


@RULES.add(
    "abbreviation",
    Severity.ADVISE,
    "Write an abbreviation out where it is used first.",
    PLAIN,
)
def abbreviation(reading: Reading) -> Iterator[Place]:
    """Once for each: written out anywhere, it is known everywhere."""
    prose, named = reading.prose, _names_in_capitals(reading)
    for short in sorted(filter(_is_short, prose.vocabulary)):
        if short in named or _is_written_out(short, prose.whole):
            continue
        alone = re.compile(rf"(?<![\w/–-]){short}(?![\w/–-])")
        texts = (text for text in prose.holding(short) if alone.search(text.text))
        if text := next((text for text in texts if not _is_shouting(text.text)), None):
            message = f"Write {short} out where it is used first, with the abbreviation in brackets."
            yield text.place._replace(message=message, facet=short)


def _is_short(word: str) -> bool:
    """Two to seven capitals of the Latin alphabet: an "Ǆ" abbreviates nothing."""
    return 2 <= len(word) <= 7 and word.isupper() and word.isascii() and word.isalpha()


def _names_in_capitals(reading: Reading) -> set[str]:
    """Known abbreviations, and the names, operations and references of this request."""
    snapshot = reading.snapshot
    named = [snapshot.proceedings.operation, snapshot.proceedings.case_reference, snapshot.reference]
    named += [f"{p.family_name} {p.given_names} {p.document}" for p in snapshot.persons]
    named += [f"{item.identifier} {item.provider} {item.source}" for item in snapshot.data_items]
    return {*_KNOWN, *re.findall(r"\w+", " ".join(named))}


def _is_shouting(text: str) -> bool:
    """A text that is all capitals has no abbreviations to find."""
    letters = sum(map(str.isalpha, text))
    return 2 * sum(map(str.isupper, text)) > letters


def _is_written_out(short: str, whole: str) -> bool:
    """ "Financial Intelligence Unit (FIU)", or "FIU (Financial Intelligence Unit)"."""
    return f"({short})" in whole or f"{short} (" in whole or f"“{short}”" in whole


@RULES.add(
    "boilerplate",
    Severity.ADVISE,
    "Give a reason taken from this case: words that fit every case persuade nobody.",
    PLAIN,
)
def boilerplate(reading: Reading) -> Iterator[Place]:
    snapshot = reading.snapshot
    reasons = (
        ("confidentiality", "confidentiality_reason", snapshot.confidentiality.reason),
        ("urgency", "urgency_reason", snapshot.urgency.reason),
    )
    for group, field, reason in reasons:
        is_short = 0 < len(reason.split()) < _A_REASON
        if is_short and any(phrase in reason.lower() for phrase in wording.phrases("boilerplate", group)):
            yield Place("confidentiality", field, facet="boilerplate")


@RULES.add(
    "label-only",
    Severity.ADVISE,
    "Describe the conduct element by element: the name of an offence cannot be compared with another law.",
    PLAIN,
)
def label_only(reading: Reading) -> Iterator[Place]:
    for offence in reading.snapshot.offences:
        words = offence.conduct.split()
        if words and (len(words) < _A_DESCRIPTION or offence.conduct.strip() == offence.title.strip()):
            yield Place("offences", "conduct", offence.id, facet="label")


@RULES.add(
    "police-information",
    Severity.ADVISE,
    "Information from police channels is often given for intelligence only: ask for it as evidence in this "
    "request, or say that its sender agreed to its use.",
    PLAIN,
)
def police_information(reading: Reading) -> Iterator[Place]:
    for fact in reading.snapshot.facts:
        if _POLICE.search(fact.learned) and "evidence" not in fact.learned.lower():
            yield Place("facts", "learned", fact.id)

"""A box ticked one way, and beside it an answer that belongs to the other way."""

import re
from collections.abc import Iterator
from typing import Final

from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import CONSISTENT, Rules
from requests_app.checks.words import says_something
from requests_app.content.place import Place

RULES: Final = Rules()

_LOCKED_UP: Final = re.compile(r"\b(?:prison|jail|gaol|penitentiary|remand|cell)\b", re.IGNORECASE)


@RULES.add(
    "secret-not-kept",
    Severity.ADVISE,
    "The letter is classified, and confidentiality is not asked for: choose one.",
    CONSISTENT,
)
def secret_not_kept(reading: Reading) -> Iterator[Place]:
    wish = reading.snapshot.confidentiality
    if wish.wanted == "no" and wish.classification in {"confidential", "secret"}:
        yield Place("confidentiality", "confidentiality_wanted", facet="classified")


@RULES.add(
    "translation-crossed",
    Severity.WARN,
    "A translation is annexed, and the letter says that none is needed: choose one.",
    CONSISTENT,
)
def translation_crossed(reading: Reading) -> Iterator[Place]:
    if reading.snapshot.channel.translation == "not_needed" and reading.has_annex("translation"):
        yield Place("channel", "translation", facet="annexed")


@RULES.add(
    "translated-into-itself",
    Severity.WARN,
    "The translation is in the language of the letter. Check the language of the annex.",
    CONSISTENT,
)
def translated_into_itself(reading: Reading) -> Iterator[Place]:
    written = reading.snapshot.channel.language
    for annex in reading.snapshot.annexes:
        if annex.kind == "translation" and written and annex.language == written:
            yield Place("annexes", "language", annex.id)


@RULES.add(
    "decision-annex",
    Severity.WARN,
    "The annex that holds this decision is not there: choose one that is.",
    CONSISTENT,
)
def decision_annex(reading: Reading) -> Iterator[Place]:
    there = {annex.id for annex in reading.snapshot.annexes}
    for step in reading.snapshot.steps:
        if step.annex and step.annex not in there:
            yield Place("steps", "annex", step.id)


@RULES.add(
    "custody-crossed",
    Severity.ADVISE,
    "The person is at liberty, and a place of custody is named: choose one.",
    CONSISTENT,
)
def custody_crossed(reading: Reading) -> Iterator[Place]:
    for person in reading.snapshot.persons:
        if person.custody == "free" and _LOCKED_UP.search(person.custody_place):
            yield Place("persons", "custody", person.id, facet="place")


@RULES.add(
    "known-and-unknown",
    Severity.ADVISE,
    "A suspect is listed, and it is said that nobody is known: take one of them back, or say who else.",
    CONSISTENT,
)
def known_and_unknown(reading: Reading) -> Iterator[Place]:
    charged = [person for person in reading.snapshot.persons if person.role in {"suspect", "accused"}]
    if charged and reading.is_known_to_be_unknown("persons"):
        yield Place("persons", "family_name", charged[0].id, facet="unknown")


@RULES.add(
    "presence-crossed",
    Severity.ADVISE,
    "It is said that nobody wishes to attend, and somebody is named: take one of them back.",
    CONSISTENT,
)
def presence_crossed(reading: Reading) -> Iterator[Place]:
    snapshot = reading.snapshot
    if snapshot.applicable.get("presence") == "no" and says_something(snapshot.procedure.presence):
        yield Place("procedures", "presence", facet="not wished")

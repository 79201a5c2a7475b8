"""Rules of craft for reminders and withdrawals: the other side must find the request they speak of."""

from collections.abc import Iterator
from typing import Final

from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import PRACTITIONERS, TEMPLATE_31, Rules, cite
from requests_app.checks.words import says_something
from requests_app.content.place import Place

RULES: Final = Rules()

_FOUND: Final = cite("a letter about an earlier request quotes it", PRACTITIONERS)


@RULES.add("note-date", Severity.WARN, "Give the date of the earlier request.", TEMPLATE_31)
def date(reading: Reading) -> Iterator[Place]:
    if reading.snapshot.earlier.made_on is None:
        yield Place("earlier", "earlier_on")


@RULES.add(
    "note-their-reference",
    Severity.ADVISE,
    "Quote the reference that the requested State gave the request, if it gave one.",
    _FOUND,
)
def their_reference(reading: Reading) -> Iterator[Place]:
    if not says_something(reading.snapshot.earlier.their_reference):
        yield Place("earlier", "earlier_theirs")


@RULES.add(
    "note-contact",
    Severity.WARN,
    "Say which office the requested State can answer to.",
    _FOUND,
)
def contact(reading: Reading) -> Iterator[Place]:
    if not says_something(reading.snapshot.channel.reply_contact.office):
        yield Place("channel", "reply_office")

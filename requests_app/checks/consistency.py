"""Rules of craft for the request as a whole: it must stand on something, ask for something, and add up."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import (
    CONSISTENT,
    DEADLINE,
    PRACTITIONERS,
    PRESERVATION,
    TEMPLATE_29,
    TEMPLATE_31,
    Rules,
    cite,
)
from requests_app.checks.words import says_something
from requests_app.content.place import Place
from requests_app.content.snapshot import Contact, Snapshot
from requests_app.formats import identifiers, times

RULES: Final = Rules()

_STANDING: Final = cite("a request rests on a legal basis and asks for an act", PRACTITIONERS)
_REASONS: Final = cite("secrecy and speed are granted for reasons", PRACTITIONERS)
# Art 29(7): preserved for at least sixty days, in which the request for disclosure must arrive.
_PRESERVED_FOR: Final = timedelta(days=60)


@RULES.add("states", Severity.BLOCK, "Say which State asks and which State is asked.", _STANDING)
def states(reading: Reading) -> Iterator[Place]:
    snapshot = reading.snapshot
    if not snapshot.requested or not snapshot.requesting:
        yield Place("basis", "requested")
    elif snapshot.requested == snapshot.requesting:
        yield Place("basis", "requested", "", "A State cannot ask itself: choose the requested State.")


@RULES.add("basis", Severity.BLOCK, "Choose the main legal basis of the request.", _STANDING)
def basis(reading: Reading) -> Iterator[Place]:
    main = [b for b in reading.snapshot.bases if b.role == "main"]
    if not main:
        yield Place("basis", "bases")
    elif len(main) > 1:
        yield Place("basis", "bases", "", "Only one basis can be the main one: make the others additional.")


@RULES.add("measure", Severity.BLOCK, "Say what the requested State is asked to do.", _STANDING)
def measure(reading: Reading) -> Iterator[Place]:
    if not reading.snapshot.measures:
        yield Place("measures", "kind")


@RULES.add(
    "measure-article",
    Severity.ADVISE,
    "Name the article that each measure rests on.",
    _STANDING,
)
def measure_article(reading: Reading) -> Iterator[Place]:
    rests_on_articles = any(says_something(b.articles) for b in reading.snapshot.bases)
    for asked in reading.snapshot.measures if rests_on_articles else ():
        if not says_something(asked.basis):
            yield Place("measures", "basis", asked.id)


@RULES.add("date-ahead", Severity.BLOCK, "This day lies ahead. Check the date.", CONSISTENT)
def date_ahead(reading: Reading) -> Iterator[Place]:
    snapshot = reading.snapshot
    for fact in snapshot.facts:
        for field, day in (("on", fact.on), ("until", fact.until)):
            if day and day > reading.on:
                yield Place("facts", field, fact.id)
    for person in snapshot.persons:
        if person.birth_date and person.birth_date > reading.on:
            yield Place("persons", "birth_date", person.id)
    if snapshot.preservation.made_on and snapshot.preservation.made_on > reading.on:
        yield Place("measures", "preserved_on")


@RULES.add("date-order", Severity.BLOCK, "This day lies before the day on which it begins.", CONSISTENT)
def date_order(reading: Reading) -> Iterator[Place]:
    for fact in reading.snapshot.facts:
        # A first day that lies ahead is the fault itself; to doubt the last one would mislead.
        if fact.on and fact.until and fact.until < fact.on <= reading.on:
            yield Place("facts", "until", fact.id)
    preservation = reading.snapshot.preservation
    made, expires = preservation.made_on, preservation.expires_on
    if made and expires and expires < made:
        yield Place("measures", "preservation_expires_on")


@RULES.add(
    "date-of-birth",
    Severity.WARN,
    "Nobody alive was born so long ago. Check the date of birth.",
    CONSISTENT,
)
def date_of_birth(reading: Reading) -> Iterator[Place]:
    for person in reading.snapshot.persons:
        born = person.birth_date
        if person.nature == "natural" and born and reading.on.year - born.year > 120:
            yield Place("persons", "birth_date", person.id)


@RULES.add("date-passed", Severity.WARN, "This day has passed. Check the date.", CONSISTENT)
def date_passed(reading: Reading) -> Iterator[Place]:
    snapshot = reading.snapshot
    days: tuple[tuple[str, str, date | None], ...] = (
        ("authority", "next_date", snapshot.proceedings.next_date),
        ("confidentiality", "deadline", snapshot.urgency.deadline),
        ("measures", "follow_up_on", snapshot.preservation.follow_up_on),
    )
    for section, field, day in days:
        if day and day < reading.on:
            yield Place(section, field)


@RULES.add(
    "preservation-expired",
    Severity.WARN,
    "The preservation has run out. Ask whether the data still exist, or have it renewed.",
    PRESERVATION,
)
def preservation_expired(reading: Reading) -> Iterator[Place]:
    expires = reading.snapshot.preservation.expires_on
    if expires and expires < reading.on:
        yield Place("measures", "preservation_expires_on")


@RULES.add(
    "late-follow-up",
    Severity.WARN,
    "Data are sure to be kept for sixty days only: let the request for disclosure follow earlier, or "
    "plan a renewal.",
    PRESERVATION,
)
def late_follow_up(reading: Reading) -> Iterator[Place]:
    follows = reading.snapshot.preservation.follow_up_on
    if "preservation" in reading.kinds and follows and follows - reading.on > _PRESERVED_FOR:
        yield Place("measures", "follow_up_on")


@RULES.add(
    "earlier-request",
    Severity.WARN,
    "Give the reference and date of the earlier request, and say what has changed.",
    TEMPLATE_31,
)
def earlier_request(reading: Reading) -> Iterator[Place]:
    snapshot = reading.snapshot
    is_new = snapshot.proceedings.request_status == "new"
    named = (snapshot.earlier.reference, snapshot.proceedings.prior_requests)
    if not (is_new or snapshot.prior_contacts or any(map(says_something, named))):
        yield Place("earlier", "earlier_reference")


@RULES.add(
    "extended-preservation",
    Severity.WARN,
    "Quote the reference of the preservation that is to be extended.",
    TEMPLATE_29,
)
def extended_preservation(reading: Reading) -> Iterator[Place]:
    snapshot = reading.snapshot
    is_extension = snapshot.proceedings.request_status == "extension"
    if is_extension and not says_something(snapshot.preservation.reference):
        yield Place("measures", "preservation_reference")


@RULES.add(
    "confidentiality-reason",
    Severity.WARN,
    "Say why, and what would happen if it became known: a wish without reasons is often not granted.",
    _REASONS,
)
def confidentiality_reason(reading: Reading) -> Iterator[Place]:
    wish = reading.snapshot.confidentiality
    if "yes" in (wish.wanted, wish.no_notification) and not says_something(wish.reason):
        yield Place("confidentiality", "confidentiality_reason")


@RULES.add("urgency-reason", Severity.BLOCK, "Give the facts that make the request urgent.", _REASONS)
def urgency_reason(reading: Reading) -> Iterator[Place]:
    urgency = reading.snapshot.urgency
    if urgency.level in {"urgent", "emergency"} and not says_something(urgency.reason):
        yield Place("confidentiality", "urgency_reason")


@RULES.add("deadline-reason", Severity.WARN, "Give the reasons for the deadline.", DEADLINE)
def deadline_reason(reading: Reading) -> Iterator[Place]:
    urgency = reading.snapshot.urgency
    if urgency.deadline and not says_something(urgency.deadline_reason):
        yield Place("confidentiality", "deadline_reason")


@RULES.add(
    "procedure-reason",
    Severity.ADVISE,
    "Say why the procedure is needed at home, and quote the rule that demands it.",
    _REASONS,
)
def procedure_reason(reading: Reading) -> Iterator[Place]:
    procedure = reading.snapshot.procedure
    if says_something(procedure.special) and not says_something(procedure.reason):
        yield Place("procedures", "special_procedure_reason")


def _contacts(snapshot: Snapshot) -> tuple[tuple[str, str, Contact], ...]:
    return (
        ("authority", "requesting", snapshot.authority.requesting),
        ("authority", "conducting", snapshot.authority.conducting),
        ("channel", "reply", snapshot.channel.reply_contact),
        ("channel", "confirmation", snapshot.channel.confirmation_contact),
    )


def _problem_of_contact(kind: str, text: str) -> str:
    """An office may give several addresses in one line; the first that is wrong is spoken of."""
    several = re.split("[,;]", text) if kind == "email" else [text]
    return next(filter(None, (identifiers.problem(kind, each.strip()) for each in several)), "")


@RULES.add("contact", Severity.WARN, "Correct the contact: questions will come here.", TEMPLATE_31)
def contact(reading: Reading) -> Iterator[Place]:
    for section, prefix, office in _contacts(reading.snapshot):
        for kind, text in (("email", office.email), ("phone", office.phone)):
            if says_something(text) and (wrong := _problem_of_contact(kind, text)):
                yield Place(section, f"{prefix}_{kind}", "", wrong)
        if says_something(office.zone) and times.zone(office.zone) is None:
            wrong = "Use a name of a time zone, such as Europe/Oslo."
            yield Place(section, f"{prefix}_zone", "", wrong)


@RULES.add(
    "reply-contact",
    Severity.WARN,
    "Name someone who can answer questions, with an e-mail address or a telephone number.",
    TEMPLATE_31,
)
def reply_contact(reading: Reading) -> Iterator[Place]:
    reply = reading.snapshot.channel.reply_contact
    if not (says_something(reply.email) or says_something(reply.phone)):
        yield Place("channel", "reply_email")


@RULES.add("annex-title", Severity.WARN, "Give the annex a title: the letter lists it.", CONSISTENT)
def annex_title(reading: Reading) -> Iterator[Place]:
    for annex in reading.snapshot.annexes:
        if not says_something(annex.title):
            yield Place("annexes", "title", annex.id)


@RULES.add(
    "translation", Severity.BLOCK, "The translation is said to be attached: add it as an annex.", CONSISTENT
)
def translation(reading: Reading) -> Iterator[Place]:
    if reading.snapshot.channel.translation == "attached" and not reading.has_annex("translation"):
        yield Place("annexes", "kind", facet="translation")

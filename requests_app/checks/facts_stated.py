"""Rules of craft on facts that somebody states: by a choice, and not by a word that stands in for one."""

from collections.abc import Iterator
from typing import Final

from requests_app.checks import translation
from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import CONSISTENT, PRACTITIONERS, Rules, cite
from requests_app.checks.words import says_something
from requests_app.content import stand_ins
from requests_app.content.place import Place

RULES: Final = Rules()

_FACTS: Final = cite("a word such as none or n/a is no fact that another State can act on", PRACTITIONERS)


@RULES.add(
    "stand-in",
    Severity.BLOCK,
    "This says nothing that the letter could print. Write the fact, or choose the answer that there is "
    "none where the form has one; say with the reason that it is not known, or leave the field empty.",
    _FACTS,
)
def stand_in(reading: Reading) -> Iterator[Place]:
    for answer, item, field in stand_ins.find(reading.snapshot):
        if answer.list == "bases":
            yield Place("basis", "bases", facet="stand-in")
        elif answer.list == "translations":
            yield Place(translation.SECTION, item, facet="stand-in")
        else:
            yield Place(answer.section, field, item, facet="stand-in")


@RULES.add(
    "preservation-status",
    Severity.BLOCK,
    "Say whether the data are preserved: confirmed, asked for, not asked for, or not needed.",
    _FACTS,
)
def preservation_status(reading: Reading) -> Iterator[Place]:
    told = reading.snapshot.preservation
    details = (told.reference, told.authority, told.provider, told.explanation)
    if not (told.status or told.is_confirmed) and (
        any(map(says_something, details)) or told.made_on or told.expires_on
    ):
        yield Place("measures", "preservation_status")


@RULES.add(
    "preservation-confirmed",
    Severity.BLOCK,
    "The letter says that the data are preserved: give the day on which that was done.",
    _FACTS,
)
def preservation_confirmed(reading: Reading) -> Iterator[Place]:
    told = reading.snapshot.preservation
    if told.is_confirmed and told.made_on is None:
        yield Place("measures", "preserved_on")


@RULES.add(
    "presence-stated",
    Severity.WARN,
    "Whether officials wish to attend and who they are do not agree: mend one of the two answers.",
    CONSISTENT,
)
def presence_stated(reading: Reading) -> Iterator[Place]:
    procedure = reading.snapshot.procedure
    named = says_something(procedure.presence)
    if (procedure.presence_wanted == "no" and named) or (procedure.presence_wanted == "yes" and not named):
        yield Place("procedures", "presence")


@RULES.add(
    "prior-stated",
    Severity.WARN,
    "You say that there were no earlier requests or contacts, and yet one is named in this request.",
    CONSISTENT,
)
def prior_stated(reading: Reading) -> Iterator[Place]:
    snapshot = reading.snapshot
    named = (snapshot.earlier.reference, snapshot.proceedings.prior_requests)
    if snapshot.proceedings.prior_made == "no" and (
        snapshot.prior_contacts or any(map(says_something, named))
    ):
        yield Place("earlier", "prior_made")


@RULES.add(
    "limitation-stated",
    Severity.WARN,
    "A day on which the offence becomes time-barred is given, and the answer beside it says otherwise.",
    CONSISTENT,
)
def limitation_stated(reading: Reading) -> Iterator[Place]:
    for offence in reading.snapshot.offences:
        if offence.limitation_on and offence.limitation_status in ("not_barred", "not_known"):
            yield Place("offences", "limitation_status", offence.id)

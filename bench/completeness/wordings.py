"""The mutator, third part: answers that are there, right in form, and that a reader abroad stumbles over.

What is wrong with each is said by hand, as a practitioner would say it; no rule of the checker is read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from bench.completeness.corpus import Complete
from bench.completeness.mutant import Expected, Mutant, spoilt
from bench.completeness.places import Json, Path, Place, each

_ON_THE_11TH: Final = "On 11 May 2026 somebody signed in to the network with a stolen password."
_SUMMONED: Final = {"video_hearing", "telephone_hearing", "service_documents", "evidence_statements"}


@dataclass(frozen=True)
class Poor:
    """A text put in one place, in each item."""

    mutation: str
    at: str
    text: str
    expected: Expected = "advise"


POOR: Final = (
    Poor("day of the future in a text", "facts.text", "On 11 May 2027 somebody signed in.", "warn"),
    Poor("amount without currency", "facts.text", f"{_ON_THE_11TH} The company paid 40,000 for the files."),
    Poor("annex that is missing", "facts.text", f"{_ON_THE_11TH} Annex 40 shows it.", "warn"),
    Poor("annex that is missing", "necessity", "The account is known from annex 40 only.", "warn"),
    Poor("name spelled in two ways", "facts.text", f"{_ON_THE_11TH} Viktor Holmgrem was at home."),
    Poor("name spelled in two ways", "persons.link", "He is a brother of Holmgrenn."),
    Poor("undefined abbreviation", "facts.text", f"{_ON_THE_11TH} The FIU reported it to the NCB."),
    Poor("undefined abbreviation", "purpose", "Evidence before the RCK at the trial."),
    Poor("ambiguous date", "facts.text", "On 07/03/2026 somebody signed in to the network."),
    Poor("ambiguous date", "purpose", "For the trial of 4.5.2027."),
    Poor(
        "over-long sentence", "facts.text", "Then somebody signed in " + "and looked at one more file " * 14
    ),
    Poor(
        "style of an indictment",
        "offences.conduct",
        "The accused did knowingly and without right enter a system.",
    ),
    Poor("prejudice", "persons.link", "He is a notorious and ruthless thief who signed in from his home."),
    Poor("everything is asked for", "measures.description", "Obtain any and all data of the account."),
    Poor("label in the place of the conduct", "offences.conduct", "Computer fraud"),
    Poor("secrecy as a formula", "confidentiality.reason", "Ongoing investigation."),
    Poor("police information as evidence", "facts.learned", "Message of Interpol of 3 June 2026"),
)


def wordings(complete: Complete) -> Iterator[Mutant]:
    request = complete.request
    for poor in POOR:
        for path in each(request, poor.at):
            made = spoilt(request, [(path, poor.text)])
            yield Mutant(poor.mutation, poor.at, *made, poor.expected)
    yield from _foreign_terms(request)
    yield from _death(request)
    yield from _short_notice(request)
    yield from _running_out(request)
    yield from _person_twice(request)
    yield from _too_long(request)
    yield from _zone_of_contact(request)
    yield from _accounts(request)
    yield from _other_treaty(complete)


def _foreign_terms(request: Json) -> Iterator[Mutant]:
    """Known to lawyers of the United States, and to few others."""
    if request["requested"] != "USA":
        for path in each(request, "facts.text"):
            made = spoilt(request, [(path, f"{_ON_THE_11TH} It was a felony.")])
            yield Mutant("term of one legal system", "facts", *made, "advise")


def _death(request: Json) -> Iterator[Mutant]:
    """The fault is the penalty, and the answer to it an undertaking."""
    changes: list[tuple[Path, Any]] = [
        (path, "Death penalty") for path in each(request, "offences.penalty")
    ]
    made, _ = spoilt(request, changes)
    places = frozenset({Place("procedures", "use_undertaking")})
    yield Mutant("death penalty without assurance", "use_undertaking", made, places, "advise")


def _short_notice(request: Json) -> Iterator[Mutant]:
    is_normal = request["urgency"]["level"] == "normal"
    if is_normal and any(measure["kind"] in _SUMMONED for measure in request["measures"]):
        made, places = spoilt(request, [(("proceedings", "next_date"), "2026-12-10")])
        # A deadline after the hearing is the same fault seen from the other side.
        places |= {Place("confidentiality", "deadline")}
        yield Mutant("hearing in two weeks", "deadline", made, places, "advise")


def _running_out(request: Json) -> Iterator[Mutant]:
    made = spoilt(request, [(("preservation", "expires_on"), "2026-12-01")])
    yield Mutant("preservation runs out", "preservation", *made, "advise")


def _person_twice(request: Json) -> Iterator[Mutant]:
    again = {**request["persons"][0], "id": "p9"}
    made, _ = spoilt(request, [(("persons",), [*request["persons"], again])])
    places = frozenset({Place("persons", "family_name", "p9")})
    yield Mutant("person entered twice", "persons", made, places, "advise")


def _too_long(request: Json) -> Iterator[Mutant]:
    for n, measure in enumerate(request["measures"]):
        if measure.get("start"):
            span = [(("measures", n, "start"), "2009-01-01"), (("measures", n, "end"), "2025-12-31")]
            yield Mutant("disproportionate span", "time_period", *spoilt(request, span), "advise")


def _zone_of_contact(request: Json) -> Iterator[Mutant]:
    made = spoilt(request, [(("channel", "reply_contact", "zone"), "")])
    yield Mutant("contact without a zone", "contact", *made, "advise")


def _accounts(request: Json) -> Iterator[Mutant]:
    """Content asked of the United States: probable cause is shown for each account by itself."""
    wants_content = any(measure["kind"] == "content_data_stored" for measure in request["measures"])
    if request["requested"] != "USA" or not wants_content:
        return
    for n in range(len(request["data_items"])):
        made, places = spoilt(request, [(("data_items", n, "facts"), [])])
        yield Mutant(
            "account without facts", "facts", made, places, "warn", frozenset({"us-law-pc-accounts"})
        )
    unsourced: list[tuple[Path, Any]] = [(path, "") for path in each(request, "facts.learned")]
    unsourced += [(path, None) for path in each(request, "facts.on")]
    made, _ = spoilt(request, unsourced)
    rows = frozenset(Place("data", "facts", row["id"]) for row in request["data_items"])
    codes = frozenset({"us-law-pc-accounts"})
    yield Mutant("accounts without day and source", "facts", made, rows, "warn", codes)


def _other_treaty(complete: Complete) -> Iterator[Mutant]:
    """A treaty between two other States, beside what the request rests on."""
    if {complete.journey.requesting, complete.journey.requested} != {"GBR", "USA"}:
        other = {"instrument": "us-uk-1994", "role": "fallback", "articles": "1"}
        made = spoilt(complete.request, [(("bases",), [*complete.request["bases"], other])])
        yield Mutant("treaty of two others", "bases", *made, "warn")

"""A reminder or a withdrawal is held to its own few rules, and to no list of what a request contains."""

import datetime as dt

import pytest

from requests_app.checks import engine
from requests_app.checks.floor import FLOORS, Letter
from requests_app.completeness import examining
from requests_app.content.snapshot import (
    Authority,
    Channel,
    Contact,
    Earlier,
    LegalBasis,
    Proceedings,
    Signature,
    Snapshot,
)

TODAY = dt.date(2026, 11, 25)
GOOD = Snapshot(
    requesting="NOR",
    requested="GBR",
    bases=(LegalBasis(instrument="untoc"),),
    proceedings=Proceedings(request_status="reminder"),
    earlier=Earlier(
        reference="MLA-2026-0001",
        made_on=dt.date(2026, 4, 14),
        their_reference="UK-FICT-88",
        note="The case was closed.",
    ),
    authority=Authority(requesting=Contact(office="Central Authority")),
    channel=Channel(
        route="central_authority",
        addressee="Central Authority",
        language="en",
        reply_contact=Contact(office="Central Authority"),
    ),
    signature=Signature(name="K. Specimen", function="Adviser", place="Oslo", date=TODAY),
)


def found(snapshot: Snapshot) -> set[tuple[str, str]]:
    return {(f.requirement, str(f.severity)) for f in engine.run(snapshot, (), on=TODAY)}


@pytest.mark.parametrize("status", ["reminder", "withdrawal"])
def test_a_note_that_quotes_the_request_is_complete(db, law, status):
    note = Snapshot(
        **{name: getattr(GOOD, name) for name in Snapshot.__struct_fields__ if name != "proceedings"},
        proceedings=Proceedings(request_status=status),
    )

    assert examining.report(note, TODAY).findings == ()


def test_what_a_note_lacks_is_found():
    empty = Snapshot(
        requesting="NOR", requested="GBR", proceedings=Proceedings(request_status="withdrawal")
    )

    assert found(empty) == {
        *((f"portal.floor-{part}", "block") for part in FLOORS[Letter.NOTE]),
        ("portal.note-date", "warn"),
        ("portal.note-their-reference", "advise"),
        ("portal.note-contact", "warn"),
    }


def test_a_note_to_nobody_is_refused():
    assert ("portal.states", "block") in found(
        Snapshot(proceedings=Proceedings(request_status="reminder"), earlier=GOOD.earlier)
    )


def test_a_request_with_an_act_is_still_held_to_the_law(db, law):
    request = Snapshot(requesting="NOR", requested="GBR", bases=GOOD.bases)

    assert examining.report(request, TODAY).is_blocked

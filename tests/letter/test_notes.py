"""Letters about an earlier request: reminder, withdrawal, extension, and answers to questions."""

import datetime as dt

import msgspec
import pytest

from requests_app.content.snapshot import Earlier, Reply, Snapshot
from requests_app.letter.compose import compose
from requests_app.render.text import to_text
from tests.letter.writing import PRESERVATION, REQUEST, SETTING, changed

BEFORE = Earlier(
    reference="MLA-2026-0038",
    made_on=dt.date(2026, 4, 14),
    their_reference="UK-FICT-88",
    note="The trial begins soon.",
)


def about(status: str, snapshot: Snapshot = REQUEST, **fields) -> Snapshot:
    proceedings = msgspec.structs.replace(snapshot.proceedings, request_status=status)
    return changed(snapshot, proceedings=proceedings, **fields)


def note(status: str) -> Snapshot:
    return about(
        status, Snapshot(requesting="NOR", requested="GBR", channel=REQUEST.channel), earlier=BEFORE
    )


def said(snapshot: Snapshot) -> str:
    return " ".join(to_text(compose(snapshot, SETTING)).replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("status", "title", "wish"),
    [
        ("reminder", "REMINDER OF A REQUEST", "how far the execution of that request has come"),
        ("withdrawal", "WITHDRAWAL OF A REQUEST", "The request is withdrawn."),
    ],
)
def test_a_note_quotes_the_earlier_request_and_says_what_is_wished(status, title, wish):
    text = said(note(status))

    for words in ("request of 14 April 2026 with the reference MLA-2026-0038", "UK-FICT-88", wish):
        assert words in text
    assert title in text.upper()
    assert "The trial begins soon." in text


def test_a_note_asks_for_no_act_and_has_no_part_of_a_request():
    letter = compose(note("reminder"), SETTING)

    assert (letter.layout, [part.id for part in letter.parts]) == ("short", ["short"])
    assert "Assistance requested" not in said(note("reminder"))


def test_the_reference_of_the_other_side_stands_in_the_head():
    entries = {entry.label: entry.value for entry in compose(note("reminder"), SETTING).references}

    assert entries["Your reference"] == "UK-FICT-88"


def test_an_extension_says_so_in_its_title_and_in_its_first_sentence():
    text = said(about("extension", PRESERVATION, earlier=BEFORE))

    assert "EXTENSION OF THE PRESERVATION" in text.upper()
    assert "be extended before it ends" in text


@pytest.mark.parametrize("snapshot", [REQUEST, PRESERVATION], ids=["letter", "short form"])
def test_answers_stand_under_the_number_of_the_question(snapshot):
    replies = (
        Reply(id="r1", number="2", question="Which account", answer="The one of the first letter."),
        Reply(id="r2", number="5(b)", answer="None was made."),
    )

    text = said(about("supplementary", snapshot, replies=replies))

    assert "Question 2: Which account. The one of the first letter." in text
    assert "Question 5(b). None was made." in text

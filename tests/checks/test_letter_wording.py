"""A letter whose fixed wording is in another language than its free text is not sent by surprise."""

import pytest
from msgspec.structs import replace

from requests_app.checks import engine
from requests_app.checks.setting import Setting
from requests_app.completeness import examining
from requests_app.content.snapshot import Channel, Snapshot
from requests_app.letter import phrases
from tests.checks.rules import TODAY, example

CODE = "portal.letter-wording"


def found(snapshot, unworded):
    lines = engine.run(snapshot, (), on=TODAY, setting=Setting(unworded=unworded))
    return [(f.severity.value, f.section, f.field, f.message) for f in lines if f.requirement == CODE]


def test_a_language_without_wording_is_told_at_the_field_of_the_language():
    said = (
        "The fixed wording of the letter is in English, as the portal has none in French; "
        "free text is in French."
    )

    assert found(Snapshot(), "French") == [("warn", "channel", "language", said)]
    assert found(Snapshot(), "") == []


def test_a_note_is_told_too():
    request = example("s1-follow-up")
    note = replace(request, proceedings=replace(request.proceedings, request_status="reminder"))

    assert note.is_note
    assert [severity for severity, *_ in found(note, "French")] == ["warn"]


@pytest.mark.parametrize(
    ("language", "name"),
    [("fr", "French"), ("fr-CH", "French"), ("xx", "xx"), ("en", ""), ("en-GB", ""), ("", "")],
)
def test_the_languages_are_those_that_the_letter_is_composed_in(language, name):
    assert phrases.lacking(language) == name


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "name"), [("fr", "French"), ("en", "")])
def test_the_checker_is_told_what_the_letter_lacks(language, name, law):
    snapshot = Snapshot(requesting="NOR", requested="FRA", channel=Channel(language=language))

    assert examining.setting_of(snapshot, TODAY).unworded == name

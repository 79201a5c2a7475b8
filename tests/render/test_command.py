"""`render_request`: a file or a reference becomes a letter in one of its faces."""

import json

import pytest
from django.core.management import CommandError, call_command

from requests_app.documents import letters
from requests_app.letter.letter import plain
from requests_app.management.request_sources import from_file
from tests.conftest import EXAMPLES
from tests.render.conftest import pages_of

PRESERVATION = EXAMPLES / "s1-preservation.json"
FOLLOW_UP = EXAMPLES / "s1-follow-up.json"


def test_the_preservation_of_s1_prints_on_two_pages(law, tmp_path):
    target = tmp_path / "letter.pdf"

    call_command("render_request", str(PRESERVATION), output=target)

    pages = pages_of(target.read_bytes())
    assert len(pages) == 2
    assert all("DRAFT" in page and "CONFIDENTIAL" in page for page in pages)
    assert "Indications under article 29, paragraph 2" in pages[0]


def test_the_follow_up_of_s1_cites_the_law_of_both_states(law):
    snapshot = from_file(FOLLOW_UP)
    letter = letters.of(snapshot).letter()

    said = plain(letter.parts[1].blocks[0].text).replace("\u00a0", " ")
    assert said == (
        "The request is made under articles 31 and 33 of the Convention on Cybercrime, done at Budapest on "
        "23 November 2001 (ETS No. 185, “Budapest Convention”). It has been in force for Norway since "
        "1 October 2006 and for the United Kingdom since 1 September 2011."
    )


@pytest.mark.parametrize("face", ["html", "text"])
def test_every_example_has_every_face_in_text(law, tmp_path, face):
    for example in sorted(EXAMPLES.glob("*.json")):
        target = tmp_path / example.stem
        call_command("render_request", str(example), face=face, output=target)

        assert json.loads(example.read_text())["reference"] in target.read_text()


@pytest.mark.parametrize(
    ("content", "place"), [("{", "line 1"), ('{"format": "mla-request-1", "colour": 1}', "colour")]
)
def test_an_unreadable_file_ends_with_two_and_the_place(law, tmp_path, content, place):
    broken = tmp_path / "broken.json"
    broken.write_text(content)

    with pytest.raises(CommandError) as refusal:
        call_command("render_request", str(broken), output=tmp_path / "out")

    assert refusal.value.returncode == 2
    assert place in str(refusal.value)
    assert len(str(refusal.value).splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_not_there_ends_with_two(law, tmp_path):
    with pytest.raises(CommandError) as refusal:
        call_command("render_request", str(PRESERVATION), face="text", output=tmp_path / "no" / "out")

    assert refusal.value.returncode == 2


def test_a_device_is_written_to_and_not_replaced(law, tmp_path):
    import os
    import stat

    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    call_command("render_request", str(PRESERVATION), face="text", output=pipe)

    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert b"MJ-2026-00417" in os.read(reader, 4096)
    os.close(reader)

"""A decision stands for the text of a page: whatever else the page says, the text is another one."""

from dataclasses import replace

import pytest
from msgspec import structs

from requests_app.checks import decisions, engine
from requests_app.content.declared import ANSWERS, BY_PATH, maps_to_prose
from requests_app.content.history import Step
from requests_app.content.parts import Earlier
from requests_app.content.snapshot import Snapshot
from tests.checks.rules import TODAY, example
from tests.content import full

LINE = "note-their-reference"


def digest_of(earlier: Earlier) -> str:
    """Return the digest at the line that asks a reminder for the other side's reference."""
    request = example("s1-preservation")
    said = structs.replace(request.proceedings, request_status="reminder")
    request = structs.replace(request, proceedings=said, earlier=earlier)
    (line,) = [each for each in engine.report(request, (), on=TODAY).findings if LINE in each.requirement]
    return decisions.text_digest(request, line)


def test_another_quoted_letter_is_another_text():
    quoted = Earlier(reference="MJ-2026-00001")
    others = (
        structs.replace(quoted, reference="MJ-2026-00002"),
        structs.replace(quoted, made_on=TODAY),
        structs.replace(quoted, authority="Ministry of Justice"),
    )

    assert digest_of(quoted) not in {digest_of(other) for other in others}


def test_another_hearing_is_another_text():
    one, other = (
        Snapshot(steps=(Step(id="s1", type="hearing", on=TODAY, time=time, zone=zone),))
        for time, zone in (("10:00", "Europe/Oslo"), ("11:00", "Europe/London"))
    )
    (line, *_more) = engine.report(one, (), on=TODAY).findings
    on_page = replace(line, section="steps", field="", item="")

    assert decisions.text_digest(one, on_page) != decisions.text_digest(other, on_page)


@pytest.mark.parametrize("path", [answer.path for answer in ANSWERS if answer.section])
def test_every_answer_is_part_of_the_text_of_its_page(path):
    request = full.request()
    (line, *_more) = engine.report(request, (), on=TODAY).findings
    answer = BY_PATH[path]
    on_page = replace(line, section=answer.section, field="", item="")
    values = [{}] if maps_to_prose(answer.hint) else full.other_values(answer)
    others = [full.changed(request, path, value) for value in values if value is not None]

    assert any(
        decisions.text_digest(other, on_page) != decisions.text_digest(request, on_page) for other in others
    )

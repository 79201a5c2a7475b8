"""A letter that tells something asks for nothing."""

import msgspec
import pytest

from requests_app.letter.compose import compose
from requests_app.letter.letter import plain
from tests.letter.writing import MEASURES, SETTING, changed


@pytest.mark.parametrize(
    ("kinds", "title", "heading"),
    [
        (["spontaneous_information"], "Transmission of information", "Information transmitted"),
        (["interception_notification"], "Transmission of information", "Information transmitted"),
        (
            ["spontaneous_information", "bank_info"],
            "Request for mutual legal assistance",
            "Assistance requested",
        ),
    ],
)
def test_the_title_and_the_heading_say_which_it_is(kinds, title, heading):
    measures = tuple(
        msgspec.structs.replace(MEASURES[0], id=f"m{n}", kind=kind) for n, kind in enumerate(kinds)
    )
    letter = compose(changed(measures=measures, data_items=()), SETTING)
    part = next(part for part in letter.parts if part.id == "assistance")

    assert (letter.title, part.heading) == (title, heading)
    assert ("No act is asked" in plain(part.blocks[0].text)) is (heading == "Information transmitted")

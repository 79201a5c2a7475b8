"""How the particulars of a measure are printed."""

import msgspec
import pytest

from requests_app.letter import phrases
from requests_app.letter.compose import compose
from requests_app.letter.letter import MeasureBlock, plain
from tests.letter.writing import MEASURES, SETTING, changed
from treaties import shipped


def printed(**said):
    particulars = {name.replace("__", "-"): text for name, text in said.items()}
    measure = msgspec.structs.replace(MEASURES[0], kind="video_hearing", particulars=particulars)
    letter = compose(changed(measures=(measure,)), SETTING)
    (block,) = (b for part in letter.parts for b in part.blocks if isinstance(b, MeasureBlock))
    shown = [(d.label, plain(d.text).replace("\u00a0", " "), d.source.field) for d in block.details]
    return [(label, text) for label, text, field in shown if "-" in field or field in particulars]


def test_a_window_of_time_is_one_statement_with_its_zone_and_in_utc():
    window = printed(
        video__zone="Africa/Nairobi", video__ends="2027-02-12 14:00", video__starts="2027-02-09 11:00"
    )

    assert window == [
        (
            "Time of the hearing",
            "9 February 2027, 11:00 to 12 February 2027, 14:00, Africa/Nairobi "
            "(9 February 2027, 08:00 to 12 February 2027, 11:00 UTC)",
        )
    ]


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ({"video__starts": "in spring"}, "from in spring"),
        ({"video__starts": "2027-02-09 11:00"}, "from 9 February 2027, 11:00"),
        ({"video__zone": "Nowhere"}, "Nowhere"),
        (
            {"video__starts": "2027-02-09 11:00", "video__zone": "Nowhere"},
            "from 9 February 2027, 11:00, Nowhere",
        ),
    ],
)
def test_half_a_window_is_printed_as_far_as_it_goes(said, text):
    assert printed(**said) == [("Time of the hearing", text)]


def test_a_yes_and_a_day_are_words_in_the_letter():
    assert printed(witness__consent="yes", witness__appears_on="2027-02-09") == [
        ("Consent of the person", "Yes"),
        ("Day of appearance", "9 February 2027"),
    ]


def test_the_order_is_that_of_the_wording_and_not_of_typing():
    said = {"video__reason": "Far.", "oath__form": "I affirm.", "witness__identity": "Claire Favre"}

    assert printed(**said) == printed(**dict(reversed(said.items())))
    assert [label for label, _ in printed(**said)] == [
        "Person",
        "Reason for a hearing at a distance",
        "Oath or affirmation",
    ]


def test_every_particular_of_the_vocabulary_has_its_words():
    named = {
        f"{row.field}-{row.name}"
        for kind in shipped.read().vocabulary.kind
        for row in kind.particulars
        if row.name and row.name not in {"categories", "form_of_evidence", "starts", "ends", "zone"}
    }

    assert {name for name in named if not phrases.load("en").knows(f"particulars.{name}")} == set()

"""What the requesting State undertakes: each in a paragraph of its own, under a heading that names it."""

import msgspec
import pytest

from requests_app.content.snapshot import Procedure
from requests_app.letter.compose import compose
from requests_app.letter.letter import Paragraph, plain
from tests.letter.writing import SETTING, changed


def undertakings(**texts):
    letter = compose(changed(procedure=Procedure(**texts)), SETTING)
    part = next(part for part in letter.parts if part.id == "undertakings")
    return part.heading, [plain(b.text) for b in part.blocks if isinstance(b, Paragraph)]


def test_each_undertaking_has_a_paragraph():
    texts = {name: f"Said of {name}" for name in Procedure.__struct_fields__}

    heading, paragraphs = undertakings(**texts)

    assert (heading, paragraphs) == (
        "Undertakings and costs",
        [
            "Said of use_undertaking.",
            "As to the protection of personal data: Said of data_protection.",
            "As to the return of originals and objects: Said of return_undertaking.",
            "As to the death penalty, the following assurance is given: Said of death_penalty_assurance.",
            "Said of reciprocity.",
            "Said of costs.",
        ],
    )


@pytest.mark.parametrize(
    ("names", "heading"),
    [
        (("costs",), "Costs"),
        (("use_undertaking", "reciprocity", "costs"), "Use of the evidence, reciprocity and costs"),
        (
            ("data_protection", "death_penalty_assurance"),
            "Protection of personal data and assurance on the death penalty",
        ),
    ],
)
def test_up_to_three_undertakings_are_named_in_the_heading(names, heading):
    assert undertakings(**dict.fromkeys(names, "Said."))[0] == heading


def test_without_undertakings_there_is_no_such_part():
    letter = compose(changed(procedure=msgspec.structs.replace(Procedure(), special="On oath.")), SETTING)

    assert "undertakings" not in {part.id for part in letter.parts}

"""The extension of a preservation is a short letter of its own, as a kind and as a status."""

import msgspec

from requests_app.letter.compose import compose
from tests.letter.writing import PRESERVATION, SETTING, changed


def test_the_kind_alone_makes_the_letter_of_an_extension():
    measure = msgspec.structs.replace(
        PRESERVATION.measures[0],
        kind="preservation_extension",
        particulars={"preservation-until_day": "2026-09-12", "preservation-why": "The court has not sat."},
    )
    letter = compose(changed(PRESERVATION, measures=(measure,)), SETTING)

    assert (letter.layout, letter.title) == (
        "short",
        "Extension of the preservation of stored computer data",
    )
    assert "be extended before it ends" in str(letter.parts)
    assert "12\u00a0September\u00a02026" in str(
        [row.cells for b in letter.parts[0].blocks for row in getattr(b, "rows", ())]
    ).replace("\\xa0", "\u00a0")

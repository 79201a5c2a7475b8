"""The table that ties what is sought to facts and offences, by the numbers of the letter."""

import msgspec
import pytest

from requests_app.letter.compose import compose
from requests_app.letter.letter import Source, Table, plain
from requests_app.render.html import preview, printed
from requests_app.render.text import to_text
from tests.letter.writing import DATA, MEASURES, PRESERVATION, SETTING, changed


def nexus_of(letter) -> Table | None:
    found = [block for part in letter.parts for block in part.blocks if block.id == "nexus-table"]
    return found[0] if found else None


def lines_of(letter) -> list[list[str]]:
    rows = nexus_of(letter).rows
    return [
        [", ".join(plain(text) for text in cell).replace("\u00a0", " ") for cell in r.cells] for r in rows
    ]


def many(count: int, **fields):
    return tuple(msgspec.structs.replace(DATA[1], id=f"d{n}", **fields) for n in range(count))


def test_each_item_sought_has_its_measures_facts_and_offences():
    letter = compose(changed(), SETTING)

    assert nexus_of(letter).caption == "Table 4. What each item sought rests on"
    assert nexus_of(letter).columns == ("Sought", "Measures", "Rests on the facts in", "Bears on")
    assert lines_of(letter) == [
        [
            "Identifier 1, Mailhost Ltd, London, United Kingdom",
            "M1, M2, M3",
            "paragraphs 10 and 11",
            "offences 1 and 2",
        ],
        ["Identifier 2, Mailhost Ltd, London, United Kingdom", "M2", "paragraph 11", ""],
    ]


def test_five_thousand_rows_are_one_line_for_each_way_they_are_tied():
    apart = msgspec.structs.replace(DATA[1], id="apart", facts=("search", "message"))
    items = many(5000)
    letter = compose(changed(data_items=(*items[:2], apart, *items[2:])), SETTING)

    assert [line[0].split(", Mailhost")[0] for line in lines_of(letter)] == [
        "Identifiers 1, 2 and 4–5001",
        "Identifier 3",
    ]


@pytest.mark.parametrize(("holders", "lines"), [(200, 200), (201, 1)])
def test_too_many_holders_do_not_make_the_table_long(holders, lines):
    items = tuple(
        msgspec.structs.replace(DATA[1], id=f"d{n}", provider=f"Host {n}") for n in range(holders)
    )

    assert len(lines_of(compose(changed(data_items=items), SETTING))) == lines


def test_the_links_of_a_measure_itself_are_a_line_and_stand_beneath_it():
    own = msgspec.structs.replace(MEASURES[0], facts=("robbery",), offences=("robbery",))
    letter = compose(changed(measures=(own,), data_items=()), SETTING)

    assert lines_of(letter) == [["Production of subscriber information", "M1", "paragraph 9", "offence 2"]]
    assert nexus_of(letter).rows[0].source == Source("measures", "facts", "subscriber")
    assert "Connection: Paragraph 9; offence 2" in to_text(letter).replace("\u00a0", " ")


def test_without_any_link_there_is_no_table():
    letter = compose(changed(data_items=many(3, facts=(), offences=())), SETTING)

    assert nexus_of(letter) is None
    assert "What each item sought rests on" not in to_text(letter)


def test_lines_are_named_by_what_they_came_from_and_not_by_their_place():
    swapped = compose(changed(data_items=DATA[::-1]), SETTING)

    assert [row.id for row in nexus_of(compose(changed(), SETTING)).rows] == [
        "nexus-mailbox",
        "nexus-source",
    ]
    assert [row.id for row in nexus_of(swapped).rows] == ["nexus-source", "nexus-mailbox"]
    assert nexus_of(swapped).rows[0].source == Source("data", "facts", "source")


def test_every_face_shows_the_table():
    letter = compose(changed(), SETTING)
    line = "Identifier 2; Mailhost Ltd, London, United Kingdom | M2 | paragraph 11 | "

    assert line in to_text(letter)
    for page in (preview(letter), printed(letter)):
        assert 'id="nexus-mailbox" data-section="data" data-field="facts" data-item="mailbox"' in page
        assert "<td><p>paragraph\u00a011</p></td>" in page.replace("paragraph 11", "paragraph\u00a011")


def test_a_preservation_numbers_the_offences_that_its_data_relate_to():
    said = to_text(compose(PRESERVATION, SETTING)).replace("\u00a0", " ")

    assert "Offence 1: Homicide" in said
    assert "Relates to offences 1 and 2." in said
    assert "What each item sought rests on" not in said


def test_a_preservation_says_what_a_measure_itself_relates_to():
    own = msgspec.structs.replace(PRESERVATION.measures[0], offences=("robbery",))
    said = to_text(compose(changed(PRESERVATION, measures=(own,), data_items=()), SETTING))

    assert "Relates to offence 2." in said.replace("\u00a0", " ")

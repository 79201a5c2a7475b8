"""What binds two States on a day, and in which direction."""

import pytest

pytestmark = pytest.mark.django_db


def names(answer, slug: str) -> set[str]:
    (group,) = [group for group in answer.context["groups"] if group["slug"] == slug]
    return {bond.name for bond in group["bonds"]}


def bond(answer, name: str):
    found = [bond for group in answer.context["groups"] for bond in group["bonds"] if bond.name == name]
    (line,) = found
    return line


def test_norway_and_the_united_kingdom(reader):
    answer = reader.get("/law/pairs/NOR/GBR/?on=2026-11-25")

    assert {slug: len(names(answer, slug)) > 0 for slug in ("in-force", "open", "pending", "ended")} == {
        "in-force": True,
        "open": True,
        "pending": True,
        "ended": True,
    }
    assert "Budapest Convention" in names(answer, "in-force")
    assert "EU MLA Convention 2000" in names(answer, "ended")
    assert "Second Additional Protocol (e-evidence)" in names(answer, "pending")


def test_before_it_joined_the_state_was_not_bound(reader):
    before, after = (reader.get(f"/law/pairs/NOR/GBR/?on=2011-0{month}") for month in ("8-31", "9-01"))

    assert ["Budapest Convention" in names(answer, "in-force") for answer in (before, after)] == [
        False,
        True,
    ]


def test_gap_fillers_are_off_where_a_treaty_binds_and_on_where_none_does(reader):
    off, on = (
        bond(reader.get(f"/law/pairs/NOR/{code}/"), "Budapest Convention") for code in ("GBR", "PHL")
    )

    assert any(note.startswith("Arts 27, 28 do not apply") for note in off.notes)
    assert any(note.startswith("Arts 27, 28 apply") for note in on.notes)


def test_who_asks_decides_what_must_be_said(reader):
    there, back = (reader.get(f"/law/pairs/{pair}/") for pair in ("NLD/USA", "USA/NLD"))

    said = [{line.text for line in answer.context["chapters"][1].lines} for answer in (there, back)]
    assert said[0] != said[1]
    assert all(said)


def declared(answer) -> set[str]:
    return {str(line.article).partition(",")[0] for line in answer.context["chapters"][0].lines}


def test_declarations_bite_from_the_day_on_which_their_treaty_is_in_force(reader):
    before, after = (reader.get(f"/law/pairs/NOR/GBR/?on=2011-0{month}") for month in ("8-31", "9-01"))

    assert ["Budapest Convention" in declared(answer) for answer in (before, after)] == [False, True]


def test_declarations_are_those_of_the_state_that_is_asked(reader):
    there, back = (reader.get(f"/law/pairs/{pair}/") for pair in ("NOR/USA", "USA/NOR"))

    texts = [{line.text for line in answer.context["chapters"][0].lines} for answer in (there, back)]
    assert texts[0] & texts[1] == set()
    assert texts[0]


def test_silence_about_one_side_is_its_own_result(reader):
    answer = reader.get("/law/pairs/NOR/GBR/")

    assert "First Additional Protocol (racism and xenophobia)" in names(answer, "not-known")
    assert "Silence is no statement that it is not bound." in answer.content.decode()


def test_a_bad_day_is_answered_at_its_field(reader):
    page = reader.get("/law/pairs/NOR/GBR/?on=yesterday").content.decode()

    assert "Write the day as year-month-day" in page
    assert 'href="#id_on"' in page


def test_a_treaty_of_two_sides_is_not_in_force_within_one(reader):
    answer = reader.get("/law/pairs/NLD/DEU/")

    assert "EU-US MLA Agreement" in names(answer, "not-between")
    assert bond(answer, "EU-US MLA Agreement").tag.label == "Not between these two"


def test_what_was_replaced_between_the_two_says_by_what_since_when_and_for_what(reader):
    line = bond(reader.get("/law/pairs/FRA/ESP/?on=2026-11-30"), "European MLA Convention 1959")

    assert any(
        "European Investigation Order" in note and "since 22 May 2017" in note for note in line.notes
    )
    order = bond(
        reader.get("/law/pairs/FRA/ESP/?on=2026-11-30"),
        "European Investigation Order (Directive 2014/41/EU)",
    )
    assert any(str(note).startswith("No letter of request") for note in order.notes)


def test_a_state_and_its_territory_have_nothing_in_force_between_them(reader):
    answer = reader.get("/law/pairs/CHN/HKG/?on=2026-11-30")

    assert names(answer, "in-force") == names(answer, "open") == set()
    assert "parts of one State" in answer.content.decode()


def test_a_scheme_stands_among_what_is_open_without_a_treaty(reader):
    answer = reader.get("/law/pairs/KEN/GBR/?on=2026-11-30")

    assert "Commonwealth Harare Scheme" in names(answer, "open")
    line = bond(answer, "Commonwealth Harare Scheme")
    assert (line.sides, str(line.tag.label)) == ([], "No treaty: open to its members")

import dataclasses
import datetime as dt

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from requests_app.content.fields import SECTIONS
from requests_app.content.history import PriorContact, Step
from requests_app.content.snapshot import (
    Annex,
    Contact,
    Fact,
    Measure,
    Offence,
    Person,
    Procedure,
    Proceedings,
    Reply,
    Snapshot,
    Urgency,
)
from requests_app.letter.compose import PARTS, compose, roman
from requests_app.letter.letter import Letter, Paragraph, Part, Source, Table, plain
from requests_app.letter.setting import Stamp
from requests_app.render.text import to_text
from tests.letter.writing import (
    FACTS,
    MEASURES,
    PERSONS,
    PRESERVATION,
    REQUEST,
    SETTING,
    STAMP,
    changed,
)


def text_of(snapshot: Snapshot, **setting) -> str:
    return to_text(compose(snapshot, msgspec.structs.replace(SETTING, **setting), STAMP))


def part(letter: Letter, id_: str) -> Part:
    return next(part for part in letter.parts if part.id == id_)


def tables(letter: Letter) -> dict[str, Table]:
    return {block.layout: block for p in letter.parts for block in p.blocks if isinstance(block, Table)}


def test_the_parts_stand_in_order_under_roman_numerals():
    letter = compose(REQUEST, SETTING)

    assert [(p.numeral, p.id) for p in letter.parts] == [
        ("I", "authorities"),
        ("II", "basis"),
        ("III", "facts"),
        ("IV", "offences"),
        ("V", "persons"),
        ("VI", "assistance"),
        ("VII", "procedures"),
        ("VIII", "confidentiality"),
        ("IX", "undertakings"),
        ("X", "contacts"),
    ]


@pytest.mark.parametrize("number", range(1, 40))
def test_roman_numerals_read_back(number):
    values = {"I": 1, "V": 5, "X": 10}
    figures = [values[letter] for letter in roman(number)]
    total = sum(-a if a < b else a for a, b in zip(figures, [*figures[1:], 0], strict=True))

    assert total == number


def test_an_empty_part_disappears_and_the_numbering_closes_up():
    letter = compose(changed(persons=(), procedure=Procedure()), SETTING)

    assert [p.numeral for p in letter.parts] == ["I", "II", "III", "IV", "V", "VI", "VII"]
    numbers = [b.number for p in letter.parts for b in p.blocks if isinstance(b, Paragraph)]
    assert numbers == list(range(1, len(numbers) + 1))
    captions = [t.caption for t in tables(letter).values()]
    assert [c.split(".")[0] for c in captions] == ["Table 1", "Table 2", "Table 3", "Table 4"]


def test_an_empty_request_is_a_letter_too():
    said = text_of(Snapshot())

    assert "None" not in said
    assert "null" not in said
    assert "The Central Authority of the Kingdom of Norway" in said


@pytest.mark.parametrize("field", Snapshot.__struct_fields__)
def test_any_field_may_be_missing(field):
    empty = msgspec.structs.replace(REQUEST, **{field: getattr(Snapshot(), field)})

    assert "None" not in text_of(empty)


def test_suspects_are_presumed_innocent_and_witnesses_not_insulted():
    witness = msgspec.structs.replace(PERSONS[0], role="witness")

    assert "presumed innocent" in text_of(REQUEST)
    assert "presumed innocent" not in text_of(changed(persons=(witness,)))


def test_urgency_without_a_reason_has_no_box():
    assert compose(changed(urgency=Urgency(level="urgent")), SETTING).notice is None
    assert compose(changed(urgency=Urgency(level="normal", reason="x")), SETTING).notice is None


def test_a_draft_is_marked_until_it_is_approved():
    draft = compose(REQUEST, SETTING)

    assert draft.furniture.watermark == "DRAFT"
    assert compose(REQUEST, SETTING, STAMP).furniture.watermark == ""


def test_the_head_of_the_record_is_printed():
    assert compose(REQUEST, SETTING, STAMP).furniture.note == "Revision 7. Record 7c1e90aa42d35b18"
    assert compose(REQUEST, SETTING, Stamp(approved=True, revision=7)).furniture.note == "Revision 7"


def test_a_preservation_takes_the_short_form_with_the_listed_indications():
    letter = compose(PRESERVATION, SETTING)
    table = tables(letter)["indications"]

    assert letter.layout == "short"
    assert table.caption.replace("\u00a0", " ") == (
        "Table 1. Indications under article 29, paragraph 2 of the Budapest Convention"
    )
    assert [plain(row.cells[0][0]) for row in table.rows if row.cells[0][0]] == list("abcdef")


def test_anything_more_than_preservation_takes_the_long_form():
    request = msgspec.structs.replace(PRESERVATION, measures=(*PRESERVATION.measures, MEASURES[0]))

    assert compose(request, SETTING).layout == "letter"


def test_the_short_form_leaves_out_nothing_that_was_typed():
    request = msgspec.structs.replace(REQUEST, measures=PRESERVATION.measures)
    said = text_of(request).replace("\n", " ")

    assert compose(request, SETTING).layout == "short"
    for typed in _typed(request):
        assert typed in said, typed


def test_the_letter_leaves_out_nothing_that_was_typed():
    said = text_of(REQUEST).replace("\n", " ")

    for typed in _typed(REQUEST):
        assert typed in said, typed


def _typed(value: object, field: str = "") -> list[str]:
    """Every text of a snapshot that is meant for the reader: ids, codes and zones of the log apart."""
    if isinstance(value, str):
        return (
            [] if not value or field in _CODES else [value.strip().replace("\n", ", ")[:60].split(", ")[0]]
        )
    if isinstance(value, tuple):
        return [t for item in value for t in _typed(item, field)]
    if isinstance(value, dict):
        return [t for item in value.values() for t in _typed(item, field)]
    if isinstance(value, msgspec.Struct):
        return [t for name in value.__struct_fields__ for t in _typed(getattr(value, name), name)]
    return []


_CODES = {
    *("id", "format", "requesting", "requested", "instrument", "articles", "role", "kind", "basis", "type"),
    *("computer_related", "electronic_evidence", "transnational", "organised_group", "stage", "nature"),
    *("request_status", "sex", "provider_state", "facts", "offences", "measures", "follow_up_intended"),
    *("classification", "wanted", "no_notification", "level", "category", "route", "means", "language"),
    *("translation", "sha256", "categories", "zone", "family_name", "holder"),
}


def test_ids_and_sources_are_stable_and_unique():
    letter = compose(REQUEST, SETTING)
    turned = compose(changed(facts=FACTS[::-1]), SETTING)
    ids = [b.id for p in letter.parts for b in p.blocks]

    assert len(ids) == len(set(ids))
    assert {b.id: b.source for b in part(letter, "facts").blocks} == {
        b.id: b.source for b in part(turned, "facts").blocks
    }


def test_every_source_is_a_page_of_the_wizard():
    request = changed(
        unknown={"persons": "Not identified."},
        other="More.",
        steps=(Step(id="s1", title="Order"),),
        prior_contacts=(PriorContact(id="c1", with_whom="The police"),),
    )
    sources = {s for snapshot in (request, PRESERVATION) for s in _sources(compose(snapshot, SETTING))}

    assert {source.section for source in sources} == set(SECTIONS)


def _sources(value: object) -> set[Source]:
    if isinstance(value, Source):
        return {value}
    if dataclasses.is_dataclass(value):
        return {s for f in dataclasses.fields(value) for s in _sources(getattr(value, f.name))}
    return {s for item in value for s in _sources(item)} if isinstance(value, tuple) else set()


def test_equal_requests_make_equal_letters():
    assert compose(REQUEST, SETTING) == compose(REQUEST, SETTING)


def test_what_cannot_be_stated_is_said_with_its_reason():
    said = text_of(changed(unknown={"persons": "The user of the account has not been identified."}))

    assert "Persons concerned: The user of the account has not been identified." in said


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_anywhere_makes_a_letter(text):
    request = changed(
        facts=(Fact(id="f", text=text, place=text, learned=text),),
        offences=(Offence(id="o", title=text, conduct=text, law_text=text),),
        persons=(Person(id="p", family_name=text, link=text),),
        measures=(Measure(id="m", kind="x", basis=text, description=text, categories=text),),
        annexes=(Annex(id="a", title=text),),
        proceedings=Proceedings(nature=text, next_date=dt.date(1, 1, 1)),
        channel=msgspec.structs.replace(REQUEST.channel, reply_contact=Contact(office=text, address=text)),
    )

    to_text(compose(request, SETTING))


def test_every_part_has_a_heading_in_the_wording():
    letter = compose(changed(other="More.", replies=(Reply(id="r1", answer="Yes."),)), SETTING)

    assert {p.id for p in letter.parts} == set(PARTS)
    assert all(p.heading for p in letter.parts)

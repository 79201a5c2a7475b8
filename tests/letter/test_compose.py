import dataclasses
import datetime as dt

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from requests_app.checks.snapshot import (
    Annex,
    Contact,
    Fact,
    LegalBasis,
    Measure,
    Offence,
    Person,
    Procedure,
    Proceedings,
    Snapshot,
    Urgency,
)
from requests_app.letter.compose import PARTS, compose, roman
from requests_app.letter.letter import Letter, MeasureBlock, Paragraph, Part, Table, plain
from requests_app.render.text import to_text
from tests.letter.writing import (
    DATA,
    FACTS,
    MEASURES,
    PERSONS,
    PRESERVATION,
    REQUEST,
    SETTING,
    changed,
)


def text_of(snapshot: Snapshot, **setting) -> str:
    return to_text(compose(snapshot, dataclasses.replace(SETTING, **setting)))


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
    assert [c.split(".")[0] for c in captions] == ["Table 1", "Table 2", "Table 3"]


def test_an_empty_request_is_a_letter_too():
    said = text_of(Snapshot())

    assert "None" not in said
    assert "null" not in said
    assert "The Central Authority of the Kingdom of Norway" in said


@pytest.mark.parametrize("field", Snapshot.__struct_fields__)
def test_any_field_may_be_missing(field):
    empty = msgspec.structs.replace(REQUEST, **{field: getattr(Snapshot(), field)})

    assert "None" not in text_of(empty)


def test_measures_name_article_holder_period_reason_and_nexus():
    letter = compose(REQUEST, SETTING)
    traffic = next(b for b in part(letter, "assistance").blocks if b.id == "measures-traffic")

    assert isinstance(traffic, MeasureBlock)
    assert (traffic.mark, traffic.citation.replace("\u00a0", " ")) == ("M2", "article 31")
    assert {d.label: plain(d.text).replace("\u00a0", " ") for d in traffic.details} == {
        "Data": "traffic data",
        "Held by": "Mailhost Ltd, London",
        "Period": "1 February 2026 to 9 June 2026",
        "Reason": "The places of connection show where the suspect has stayed since 20 February 2026.",
        "Connection": "Identifiers 1 and 2; paragraphs 10 and 11",
        "Form": "Electronic records, with a SHA-256 hash value for each file",
    }


def test_the_nexus_names_the_paragraphs_in_which_the_facts_really_stand():
    letter = compose(REQUEST, SETTING)
    numbers = {b.id: b.number for b in part(letter, "facts").blocks if isinstance(b, Paragraph)}

    assert (numbers["facts-search"], numbers["facts-message"]) == (10, 11)


def test_every_row_of_identifiers_has_utc_and_the_time_of_the_log():
    rows = tables(compose(REQUEST, SETTING))["identifiers"].rows

    periods = [[plain(line).replace("\u00a0", " ") for line in row.cells[3]] for row in rows]
    assert periods == [
        ["2026-02-01 00:00:00 to 2026-06-09 23:59:59 UTC", "log kept in UTC"],
        [
            "2026-04-27 15:41:07 to 2026-04-27 15:58:30 UTC",
            "log kept in Europe/Oslo (+02:00)",
        ],
    ]


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Asia/Kolkata", "log kept in Asia/Kolkata (+05:30)"),
        ("America/St_Johns", "log kept in America/St_Johns (-03:30, -02:30)"),
        ("-03:00", "log kept at -03:00"),
        ("UTC", "log kept in UTC"),
    ],
)
def test_the_zone_of_the_log_is_noted_with_its_distance_from_utc(zone, said):
    item = msgspec.structs.replace(DATA[0], zone=zone)
    row = tables(compose(changed(data_items=(item,)), SETTING))["identifiers"].rows[0]

    assert plain(row.cells[3][1]) == said


def test_a_period_in_the_hour_that_comes_twice_covers_both():
    twice = dt.datetime(2026, 10, 25, 2, 30)
    item = msgspec.structs.replace(DATA[0], start=twice, end=twice, zone="Europe/Oslo")
    row = tables(compose(changed(data_items=(item,)), SETTING))["identifiers"].rows[0]

    assert plain(row.cells[3][0]).replace("\u00a0", " ") == "2026-10-25 00:30:00 to 2026-10-25 01:30:00 UTC"


def test_a_term_loses_the_gloss_of_the_vocabulary():
    terms = {"subscriber_info": "Production of subscriber information (name, address)"}
    letter = compose(changed(measures=MEASURES[:1]), dataclasses.replace(SETTING, terms=terms))

    assert letter.subtitle.startswith("Production of subscriber information: article")


def test_a_log_without_a_zone_is_not_passed_off_as_utc():
    item = msgspec.structs.replace(DATA[0], zone="somewhere")
    row = tables(compose(changed(data_items=(item,)), SETTING))["identifiers"].rows[0]

    assert plain(row.cells[3][0]).endswith("zone of the log not stated")
    assert "UTC" not in plain(row.cells[3][0])


def test_two_hundred_identifiers_stand_inline_and_the_rest_in_a_schedule():
    items = tuple(msgspec.structs.replace(DATA[1], id=f"d{n}") for n in range(450))
    letter = compose(changed(data_items=items), SETTING)

    schedule = letter.schedules[0]
    assert len(tables(letter)["identifiers"].rows) == 200
    assert [len(b.rows) for b in schedule.blocks if isinstance(b, Table)] == [200, 50]
    assert "Identifiers 201 to 400 of 450" in schedule.blocks[0].caption


def test_identifiers_with_one_reason_share_one_clause():
    items = tuple(msgspec.structs.replace(DATA[1], id=f"d{n}") for n in range(5))
    letter = compose(changed(data_items=items), SETTING)
    connection = next(b for b in part(letter, "assistance").blocks if b.id == "identifiers-connection")

    assert [clause.mark for clause in connection.clauses] == ["1–5"]


@pytest.mark.parametrize("instrument", ["comity", "letters-rogatory"])
def test_without_a_treaty_reciprocity_is_assured_and_no_duty_claimed(instrument):
    request = changed(bases=(LegalBasis(instrument=instrument),))
    paragraphs = part(compose(request, SETTING), "basis").blocks
    said = plain(paragraphs[0].text)

    assert "No treaty between the two States is relied on" in said
    assert "Norway gives the assurance" in said
    assert "in force" not in said
    assert "article" not in said
    assert compose(request, SETTING).subtitle.count("article") == 0


def test_letters_rogatory_have_their_own_title():
    request = changed(bases=(LegalBasis(instrument="letters-rogatory"),))

    assert compose(request, SETTING).title == "Letter rogatory"


def test_the_status_of_both_states_is_said_and_an_unknown_date_is_not_invented():
    request = changed(
        bases=(
            LegalBasis(instrument="budapest", articles="31"),
            LegalBasis(instrument="untoc", role="additional", articles="18"),
        )
    )
    budapest, untoc = part(compose(request, SETTING), "basis").blocks[:2]

    assert "for Norway since 1\u00a0October\u00a02006 and for the United Kingdom since" in plain(
        budapest.text
    )
    assert plain(untoc.text).endswith("It has been in force for Norway since 23\u00a0October\u00a02003.")


def test_suspects_are_presumed_innocent_and_witnesses_not_insulted():
    witness = msgspec.structs.replace(PERSONS[0], role="witness")

    assert "presumed innocent" in text_of(REQUEST)
    assert "presumed innocent" not in text_of(changed(persons=(witness,)))


def test_urgency_without_a_reason_has_no_box():
    assert compose(changed(urgency=Urgency(level="urgent")), SETTING).notice is None
    assert compose(changed(urgency=Urgency(level="normal", reason="x")), SETTING).notice is None


def test_a_draft_is_marked_until_it_is_approved():
    draft = compose(REQUEST, dataclasses.replace(SETTING, approved=False))

    assert draft.furniture.watermark == "DRAFT"
    assert compose(REQUEST, SETTING).furniture.watermark == ""


def test_the_head_of_the_record_is_printed():
    assert compose(REQUEST, SETTING).furniture.note == "Revision 7. Record 7c1e90aa42d35b18"
    assert compose(REQUEST, dataclasses.replace(SETTING, audit_head="")).furniture.note == "Revision 7"


def test_an_office_with_two_uses_stands_in_one_row():
    desk = REQUEST.channel.reply_contact
    channel = msgspec.structs.replace(REQUEST.channel, confirmation_contact=desk)
    rows = tables(compose(changed(channel=channel), SETTING))["contacts"].rows

    assert [len(row.cells[1]) for row in rows] == [2, 1]


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
    letter = compose(changed(other="More."), SETTING)

    assert {p.id for p in letter.parts} == set(PARTS)
    assert all(p.heading for p in letter.parts)

"""What the single parts say: the law relied on, the measures, the identifiers, the contacts."""

import datetime as dt

import msgspec
import pytest

from requests_app.content.snapshot import LegalBasis
from requests_app.letter.compose import compose
from requests_app.letter.letter import Letter, MeasureBlock, Paragraph, Part, Table, plain
from tests.letter.writing import (
    DATA,
    MEASURES,
    REQUEST,
    SETTING,
    changed,
)


def part(letter: Letter, id_: str) -> Part:
    return next(part for part in letter.parts if part.id == id_)


def tables(letter: Letter) -> dict[str, Table]:
    return {block.layout: block for p in letter.parts for block in p.blocks if isinstance(block, Table)}


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
        "Connection": "Identifiers 1 and 2; paragraphs 10 and 11; offences 1 and 2",
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
    letter = compose(changed(measures=MEASURES[:1]), msgspec.structs.replace(SETTING, terms=terms))

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


def test_an_office_with_two_uses_stands_in_one_row():
    desk = REQUEST.channel.reply_contact
    channel = msgspec.structs.replace(REQUEST.channel, confirmation_contact=desk)
    rows = tables(compose(changed(channel=channel), SETTING))["contacts"].rows

    assert [len(row.cells[1]) for row in rows] == [2, 1]

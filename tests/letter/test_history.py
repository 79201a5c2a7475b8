"""Decisions, hearings and earlier contacts in the letter; persons as their registers name them."""

import datetime as dt

import msgspec
import pytest

from requests_app.content.history import PriorContact, Step
from requests_app.content.snapshot import Confidentiality, Offence, Person
from requests_app.letter.compose import compose
from requests_app.letter.letter import Paragraph, Table, plain
from requests_app.render.html import printed
from tests.letter.writing import MEASURES, PRESERVATION, SETTING, changed

DECISION = Step(
    id="s1",
    title="Order of seizure",
    court="Oslo District Court",
    on=dt.date(2026, 6, 8),
    reference="26-0417",
    final="yes",
    annex="order",
)
HEARING = Step(
    id="s2",
    type="hearing",
    title="Main hearing",
    court="Oslo District Court",
    on=dt.date(2026, 9, 1),
    time="09:00",
    zone="Europe/Oslo",
)
CONTACT = PriorContact(
    id="c1",
    type="police",
    with_whom="National Crime Agency",
    state="GBR",
    on=dt.date(2026, 3, 2),
    reference="NCA-1",
    outcome="The provider was named",
)


def clauses(letter, name):
    paragraphs = [b for part in letter.parts for b in part.blocks if isinstance(b, Paragraph)]
    (found,) = (b for b in paragraphs if b.id == f"history-{name}")
    return [(clause.mark, plain(clause.text).replace("\u00a0", " ")) for clause in found.clauses]


def test_decisions_and_hearings_are_listed_with_court_day_and_annex():
    letter = compose(changed(steps=(HEARING, DECISION)), SETTING)

    assert clauses(letter, "decisions") == [
        ("(a)", "Order of seizure, Oslo District Court, 8 June 2026, reference 26-0417, final, Annex B.")
    ]
    assert clauses(letter, "hearings") == [
        (
            "(a)",
            "1 September 2026, 09:00, Europe/Oslo (1 September 2026, 07:00 UTC), "
            "Oslo District Court, Main hearing.",
        )
    ]


def test_contacts_say_with_whom_when_and_what_came_of_it():
    letter = compose(changed(prior_contacts=(CONTACT,)), SETTING)

    assert clauses(letter, "contacts") == [
        (
            "(a)",
            "2 March 2026, National Crime Agency, police channel, United Kingdom, reference NCA-1. "
            "The provider was named.",
        )
    ]


def test_an_annex_that_is_gone_is_not_named():
    gone = compose(changed(steps=(DECISION,), annexes=()), SETTING)

    assert "Annex" not in clauses(gone, "decisions")[0][1]


def test_the_short_form_names_them_as_well():
    letter = compose(changed(PRESERVATION, steps=(DECISION,), prior_contacts=(CONTACT,)), SETTING)
    (table,) = (b for part in letter.parts for b in part.blocks if isinstance(b, Table))
    said = " ".join(plain(line) for row in table.rows for cell in row.cells for line in cell)

    assert "Order of seizure" in said
    assert "National Crime Agency" in said


def test_a_body_is_named_with_its_register_and_a_person_with_custody():
    persons = (
        Person(
            id="p1",
            nature="legal",
            family_name="Mailhost Ltd",
            registration_number="FICT-1",
            registered_office="London",
            representatives="A director",
        ),
        Person(id="p2", family_name="Example", custody="detained", custody_place="Oslo since 3 March 2026"),
    )
    rows = person_rows(persons)

    assert rows[0][3] == [
        "Registration number: FICT-1",
        "Registered office: London",
        "Represented by: A director",
    ]
    assert rows[1][3] == ["Custody: detained before judgment, Oslo since 3 March 2026"]


def person_rows(persons):
    letter = compose(changed(persons=persons), SETTING)
    (table,) = (b for p in letter.parts for b in p.blocks if isinstance(b, Table) and b.layout == "persons")
    return [[[plain(line) for line in cell] for cell in row.cells] for row in table.rows]


def test_a_name_in_its_own_script_runs_in_its_own_direction():
    arabic = "مثال"
    person = Person(id="p1", family_name="Mithal", original_script=arabic, transliteration="passport")
    letter = compose(changed(persons=(person,)), SETTING)

    assert person_rows((person,))[0][1] == ["MITHAL", arabic, "Latin spelling after: passport"]
    assert f'<bdi class="l-original" dir="auto">{arabic}</bdi>' in printed(letter)


@pytest.mark.parametrize(
    ("on", "words", "printed"),
    [
        (dt.date(2031, 2, 20), "", "Time-barred on 20 February 2031"),
        (
            dt.date(2031, 2, 20),
            "interrupted by the charge",
            "Time-barred on 20 February 2031; interrupted by the charge",
        ),
        (None, "Not time-barred", "Not time-barred"),
    ],
)
def test_limitation_is_a_day_and_words(on, words, printed):
    letter = compose(changed(offences=(Offence(id="o1", limitation_on=on, limitation=words),)), SETTING)
    (table,) = (
        b for p in letter.parts for b in p.blocks if isinstance(b, Table) and b.id == "offences-table"
    )

    assert plain(table.rows[0].cells[4][0]).replace("\u00a0", " ") == printed


def test_why_nobody_is_told_is_said_only_where_it_is_wished():
    reason = "They would flee"
    wished = Confidentiality(no_notification="yes", no_notification_reason=reason)
    not_wished = Confidentiality(wanted="yes", no_notification_reason=reason)
    said = [str(compose(changed(confidentiality=wish), SETTING)) for wish in (wished, not_wished)]

    assert [reason in text for text in said] == [True, False]


def test_a_measure_has_a_procedure_of_its_own():
    measure = msgspec.structs.replace(MEASURES[0], procedure="Under oath")

    assert "Under oath" in str(compose(changed(measures=(measure,)), SETTING))

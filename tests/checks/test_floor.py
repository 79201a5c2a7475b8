"""What makes a document an act: each part is asked of the letters that need it, and of no other."""

from datetime import date

import pytest
from msgspec.structs import replace

from requests_app.checks import contradictions, decisions, engine, floor, half_made, portal
from requests_app.checks.floor import FLOORS, Letter, letter_of
from requests_app.content.snapshot import (
    DataItem,
    Earlier,
    Fact,
    LegalBasis,
    Measure,
    Person,
    PriorContact,
    Reply,
    Signature,
    Snapshot,
    Step,
)
from tests.checks.complete import put
from tests.checks.rules import EXAMPLES, TODAY, example, rule

CODES = {each.requirement.code for each in portal.FLOOR}


def found(snapshot, *laws):
    lines = engine.run(snapshot, laws, on=TODAY)
    return [
        (line.requirement.removeprefix("portal."), line.section, line.field, line.item)
        for line in lines
        if not CODES.isdisjoint(line.requirements)
    ]


def of_status(status, snapshot, **earlier):
    proceedings = replace(snapshot.proceedings, request_status=status)
    return replace(snapshot, proceedings=proceedings, earlier=Earlier(**earlier))


FULL = example("s5-proceeds")
PRESERVING = example("s1-preservation")
QUOTED = {"reference": "MLA-2026-0417", "made_on": date(2026, 11, 3)}
REMINDER = of_status("reminder", replace(FULL, measures=()), **QUOTED)
WITHDRAWAL = of_status("withdrawal", replace(FULL, measures=()), note="The case is closed.", **QUOTED)
SUPPLEMENT = of_status("supplementary", FULL, **QUOTED)
ANSWERS = replace(SUPPLEMENT, measures=(), replies=(Reply(id="r1", question="Who?", answer="He."),))
EXTENSION = put(of_status("extension", PRESERVING), "preservation.reference", "EX-2291")

LETTERS = {
    Letter.NOTE: REMINDER,
    Letter.ANSWERS: ANSWERS,
    Letter.SUPPLEMENT: SUPPLEMENT,
    Letter.EXTENSION: EXTENSION,
    Letter.EMERGENCY: example("s6-emergency"),
    Letter.PRESERVATION: PRESERVING,
    Letter.ROGATORY: example("s9-letters-rogatory"),
    Letter.FULL: FULL,
}
BARE = {"description": "", "categories": "", "holder": "", "particulars": {}}
MISSING = {
    "addressee": ("channel.addressee", "", ("channel", "addressee", "")),
    "route": ("channel.route", "", ("channel", "route", "")),
    "language": ("channel.language", "", ("channel", "language", "")),
    "signatory": ("signature.name", "", ("channel", "signatory_name", "")),
    "function": ("signature.function", "", ("channel", "signatory_function", "")),
    "place": ("signature.place", "", ("channel", "signature_place", "")),
    "date": ("signature.date", None, ("channel", "signature_date", "")),
    "authority": ("authority.requesting.office", "", ("authority", "requesting_office", "")),
    "power": ("authority.legal_power", "", ("authority", "legal_power", "")),
    "fact": ("facts", (), ("facts", "text", "")),
    "earlier": ("earlier.reference", "", ("earlier", "earlier_reference", "")),
    "preserved": ("preservation.reference", "", ("measures", "preservation_reference", "")),
}


@pytest.mark.parametrize("letter", Letter)
def test_each_kind_of_letter_is_told_apart_and_stands_on_its_floor(letter):
    assert (letter_of(LETTERS[letter]), found(LETTERS[letter])) == (letter, [])


@pytest.mark.parametrize("letter", Letter)
@pytest.mark.parametrize("part", MISSING)
def test_a_part_is_asked_of_the_letters_that_need_it_and_of_no_other(letter, part):
    path, empty, place = MISSING[part]
    snapshot = put(LETTERS[letter], path, empty)
    if letter_of(snapshot) is not letter:
        pytest.skip("Without it, it is a letter of another kind.")

    expected = [(f"floor-{part}", *place)] if part in FLOORS[letter] else []

    assert [line for line in found(snapshot) if line[0] == f"floor-{part}"] == expected


def test_the_table_names_parts_that_exist():
    parts = {part for each in FLOORS.values() for part in each}

    assert {rule.requirement.element.removeprefix("floor-") for rule in floor.RULES} == parts


def test_a_measure_says_its_act_and_whose_data_or_person():
    bare = tuple(replace(each, **BARE) for each in FULL.measures[:1])
    nobody = replace(FULL, measures=bare, persons=(), data_items=())

    assert found(nobody) == [
        ("floor-act", "measures", "description", "m1"),
        ("floor-object", "measures", "holder", "m1"),
    ]
    assert found(replace(nobody, measures=(replace(bare[0], description="Obtain his file."),))) == []


def test_a_measure_on_data_names_the_data_however_it_is_described():
    without = replace(
        PRESERVING, data_items=(), measures=(Measure(id="m1", kind="preservation", description="All."),)
    )

    assert ("floor-object", "data", "identifier", "") in found(without)


def test_the_second_of_two_measures_is_looked_at_as_well():
    two = (*FULL.measures[:1], Measure(id="m9", kind="evidence_statements"))

    assert found(replace(FULL, measures=two, persons=()))[0] == (
        "floor-act",
        "measures",
        "description",
        "m9",
    )


def test_service_rests_on_no_facts():
    served = Measure(id="m1", kind="service_documents", description="Hand over the summons.", holder="Alex")

    assert found(replace(FULL, measures=(served,), facts=(), data_items=())) == []


def test_a_withdrawal_says_why():
    assert found(WITHDRAWAL) == []
    assert found(put(WITHDRAWAL, "earlier.note", "")) == [("floor-message", "earlier", "earlier_note", "")]


def test_a_letter_that_only_answers_is_asked_for_no_list_of_contents():
    asked = {line.requirement for line in engine.run(ANSWERS, (), on=TODAY)}

    assert asked.isdisjoint(
        {"portal.measure", "portal.floor-fact", "portal.floor-act", "portal.untoc-transnational"}
    )


def test_a_supplement_is_not_asked_for_what_stands_in_earlier():
    new = rule("prior_requests-reference", "prior_requests-changes", applies_to=("supplementary_request",))
    asked = Measure(id="m1", kind="supplementary_request", description="Hear the witness again.")
    quoting = replace(SUPPLEMENT, measures=(asked,), replies=ANSWERS.replies[:1])

    def open_in(snapshot):
        return [f.draft_field for f in engine.run(snapshot, (new,), on=TODAY) if f.requirement == new.code]

    assert open_in(put(quoting, "proceedings.request_status", "follow_up")) == []
    assert open_in(replace(quoting, earlier=Earlier(), replies=())) == [
        "prior_requests-reference",
        "prior_requests-changes",
    ]


HALVES = [
    replace(FULL, facts=(*FULL.facts, Fact(id="f99", on=date(2026, 1, 1)))),
    replace(FULL, persons=(*FULL.persons, Person(id="p99", role="witness"))),
    replace(FULL, data_items=(*FULL.data_items, DataItem(id="d99", zone="UTC"))),
    replace(FULL, steps=(*FULL.steps, Step(id="s99", final="yes"))),
    replace(FULL, prior_contacts=(*FULL.prior_contacts, PriorContact(id="c99", type="police"))),
    replace(FULL, replies=(Reply(id="r99", question="Who?"),)),
]


@pytest.mark.parametrize("snapshot", HALVES)
def test_a_half_made_row_does_not_go_out(snapshot):
    lines = [line for line in found(snapshot) if line[0] == "half-made-row"]

    assert [line[3][1:] for line in lines] == ["99"]


def test_a_person_whose_name_is_not_known_is_a_row_when_something_tells_who_it_is():
    assert found(replace(FULL, persons=(*FULL.persons, Person(id="p9", link="Took the money.")))) == []


CONTRADICTIONS = {
    "secrecy-denied": {"confidentiality.wanted": "no", "confidentiality.reason": "They would flee."},
    "notice-allowed": {
        "confidentiality.no_notification": "no",
        "confidentiality.no_notification_reason": "They would flee.",
    },
    "urgency-denied": {"urgency.level": "normal", "urgency.reason": "They would flee."},
    "deadline-unnamed": {"urgency.deadline": None, "urgency.deadline_reason": "The hearing."},
    "deadline-before-letter": {
        "urgency.deadline": date(2026, 12, 1),
        "urgency.deadline_reason": "The hearing.",
        "signature.date": date(2026, 12, 2),
    },
    "procedure-unnamed": {"procedure.special": "", "procedure.reason": "Our code asks it."},
    "earlier-after-letter": {"earlier.made_on": date(2026, 12, 2), "signature.date": date(2026, 12, 1)},
    "follow-up-denied": {
        "preservation.follow_up_intended": "no",
        "preservation.follow_up_on": date(2026, 12, 2),
    },
    "follow-up-of-nothing": {"preservation.follow_up_intended": "yes", "data_items": ()},
    "measure-period": {"measures.start": date(2026, 5, 2), "measures.end": date(2026, 5, 1)},
}


@pytest.mark.parametrize("code", CONTRADICTIONS)
def test_two_answers_of_which_one_takes_the_other_back(code):
    snapshot = FULL
    for path, value in CONTRADICTIONS[code].items():
        snapshot = put(snapshot, path, value)

    assert [line[0] for line in found(snapshot)] == [code]


@pytest.mark.parametrize(
    ("start", "end", "open_field"), [(date(2026, 5, 2), None, "end"), (None, TODAY, "start")]
)
def test_a_period_with_one_end_is_none(start, end, open_field):
    snapshot = put(put(FULL, "measures.start", start), "measures.end", end)

    assert found(snapshot) == [("measure-period", "measures", open_field, "m1")]


def test_every_contradiction_is_tried_here():
    assert {each.requirement.element for each in contradictions.RULES} == set(CONTRADICTIONS)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_stands_on_its_floor(path):
    assert found(example(path.stem)) == []


def test_only_what_a_letter_may_truly_lack_is_waived():
    lines = engine.run(
        Snapshot(bases=(LegalBasis(instrument="comity"),), signature=Signature()), (), on=TODAY
    )
    waivable = {each.requirement for each in lines if decisions.may_be_waived(each)}

    assert CODES & waivable == {"portal.floor-power", "portal.floor-fact"}
    assert CODES & waivable <= floor.WAIVABLE


def test_rows_are_those_of_the_request():
    assert set(half_made._ENOUGH) <= set(Snapshot.__struct_fields__)

"""What is wanted, who holds it, when and why: in the rows of the schedule, or in the measure itself."""

import pytest
from msgspec.structs import replace

from requests_app.checks import engine
from requests_app.content.snapshot import DataItem, Measure, Snapshot
from tests.checks.rules import TODAY, example, of_law, places, rule

OBJECT = ("data_specification", "provider", "time_period", "relevance", "location_basis")


def run(snapshot, *requirements):
    return places(engine.run(snapshot, requirements, on=TODAY))


@pytest.mark.parametrize(
    ("field", "changes", "where"),
    [
        ("data_specification", {"identifier": ""}, "identifier"),
        ("provider", {"provider": ""}, "provider"),
        ("time_period", {"start": None}, "start"),
        ("time_period", {"end": None}, "end"),
        ("relevance", {"relevance": ""}, "relevance"),
        ("location_basis", {"location_basis": ""}, "location_basis"),
    ],
)
def test_every_row_of_the_schedule_answers_for_itself(field, changes, where):
    snapshot = example("s7-mailboxes")
    first, second, third = snapshot.data_items
    snapshot = replace(snapshot, data_items=(first, replace(second, **changes), third))

    assert run(snapshot, rule(field)) == [("block", "data", where, "d2")]


@pytest.mark.parametrize("field", OBJECT)
def test_a_measure_on_data_without_rows_lacks_its_object(field):
    snapshot = replace(example("s7-mailboxes"), data_items=())

    assert {place[1] for place in run(snapshot, rule(field))} == {"data"}


def test_only_rows_of_the_measures_that_the_rule_is_about_are_looked_at():
    snapshot = example("s1-follow-up")
    first, second = snapshot.data_items
    snapshot = replace(snapshot, data_items=(first, replace(second, relevance="")))

    assert run(snapshot, rule("relevance", applies_to=("content_data_stored",))) == []
    assert run(snapshot, rule("relevance", applies_to=("realtime_traffic",))) == [
        ("block", "data", "relevance", "d2")
    ]


def test_a_row_that_names_no_measure_belongs_to_each_measure_on_data():
    snapshot = Snapshot(
        data_items=(DataItem(id="d1", identifier="203.0.113.7"),),
        measures=(Measure(id="m1", kind="preservation"), Measure(id="m2", kind="video_hearing")),
    )

    assert run(snapshot, rule("relevance", applies_to=("preservation",))) == [
        ("block", "data", "relevance", "d1")
    ]
    assert run(snapshot, rule("relevance", applies_to=("video_hearing",))) == [
        ("block", "measures", "reason", "m2")
    ]


@pytest.mark.parametrize(
    ("field", "changes", "where"),
    [
        ("data_specification", {"categories": ""}, "categories"),
        ("provider", {"holder": ""}, "holder"),
        ("time_period", {"end": None}, "end"),
        ("relevance", {"reason": ""}, "reason"),
        ("location_basis", {"particulars": {}}, "location_basis"),
    ],
)
def test_a_measure_on_records_says_it_for_itself(field, changes, where):
    snapshot = example("s9-letters-rogatory")
    snapshot = replace(snapshot, measures=(replace(snapshot.measures[0], **changes),))

    assert run(snapshot, rule(field)) == [("block", "measures", where, "m1")]


def test_rows_may_answer_for_a_measure_on_records():
    snapshot = example("s5-proceeds")
    bank, *others = snapshot.measures
    bare = replace(bank, categories="", holder="", start=None, end=None, reason="", particulars={})
    snapshot = replace(snapshot, measures=(bare, *others))

    assert run(snapshot, rule(*OBJECT, applies_to=("bank_info",))) == []


def test_a_particular_is_asked_of_each_measure_that_the_rule_is_about():
    snapshot = example("s8-video-hearing")
    (hearing,) = snapshot.measures
    bare = replace(hearing, id="m2", particulars={})
    snapshot = replace(snapshot, measures=(hearing, bare))

    assert run(snapshot, rule("oath", "questions", applies_to=("video_hearing",))) == [
        ("block", "measures", "oath", "m2"),
        ("block", "measures", "questions", "m2"),
    ]


def test_two_rules_for_one_field_look_each_at_its_own_measures():
    snapshot = example("s1-follow-up")
    first, second = snapshot.data_items
    snapshot = replace(snapshot, data_items=(replace(first, relevance=""), replace(second, relevance="")))
    stored = rule("relevance", code="stored", applies_to=("content_data_stored",))
    live = rule("relevance", code="live", applies_to=("realtime_traffic",))

    found = engine.run(snapshot, [stored, live], on=TODAY)

    assert [(f.requirement, f.item) for f in of_law(found)] == [("stored", "d1"), ("live", "d2")]

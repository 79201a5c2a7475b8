""" "Why is this asked of me?": the chain from the basis to the field, for requests of the scenarios."""

import pytest
from msgspec.structs import replace

from requests_app.checks import engine, library, phrases, trace
from requests_app.checks.phrases import Names
from requests_app.checks.reading import Reading
from requests_app.checks.trace import Topic, Trace
from requests_app.completeness import examining
from requests_app.content.place import Place
from requests_app.content.snapshot import Snapshot
from tests.checks.rules import TODAY, example, rule
from treaties.spec import Origin, Way


def steps(found, topic):
    return [step.text for step in found.steps if step.topic is topic]


def test_every_check_and_every_condition_has_words():
    assert set(phrases.CHECKS) == set(library.CHECKS)
    assert set(phrases.CONDITIONS) == set(library.CONDITIONS)


def test_the_list_of_the_basis_itself(law):
    snapshot = example("s1-preservation")
    rows = (replace(snapshot.data_items[0], relevance=""),)

    (found,) = examining.traces(replace(snapshot, data_items=rows), "budapest-29-2-c", TODAY)

    assert found.way is Way.OWN
    assert steps(found, Topic.SOURCE) == ["The request relies on Budapest Convention, which asks for it."]
    assert "25 November 2026" in steps(found, Topic.DAY)[0]
    assert is_asked(found) and not found.is_met
    assert found.steps[-1].places == (Place("data", "relevance", "d1"),)


def test_a_basis_without_a_list_names_the_list_that_stands_in(law):
    """Budapest, art 31, has no list: between Norway and the United Kingdom the Convention of 1959 has."""
    found = examining.traces(example("s1-follow-up"), "ecma-1959-14-1-c", TODAY)

    ways = {each.way for each in found}
    stands_in = next(each for each in found if each.way is Way.STANDS_IN)

    assert Way.STANDS_IN in ways
    assert "Budapest Convention, which has no list of its own" in steps(stands_in, Topic.SOURCE)[0]
    assert stands_in.is_met
    assert len(found) == len(ways)


def test_a_protocol_and_what_it_supplements_are_told_apart():
    """Nothing of the database: names are handed in."""
    names = Names(
        {"parent": "the Treaty", "child": "its Protocol"}, {"NOR": "Norway", "GBR": "the United Kingdom"}
    )
    snapshot = Snapshot(requesting="NOR", requested="GBR")

    def source(way, basis, home):
        origin = Origin(requirement=rule("purpose"), way=way, basis=basis, home=home)
        return trace.of(Reading(snapshot, TODAY), origin, names).steps[0].text

    assert source(Way.PARENT, "child", "parent").startswith(
        "The request relies on its Protocol, which supplements"
    )
    assert "binds Norway and the United Kingdom" in source(Way.PROTOCOL, "parent", "child")


def test_the_law_of_the_state_asked(law):
    (found,) = examining.traces(example("s7-mailboxes"), "us-law-pc-facts", TODAY)

    assert found.way is Way.OWN_LAW
    assert (
        steps(found, Topic.SOURCE)[0].startswith("the United States is asked")
        or "United States" in steps(found, Topic.SOURCE)[0]
    )
    assert steps(found, Topic.TEXT)[0].startswith("Nobody has read")
    assert "warns" in steps(found, Topic.LEVEL)[0]


def test_practice_of_the_kind(law):
    (found,) = examining.traces(example("s2-subscribers"), "subscriber_info.6", TODAY)

    assert (found.way, found.is_met) == (Way.PRACTICE, True)


def test_a_rule_of_craft_says_where_it_fails():
    snapshot = example("s2-subscribers")
    rows = (replace(snapshot.data_items[0], zone=""), *snapshot.data_items[1:])
    origin = Origin(requirement=engine.craft("portal.time-zone"), way=Way.CRAFT)

    found = trace.of(Reading(replace(snapshot, data_items=rows), TODAY), origin, Names())

    assert found.steps[-1].places == (Place("data", "zone", "d1"),)


def _craft(code):
    from requests_app.checks import engine

    return engine.craft(code)


def test_conditions_say_whether_they_hold():
    requirement = rule("urgency", when={"urgency_in": ["urgent", "emergency"], "deadline_set": True})
    origin = Origin(requirement=requirement, way=Way.OWN, basis="budapest", home="budapest")

    found = trace.of(Reading(example("s6-emergency"), TODAY), origin, Names())

    conditions = [(step.text, step.holds) for step in found.steps if step.topic is Topic.CONDITION]
    assert conditions == [
        ("The request is marked urgent, emergency.", True),
        ("A deadline is set.", example("s6-emergency").urgency.deadline is not None),
    ]
    assert is_asked(found) is conditions[1][1]


@pytest.mark.parametrize(
    "broken", [{"check": "no_such_check"}, {"when": {"no_such_condition": 1}}, {"check": "lead_time"}]
)
def test_a_rule_that_cannot_be_evaluated_says_so(broken):
    origin = Origin(requirement=rule("purpose", **broken), way=Way.OWN, basis="a", home="a")

    found = trace.of(Reading(example("s5-proceeds"), TODAY), origin, Names())

    assert not is_asked(found) or not found.is_met


def test_what_is_not_asked_has_no_trace(law):
    assert examining.traces(example("s1-preservation"), "uncac-46-15-c", TODAY) == ()
    assert examining.traces(Snapshot(), "no-such-rule", TODAY) == ()


def test_every_requirement_of_every_scenario_has_a_trace_that_says_it_is_asked(law):
    wrong = []
    for name in (
        "s1-follow-up",
        "s3-outside-the-convention",
        "s5-proceeds",
        "s7-mailboxes",
        "s9-letters-rogatory",
    ):
        snapshot = example(name)
        for requirement in examining.rules_for(snapshot, TODAY):
            found = examining.traces(snapshot, requirement.code, TODAY)
            applicable = all(
                library.CONDITIONS[n](Reading(snapshot, TODAY), a) for n, a in requirement.when.items()
            )
            if not found or any(is_asked(each) is not applicable for each in found):
                wrong.append((name, requirement.code))

    assert wrong == []


def is_asked(found: Trace) -> bool:
    """Whether each step to the requirement holds; whether the text meets it is another question."""
    return all(step.holds for step in found.steps if step.topic is not Topic.RESULT)

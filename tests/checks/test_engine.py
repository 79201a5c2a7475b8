"""One line for each field that fails, with all the law that asks for it."""

from datetime import date

import pytest
from msgspec.structs import replace

from requests_app.checks import engine
from requests_app.checks.findings import Severity
from requests_app.content.snapshot import Offence, Person, Preservation, Snapshot, Urgency
from tests.checks.rules import TODAY, example, of_law, places, rule
from treaties.spec import Basis, Level, Verified


def run(snapshot, *requirements, on=TODAY):
    return engine.run(snapshot, requirements, on=on)


@pytest.mark.parametrize(
    ("level", "verified", "severity"),
    [
        (Level.MANDATORY, Verified.TEXT, "block"),
        (Level.MANDATORY, Verified.MEMORY, "warn"),
        (Level.MANDATORY, Verified.PRACTICE, "warn"),
        (Level.WHERE_POSSIBLE, Verified.TEXT, "ask"),
        (Level.WHERE_APPLICABLE, Verified.TEXT, "ask"),
        (Level.RECOMMENDED, Verified.TEXT, "advise"),
    ],
)
def test_only_mandatory_rules_that_someone_read_block(level, verified, severity):
    found = run(Snapshot(), rule("purpose", level=level, verified=verified))

    assert places(found) == [(severity, "facts", "purpose", "")]


def test_a_rule_from_memory_says_so():
    (finding,) = of_law(run(Snapshot(), rule("purpose", verified=Verified.MEMORY)))

    assert finding.message == "Do what law-1 asks. The text of this rule was not verified."


def test_rules_that_ask_for_one_field_are_one_line_at_the_strongest_level():
    weak = rule("purpose", code="a", level=Level.RECOMMENDED)
    strong = rule("purpose", code="b")
    weaker = rule("purpose", code="c", level=Level.WHERE_POSSIBLE)

    (finding,) = of_law(run(Snapshot(), weak, strong, weaker))

    assert (finding.requirement, finding.requirements, finding.severity, finding.level) == (
        "b",
        ("b", "c", "a"),
        Severity.BLOCK,
        Level.MANDATORY,
    )
    assert [c.provision for c in finding.citations] == ["b", "c", "a"]


def test_another_check_of_the_same_field_is_another_line():
    found = run(
        replace(Snapshot(), offences=(Offence(id="o1", title="Robbery"),)),
        rule("max_penalty", code="stated"),
        rule("max_penalty", code="four", check="each_penalty_at_least", params={"years": 4}),
    )

    assert [f.requirement for f in of_law(found)] == ["stated", "four"]


def test_what_cannot_be_known_is_answered_by_a_reason():
    requirement = rule("persons", level=Level.WHERE_POSSIBLE)

    assert places(run(Snapshot(), requirement)) == [("ask", "persons", "family_name", "")]
    assert places(run(Snapshot(unknown={"persons": "TBD"}), requirement)) != []
    assert places(run(Snapshot(unknown={"persons": "Nobody has been identified."}), requirement)) == []


def test_a_reason_does_not_excuse_from_what_is_mandatory():
    found = run(Snapshot(unknown={"persons": "Nobody has been identified."}), rule("persons"))

    assert places(found) == [("block", "persons", "family_name", "")]


def test_what_may_not_apply_is_answered_by_yes_or_no():
    requirement = rule("costs", level=Level.WHERE_APPLICABLE)

    def severities(**answer):
        return [f.severity.value for f in of_law(run(Snapshot(applicable=answer), requirement))]

    assert (severities(), severities(costs="no"), severities(costs="yes")) == (["ask"], [], ["warn"])


def test_a_rule_is_silent_outside_its_days():
    requirement = rule("purpose", since=date(2020, 1, 1), until=date(2025, 12, 31))

    assert of_law(run(Snapshot(), requirement, on=date(2019, 12, 31))) == []
    assert len(of_law(run(Snapshot(), requirement, on=date(2025, 12, 31)))) == 1
    assert of_law(run(Snapshot(), requirement, on=date(2026, 1, 1))) == []


def test_a_rule_for_other_kinds_is_silent():
    snapshot = replace(example("s1-preservation"), purpose="")

    assert places(run(snapshot, rule("purpose", applies_to=("video_hearing",)))) == []
    assert places(run(snapshot, rule("purpose", applies_to=("all", "-preservation")))) == []
    assert len(places(run(snapshot, rule("purpose", applies_to=("preservation",))))) == 1


def test_a_rule_is_silent_while_its_condition_is_not_met():
    requirement = rule("purpose", when={"urgency_in": ["emergency"]})

    assert of_law(run(Snapshot(), requirement)) == []
    assert len(of_law(run(Snapshot(urgency=Urgency(level="emergency")), requirement))) == 1


@pytest.mark.parametrize(
    "broken",
    [
        {"check": "no_such_check"},
        {"when": {"no_such_condition": True}},
        {"check": "penalty_at_least", "params": {}},
        {"check": "penalty_at_least", "params": {"years": "many"}},
        {"check": "language_accepted", "params": {"languages": 7}},
        {"when": {"measures_any": 7}},
    ],
)
def test_a_rule_that_cannot_be_evaluated_is_a_finding_for_administrators(broken):
    snapshot = example("s1-preservation")

    (finding,) = of_law(run(snapshot, rule("max_penalty", code="broken", **broken)))

    assert (finding.severity, finding.section, finding.field) == (Severity.BLOCK, "law", "broken")
    assert "broken" in finding.message


def test_a_draft_field_that_nobody_knows_is_a_finding_for_administrators():
    (finding,) = of_law(run(example("s1-preservation"), rule("no_such_field")))

    assert (finding.section, finding.severity) == ("law", Severity.BLOCK)


def test_findings_stand_strongest_first_and_then_in_the_order_of_the_wizard():
    found = run(
        Snapshot(),
        rule("signature", code="a"),
        rule("purpose", code="b"),
        rule("costs", code="c", level=Level.RECOMMENDED),
        rule("facts", code="d"),
    )

    assert [f.requirement for f in of_law(found)] == ["b", "d", "a", "c"]


def test_a_line_for_each_item_that_lacks_the_field():
    snapshot = Snapshot(
        offences=(
            Offence(id="o1", max_years=4),
            Offence(id="o2", title="Robbery"),
            Offence(id="o3", life=True),
            Offence(id="o4", title="Fraud"),
        )
    )

    found = run(snapshot, rule("max_penalty"))

    assert places(found) == [
        ("block", "offences", "max_years", "o2"),
        ("block", "offences", "max_years", "o4"),
    ]


@pytest.mark.parametrize(
    "name", ["", "  ", "TBD", "xxx", "...", "n/a", "To be completed", "[name]", "—", "unknown"]
)
def test_a_placeholder_is_no_answer(name):
    snapshot = Snapshot(persons=(Person(id="p1", role="suspect", family_name=name),))

    assert places(run(snapshot, rule("persons"))) == [("block", "persons", "family_name", "p1")]


def test_to_preserve_one_promises_the_request_that_follows():
    snapshot = replace(example("s1-preservation"), preservation=Preservation(follow_up_intended="no"))
    requirement = rule("preservation", applies_to=("preservation",))

    assert places(run(snapshot, requirement)) == [("block", "measures", "follow_up_intended", "")]


def test_to_disclose_one_quotes_the_preservation():
    snapshot = replace(example("s1-follow-up"), preservation=Preservation(follow_up_intended="yes"))
    requirement = rule("preservation", applies_to=("content_data_stored",))

    assert places(run(snapshot, requirement)) == [("block", "measures", "preservation_status", "")]


@pytest.mark.parametrize(
    ("told", "open_field"),
    [
        (Preservation(status="preserved"), "preservation_reference"),
        (Preservation(status="preserved", reference="none"), "preservation_reference"),
        (Preservation(status="preserved", reference="P-1"), ""),
        (Preservation(reference="P-1"), "preservation_status"),
        (Preservation(reference="P-1", made_on=date(2026, 5, 1)), ""),
        (Preservation(status="asked"), ""),
        (Preservation(status="not_asked"), "preservation_explanation"),
        (Preservation(status="not_needed", explanation="Kept for a year by law."), ""),
    ],
)
def test_what_was_preserved_is_said_by_a_choice_and_what_belongs_to_it(told, open_field):
    snapshot = replace(example("s1-follow-up"), preservation=told)
    found = places(run(snapshot, rule("preservation", applies_to=("content_data_stored",))))

    assert [field for _severity, _section, field, _item in found] == [open_field] * bool(open_field)


def test_a_document_that_the_law_asks_for_is_annexed():
    snapshot = replace(example("s1-follow-up"), annexes=())
    requirement = rule("domestic_order", attachment=True)

    assert places(run(snapshot, requirement)) == [("block", "annexes", "kind", "")]
    assert places(run(example("s1-follow-up"), requirement)) == []


def test_the_report_counts_what_is_met_and_what_is_open():
    snapshot = replace(example("s1-preservation"), purpose="")

    report = engine.report(
        snapshot, (rule("purpose", code="a"), rule("facts", "offences", code="b")), on=TODAY
    )

    assert [f.requirement for f in report.must_fix] == ["a"]
    assert {"facts", "offences"} <= {line.draft_field for line in report.met}
    assert report.total == len(report.met) + 1
    assert report.is_blocked
    assert report.counts() == {"block": 1, "ask": 0, "warn": 0, "advise": 0}


def test_practice_takes_a_reason_or_a_plain_no_for_an_answer():
    requirement = rule("costs", verified=Verified.PRACTICE, basis=Basis.PRACTICE)

    def severities(**snapshot):
        return [f.severity.value for f in of_law(run(Snapshot(**snapshot), requirement))]

    assert severities() == ["warn"]
    assert severities(unknown={"costs": "Nobody has asked yet."}) == []
    assert severities(applicable={"costs": "no"}) == []
    assert severities(applicable={"costs": "yes"}) == ["warn"]

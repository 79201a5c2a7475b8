"""The whole list for a request: law, declarations, fall-backs and practice, merged by field."""

import pytest
from msgspec.structs import replace

from requests_app.checks import engine
from requests_app.checks.findings import Severity
from requests_app.content.fields import SCHEDULED_KINDS, draft_field_of
from tests.checks.complete import IN_MEASURE, IN_ROWS, REMOVALS, removal
from tests.checks.rules import EXAMPLES, TODAY, example
from treaties.spec import Level

# A rule that asks outranks one that warns: the line then has a place for the answer.
BINDING = (Severity.BLOCK, Severity.ASK, Severity.WARN)


@pytest.fixture
def rules(rules_for):
    """By example: what the law asks of it."""
    return {path.stem: rules_for(example(path.stem), TODAY) for path in EXAMPLES}


def open_fields(snapshot, rules) -> dict[str, set[str]]:
    """Draft field -> codes of the rules that bind and are not met."""
    found: dict[str, set[str]] = {}
    for finding in engine.run(snapshot, rules, on=TODAY):
        if finding.draft_field and finding.severity in BINDING:
            found.setdefault(finding.draft_field, set()).update(finding.requirements)
    return found


def kind_for(snapshot, draft_field, rules) -> str:
    """The kind of the first measure decides whether rows or the measure itself are emptied."""
    kinds = [
        k for k in snapshot.kinds if any(r.applies_to_kind(k) for r in rules if draft_field in r.fields)
    ]
    return kinds[0] if kinds else snapshot.kinds[0]


def removable(snapshot, draft_field, kind) -> bool:
    """The removals empty the first item; a field of another item, or of none, is not tried."""
    if kind != snapshot.measures[0].kind or (kind in SCHEDULED_KINDS and not snapshot.data_items):
        return False
    return kind in SCHEDULED_KINDS or draft_field not in IN_ROWS or not snapshot.data_items


def test_each_answer_that_binds_is_missed_when_it_is_taken_away_and_no_other(rules):
    wrong, tried = [], 0
    for name, asked in rules.items():
        snapshot = replace(example(name), unknown={}, applicable={})
        before = open_fields(snapshot, asked)
        for draft_field in {**REMOVALS, **IN_ROWS, **IN_MEASURE, "preservation": None}:
            binding = {
                r.code
                for r in asked
                if draft_field in r.fields and r.level is Level.MANDATORY and not r.when
            }
            kind = kind_for(snapshot, draft_field, asked)
            if not binding or draft_field in before or not removable(snapshot, draft_field, kind):
                continue
            after = open_fields(removal(draft_field, kind)[0](snapshot), asked)
            new = {field: codes for field, codes in after.items() if field not in before}
            missed = new.get(draft_field, set())
            tried += 1
            if not binding & missed or {draft_field_of(name) for name in new} - {draft_field}:
                wrong.append((name, draft_field, binding, new))

    assert wrong == []
    assert tried > 60


def test_one_line_carries_the_law_and_the_practice_that_ask_for_it(rules):
    snapshot = example("s1-preservation")
    snapshot = replace(snapshot, data_items=(replace(snapshot.data_items[0], relevance=""),))

    (line,) = (
        f for f in engine.run(snapshot, rules["s1-preservation"], on=TODAY) if f.draft_field == "relevance"
    )

    assert (line.severity, line.requirement) == (Severity.BLOCK, "budapest-29-2-c")
    assert {"budapest-29-2-c", "preservation.4"} <= set(line.requirements)
    assert {c.instrument for c in line.citations} >= {"budapest", "practice"}


def test_no_example_leaves_anything_open_but_advice(rules):
    found = {name: engine.run(example(name), asked, on=TODAY) for name, asked in rules.items()}

    left_open = {
        name: [f.requirement for f in lines if f.severity in BINDING] for name, lines in found.items()
    }
    assert {name: codes for name, codes in left_open.items() if codes} == {}


def test_practice_warns_and_never_blocks(rules):
    practice = [r for asked in rules.values() for r in asked if r.citation.instrument == "practice"]

    assert practice
    assert not any(rule.blocks for rule in practice)

"""Each finding says why, how strongly, and what good looks like."""

import re

import pytest
from msgspec.structs import replace

from requests_app.checks import engine, explain, portal, scope
from requests_app.completeness import examining
from requests_app.content.fields import HOMES, SECTIONS
from requests_app.content.snapshot import Snapshot
from tests.checks.rules import TODAY, example, rule
from treaties import version
from treaties.spec import Level, Verified

ENTRIES = explain.entries()
RESERVED = re.compile(r"192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|2001:db8:")


def only(snapshot: Snapshot, *rules):
    return next(f for f in engine.run(snapshot, rules, on=TODAY) if not f.requirement.startswith("portal."))


def test_every_field_and_every_rule_of_craft_is_explained():
    codes = {each.requirement.element for each in portal.every()}
    codes |= {each.code.removeprefix("portal.") for each in scope.RULES}

    assert (set(ENTRIES["field"]), set(ENTRIES["rule"])) == (set(HOMES), codes)


@pytest.mark.parametrize("group", ENTRIES)
def test_an_explanation_is_a_reason_in_a_sentence_and_an_example(group):
    odd = [
        name for name, entry in ENTRIES[group].items() if not re.fullmatch(r"[A-Z0-9].+\.", entry["why"])
    ]

    assert odd == []
    assert [name for name, entry in ENTRIES[group].items() if not entry["example"]] == []


def test_places_name_sections_of_the_wizard():
    assert {place.split("/")[0] for place in ENTRIES["place"]} <= set(SECTIONS)


def test_examples_use_addresses_that_belong_to_nobody():
    text = explain._FILE.read_text(encoding="utf-8")
    addresses = re.findall(r"\b\d{1,3}(?:\.\d{1,3}){3}\b", text)

    assert addresses
    assert [address for address in addresses if not RESERVED.match(address)] == []
    assert [host for host in re.findall(r"@([\w.-]+\w)", text) if not host.endswith("example.org")] == []


def test_the_example_is_that_of_the_kind_of_assistance():
    finding = only(Snapshot(), rule("facts"))

    money = explain.explain(finding, ["bank_info"]).example
    mail = explain.explain(finding, ["unheard_of", "content_data_stored"]).example
    usual = explain.explain(finding).example

    assert len({money, mail, usual}) == 3
    assert "Bank" in money


def test_how_strongly_it_is_asked_is_said_with_the_reason():
    def force(level=Level.MANDATORY, verified=Verified.TEXT):
        return explain.explain(only(Snapshot(), rule("purpose", level=level, verified=verified))).force

    said = [
        force(),
        force(verified=Verified.MEMORY),
        force(verified=Verified.PRACTICE),
        force(Level.WHERE_POSSIBLE),
        force(Level.WHERE_APPLICABLE),
        force(Level.RECOMMENDED),
    ]

    assert len(set(said)) == 6
    assert "cannot be sent" in said[0]
    assert "Nobody has read" in said[1]


def test_the_half_that_is_open_is_the_one_that_is_explained():
    snapshot = replace(
        example("s5-proceeds"), urgency=replace(example("s5-proceeds").urgency, deadline_reason="")
    )

    finding = only(snapshot, rule("deadline"))

    assert (finding.field, explain.explain(finding).why) == (
        "deadline_reason",
        ENTRIES["place"]["confidentiality/deadline_reason"]["why"],
    )


@pytest.mark.django_db
def test_the_rule_set_that_fired_is_named(law):
    examination = examining.examine(replace(example("s1-preservation"), purpose="", facts=()), TODAY)

    explained = examining.explained(examination, examination.report.must_fix[0])

    assert explained.rules
    assert explained.version == f"{version.loaded()} / {examination.rules_digest[:12]}"


@pytest.mark.django_db
def test_the_row_decides_which_example_is_shown(law):
    snapshot = example("s2-subscribers")
    rows = (replace(snapshot.data_items[0], relevance=""), *snapshot.data_items[1:])
    examination = examining.examine(replace(snapshot, data_items=rows), TODAY)
    finding = next(f for f in examination.report.findings if f.field == "relevance")

    shown = examining.explained(examination, finding).example

    assert shown == ENTRIES["field"]["relevance"]["kinds"]["subscriber_info"]

"""The scope of every instrument is held against the case, from its own rows."""

import pytest
from msgspec.structs import replace

from requests_app.checks import scope
from requests_app.completeness import examining
from requests_app.content.snapshot import LegalBasis
from tests.checks.rules import TODAY, example
from treaties import scope_rules
from treaties.spec import Way

FRAUD = example("s5-proceeds")


def found(instrument, statement):
    cited = replace(FRAUD.scope, statement=statement)
    snapshot = replace(FRAUD, bases=(LegalBasis(instrument=instrument),), scope=cited)
    lines = examining.report(snapshot, TODAY).findings
    return [
        (f.requirement, f.severity.value, f.field) for f in lines if f.requirement.startswith(instrument)
    ]


def of_scope(instrument, statement):
    return [line for line in found(instrument, statement) if "convention-offence" in line[0]]


@pytest.mark.parametrize(
    ("instrument", "offence", "assistance"), [("vienna-1988", "3(1)", "7"), ("uncac", "17", "46(3)")]
)
def test_a_convention_for_its_own_offences_wants_the_article_that_makes_it_one(
    law, instrument, offence, assistance
):
    missing = [(f"{instrument}-scope-1.convention-offence", "block", "scope_statement")]

    assert of_scope(instrument, "Fertiliser was sold that did not exist.") == missing
    assert of_scope(instrument, f"Assistance is asked for under article {assistance}.") == missing
    assert of_scope(instrument, f"It is an offence under article {offence} of the Convention.") == []


def test_every_need_of_every_instrument_becomes_a_rule_or_has_one(shipped_law):
    for code, instrument in shipped_law.instruments.items():
        needs = {need for row in instrument.scope for need, value in row.needs.items() if value}
        rules = scope_rules.of_bases((code,), law=shipped_law)
        covered = {rule.check for rule in rules} | scope_rules._checks_of(instrument, shipped_law)
        checks = {scope_rules._CHECKS[need][1] for need in needs}
        if "penalty_at_least" in checks:
            checks.discard("offence_of_the_convention")

        assert code in scope.IN_WORDS or checks <= covered, code


def test_why_it_is_asked_is_traced_to_the_basis(shipped_law):
    (origin,) = scope_rules.origins(("uncac",), "uncac-scope-1.convention-offence", law=shipped_law)

    assert (origin.way, origin.basis) == (Way.OWN, "uncac")


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("articles 15, 16 and 17(1)", ("15", "16", "17")),
        ("Art. 3(1)(a)", ("3",)),
        ("an article 6 years old", ()),
        ("no article", ()),
    ],
)
def test_the_articles_that_a_statement_names(text, articles):
    assert scope.articles_named(text) == articles

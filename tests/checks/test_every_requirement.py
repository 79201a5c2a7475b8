"""Each requirement of the shipped law: silent on a complete request, found where an answer is missing."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from requests_app.checks import engine, library
from requests_app.content.fields import RECORD_KINDS, SCHEDULED_KINDS
from requests_app.content.snapshot import LegalBasis, Snapshot
from tests.checks.complete import complete, put, removal
from tests.checks.rules import TODAY, places
from tests.checks.shipped_rules import every_rule
from treaties.spec import Level, Requirement

RULES = every_rule()
PREFERRED = ("documents_records", "content_data_stored", "evidence_statements")

# How to bring about what a condition asks for.
CONDITIONS = {
    "urgency_in": lambda s, levels: put(s, "urgency.level", levels[0]),
    "route_in": lambda s, routes: put(s, "channel.route", routes[0]),
    "deadline_set": lambda s, _: s,
    "confidentiality_wanted": lambda s, _: put(s, "confidentiality.wanted", "yes"),
    "notification_barred": lambda s, _: put(s, "confidentiality.no_notification", "yes"),
    "basis_cited": lambda s, codes: replace(s, bases=(LegalBasis(instrument=codes[0]),)),
    "requesting_in": lambda s, states: replace(s, requesting=states[0]),
    "requested_in": lambda s, states: replace(s, requested=states[0]),
    "person_role_in": lambda s, roles: put(s, "persons.role", roles[0]),
    "special_procedure_wanted": lambda s, _: s,
    "death_penalty_possible": lambda s, _: put(s, "offences.penalty", "Death or imprisonment for life"),
    "status_in": lambda s, statuses: put(s, "proceedings.request_status", statuses[0]),
    "basis_not_cited": lambda s, _: s,
    "language_not_in": lambda s, _: put(s, "channel.language", "is"),
    "measures_any": lambda s, _: s,
    "measures_not_only": lambda s, _: s,
}


def kind_of(rule: Requirement) -> str:
    named = [kind for kind in rule.applies_to if kind != "all" and not kind.startswith("-")]
    named += rule.when.get("measures_any", [])
    return named[0] if named else next(kind for kind in PREFERRED if rule.applies_to_kind(kind))


def complete_for(rule: Requirement) -> Snapshot:
    snapshot = complete(kind_of(rule))
    for name, argument in rule.when.items():
        snapshot = CONDITIONS[name](snapshot, argument)
    languages: Any = rule.params.get("languages", ["fr"])
    if isinstance(languages, dict):
        requested, languages = next(iter(languages.items()))
        snapshot = replace(snapshot, requested=requested)
    if "languages" in rule.params or "language_not_in" not in rule.when:
        snapshot = put(snapshot, "channel.language", languages[0])
    return put(snapshot, "channel.route", rule.params["routes"][0]) if "routes" in rule.params else snapshot


def severity_of(rule: Requirement) -> str:
    expected = {Level.WHERE_POSSIBLE: "ask", Level.WHERE_APPLICABLE: "ask", Level.RECOMMENDED: "advise"}
    return expected.get(rule.level, "block" if rule.citation.verified == "text" else "warn")


def found(snapshot: Snapshot, rule: Requirement) -> list[tuple[str, str, str, str]]:
    return places(engine.run(snapshot, [rule], on=rule.since or TODAY))


BY_HOME = [
    pytest.param([rule for rule in RULES if rule.citation.instrument == home], id=home)
    for home in dict.fromkeys(rule.citation.instrument for rule in RULES)
]


def test_every_name_that_a_rule_uses_exists():
    assert [rule.code for rule in RULES if not library.is_known(rule)] == []


def test_the_law_was_read():
    assert len(RULES) > 600


@pytest.mark.parametrize("rules", BY_HOME)
def test_a_complete_request_has_nothing_open(rules):
    assert [rule.code for rule in rules if found(complete_for(rule), rule)] == []


@pytest.mark.parametrize("rules", BY_HOME)
def test_an_answer_taken_away_is_found_at_its_field_and_nowhere_else(rules):
    wrong = []
    for rule in rules:
        for name in rule.fields[:1] if rule.check == "any_answered" else rule.fields:
            expected, open_places = expected_place(rule, name), found(without(rule, name), rule)
            coupled = {expected, *_coupled(rule, name)}
            if rule.attachment:
                coupled.add((severity_of(rule), "annexes", "kind"))
            if not {expected} <= {place[:3] for place in open_places} <= coupled:
                wrong.append((rule.code, name, open_places))

    assert wrong == []


# What a State sends back for its nature is not missing: it is there.
SIGNS = {
    "speech": (lambda s: put(s, "offences.title", "Defamation of a judge"), ("offences", "title")),
    "fiscal": (lambda s: put(s, "offences.title", "Tax evasion"), ("offences", "title")),
    "petty": (lambda s: put(s, "offences.max_years", 0.5), ("offences", "max_years")),
    "political": (lambda s: put(s, "offences.title", "Seditious conspiracy"), ("offences", "title")),
    "military": (lambda s: put(s, "offences.title", "Desertion"), ("offences", "title")),
    "discrimination": (lambda s: put(s, "offences.title", "Apostasy"), ("offences", "title")),
    "double_jeopardy": (lambda s: put(s, "offences.title", "Fraud, already tried"), ("offences", "title")),
}


def expected_place(rule: Requirement, name: str) -> tuple[str, str, str]:
    if rule.check == "no_sign_of":
        return (severity_of(rule), *SIGNS[rule.params["ground"]][1])
    return (severity_of(rule), *removal(name, kind_of(rule), rule.when)[1])


def without(rule: Requirement, name: str) -> Snapshot:
    """Where one of several answers is enough, all of them have to go."""
    snapshot = complete_for(rule)
    if rule.check == "no_sign_of":
        return SIGNS[rule.params["ground"]][0](snapshot)
    for draft_field in rule.fields if rule.check == "any_answered" else [name]:
        snapshot = removal(draft_field, kind_of(rule), rule.when)[0](snapshot)
    return snapshot


def _coupled(rule: Requirement, name: str) -> set[tuple[str, str, str]]:
    """A measure that is neither on data nor on records wants what it describes: one text, two fields."""
    kind = kind_of(rule)
    if name == "data_specification" and kind not in SCHEDULED_KINDS | RECORD_KINDS:
        return {(severity_of(rule), "measures", "description")}
    return set()


@pytest.mark.parametrize("rules", BY_HOME)
def test_what_does_not_apply_is_not_asked_again(rules):
    wrong = []
    for rule in (rule for rule in rules if rule.level is Level.WHERE_APPLICABLE):
        snapshot = replace(complete(kind_of(rule)), applicable=dict.fromkeys(rule.fields, "no"))
        for name in rule.fields:
            snapshot = removal(name, kind_of(rule))[0](snapshot)
        if found(snapshot, rule):
            wrong.append(rule.code)

    assert wrong == []


def test_a_day_is_a_date():
    """Dates come from the data files: a text in their place would compare with nothing."""
    assert all(
        isinstance(day, date) for rule in RULES for day in (rule.since, rule.until) if day is not None
    )

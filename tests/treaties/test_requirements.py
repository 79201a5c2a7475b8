from datetime import date

import pytest

from requests_app.checks.library import is_known
from treaties import current, requirements
from treaties.models import Requirement
from treaties.spec import Basis, Level, Verified

TODAY = date(2026, 11, 25)
S1 = {
    "requesting": "NOR",
    "requested": "GBR",
    "bases": ["budapest"],
    "kinds": ["preservation"],
    "on": TODAY,
}


def ask(law, **changes):
    return requirements.for_request(**(S1 | changes), law=law)


def test_only_what_was_read_in_a_text_blocks(shipped_law):
    found = ask(shipped_law)

    assert [each.code for each in found if each.blocks] == [
        "budapest-29-2-a",
        "budapest-29-2-b",
        "budapest-29-2-c",
        "budapest-29-2-e",
        "budapest-29-2-f",
        "budapest-29-1",
        "budapest-scope",
    ]
    assert all(each.citation.verified is Verified.TEXT for each in found if each.blocks)


def test_a_rule_that_stands_in_says_for_which_basis(shipped_law):
    found = ask(shipped_law, kinds=["content_data_stored"])

    assert {each.stands_in_for for each in found if each.code.startswith("ecma-1959")} == {"budapest"}
    assert {each.stands_in_for for each in found if each.code.startswith("budapest")} == {""}


def test_a_citation_reads_as_a_person_would_write_it(shipped_law):
    labels = {each.code: each.citation.label for each in ask(shipped_law)}

    assert labels["budapest-29-2-a"] == "Budapest Convention, art 29(2)(a)"
    assert labels["gb-law-nexus"] == "United Kingdom: UK guidelines"
    assert labels["gb-decl-29-4"] == "Budapest Convention, art 29(4), declaration of the United Kingdom"


def test_a_declaration_is_told_from_the_law(shipped_law):
    found = {each.code: each for each in ask(shipped_law)}

    assert found["gb-decl-29-4"].basis is Basis.DECLARATION
    assert found["gb-law-nexus"].basis is Basis.PRACTICE


def test_direction_is_said_where_a_rule_depends_on_it(shipped_law):
    found = {
        each.code: each
        for each in ask(
            shipped_law, requesting="NLD", requested="USA", bases=["us-nl-1981"], kinds=["search_seizure"]
        )
    }

    assert found["us-nl-1981-6-4"].direction == "NLD to USA"
    assert found["us-nl-1981-13-1-a"].direction == ""


def test_a_basis_that_nobody_knows_asks_nothing(shipped_law):
    found = ask(shipped_law, bases=["no-such-treaty"])

    own_law = ["gb-law-nexus", "gb-law-status", "gb-law-death", "gb-languages", "gb-risk-petty"]
    assert [each.code for each in found] == own_law


def test_the_same_requirement_stands_once_whatever_the_number_of_bases(shipped_law):
    bases = ["budapest", "ecma-1959", "ecma-2ap-2001", "untoc", "comity", "letters-rogatory"]
    codes = [each.code for each in ask(shipped_law, bases=bases, kinds=["content_data_stored"])]

    assert len(codes) == len(set(codes))


def test_every_rule_that_can_be_asked_can_be_checked(shipped_law):
    asked = [*shipped_law.requirements_of.values(), *shipped_law.own_law_of.values()]

    assert [
        each.requirement.code for group in asked for each in group if not is_known(each.requirement)
    ] == []


def test_every_mandatory_message_is_an_instruction(shipped_law):
    """A verb first, a capital letter, one full stop at the end."""
    asked = [*shipped_law.requirements_of.values(), *shipped_law.own_law_of.values()]
    messages = {each.requirement.message for group in asked for each in group}

    assert [
        text for text in messages if not (text[0].isupper() and text.endswith(".") and " " in text)
    ] == []
    bare = {"Facts", "Purpose", "Authority", "Identity", "Names", "Place", "Nature", "English"}
    assert [text for text in messages if text.split()[0].rstrip(".,") in bare] == []


def test_one_query_when_the_law_is_known_to_the_process(law, django_assert_num_queries):
    current.law()

    with django_assert_num_queries(1):
        requirements.for_request(**S1)
    with django_assert_num_queries(1):
        requirements.for_request(**(S1 | {"bases": ["budapest", "ecma-1959", "untoc", "comity"]}))


def test_a_repealed_rule_is_asked_until_its_last_day(law_with):
    law = law_with(code="budapest-29-2-a", until=date(2026, 6, 30))

    assert "budapest-29-2-a" in {each.code for each in ask(law, on=date(2026, 6, 30))}
    assert "budapest-29-2-a" not in {each.code for each in ask(law, on=date(2026, 7, 1))}


def test_a_rule_from_memory_never_blocks(law_with):
    law = law_with(code="budapest-29-2-a", verified="memory")

    rule = next(each for each in ask(law) if each.code == "budapest-29-2-a")
    assert (rule.level, rule.blocks) == (Level.MANDATORY, False)


@pytest.fixture
def law_with(law, db):
    """The shipped law with one requirement changed."""

    def change(*, code, **values):
        Requirement.objects.filter(code=code).update(**values)
        return current.read("changed")

    return change


def test_no_shipped_rule_from_memory_blocks(shipped_law):
    lists = (*shipped_law.requirements_of.values(), *shipped_law.own_law_of.values())
    blocking = [asked.requirement for rows in lists for asked in rows if asked.requirement.blocks]

    assert blocking
    assert [
        rule.code
        for rule in blocking
        if rule.citation.verified is not Verified.TEXT or rule.citation.source.startswith("memory")
    ] == []

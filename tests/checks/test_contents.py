"""No message of a rule names a thing that its draft fields do not hold: one content, one rule, one field.

`contents.toml` lists the words and the fields that hold what they mean; somebody has read every exception.
"""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from requests_app.content.fields import HOMES
from tests.checks.shipped_rules import every_rule
from treaties.spec import Requirement

CONTENTS = tomllib.loads(Path(__file__).with_name("contents.toml").read_text(encoding="utf-8"))["content"]
RULES = [rule for rule in every_rule() if not rule.until]


def names(rule: Requirement, content: dict[str, list[str]]) -> bool:
    message = rule.message.lower()
    return any(re.search(rf"\b{re.escape(word)}", message) for word in content["words"])


def is_held(rule: Requirement, content: dict[str, list[str]]) -> bool:
    return not set(content["fields"]).isdisjoint(rule.fields)


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: content["words"][0])
def test_what_a_message_names_is_held_by_a_field_of_the_rule(content):
    read = set(content.get("named_only", ()))

    assert [
        r.code for r in RULES if names(r, content) and not is_held(r, content) and r.code not in read
    ] == []


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: content["words"][0])
def test_an_exception_is_one_and_every_field_exists(content):
    needed = {rule.code for rule in RULES if names(rule, content) and not is_held(rule, content)}

    assert set(content.get("named_only", ())) <= needed
    assert set(content["fields"]) <= set(HOMES)


@pytest.mark.parametrize(
    ("message", "fields"),
    [
        ("Attach a certified translation.", ("language",)),
        ("Assure that the death penalty is not imposed.", ("use_undertaking",)),
        ("Sign the request and affix the official seal.", ("signature",)),
        ("State the facts and the maximum penalty.", ("facts",)),
        ("Give an assurance of reciprocity.", ("use_undertaking",)),
        ("Say in what form the documents are needed.", ("special_procedure",)),
        ("Send two copies.", ("form",)),
    ],
)
def test_a_rule_that_names_more_than_it_reads_is_found(message, fields):
    rule = replace(RULES[0], code="made-up", message=message, fields=fields)

    assert any(names(rule, content) and not is_held(rule, content) for content in CONTENTS)

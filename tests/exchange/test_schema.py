"""The published schema is the structs, and says of each field what it means."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from requests_app.content import schema
from tests.checks.rules import EXAMPLES

COMMITTED = Path(__file__).parents[2] / "schema" / "mla-request-1.json"


def test_the_committed_schema_is_the_one_that_the_structs_give():
    assert COMMITTED.read_text(encoding="utf-8") == schema.as_text(), "run manage.py write_schema"


def test_the_schema_is_one_of_draft_2020_12():
    Draft202012Validator.check_schema(json.loads(COMMITTED.read_text(encoding="utf-8")))


def test_every_field_says_what_it_means():
    published = schema.request_schema()
    objects = {"Snapshot": published, **published["$defs"]}

    described = {
        name: {f: "description" in p for f, p in o["properties"].items()} for name, o in objects.items()
    }

    assert [(o, f) for o, fields in described.items() for f, has_one in fields.items() if not has_one] == []


def test_no_object_takes_keys_that_it_does_not_know():
    published = schema.request_schema()
    objects = {"Snapshot": published, **published["$defs"]}

    assert [name for name, one in objects.items() if one["additionalProperties"] is not False] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_fits_the_published_schema(path):
    Draft202012Validator(json.loads(COMMITTED.read_text(encoding="utf-8"))).validate(
        json.loads(path.read_bytes())
    )

"""`tests/cases/checks.toml`: complete requests, one change each, and everything that the change brings."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from requests_app import exchange
from requests_app.checks import engine
from requests_app.checks.snapshot import Snapshot
from tests.checks.rules import TODAY, example

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "checks.toml").read_text(encoding="utf-8"))[
    "case"
]


def changed(snapshot: Snapshot, change: dict[str, Any]) -> Snapshot:
    """TOML has no null: false stands for it where a date, a time or a number is taken away."""
    data = json.loads(exchange.encode(snapshot))
    for place, value in change.items():
        *way, last = [int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", place)]
        node = data
        for step in way:
            node = node[step]
        node[last] = None if value is False else value
    return exchange.decode(json.dumps(data).encode())


def lines(snapshot: Snapshot, rules_for) -> list[str]:
    found = engine.run(snapshot, rules_for(snapshot, TODAY), on=TODAY)
    return [
        f"{f.severity} {f.requirement} {'/'.join(filter(None, (f.section, f.field, f.item)))}"
        for f in found
    ]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_case(case, rules_for):
    before = lines(example(case["example"]), rules_for)

    after = lines(changed(example(case["example"]), case["change"]), rules_for)

    assert sorted(set(after) - set(before)) == sorted(case["expect"])

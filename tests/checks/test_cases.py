"""`tests/cases/checks.toml`: complete requests, one change each, and everything that the change brings."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from requests_app import exchange
from requests_app.checks import engine
from requests_app.completeness import examining
from requests_app.content.snapshot import Snapshot
from tests.checks.rules import TODAY, example
from treaties.law import Law

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


def lines(snapshot: Snapshot, rules_for, law: Law) -> list[str]:
    setting = examining.setting_of(snapshot, TODAY, law)
    found = engine.run(snapshot, rules_for(snapshot, TODAY), on=TODAY, setting=setting)
    return [
        f"{f.severity} {f.requirement} {'/'.join(filter(None, (f.section, f.field, f.item)))}"
        for f in found
    ]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_case(case, rules_for, shipped_law):
    given = changed(example(case["example"]), case.get("given", {}))
    before = lines(given, rules_for, shipped_law)

    after = lines(changed(given, case["change"]), rules_for, shipped_law)

    assert sorted(set(after) - set(before)) == sorted(case["expect"])


def test_each_error_has_a_case_that_fires_and_one_that_stays_silent():
    """The errors are numbered from 1 to 26 in the names of the cases."""
    numbered = [(int(number), bool(case["expect"])) for case in CASES
                if (number := case["name"].partition(":")[0]).isdigit()]  # fmt: skip

    assert {n for n, fires in numbered if fires} == set(range(1, 27))
    assert {n for n, fires in numbered if not fires} == set(range(1, 27))

"""The law as examples: case files that a lawyer can write."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from treaties import cited_bases, relations, requirements

CASES = Path(__file__).resolve().parent.parent / "cases"
OPEN_TO_ALL = {"comity", "letters-rogatory", "un-model", "un-model-law"}


def cases(name: str) -> list[Any]:
    found = [
        case
        for path in sorted(CASES.glob("law*.toml"))
        for case in tomllib.loads(path.read_text()).get(name, [])
    ]
    return [pytest.param(case, id=case["name"]) for case in found]


@pytest.mark.parametrize("case", cases("standing"))
def test_where_a_state_stands(case, shipped_law):
    found = relations.standing(case["instrument"], case["state"], case["on"], law=shipped_law)

    stated = {"status": str(found.status), "since": found.since, "until": found.until}
    assert stated | {key: case[key] for key in stated if key in case} == stated


@pytest.mark.parametrize("case", cases("between"))
def test_what_is_in_force_between_two_states(case, shipped_law):
    found = relations.in_force_between(*case["pair"], case["on"], law=shipped_law)

    codes = {each.instrument.code for each in found} - OPEN_TO_ALL
    assert sorted(codes) == case["in_force"]


@pytest.mark.parametrize("case", cases("gap"))
def test_which_provisions_give_way(case, shipped_law):
    found = relations.gap_fillers(case["instrument"], *case["pair"], case["on"], law=shipped_law)

    words = {True: "yes", False: "no", None: "not certain"}
    assert (words[found.apply], list(found.treaties)) == (case["apply"], case["treaties"])


@pytest.mark.parametrize("case", cases("cited_basis"))
def test_whether_what_is_cited_binds_both(case, shipped_law):
    (found,) = cited_bases.of_bases(
        [case["basis"]],
        requesting=case["from"],
        requested=case["to"],
        on=case["on"],
        kinds=case.get("kinds", ()),
        law=shipped_law,
    )

    assert (str(found.answer), case.get("reason", found.reason) in found.reason) == (case["answer"], True)
    assert found.is_certain == case.get("certain", found.is_certain)
    assert found.carries == (case["answer"] in {"yes", "open", "text_not_loaded"})
    assert bool(found.reason) == (case["answer"] not in {"yes", "open"})


@pytest.mark.parametrize("case", cases("request"))
def test_what_a_request_must_contain(case, shipped_law):
    found = requirements.for_request(
        requesting=case["from"],
        requested=case["to"],
        bases=case["bases"],
        kinds=case["kinds"],
        on=case["on"],
        law=shipped_law,
    )

    codes = [requirement.code for requirement in found]
    assert [code for code in case.get("asks", []) if code not in codes] == []
    assert [code for code in case.get("asks_not", []) if code in codes] == []
    assert codes == case.get("exactly", codes)
    by_code = {requirement.code: requirement for requirement in found}
    languages = case.get("languages", {})
    assert {code: by_code[code].params["languages"] for code in languages} == languages

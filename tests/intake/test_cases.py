"""The corpus: identifiers, times and lines of logs, valid, invalid and nasty, each with its reading."""

import tomllib
from pathlib import Path

import pytest

from requests_app.formats import identifiers, timestamps
from requests_app.formats.timestamps import Answers, Order
from requests_app.intake.row import Role
from tests.intake.reading import row_of

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "identifiers.toml").read_text())


def test_the_corpus_is_as_large_as_it_says():
    assert sum(map(len, CASES.values())) >= 300


@pytest.mark.parametrize("case", CASES["identifier"], ids=lambda case: case["text"][:60])
def test_identifier(case):
    found = identifiers.find(case["text"], case.get("country", ""))

    assert (found.kind if found else "") == case.get("kind", "")
    if found is None:
        return
    assert case.get("value", found.value) == found.value
    assert case.get("port") == found.port
    assert case.get("sure", found.sure) == found.sure
    assert bool(found.wrong) == ("wrong" in case), found.wrong
    assert case.get("wrong", "") in found.wrong
    assert case.get("note", "") in " ".join(found.notes)


@pytest.mark.parametrize("case", CASES["time"], ids=lambda case: case["text"])
def test_time(case):
    said = dict(case.get("said", {}))
    order = Order(said.pop("order")) if "order" in said else None

    found = timestamps.read(case["text"], Answers(order=order, **said))

    if not {"local", "wrong", "asks"} & set(case):
        assert found is None
        return
    assert found is not None
    assert (str(found.local) if found.local else "") == case.get("local", "")
    assert found.zone == case.get("zone", "")
    assert case.get("wrong", "") in found.wrong
    assert case.get("asks", "") in " ".join(found.asks)
    assert case.get("sure", found.sure) == found.sure
    assert case.get("note", "") in " ".join(found.notes)
    assert found.whole_day == case.get("day", False)


@pytest.mark.parametrize("case", CASES["line"], ids=lambda case: case["text"][:60])
def test_line(case):
    row = row_of(case["text"])

    assert state_of(row) == case["state"]
    if case["state"] == "none" or "kind" not in case:
        return
    assert (row.type, row.port, row.start, row.zone) == (
        case["kind"],
        case.get("port"),
        case.get("start", ""),
        case.get("zone", ""),
    )
    assert row.identifier == case.get("value", row.identifier)


def state_of(row) -> str:
    if row.role is not Role.DATA:
        return "none"
    return "bad" if row.problems else "look" if row.doubts else "good"

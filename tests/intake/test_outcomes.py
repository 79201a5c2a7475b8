"""Returns of providers, logs and exports as they come in, and what each row of them is read as."""

import tomllib
from pathlib import Path

import pytest

from requests_app.formats.timestamps import Answers
from requests_app.intake.row import Assumptions, Role
from requests_app.intake.text import decoded
from tests.intake.reading import rows_of

HERE = Path(__file__).parent
FILES = tomllib.loads((HERE / "outcomes.toml").read_text())["file"]


def told(row) -> str:
    words = (row.line, row.quality, row.type, row.identifier, row.start, row.zone, row.port)
    return " ".join(
        "-" if word in ("", None) else str(word).replace(" ", "T" if word == row.start else "_")
        for word in words
    )


@pytest.mark.parametrize("case", FILES, ids=lambda case: f"{case['name']} {case.get('zone', '')}".strip())
def test_a_file_is_read_for_what_it_shows(case):
    text, _encoding = decoded((HERE / "cases" / case["name"]).read_bytes())
    given = Assumptions(times=Answers(zone=case.get("zone", ""), zones=case.get("zones", {})))

    rows = [row for row in rows_of(text, given) if row.role is Role.DATA]

    assert [told(row) for row in rows if row.quality != "bad"] == case["rows"]
    assert sorted(
        {ask for row in rows for ask in row.asks if ask.startswith("zone:") or ask in case.get("asks", [])}
    ) == case.get("asks", [])
    by_line = {row.line: " ".join([*row.problems, *row.doubts, *row.notes]) for row in rows}
    for line, pieces in case.get("said", {}).items():
        assert [piece for piece in pieces if piece not in by_line[int(line)]] == []


def test_every_file_has_its_outcome():
    waiting = {"02-meta-business-record.txt", "09-received-headers.txt"}

    assert {path.name for path in (HERE / "cases").iterdir()} == {case["name"] for case in FILES} | waiting


@pytest.mark.parametrize("name", ["02-meta-business-record.txt", "09-received-headers.txt"])
def test_a_record_over_several_lines_gives_no_good_row_of_an_address(name):
    """Its parts are not joined; no part of it may pass for the whole."""
    rows = rows_of((HERE / "cases" / name).read_text())

    assert [row.line for row in rows if row.type == "ip" and row.quality == "good"] == []

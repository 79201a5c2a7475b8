"""`read_paste`: what it prints, and its exit codes."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

CASES = Path(__file__).parent / "cases"


def run(*words) -> tuple[int, str]:
    out = StringIO()
    try:
        call_command("read_paste", *map(str, words), "--on", "2026-11-30", stdout=out)
    except SystemExit as stop:
        return int(stop.code or 0), out.getvalue()
    except CommandError as error:
        return error.returncode, str(error)
    return 0, out.getvalue()


def test_all_good_is_exit_0_and_each_row_says_what_it_is():
    code, text = run(CASES / "min-6.txt", "--format", "json")

    told = json.loads(text)
    (row,) = told["rows"]
    assert code == 0
    assert row | {"said": []} == {
        "line": 1,
        "kind": "ip",
        "value": "203.0.113.7",
        "start": "2026-03-14 09:12:44",
        "end": "2026-03-14 09:12:44",
        "zone": "UTC",
        "port": 54321,
        "port_end": None,
        "quality": "good",
        "said": [],
    }
    assert [(c["heading"], c["role"], c["by"]) for c in told["columns"]] == [
        ("ClientIP", "ip", "name"),
        ("ClientSrcPort", "port", "name"),
        ("t", "start", "content"),
    ]
    assert told["questions"] == []


def test_what_is_to_be_settled_is_exit_1_with_a_question_for_each_word():
    code, text = run(CASES / "05-apple-icloud-preamble.csv", "--zone", "UTC", "--format", "json")

    zones = [q for q in json.loads(text)["questions"] if q["about"] == "zone"]
    assert code == 1
    assert zones == [
        {"about": "zone", "word": "PDT", "lines": 1},
        {"about": "zone", "word": "PST", "lines": 1},
    ]


def test_answers_settle_what_was_asked(tmp_path):
    file = tmp_path / "log.txt"
    file.write_text("03/04/2026 10:00:00 PST 203.0.113.7\n26/03/14 10:00 UTC 203.0.113.8\n020 7946 0018\n")

    code, text = run(
        file, "--order", "ymd", "--zone-of", "PST=-08:00", "--country", "gb", "--format", "json"
    )
    rows = json.loads(text)["rows"]
    assert (code, rows[1]["start"], rows[2]["value"]) == (1, "2026-03-14 10:00:00", "+442079460018")

    file.write_text("03/04/2026 10:00:00 PST 203.0.113.7\n")
    for order, day in (("dmy", "2026-04-03"), ("mdy", "2026-03-04")):
        code, text = run(file, "--order", order, "--zone-of", "PST=-08:00", "--format", "json")
        (row,) = json.loads(text)["rows"]
        assert (code, row["start"], row["zone"]) == (0, f"{day} 10:00:00", "-08:00")


def test_a_range_of_ports_is_told_with_both_ends_and_is_in_doubt(tmp_path):
    file = tmp_path / "log.txt"
    file.write_text("203.0.113.7:1024-2047 2026-03-14 09:12:44 UTC")

    code, text = run(file, "--format", "json")
    (row,) = json.loads(text)["rows"]

    assert (code, row["port"], row["port_end"], row["quality"]) == (1, 1024, 2047, "doubt")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04rest", "spreadsheet"),
        (b"%PDF-1.7", "PDF"),
        (b" \n\n", "no text"),
        (b"a\n" * 10_001, "divide it"),
    ],
)
def test_what_cannot_be_read_is_exit_2_with_the_way_out(tmp_path, content, reason):
    file = tmp_path / "file"
    file.write_bytes(content)

    code, text = run(file)

    assert (code, reason in text) == (2, True)


def test_a_file_that_is_not_there_is_exit_2(tmp_path):
    assert run(tmp_path / "none")[0] == 2


def test_for_people_it_is_a_line_for_each_row():
    code, text = run(CASES / "00-smoke.txt")

    assert code == 0
    assert "good" in text and "203.0.113.5" in text

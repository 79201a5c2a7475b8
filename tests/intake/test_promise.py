"""Good is a promise: taken into a request, a good row makes no must-fix, whatever the request asks for."""

import datetime as dt
import itertools
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from requests_app.checks import engine
from requests_app.checks.findings import Severity
from requests_app.content.snapshot import DataItem, Measure
from requests_app.formats.timestamps import Answers
from requests_app.intake import reader
from requests_app.intake.row import Assumptions
from requests_app.intake.text import lines_of
from tests.checks.rules import example
from tests.intake.reading import ON

HERE = Path(__file__).parent
CORPUS = [
    *(path.read_text() for path in sorted((HERE / "cases").iterdir())),
    "\n".join(
        case["text"]
        for case in tomllib.loads((HERE.parent / "cases" / "identifiers.toml").read_text())["line"]
    ),
]
STORED, LIVE = Measure(id="m1", kind="subscriber_info"), Measure(id="m2", kind="realtime_traffic")
ASKED = [(), (STORED,), (LIVE,), (STORED, LIVE)]


def good_rows(text, measures, given=None):
    made = reader.plan(lines_of(text), given or Assumptions())
    return [
        row
        for rows in reader.read(made, measures, on=ON)
        for row in rows
        if row.role == "data" and row.quality == "good"
    ]


def taken(row, number) -> DataItem:
    start, end = (dt.datetime.fromisoformat(text) if text else None for text in (row.start, row.end))
    return DataItem(
        id=f"t{number}",
        type=row.type,
        identifier=row.identifier,
        port=row.port,
        start=start,
        end=end,
        zone=row.zone,
    )


def must_fix(rows, measures):
    """What the whole check says of the rows, as part of a request that is otherwise complete."""
    items = tuple(taken(row, number) for number, row in enumerate(rows))
    snapshot = replace(example("s1-preservation"), data_items=items, measures=measures)
    found = engine.report(snapshot, [], on=ON).findings
    return [
        (f.item, f.message)
        for f in found
        if f.section == "data" and f.item and f.severity is Severity.BLOCK
    ]


@pytest.mark.parametrize(
    "measures", ASKED, ids=lambda measures: "+".join(m.kind for m in measures) or "nothing"
)
@pytest.mark.parametrize("zone", ["", "UTC", "Europe/Oslo"])
def test_no_good_row_of_the_corpus_makes_a_must_fix(measures, zone):
    given_ = Assumptions(times=Answers(zone=zone, year=2026), country="GB")
    rows = list(itertools.chain.from_iterable(good_rows(text, measures, given_) for text in CORPUS))

    assert len(rows) > 50
    assert must_fix(rows, measures) == []


PIECES = st.sampled_from(
    [
        *(
            "203.0.113.24",
            "2001:db8::1",
            "10.0.0.1:80",
            "100.64.0.9",
            "alex@example.org",
            "+44 20 7946 0018",
        ),
        *(
            "2026-04-27 15:41:07 UTC",
            "2036-04-27 15:41:07Z",
            "2026-04-27",
            "15:41",
            "1777297267",
            "EAT",
            "PST",
        ),
        *(
            "port 51834",
            "1024-2047",
            ":0",
            "DE89370400440532013000",
            "EUR 100",
            "00:00:5e:00:53:01",
            ";",
            ",",
            "\n",
        ),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=12).map(" ".join), st.sampled_from(ASKED))
def test_no_good_row_of_any_text_makes_a_must_fix(text, measures):
    assert must_fix(good_rows(text, measures, Assumptions(times=Answers(zone="UTC"))), measures) == []


@pytest.mark.parametrize(
    "line",
    ["203.0.113.30", "198.51.100.31:8080", "14:27 203.0.113.33", "2036-11-03 14:28:04Z 203.0.113.36"],
)
def test_a_measure_in_real_time_lets_no_row_pass_that_a_stored_one_needs_a_time_for(line):
    assert good_rows(line, (STORED, LIVE)) == []


def test_a_row_for_real_time_alone_needs_no_time():
    assert [row.identifier for row in good_rows("203.0.113.30", (LIVE,))] == ["203.0.113.30"]

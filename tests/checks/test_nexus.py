"""What is sought and what it rests on: each rule fires where it should, and is silent elsewhere."""

from datetime import date, datetime

import pytest

from requests_app.checks import engine
from requests_app.content.snapshot import DataItem, Fact, Measure, Offence, Snapshot
from tests.checks.rules import EXAMPLES, TODAY, example, of_craft

MARCH = Fact(id="f1", on=date(2026, 3, 12), until=date(2026, 3, 20))


def sought(start, end, *, facts=("f1",), kind="content_data_stored", type_="email", of=(MARCH,)):
    """One row of data that rests on facts of March 2026, unless the test says otherwise."""
    row = DataItem(
        id="d1",
        type=type_,
        start=start and datetime.fromisoformat(start),
        end=end and datetime.fromisoformat(end),
        zone="UTC",
        facts=facts,
    )
    return Snapshot(facts=of, data_items=(row,), measures=(Measure(id="m1", kind=kind),))


def message(snapshot, code):
    found = engine.run(snapshot, (), on=TODAY)
    return next(f.message for f in found if f.requirement == f"portal.{code}")


APART = {
    "ends before": sought("2025-11-01", "2026-02-08"),
    "one moment": sought("2025-03-12", None),
}
BEYOND = {
    "begins early": (sought("2025-09-09", "2026-03-20"), "start"),
    "ends late": (sought("2026-03-12", "2026-09-20"), "end"),
    "lies after": (sought("2026-10-25", None), "start"),
}
SILENT = {
    "within": sought("2026-03-12", "2026-03-20"),
    "a month before": sought("2026-02-01", "2026-02-09"),
    "months after": sought("2026-07-20", "2026-08-01"),
    "half a year around": sought("2025-09-10", "2026-09-19"),
    "no period": sought(None, None),
    "no fact": sought("2020-01-01", "2020-02-01", facts=()),
    "a fact without a day": sought(
        "2025-01-01", "2025-02-01", facts=("f1", "f2"), of=(MARCH, Fact(id="f2"))
    ),
    "a fact that lies ahead": sought("2025-01-01", "2025-02-01", of=(Fact(id="f1", on=date(2027, 1, 1)),)),
    "a fact that is gone": sought("2025-01-01", "2025-02-01", facts=("f9",)),
    "data still to come": sought("2027-03-01", "2027-04-01", kind="realtime_traffic"),
    "a slip of the year that another rule names": sought("1926-03-12", "1926-03-20"),
    "the wrong way round": sought("2026-03-20", "2020-03-12"),
}


@pytest.mark.parametrize("case", APART)
def test_a_period_far_from_its_facts_is_doubted_with_both_dates(case):
    snapshot = APART[case]

    assert of_craft(snapshot, "period-apart") == [("warn", "data", "start", "d1")]
    assert of_craft(snapshot, "period-beyond") == []
    assert "12 March 2026 to 20 March 2026" in message(snapshot, "period-apart")


@pytest.mark.parametrize("case", BEYOND)
def test_a_period_that_reaches_far_beyond_its_facts_is_advised_on(case):
    snapshot, field = BEYOND[case]

    assert of_craft(snapshot, "period-beyond") == [("advise", "data", field, "d1")]
    assert of_craft(snapshot, "period-apart") == []


@pytest.mark.parametrize("case", SILENT)
def test_a_period_that_fits_or_cannot_be_compared_is_left_alone(case):
    found = [of_craft(SILENT[case], code) for code in ("period-apart", "period-beyond")]

    assert found == [[], []]


@pytest.mark.parametrize(("kind", "type_"), [("preservation", "email"), ("bank_info", "bank_account")])
def test_what_is_kept_and_money_may_reach_beyond_the_facts(kind, type_):
    snapshot = sought("2024-01-01", "2026-10-01", kind=kind, type_=type_)
    snapshot = Snapshot(
        facts=snapshot.facts,
        measures=snapshot.measures,
        data_items=tuple(DataItem(**{**_fields(d), "measures": ("m1",)}) for d in snapshot.data_items),
    )

    assert of_craft(snapshot, "period-beyond") == []


def _fields(row):
    return {name: getattr(row, name) for name in row.__struct_fields__}


@pytest.mark.parametrize(
    ("kind", "found"), [("bank_info", [("warn", "measures", "start", "m1")]), ("video_hearing", [])]
)
def test_the_period_of_records_is_compared_and_the_days_of_a_hearing_are_not(kind, found):
    period = {"start": date(2024, 1, 1), "end": date(2024, 2, 1)}
    measure = Measure(id="m1", kind=kind, facts=("f1",), **period)

    assert of_craft(Snapshot(facts=(MARCH,), measures=(measure,)), "period-apart") == found


@pytest.mark.parametrize(
    ("fields", "tied"),
    [
        ({}, False),
        ({"reason": "TBD"}, False),
        ({"reason": "She booked the nine transfers."}, True),
        ({"facts": ("f1",)}, True),
    ],
)
def test_a_measure_is_tied_by_a_fact_or_by_its_reason(fields, tied):
    measure = Measure(id="m1", kind="video_hearing", **fields)

    found = of_craft(Snapshot(facts=(MARCH,), measures=(measure,)), "measure-nexus")

    assert found == ([] if tied else [("warn", "measures", "facts", "m1")])


def test_a_measure_that_works_through_the_schedule_leaves_the_connection_to_its_rows():
    snapshot = sought(None, None, facts=())

    assert of_craft(snapshot, "measure-nexus") == []
    assert of_craft(snapshot, "nexus") == [("warn", "data", "facts", "d1")]


def test_what_nothing_rests_on_is_advised_on_once_anything_is_linked():
    rows = {
        "facts": (MARCH, Fact(id="f2", text="Later.")),
        "offences": (Offence(id="o1", title="Fraud"), Offence(id="o2", title="Theft")),
    }
    unlinked = Snapshot(**rows, data_items=(DataItem(id="d1"),))
    by_row = Snapshot(**rows, data_items=(DataItem(id="d1", facts=("f1",), offences=("o2",)),))
    by_measure = Snapshot(
        **rows, measures=(Measure(id="m1", kind="bank_info", facts=("f2",), offences=("o1",)),)
    )

    codes = ("unused-fact", "unused-offence")
    found = [[of_craft(each, code) for code in codes] for each in (unlinked, by_row, by_measure)]

    assert found == [
        [[], []],
        [[("advise", "facts", "text", "f2")], [("advise", "offences", "title", "o1")]],
        [[("advise", "facts", "text", "f1")], [("advise", "offences", "title", "o2")]],
    ]


@pytest.mark.parametrize("name", ["facts", "offences"])
def test_a_measure_may_not_point_to_what_is_gone(name):
    measure = Measure(id="m1", kind="bank_info", **{name: ("x9",)})

    assert of_craft(Snapshot(measures=(measure,)), "dangling-link") == [("block", "measures", name, "m1")]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_well_tied(path):
    snapshot = example(path.stem)
    codes = ("nexus", "dangling-link", "measure-nexus", "period-apart")

    assert [of_craft(snapshot, code) for code in codes] == [[], [], [], []]

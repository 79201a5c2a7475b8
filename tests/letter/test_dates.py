import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from requests_app.letter import dates, phrases

EN = phrases.load("en")
OSLO = ZoneInfo("Europe/Oslo")


def test_a_day_names_its_month():
    assert dates.day(dt.date(2026, 7, 3), EN).replace("\u00a0", " ") == "3 July 2026"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (dt.date(2026, 2, 1), dt.date(2026, 6, 9), "1 February 2026 to 9 June 2026"),
        (dt.date(2026, 2, 1), dt.date(2026, 2, 1), "1 February 2026"),
        (dt.date(2026, 2, 1), None, "from 1 February 2026"),
        (None, dt.date(2026, 6, 9), "until 9 June 2026"),
        (None, None, ""),
    ],
)
def test_a_period_is_open_where_it_is_not_known(start, end, said):
    assert dates.span(start, end, EN).replace("\u00a0", " ") == said


def test_an_event_on_one_day_does_not_last():
    assert dates.when(dt.date(2026, 2, 20), None, EN).replace("\u00a0", " ") == "20 February 2026"


def test_an_hour_that_came_twice_is_covered_from_its_first_to_its_second_time():
    half_past_two = dt.datetime(2026, 10, 25, 2, 30)

    first = dates.utc(half_past_two, OSLO)
    second = dates.utc(half_past_two, OSLO, late=True)

    assert (first.hour, second.hour) == (0, 1)


def test_fractions_of_a_second_are_kept():
    assert dates.stamp(dt.datetime(2026, 4, 27, 15, 41, 7, 250_000)).endswith("15:41:07.250000")
    assert dates.stamp(dt.datetime(2026, 4, 27)).endswith("00:00:00")


@pytest.mark.parametrize("edge", [dt.datetime.min, dt.datetime.max])
def test_the_edges_of_the_calendar_do_not_break_a_letter(edge):
    dates.utc(edge, OSLO)

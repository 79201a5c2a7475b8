"""Filters that show dates, times, numbers and articles."""

import datetime as dt

from django.utils import translation

from requests_app.templatetags import portal

SPACE = portal.NO_BREAK
NOON_IN_OSLO = dt.datetime(2026, 6, 14, 14, 32, 8, tzinfo=dt.timezone(dt.timedelta(hours=2)))


def test_times_are_in_utc():
    assert portal.utc_time(NOON_IN_OSLO) == "12:32:08"
    assert portal.utc_stamp(NOON_IN_OSLO) == f"14{SPACE}June{SPACE}2026, 12:32{SPACE}UTC"


def test_a_day_without_a_time_is_shown_as_a_day():
    assert portal.utc_stamp(dt.date(2026, 6, 14)) == f"14{SPACE}June{SPACE}2026"


def test_nothing_is_shown_for_nothing():
    assert [portal.utc_time(None), portal.utc_stamp(None), portal.long_date(None)] == ["", "", ""]


def test_digits_are_european_in_arabic():
    with translation.override("ar"):
        assert portal.long_date(NOON_IN_OSLO.date()).startswith(f"14{SPACE}")


def test_article_and_number_stay_on_one_line():
    assert portal.nobreak("Budapest Convention, art 29(2)(c)") == f"Budapest Convention, art{SPACE}29(2)(c)"
    assert portal.nobreak("arts 31 and 33 by 14 June, 5 days") == (
        f"arts{SPACE}31 and 33 by 14{SPACE}June, 5{SPACE}days"
    )


def test_a_share_is_an_svg_length():
    assert [portal.percent_of(16, 18), portal.percent_of(20, 18), portal.percent_of(1, 0)] == [
        "89%",
        "100%",
        "0%",
    ]


def test_a_digest_is_read_in_groups():
    assert portal.hash_groups("ab" * 12) == "abababab abababab abababab"

"""Whatever is pasted: nothing is dropped, nothing raises, and a time leads to the moment it names."""

import datetime as dt
import zoneinfo

from hypothesis import example, given, settings
from hypothesis import strategies as st

from requests_app.formats import times, timestamps
from requests_app.formats.times import Trouble
from requests_app.formats.timestamps import Answers
from requests_app.intake.text import decoded, keepable
from tests.intake.reading import rows_of

ZONES = sorted(zoneinfo.available_timezones() - {"localtime"})
LOCAL = st.datetimes(dt.datetime(1971, 1, 1), dt.datetime(2037, 12, 31)).map(
    lambda moment: moment.replace(microsecond=0)
)
PIECES = st.sampled_from(
    [
        *("203.0.113.24", "2001:db8::1", "10.0.0.1:80", "alex@example.org", "+44 20 7946 0018", "51834"),
        *("2026-04-27 15:41:07", "03/04/2026 10:00", "Apr 27 15:41:07", "Z", "+0200", "1777297267"),
        *("ip", "port", "time", "=cmd", "4111 1111 1111 1111", "#", "[", "]", "<", ">", "@", ":", "::"),
        *("\t", ";", ",", "|", '"', "'", "\x00", "\u202e", "\ufeff", "\x85", "\u2028", "\x0c", "☃", "𝟙"),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(PIECES, st.just("\n"), st.just(" ")), max_size=40).map("".join),
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("\u2400")
def test_each_line_that_holds_anything_is_in_exactly_one_row(text):
    rows = rows_of(text)

    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    told = {row.line: row.original for row in rows}
    assert len(told) == len(rows)
    assert all(lines[number - 1] == original for number, original in told.items())
    left = [line for number, line in enumerate(lines, start=1) if number not in told]
    # A zero byte is kept as its picture, which holds as little as the byte.
    left = [line.replace("\u2400", "") for line in left]
    assert not any(line.isprintable() and line.strip() for line in left)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_row_is_good_or_says_why_not(text):
    for row in rows_of(text):
        assert row.identifier or row.problems or row.role != "data"
        assert row.port is None or 1 <= row.port <= 65535
        assert len(row.identifier) <= 500


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_and_can_be_kept(content):
    text, _encoding = decoded(content)

    kept = keepable(text)
    assert "\x00" not in kept
    kept.encode()


@settings(max_examples=300, deadline=None)
@given(LOCAL, st.sampled_from(ZONES))
def test_a_local_time_and_its_zone_lead_to_utc_and_back(local, zone):
    stamp = timestamps.read(f"{local:%Y-%m-%d %H:%M:%S}", Answers(zone=zone))

    assert (stamp.local, stamp.zone) == (local, zone)
    moment = times.utc(local, zone)
    trouble = times.trouble(local, zone)
    if trouble is Trouble.SKIPPED:
        assert moment is None
    else:
        assert moment.astimezone(zoneinfo.ZoneInfo(zone)).replace(tzinfo=None) == local
        assert trouble in (None, Trouble.TWICE)


@settings(max_examples=300, deadline=None)
@given(LOCAL, st.integers(-12 * 60, 14 * 60))
def test_a_time_with_an_offset_names_one_moment_however_it_is_written(local, minutes):
    zone = dt.timezone(dt.timedelta(minutes=minutes))
    moment = local.replace(tzinfo=zone)
    sign, distance = "-" if minutes < 0 else "+", abs(minutes)
    offset = f"{sign}{distance // 60:02}{distance % 60:02}"
    written = (
        moment.isoformat(),
        moment.isoformat(sep=" "),
        f"{local:%d/%b/%Y:%H:%M:%S} {offset}",
        f"{local:%a, %d %b %Y %H:%M:%S} {offset}",
        f"{local:%d.%m.%Y %H:%M:%S} {offset}",
    )

    read = {times.utc(stamp.local, stamp.zone) for text in written if (stamp := timestamps.read(text))}

    assert read == {moment.astimezone(dt.UTC)}


def test_every_zone_of_the_database_is_taken_and_its_changes_are_noticed():
    """Each change of the clock in a year: the time that is skipped, and the one that comes twice."""
    noticed = 0
    for zone in ZONES:
        assert times.zone(zone) is not None
        found = zoneinfo.ZoneInfo(zone)
        for day in range(365):
            since = dt.datetime(2025, 1, 1, tzinfo=dt.UTC) + dt.timedelta(days=day)
            if _offset(since, found) != _offset(since + dt.timedelta(days=1), found):
                _is_noticed(zone, found, since)
                noticed += 1
    assert noticed > 300


def _offset(moment, zone):
    return moment.astimezone(zone).utcoffset()


def _is_noticed(zone, found, since):
    """The middle of what is skipped or repeated lies half a change after the last minute before it."""
    minutes = (since + dt.timedelta(minutes=minute) for minute in range(1, 24 * 60 + 1))
    moment = next(m for m in minutes if _offset(m, found) != _offset(since, found))
    change = _offset(moment, found) - _offset(since, found)
    old = (moment + _offset(since, found)).replace(tzinfo=None)
    expected = Trouble.SKIPPED if change > dt.timedelta() else Trouble.TWICE
    assert times.trouble(old + change / 2, zone) is expected

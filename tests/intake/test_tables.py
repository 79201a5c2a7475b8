"""Tables: columns in any order and language, with a heading or none, from any program."""

import pytest

from requests_app.intake import columns
from requests_app.intake.row import Assumptions, Role
from requests_app.intake.text import lines_of
from tests.intake.reading import rows_of


def told(text, given=None):
    rows = [row for row in rows_of(text, given) if row.role is Role.DATA]
    return [(row.type, row.identifier, row.port, row.start, row.zone) for row in rows]


@pytest.mark.parametrize(
    "heading, line",
    [
        ("Time;IP address;Port;Time zone", "27.04.2026 15:41:07;203.0.113.24;51834;Europe/Madrid"),
        ("port,tz,ip,timestamp", '51834,Europe/Madrid,203.0.113.24,"2026-04-27 15:41:07"'),
        (
            "Src IP\tSrc Port\tDatum\tZeit\tZeitzone",
            "203.0.113.24\t51834\t27.04.2026\t15:41:07\tEurope/Madrid",
        ),
        ("| IP | Port | Time | TZ |", "| 203.0.113.24 | 51834 | 2026-04-27 15:41:07 | Europe/Madrid |"),
        (
            "IP            Port    Time                  TZ",
            "203.0.113.24  51834   2026-04-27 15:41:07   Europe/Madrid",
        ),
        ("ip,time,tz", "203.0.113.24:51834,2026-04-27 15:41:07,Europe/Madrid"),
        ("ip,port,time,tz", '="203.0.113.24",51834,2026-04-27T15:41:07,Europe/Madrid'),
    ],
)
def test_columns_may_stand_in_any_order_behind_any_delimiter(heading, line):
    assert told(f"{heading}\n{line}") == [
        ("ip", "203.0.113.24", 51834, "2026-04-27 15:41:07", "Europe/Madrid")
    ]


def test_a_table_without_a_heading_is_known_by_its_cells():
    text = "203.0.113.24,51834,2026-04-27T15:41:07Z\n203.0.113.25,51835,2026-04-27T15:41:08Z"

    assert told(text) == [
        ("ip", "203.0.113.24", 51834, "2026-04-27 15:41:07", "UTC"),
        ("ip", "203.0.113.25", 51835, "2026-04-27 15:41:08", "UTC"),
    ]


def test_commas_within_times_divide_no_line():
    text = (
        "2026-04-27 15:41:07,123 +0200 login 203.0.113.24\n2026-04-27 15:41:08,001 +0200 login 203.0.113.25"
    )

    assert columns.layout_of(lines_of(text)) == columns.FREE
    assert [row[1] for row in told(text)] == ["203.0.113.24", "203.0.113.25"]


def test_the_log_of_a_web_server_that_declares_its_fields_is_in_utc():
    text = (
        "#Software: Internet Information Services\n#Fields: date time c-ip c-port s-port cs-username\n"
        "2026-04-27 15:41:07 203.0.113.24 51834 443 -"
    )

    assert told(text) == [("ip", "203.0.113.24", 51834, "2026-04-27 15:41:07", "UTC")]


def test_a_quote_that_nothing_closes_swallows_no_line():
    text = 'ip,time,provider\n203.0.113.24,2026-04-27T15:41:07Z,"E\n203.0.113.25,2026-04-27T15:41:08Z,x'

    assert [row[1] for row in told(text)] == ["203.0.113.24", "203.0.113.25"]


def test_one_column_is_a_table_too():
    assert told("Phone\n020 7946 0018", Assumptions(country="GB")) == [
        ("phone", "+442079460018", None, "", "")
    ]


def test_a_formula_is_text_and_no_identifier():
    rows = rows_of("ip,time\n=cmd|' /C calc'!A0,2026-04-27T15:41:07Z")

    assert rows[1].identifier == "=cmd|' /C calc'!A0"
    assert rows[1].problems


def test_a_number_that_a_spreadsheet_rounded_is_not_used():
    (_heading, row) = rows_of("phone\n4.42079E+11")

    assert "rounded" in row.problems[0]

"""Reading a text as the page and the worker do, for tests that need no database."""

import datetime as dt

from requests_app.intake import reader
from requests_app.intake.row import Assumptions, Row
from requests_app.intake.text import lines_of

ON = dt.date(2026, 11, 25)


def rows_of(text: str, given: Assumptions | None = None) -> list[Row]:
    made = reader.plan(lines_of(text), given or Assumptions())
    return [row for rows in reader.read(made, on=ON) for row in rows]


def row_of(text: str, given: Assumptions | None = None) -> Row:
    (row,) = rows_of(text, given)
    return row

"""From text to rows: the layout once, then each line by itself."""

import datetime as dt
import re
import time
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from requests_app.checks.findings import Severity
from requests_app.content.snapshot import Measure
from requests_app.formats import times, timestamps
from requests_app.formats.judgement import Sure
from requests_app.intake import columns, freeline, judging, sections, tableline
from requests_app.intake.columns import Layout
from requests_app.intake.row import Assumptions, Role, Row
from requests_app.intake.sections import Table
from requests_app.intake.text import LONGEST_LINE, Line

_COMMENT: Final = re.compile(r"\s*(?:#|//|--(?!\d))")
_RULE: Final = re.compile(r"[\s|+:=_-]{3,}")
_CHUNK: Final = 500
# Ten thousand long lines take a few seconds.
LONGEST_READING: Final = 120.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How a text is read: its tables, and what is assumed; `settled` says which line settled the order.

    `tables` is sorted by line; what stands before the first is free lines.
    """

    lines: Sequence[Line]
    tables: tuple[Table, ...]
    given: Assumptions
    settled: int = 0

    def layout_at(self, number: int) -> Layout:
        place = bisect_right([table.first for table in self.tables], number)
        return self.tables[place - 1].layout if place else columns.FREE

    @property
    def columns(self) -> list[dict[str, object]]:
        """For whoever looks: each column of each table, with what it was read as and how that is known."""
        return [column for table in self.tables for column in _columns(table.layout)]


def _columns(layout: Layout) -> list[dict[str, object]]:
    headings = layout.headings or ("",) * len(layout.roles)
    return [
        {"table": layout.heading, "number": number, "heading": heading, "role": role, "by": by}
        for number, (heading, role, by) in enumerate(
            zip(headings, layout.roles, layout.by, strict=True), start=1
        )
    ]


def plan(lines: Sequence[Line], given: Assumptions) -> Plan:
    """Return how the text is to be read. Nobody is asked for an order of day and month that the text
    itself settles.
    """
    orders = _orders(lines)
    settled = 0
    if given.times.order is None and len(orders) == 1:
        ((order, settled),) = orders.items()
        given = replace(given, times=replace(given.times, order=order))
    tables = tuple(
        replace(table, layout=table.layout.with_roles(given.roles)) for table in sections.tables_of(lines)
    )
    return Plan(lines, tables, given, settled)


def _orders(lines: Sequence[Line]) -> dict[timestamps.Order, int]:
    """Return each order that some date can only have, with the line that shows it."""
    found: dict[timestamps.Order, int] = {}
    for line in lines:
        if len(found) == 2:
            break
        if len(line.text) <= LONGEST_LINE and ("/" in line.text or "-" in line.text):
            for order in timestamps.orders(line.plain):
                found.setdefault(order, line.number)
    return found


def read(
    made: Plan, measures: Iterable[Measure] = (), *, on: dt.date, seconds: float = LONGEST_READING
) -> Iterator[list[Row]]:
    """Yield the rows in chunks, so that progress can be shown.

    A paste has a limit of processor time: lines beyond it become rows that say so, and none is lost.
    """
    known = tuple(measures)
    until = time.thread_time() + seconds
    for start in range(0, len(made.lines), _CHUNK):
        rows = [_row(line, made, until) for line in made.lines[start : start + _CHUNK]]
        judge(rows, known, on=on)
        yield rows


def _row(line: Line, made: Plan, until: float) -> Row:
    row = Row(line=line.number, original=line.text)
    if line.number == made.layout_at(line.number).heading:
        row.role = Role.HEADING
    elif _COMMENT.match(line.plain) or _RULE.fullmatch(line.plain):
        row.role = Role.COMMENT
    elif len(line.text) > LONGEST_LINE:
        row.problems.append(f"The line has {len(line.text):,} characters; no line of a log is that long.")
        row.less_sure(Sure.DOUBTFUL)
    elif time.thread_time() > until:
        row.problems.append("The paste took too much time, and this line was not read. Divide the paste.")
        row.less_sure(Sure.DOUBTFUL)
    else:
        _read(row, line.plain, made)
    if line.has_hidden and row.role is Role.DATA:
        row.notes.append("Characters that cannot be seen were left off; the original keeps them.")
    return row


def _read(row: Row, text: str, made: Plan) -> None:
    layout = made.layout_at(row.line)
    if layout.is_table:
        tableline.read(row, text, layout, made.given)
    elif not tableline.read_object(row, text, made.given):
        freeline.read(row, text, made.given)


def judge(rows: Sequence[Row], measures: Iterable[Measure], *, on: dt.date) -> None:
    """Add what the checker would say of the rows to what reading them has shown."""
    data = [row for row in rows if row.role is Role.DATA]
    for row, said in zip(data, judging.verdicts(data, measures, on=on), strict=True):
        for field, severity, message in said:
            # A time that cannot be read is told of already; that there is none would be untrue.
            if not (field == "start" and row.has_time and not row.start):
                _add(row, severity, message)
        if row.whole_day and row.type == "ip":
            row.problems.append("Only the day is given. An address leads to its user with the time of day.")


def _add(row: Row, severity: Severity, message: str) -> None:
    place = {Severity.BLOCK: row.problems, Severity.WARN: row.doubts}.get(severity, row.notes)
    if message not in (*row.problems, *row.doubts, *row.notes):
        place.append(message)


def key_of(row: judging.Readable) -> tuple[object, ...]:
    """Return a key that is equal for rows that ask for the same: kind, identifier, port and period in
    UTC.
    """
    moments = tuple(_moment(text, row.zone) for text in (row.start, row.end))
    return (row.type, row.identifier.strip().casefold(), row.port, *moments)


def _moment(text: str, zone: str) -> object:
    if not text:
        return ""
    return (times.utc(dt.datetime.fromisoformat(text), zone) if zone else None) or text

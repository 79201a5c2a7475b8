"""Reading a paste into staged rows, by a worker, or at once when it is small. It changes no request.

A row that an officer has mended, or that is in the schedule, stays as it is when the rest is read
again.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from requests_app import snapshots
from requests_app.background import jobs
from requests_app.content.snapshot import Measure
from requests_app.formats import identifiers
from requests_app.formats.judgement import Judgement
from requests_app.formats.timestamps import Answers, Order
from requests_app.intake import fill, reader
from requests_app.intake.judging import Readable
from requests_app.intake.row import Assumptions, Role, Row
from requests_app.intake.text import keepable, lines_of
from requests_app.models import DataItem, Intake, StagedRow

# Below this the page answers sooner than a worker is woken: measured in bench/intake.py.
AT_ONCE: Final = 200
# More words for zones than a paste can mean; what is not asked stays to be mended.
MOST_QUESTIONS: Final = 30
READ: Final = ("type", "identifier", "port", "start", "end", "zone", "provider", "source")
State = StagedRow.State


def read_at_once(intake: Intake) -> None:
    """Read the paste in this process, unless a worker has it already."""
    jobs.work_one(Intake, intake.pk, read)
    intake.refresh_from_db()


def assumptions_of(intake: Intake) -> Assumptions:
    said = intake.assumptions
    order = Order(said["order"]) if said.get("order") else None
    times = Answers(
        order=order, year=said.get("year"), zone=said.get("zone", ""), zones=said.get("zones") or {}
    )
    return Assumptions(
        times=times,
        country=said.get("country", ""),
        kind=said.get("kind", ""),
        roles=said.get("roles") or {},
    )


def read(intake: Intake) -> None:
    """Read the paste that a worker has claimed, in parts; each part is kept with the count of what is
    done.
    """
    kept = _keep_settled(intake)
    made = reader.plan(lines_of(intake.text), assumptions_of(intake))
    done, asks = 0, Counter[str]()
    for rows in reader.read(made, measures_of(intake), on=timezone.localdate()):
        done += len(rows)
        new = [row for row in rows if row.line not in kept]
        asks.update(name for row in new for name in row.asks)
        with transaction.atomic():
            jobs.advance(intake, read=done, lines=len(made.lines))
            StagedRow.objects.bulk_create(staged(intake, row) for row in new)
    with transaction.atomic():
        mark_duplicates(intake)
        jobs.finish(
            intake,
            read=done,
            lines=len(made.lines),
            asks=dict(asks.most_common(MOST_QUESTIONS)),
            settled_by=made.settled,
            columns=made.columns,
        )


@transaction.atomic
def _keep_settled(intake: Intake) -> set[int]:
    """Return the lines that are not read again, after removing what an interrupted try left behind."""
    jobs.advance(intake, read=0)
    settled = intake.rows.filter(mended=True) | intake.rows.filter(state=State.TAKEN)
    kept = set(settled.values_list("line", flat=True))
    intake.rows.exclude(line__in=kept).delete()
    return kept


def measures_of(intake: Intake) -> tuple[Measure, ...]:
    """Return the request's measures, which decide whether an address may have no time."""
    return snapshots.measures_of(intake.request)


def staged(intake: Intake, row: Row) -> StagedRow:
    return StagedRow(intake=intake, line=row.line, original=keepable(row.original), **_columns(row))


def _columns(row: Row) -> dict[str, Any]:
    return {name: getattr(row, name) for name in READ} | {
        "state": _state(row),
        "sure": str(row.sure),
        "read_as": list(dict.fromkeys(filter(None, row.read_as))),
        "problems": row.problems,
        "doubts": list(dict.fromkeys(row.doubts)),
        "notes": [note for note in dict.fromkeys(row.notes) if note not in row.doubts],
        "same_as": _same_as(row) if row.role is Role.DATA else "",
    }


def _state(row: Row) -> State:
    if row.role is not Role.DATA:
        return State.NO_DATA
    return {"bad": State.BAD, "doubt": State.LOOK, "good": State.GOOD}[row.quality]


def _same_as(row: Readable) -> str:
    if not row.identifier:
        return ""
    return hashlib.sha256(repr(reader.key_of(row)).encode()).hexdigest()[:32]


def rejudge(row: StagedRow, values: dict[str, Any]) -> None:
    """Return the row with what an officer wrote into it, judged like any other; it is not saved here."""
    new = Row(line=row.line, original=row.original, provider=row.provider, source=row.source)
    for name, value in values.items():
        setattr(new, name, value)
    new.has_time = bool(new.start)
    if new.identifier:
        given = assumptions_of(row.intake)
        fill.identifier(new, _judgement(new, given.country))
    if values.get("port") is not None:
        new.port = values["port"]
    reader.judge([new], measures_of(row.intake), on=timezone.localdate())
    for name, value in _columns(new).items():
        setattr(row, name, value)
    row.mended = True


def _judgement(row: Row, country: str) -> Judgement:
    if row.type:
        return identifiers.judge(row.type, row.identifier, country)
    found = identifiers.find(row.identifier, country)
    return found or Judgement(
        kind="", value=row.identifier, form="", wrong="Say what kind of identifier this is."
    )


def mark_duplicates(intake: Intake) -> None:
    """Mark rows that repeat one of the schedule, or an earlier line."""
    waiting = list(intake.rows.exclude(same_as="").exclude(state__in=[State.TAKEN, State.ASIDE]))
    schedule = _schedule(intake) if waiting else []
    numbers = {_same_as(item): number for number, item in enumerate(schedule, start=1)}
    lines: dict[str, int] = {}
    changed = []
    for row in waiting:
        text = _first_of(row, numbers, lines)
        if text != row.duplicate_of:
            row.duplicate_of = text
            changed.append(row)
    write(changed, ["duplicate_of"])


def write(rows: Sequence[StagedRow], fields: list[str]) -> None:
    """Update existing rows by an upsert: Django's bulk update of thousands is a CASE with thousands
    of branches.
    """
    StagedRow.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["id"], update_fields=fields, batch_size=1000
    )


def _first_of(row: StagedRow, numbers: dict[str, int], lines: dict[str, int]) -> str:
    if number := numbers.get(row.same_as):
        return f"row {number}"
    first = lines.setdefault(row.same_as, row.line)
    return f"line {first}" if first != row.line else ""


def _schedule(intake: Intake) -> Sequence[DataItem]:
    fields = ("type", "identifier", "port", "start", "end", "zone")
    return list(DataItem.objects.filter(request=intake.request_id).only(*fields))

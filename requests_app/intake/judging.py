"""What the checker will say of rows that are not in the schedule yet."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, Protocol

from requests_app.checks import schedule
from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.content.snapshot import DataItem, Measure, Snapshot

# What depends on the rest of the schedule or on ties that are chosen later is not for a single row.
_LATER: Final = {"nexus", "repeated-row", "other-state", "dangling-link", "port", "identifier-type"}
_RULES: Final = tuple(
    rule for rule in schedule.RULES if rule.requirement.code.removeprefix("portal.") not in _LATER
)


class Verdict(NamedTuple):
    """What the checker would say of one field of a row."""

    field: str
    severity: Severity
    message: str


class Readable(Protocol):
    """A row that is being made, or one that waits in the database."""

    type: str
    identifier: str
    port: int | None
    start: str
    end: str
    zone: str


def verdicts(rows: Sequence[Readable], measures: Iterable[Measure], *, on: dt.date) -> list[list[Verdict]]:
    """Return for each row what the rules of the schedule say of it."""
    items = tuple(_item(str(place), row) for place, row in enumerate(rows))
    reading = Reading(Snapshot(data_items=items, measures=tuple(measures)), on)
    found: list[list[Verdict]] = [[] for _ in rows]
    for rule in _RULES:
        for place in rule.places(reading):
            if place.section == "data" and place.item:
                message = place.message or rule.requirement.message
                found[int(place.item)].append(Verdict(place.field, rule.severity, message))
    return found


def _item(id_: str, row: Readable) -> DataItem:
    return DataItem(
        id=id_,
        type=row.type,  # type: ignore[arg-type] # one of the kinds, or ""
        identifier=row.identifier,
        port=row.port,
        start=_local(row.start),
        end=_local(row.end),
        zone=row.zone,
    )


def _local(text: str) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None

"""Staged rows become rows of the schedule: a few at once, thousands by a worker.

Either way there is one revision, one event and one check, under the lock of the request: all rows are
taken or none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_noop

from requests_app import paste_reading, workflow
from requests_app.audit import Verb
from requests_app.background import jobs
from requests_app.casework import editors
from requests_app.casework.drafting import open_draft, record, touch
from requests_app.intake.text import MOST_ROWS, TooMuch
from requests_app.models import DataItem, Intake, MLARequest, Officer, StagedRow

State = StagedRow.State
CHANGED = gettext_noop(
    "The request was changed after you had ordered the rows to be taken. "
    "Look at the change, and take them again."
)
CLOSED = gettext_noop("The officer who ordered it may no longer change this request.")
_TO_TAKE = ("type", "identifier", "port", "start", "end", "zone", "provider", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which rows are taken, and what all of them get: `common` fills in what a row does not say itself."""

    doubtful: bool = False
    duplicates: bool = False
    common: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Who ordered the rows, at which revision of the request; `rows` is how many there were then."""

    officer: int
    base: int
    rows: int
    choice: Choice


@transaction.atomic
def take_rows(mla: MLARequest, officer: Officer, *, intake: Intake, choice: Choice) -> int:
    """Make the chosen rows rows of the schedule; a second click finds none of them left."""
    draft = open_draft(mla, officer)
    found = Intake.objects.get(pk=intake.pk, request=draft)
    return _take(draft, officer, found, choice) if found.is_read else 0


def order_rows(mla: MLARequest, officer: Officer, *, intake: Intake, choice: Choice) -> bool:
    """Have a worker take rows that are too many to wait for; a second click finds the first order.

    Whether one is under way is asked before the lock, which the worker holds for as long as it takes.
    """
    return intake.is_taking or _order(mla, officer, intake, choice)


@transaction.atomic
def _order(mla: MLARequest, officer: Officer, intake: Intake, choice: Choice) -> bool:
    draft = open_draft(mla, officer)
    found = Intake.objects.select_for_update().get(pk=intake.pk, request=draft)
    number = _chosen(found, choice).count()
    if found.is_taking or not found.is_read or number <= paste_reading.AT_ONCE:
        return found.is_taking
    _refuse_too_many(draft, number)
    order = Order(officer=officer.pk, base=draft.revision, rows=number, choice=choice)
    found.take, found.refused = msgspec.to_builtins(order), ""
    found.status, found.tries, found.failure, found.finished_at = Intake.Status.QUEUED, 0, "", None
    found.save(update_fields=["take", "refused", "status", "tries", "failure", "finished_at"])
    jobs.wake(found)
    return True


def work(intake: Intake) -> None:
    """Do what a worker has claimed: read a paste, or take its rows."""
    if intake.take is None:
        paste_reading.read(intake)
        return
    try:
        _work_off(intake, msgspec.convert(intake.take, Order))
    except workflow.Stale:
        _refuse(intake, CHANGED)
    except workflow.NotAllowed:
        _refuse(intake, CLOSED)
    except TooMuch as reason:
        _refuse(intake, str(reason))


@transaction.atomic
def _work_off(intake: Intake, order: Order) -> None:
    """Take the rows with the officer's rights of this moment. The job ends with its rows, or neither
    does.
    """
    officer = Officer.objects.get(pk=order.officer)
    draft = open_draft(intake.request, officer)
    if draft.revision != order.base:
        raise workflow.Stale(draft.reference)
    _take(draft, officer, intake, order.choice)
    jobs.finish(intake, take=None)


def _refuse(intake: Intake, reason: str) -> None:
    """End the job with nothing taken, because trying again would change nothing; the page of the
    paste says why.
    """
    jobs.finish(intake, take=None, refused=reason[:300])


def _take(draft: MLARequest, officer: Officer, intake: Intake, choice: Choice) -> int:
    chosen = list(_chosen(intake, choice))
    if not chosen:
        return 0
    _refuse_too_many(draft, len(chosen))
    rows_of_schedule = [_values(row, choice.common) for row in chosen]
    items = DataItem.append_all_to(draft, rows_of_schedule, revision=draft.revision + 1)
    touch(draft, officer, editors.of_taken("data", [item.key for item in items]))
    for row, item in zip(chosen, items, strict=True):
        row.state, row.item = State.TAKEN, item.key
    paste_reading.write(chosen, ["state", "item"])
    paste_reading.mark_duplicates(intake)
    keys = {"first": items[0].key, "last": items[-1].key}
    record(Verb.ROWS_TAKEN, draft, officer, intake=intake.pk, rows=len(items), **keys)
    return len(items)


def _chosen(intake: Intake, choice: Choice) -> QuerySet[StagedRow]:
    states = [State.GOOD, State.LOOK] if choice.doubtful else [State.GOOD]
    rows = intake.rows.filter(state__in=states)
    return rows if choice.duplicates else rows.filter(duplicate_of="")


def _values(row: StagedRow, common: Mapping[str, Any]) -> dict[str, Any]:
    own = {name: getattr(row, name) for name in _TO_TAKE}
    return {**common, **{name: value for name, value in own.items() if value or name not in common}}


def _refuse_too_many(draft: MLARequest, more: int) -> None:
    there = DataItem.objects.filter(request=draft).count()
    if there + more > MOST_ROWS:
        raise TooMuch(
            f"The schedule has {there:,} rows and takes {MOST_ROWS:,}. "
            "Divide the rows between several requests."
        )

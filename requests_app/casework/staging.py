"""Pasted rows: staged beside the request, mended there, and taken into its schedule at once.

Only taking them changes the request; the rows wait for as long as it takes, and no letter shows them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction

from requests_app import jobs, staging
from requests_app.audit import Verb
from requests_app.casework.drafting import open_draft, record, touch
from requests_app.intake.text import MOST_ROWS, TooMuch, keepable, lines_of
from requests_app.models import DataItem, Intake, MLARequest, Officer, StagedRow

State = StagedRow.State
_TO_TAKE = ("type", "identifier", "port", "start", "end", "zone", "provider", "source")


class NothingThere(ValueError):
    """A paste without a line that holds anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which rows are taken, and what all of them get: `common` fills what a row does not say itself."""

    doubtful: bool = False
    duplicates: bool = False
    common: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
def stage_rows(
    mla: MLARequest,
    officer: Officer,
    *,
    text: str,
    encoding: str = "",
    assumptions: Mapping[str, Any],
    token: UUID | None = None,
) -> Intake:
    """Keep a paste and order its reading; a second click with the same token finds the first one's."""
    draft = open_draft(mla, officer)
    before = Intake.objects.filter(request=draft, token=token).first() if token else None
    if before is not None:
        return before
    lines = len(lines_of(text))
    if not lines:
        raise NothingThere("There is no text to read.")
    intake = Intake.objects.create(
        request=draft,
        officer=officer,
        token=token,
        text=keepable(text),
        encoding=encoding,
        assumptions=dict(assumptions),
        lines=lines,
    )
    _wake(intake)
    record(Verb.ROWS_STAGED, draft, officer, intake=intake.pk, lines=lines)
    return intake


def _wake(intake: Intake) -> None:
    """A small paste is read by whoever ordered it; if that fails, the sweep finds it."""
    if intake.lines > staging.AT_ONCE:
        jobs.wake(intake)


@transaction.atomic
def assume(mla: MLARequest, officer: Officer, *, intake: Intake, assumptions: Mapping[str, Any]) -> Intake:
    """What holds for all lines has been said: they are read again, those apart that somebody has mended."""
    draft = open_draft(mla, officer)
    found = Intake.objects.select_for_update().get(pk=intake.pk, request=draft)
    found.assumptions = {**found.assumptions, **assumptions}
    found.status, found.tries, found.failure, found.read = Intake.Status.QUEUED, 0, "", 0
    found.finished_at = found.lease_until = None
    found.save()
    _wake(found)
    record(Verb.ROWS_STAGED, draft, officer, intake=found.pk, again=True)
    return found


@transaction.atomic
def mend_row(mla: MLARequest, officer: Officer, *, row: StagedRow, values: Mapping[str, Any]) -> StagedRow:
    draft = open_draft(mla, officer)
    found = _row(draft, row)
    if found.state == State.TAKEN:
        return found
    staging.rejudge(found, dict(values))
    found.save()
    staging.mark_duplicates(found.intake)
    found.refresh_from_db()
    record(Verb.ROW_MENDED, draft, officer, intake=found.intake_id, line=found.line)
    return found


@transaction.atomic
def settle_row(mla: MLARequest, officer: Officer, *, row: StagedRow, aside: bool) -> StagedRow:
    """It is right as it stands, or it is not wanted. What has a problem cannot be right."""
    draft = open_draft(mla, officer)
    found = _row(draft, row)
    allowed = {State.GOOD, State.LOOK, State.BAD, State.NO_DATA} if aside else {State.LOOK, State.ASIDE}
    if found.state not in allowed:
        return found
    back = State.BAD if found.problems or not found.identifier else State.GOOD
    found.state, found.mended = (State.ASIDE, True) if aside else (back, True)
    found.save(update_fields=["state", "mended"])
    staging.mark_duplicates(found.intake)
    record(Verb.ROW_MENDED, draft, officer, intake=found.intake_id, line=found.line, aside=aside)
    return found


@transaction.atomic
def take_rows(mla: MLARequest, officer: Officer, *, intake: Intake, choice: Choice) -> int:
    """The chosen rows become rows of the schedule; a second click finds none of them left."""
    draft = open_draft(mla, officer)
    found = Intake.objects.select_for_update().get(pk=intake.pk, request=draft)
    states = [State.GOOD, State.LOOK] if choice.doubtful else [State.GOOD]
    rows = found.rows.filter(state__in=states)
    chosen = list(rows if choice.duplicates else rows.filter(duplicate_of=""))
    if not chosen or not found.is_read:
        return 0
    _refuse_too_many(draft, len(chosen))
    touch(draft, officer)
    rows_of_schedule = [_values(row, choice.common) for row in chosen]
    items = DataItem.append_all_to(draft, rows_of_schedule, revision=draft.revision)
    for row, item in zip(chosen, items, strict=True):
        row.state, row.item = State.TAKEN, item.key
    staging.write(chosen, ["state", "item"])
    staging.mark_duplicates(found)
    record(
        Verb.ROWS_TAKEN,
        draft,
        officer,
        intake=found.pk,
        rows=len(items),
        first=items[0].key,
        last=items[-1].key,
    )
    return len(items)


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


@transaction.atomic
def discard_intake(mla: MLARequest, officer: Officer, *, intake: Intake) -> None:
    """The paste and its rows go; what was taken is in the schedule and stays there."""
    draft = open_draft(mla, officer)
    found = Intake.objects.filter(pk=intake.pk, request=draft).first()
    if found is not None:
        found.delete()
        record(Verb.ROWS_DISCARDED, draft, officer, intake=intake.pk)


def _row(draft: MLARequest, row: StagedRow) -> StagedRow:
    rows = StagedRow.objects.select_for_update(of=("self",)).select_related("intake__request")
    return rows.get(pk=row.pk, intake__request=draft)

"""Pasted rows, which are staged beside the request and mended there.

They wait as long as necessary, and no letter shows them; only taking them changes the request.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop

from requests_app import paste_reading
from requests_app.audit import Verb
from requests_app.background import jobs
from requests_app.casework.drafting import open_draft, record
from requests_app.intake.text import keepable, lines_of
from requests_app.models import Intake, MLARequest, Officer, StagedRow

State = StagedRow.State
READ_AGAIN = gettext_noop("The lines were to be read again before the rows were taken. Take them now.")


class NothingThere(ValueError):
    """A paste in which no line holds anything."""


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
    """Read a small paste in this process; if that fails, the sweep finds it."""
    if intake.lines > paste_reading.AT_ONCE:
        jobs.wake(intake)


@transaction.atomic
def assume(mla: MLARequest, officer: Officer, *, intake: Intake, assumptions: Mapping[str, Any]) -> Intake:
    """Keep what the officer said of all lines, and read them again, except those that somebody has
    mended.

    An order to take them was given for what they were read as before, and lapses.
    """
    draft = open_draft(mla, officer)
    found = Intake.objects.select_for_update().get(pk=intake.pk, request=draft)
    found.assumptions = {**found.assumptions, **assumptions}
    found.status, found.tries, found.failure, found.read = Intake.Status.QUEUED, 0, "", 0
    found.finished_at = found.lease_until = None
    found.take, found.refused = None, READ_AGAIN if found.is_taking else ""
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
    paste_reading.rejudge(found, dict(values))
    found.save()
    paste_reading.mark_duplicates(found.intake)
    found.refresh_from_db()
    record(Verb.ROW_MENDED, draft, officer, intake=found.intake_id, line=found.line)
    return found


@transaction.atomic
def settle_row(mla: MLARequest, officer: Officer, *, row: StagedRow, aside: bool) -> StagedRow:
    """Accept the row as it stands, or set it aside. A row with a problem cannot be accepted."""
    draft = open_draft(mla, officer)
    found = _row(draft, row)
    allowed = {State.GOOD, State.LOOK, State.BAD, State.NO_DATA} if aside else {State.LOOK, State.ASIDE}
    if found.state not in allowed:
        return found
    back = State.BAD if found.problems or not found.identifier else State.GOOD
    found.state, found.mended = (State.ASIDE, True) if aside else (back, True)
    found.save(update_fields=["state", "mended"])
    paste_reading.mark_duplicates(found.intake)
    record(Verb.ROW_MENDED, draft, officer, intake=found.intake_id, line=found.line, aside=aside)
    return found


@transaction.atomic
def discard_intake(mla: MLARequest, officer: Officer, *, intake: Intake) -> None:
    """Delete the paste and its rows; what was taken stays in the schedule."""
    draft = open_draft(mla, officer)
    found = Intake.objects.filter(pk=intake.pk, request=draft).first()
    if found is not None:
        found.delete()
        record(Verb.ROWS_DISCARDED, draft, officer, intake=intake.pk)


def _row(draft: MLARequest, row: StagedRow) -> StagedRow:
    rows = StagedRow.objects.select_for_update(of=("self",)).select_related("intake__request")
    return rows.get(pk=row.pk, intake__request=draft)

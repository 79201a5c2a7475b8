"""Answers of the other side to a request that was sent, recorded as they came."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from requests_app import workflow
from requests_app.models import Confirmation, MLARequest, Officer
from requests_app.preservation import deadline_clock
from requests_app.workflow import Action


@transaction.atomic
def acknowledge(mla: MLARequest, officer: Officer, *, on: date, their_reference: str = "") -> MLARequest:
    """Record the acknowledgement and the other side's reference."""
    acknowledged = workflow.make(Action.ACKNOWLEDGE, mla, officer)
    return _noted(acknowledged, on, their_reference)


@transaction.atomic
def confirm_preservation(
    mla: MLARequest,
    officer: Officer,
    *,
    confirmed_on: date,
    their_reference: str = "",
    provider: str = "",
    preserved: str = "",
    stated_until: date | None = None,
    token: UUID | None = None,
) -> Confirmation:
    """Record that data are preserved since that day; a second click with the same token finds the
    first record.
    """
    locked = workflow.lock(mla)
    before = Confirmation.objects.filter(token=token, request=locked).first() if token else None
    if before is not None:
        return before
    ends_on, rule = deadline_clock.end_of(locked, confirmed_on, stated_until)
    detail: dict[str, Any] = {"ends_on": str(ends_on or ""), "stated": stated_until is not None}
    acknowledged = workflow.make(Action.CONFIRM_PRESERVATION, locked, officer, **detail)
    return Confirmation.objects.create(
        request=_noted(acknowledged, confirmed_on, their_reference),
        confirmed_on=confirmed_on,
        their_reference=their_reference,
        provider=provider,
        preserved=preserved,
        stated_until=stated_until,
        ends_on=ends_on,
        rule=rule,
        recorded_by=officer,
        token=token,
    )


def _noted(mla: MLARequest, on: date, their_reference: str) -> MLARequest:
    """Return the first day and the latest number: a second answer may give the number that the first
    lacked.
    """
    mla.acknowledged_on = mla.acknowledged_on or on
    mla.their_reference = their_reference or mla.their_reference
    mla.save(update_fields=["acknowledged_on", "their_reference"])
    return mla

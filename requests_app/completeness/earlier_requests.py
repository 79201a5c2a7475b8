"""Whether the same was asked of the same State before, for those who may know (ADR 6)."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from requests_app import audit, permissions
from requests_app.content import marks
from requests_app.content.snapshot import Snapshot
from requests_app.models import MLARequest, Officer, SoughtMark, Unit

State = MLARequest.State
MOST = 10


@dataclass(frozen=True, slots=True)
class Overlap:
    """Earlier requests for the same. `units` are named to supervisors only; their requests stay hidden."""

    requests: tuple[MLARequest, ...]
    units: tuple[Unit, ...]


@transaction.atomic(savepoint=False)
def keep(mla: MLARequest, snapshot: Snapshot) -> None:
    """Keep the marks of the text, together with the check after each save; most saves change none."""
    found = marks.of(snapshot)
    kept = set(SoughtMark.objects.filter(request=mla).values_list("mark", flat=True))
    if gone := kept - found:
        SoughtMark.objects.filter(request=mla, mark__in=gone).delete()
    if new := found - kept:
        SoughtMark.objects.bulk_create(
            [SoughtMark(request=mla, mark=mark) for mark in sorted(new)], ignore_conflicts=True
        )


def of(mla: MLARequest, officer: Officer) -> Overlap:
    """Return the overlap, in three queries at most."""
    same = _same(mla)
    visible = permissions.visible_to(officer).filter(pk__in=same).exclude(pk=mla.pk)
    return Overlap(tuple(visible.order_by("-pk")[:MOST]), _hidden(mla, officer))


def read(mla: MLARequest, officer: Officer) -> Overlap:
    """Return the overlap as it is shown, and record when a supervisor learns what a hidden unit works
    on.

    The event is in the audit log of this authority and not in the history of the request, which the
    drafter reads.
    """
    found = of(mla, officer)
    if found.units:
        units = sorted(unit.pk for unit in found.units)
        audit.record(audit.Verb.OVERLAP_READ, actor=officer, request=mla.pk, units=units)
    return found


def _same(mla: MLARequest) -> "QuerySet[SoughtMark, Any]":
    own = SoughtMark.objects.filter(request=mla).values("mark")
    others = SoughtMark.objects.filter(mark__in=own, request__requested=mla.requested)
    return others.exclude(request=mla).values("request")


def _hidden(mla: MLARequest, officer: Officer) -> tuple[Unit, ...]:
    """Return the units that ask the same of the same State, for a supervisor who reviews another
    officer's text.

    A restricted case is never named. Nobody learns of others from a text of their own, because a
    draft full of names would then be a way to ask what others work on.
    """
    if not (mla.state == State.IN_REVIEW and permissions.is_independent_reviewer(officer, mla)):
        return ()
    hidden = MLARequest.objects.filter(pk__in=_same(mla), case__restricted=False)
    hidden = hidden.exclude(case__unit=officer.unit_id).exclude(state=State.DRAFT)
    return tuple(Unit.objects.filter(Exists(hidden.filter(case__unit=OuterRef("pk")))))

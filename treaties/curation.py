"""What this authority adds to the law: proposed by one person, confirmed by another, kept apart from the
shipped data.

A confirmed record takes the way of a data file: decoded by `files`, held against everything else by
`integrity`, turned into rows by `rows`. Only the rows in which the law differs with it are written, as
local rows, which no load touches.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from treaties import files, integrity, loader, overlay, rows, shipped
from treaties.models import DataSet, Fact, Proposal
from treaties.shipped import BadData, Shipped

Kind = Proposal.Kind
State = Proposal.State


class SamePerson(Exception):
    """Nobody confirms a proposal of their own."""


class NotOpen(Exception):
    """Somebody has decided on the proposal already."""


@dataclass(frozen=True, slots=True)
class Change:
    """One row as it would be, with what it says now and then in each field that differs."""

    row: Fact
    is_new: bool
    fields: tuple[tuple[str, Any, Any], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A local row, and what the shipped data say under the same id."""

    row: Fact
    fields: tuple[tuple[str, Any, Any], ...]


def held() -> Shipped:
    """The shipped data with every confirmed record laid over them, in the order of confirmation."""
    data = shipped.read()
    for content in _confirmed().values_list("content", flat=True):
        data = overlay.lay(data, overlay.decode(content))
    return data


def _confirmed() -> Any:
    return Proposal.objects.filter(state=State.CONFIRMED).order_by("decided_at", "pk")


def instrument(code: str) -> files.InstrumentFile | None:
    """The whole file of an instrument as it holds now."""
    return next((file for file in held().instruments.values() if file.id == code), None)


def examine(content: str) -> list[Fact]:
    """The rows that would be written. Raises BadData with everything that does not fit."""
    before = held()
    after = overlay.lay(before, overlay.decode(content))
    known = set(integrity.problems(before))
    if problems := [problem for problem in integrity.problems(after) if problem not in known]:
        raise BadData(problems)
    return [*_differing(rows.tables(before), rows.tables(after))]


def _differing(before: Iterable[rows.Table], after: Iterable[rows.Table]) -> Iterator[Fact]:
    for (model, old), (_, new) in zip(before, after, strict=True):
        was = {row.pk: _values(model, row) for row in old}
        yield from (row for row in new if was.get(row.pk) != _values(model, row))


def _values(model: type[Fact], row: Fact) -> dict[str, Any]:
    own = (field.attname for field in model._meta.concrete_fields)
    return {name: getattr(row, name) for name in own if name != "origin"}


def changes(content: str) -> list[Change]:
    """What the confirmation of a record would change in the database."""
    return [_change(row) for row in examine(content)]


def _change(row: Fact) -> Change:
    model = type(row)
    now = model._default_manager.filter(pk=row.pk).first()
    return Change(row, now is None, _compared(model, now, row))


def _compared(model: type[Fact], now: Fact | None, then: Fact) -> tuple[tuple[str, Any, Any], ...]:
    old = _values(model, now) if now else {}
    new = _values(model, then)
    names = {field.attname: str(field.verbose_name) for field in model._meta.concrete_fields}
    empty: tuple[Any, ...] = (None, "", [], {})
    return tuple(
        (names[name], old.get(name), value)
        for name, value in new.items()
        if old.get(name) != value and not (not old and value in empty)
    )


@transaction.atomic
def propose(person: Any, kind: str, record: str, content: str, reason: str) -> Proposal:
    """Keep a version for a second person. Raises BadData when it could not be confirmed as it is."""
    examine(content)
    loader.one_at_a_time()
    last = Proposal.objects.filter(kind=kind, record=record).aggregate(last=Max("number"))["last"]
    return Proposal.objects.create(
        kind=kind, record=record, number=(last or 0) + 1, content=content, reason=reason, proposed_by=person
    )


@transaction.atomic
def confirm(proposal: Proposal, person: AbstractBaseUser) -> list[Fact]:
    """Make it law here. Raises SamePerson, NotOpen, or BadData when the law has moved on meanwhile."""
    if person.pk == proposal.proposed_by_id:
        raise SamePerson
    loader.one_at_a_time()
    found = examine(proposal.content)
    _decide(proposal, person, State.CONFIRMED)
    _write(found)
    DataSet.objects.filter(pk=1).update(revision=F("revision") + 1)
    return found


@transaction.atomic
def reject(proposal: Proposal, person: AbstractBaseUser) -> None:
    """Whoever proposed it withdraws it."""
    own = person.pk == proposal.proposed_by_id
    _decide(proposal, person, State.WITHDRAWN if own else State.REJECTED)


def _decide(proposal: Proposal, person: AbstractBaseUser, state: str) -> None:
    still_open = Proposal.objects.filter(pk=proposal.pk, state=State.PROPOSED)
    if not still_open.update(state=state, decided_by=person, decided_at=timezone.now()):
        raise NotOpen
    proposal.refresh_from_db()


def _write(found: Iterable[Fact]) -> None:
    """In the order of the tables: parents before children."""
    for row in found:
        row.origin = Fact.Origin.LOCAL
        here = type(row)._default_manager.filter(pk=row.pk).exists()
        row.save(force_insert=not here, force_update=here)


def differences() -> list[Difference]:
    """Local rows of which the shipped data have a version of their own that says something else."""
    return [
        Difference(ours[row.pk], _compared(model, ours[row.pk], row))
        for model, theirs in rows.tables(shipped.read())
        if (ours := model._default_manager.filter(origin=Fact.Origin.LOCAL).in_bulk())
        for row in theirs
        if row.pk in ours and _values(model, row) != _values(model, ours[row.pk])
    ]

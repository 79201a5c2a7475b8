"""What this authority adds to the law: one person proposes it, another confirms it.

A confirmed record is treated as a data file is: `files` decodes it, `integrity` compares it with
everything else, `rows` turns it into rows. Only the rows that differ are written, as local rows,
which no load changes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import tomli_w
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from treaties import current, files, integrity, overlay, rows, shipped, verification, version
from treaties.law import Law
from treaties.models import LawFact, Proposal
from treaties.shipped import BadData, Shipped

Kind = Proposal.Kind
State = Proposal.State


class SamePerson(Exception):
    """Nobody confirms their own proposal."""


class NotOpen(Exception):
    """Somebody has already decided on the proposal."""


@dataclass(frozen=True, slots=True)
class Change:
    """One row as it would become, with the old and the new value of each field that differs."""

    row: LawFact
    is_new: bool
    fields: tuple[tuple[str, Any, Any], ...]


def held() -> Shipped:
    """Return the shipped data with every confirmed record laid over them, in the order of confirmation."""
    data = shipped.read()
    for content in _confirmed().values_list("content", flat=True):
        data = overlay.lay(data, overlay.decode(content))
    return data


def _confirmed() -> Any:
    return Proposal.objects.filter(state=State.CONFIRMED).order_by("decided_at", "pk")


def instrument(code: str) -> files.InstrumentFile | None:
    """Return the whole file of an instrument as it is now; None means that there is no such file."""
    return overlay.instrument(held(), code)


def exported(content: str) -> str:
    """Return a record as a file of the shipped format; an amendment gives the whole file that results
    from it.
    """
    file = overlay.decode(content)
    if not isinstance(file, files.AmendmentFile):
        return content
    whole = overlay.instrument(overlay.lay(held(), file), file.amends)
    return tomli_w.dumps(overlay.plain(whole)) if whole else content


def examine(content: str) -> list[LawFact]:
    """Return the rows that the record would write. Raises BadData with everything that does not fit."""
    return _examined(content)[0]


def _examined(content: str) -> tuple[list[LawFact], frozenset[str]]:
    """Return the rows that the record would write, and the names of the files that it changes."""
    before = held()
    after = overlay.lay(before, overlay.decode(content))
    known = set(integrity.problems(before))
    if problems := [problem for problem in integrity.problems(after) if problem not in known]:
        raise BadData(problems)
    touched = _touched(before, after)
    found = _differing(rows.tables(_only(before, touched)), rows.tables(_only(after, touched)))
    return [*found], touched


_FOLDERS = ("instruments", "participations", "own_law")


def _touched(before: Shipped, after: Shipped) -> frozenset[str]:
    """Return the names of the files that a record has changed. Files are values, so an unchanged file
    is the same object.
    """
    return frozenset(
        name
        for folder in _FOLDERS
        for name, file in getattr(after, folder).items()
        if getattr(before, folder).get(name) is not file
    )


def _only(data: Shipped, touched: frozenset[str]) -> Shipped:
    """Return the data without the files in which nothing changes, which are most of them.

    Instruments whose provisions yield to treaties stay, because rules of States depend on them.
    """
    parts: dict[str, Any] = {
        folder: {name: file for name, file in getattr(data, folder).items() if name in touched}
        for folder in _FOLDERS
    }
    parts["instruments"] |= {name: file for name, file in data.instruments.items() if file.gap_filler}
    return replace(data, **parts)


def _differing(before: Iterable[rows.Table], after: Iterable[rows.Table]) -> Iterator[LawFact]:
    for (model, old), (_, new) in zip(before, after, strict=True):
        was = {row.pk: values(model, row) for row in old}
        yield from (row for row in new if was.get(row.pk) != values(model, row))


# Whose a row is, and who looked it up when: not what a record says.
_NOT_SAID = frozenset({"origin", "as_of", "checked_by"})


def values(model: type[LawFact], row: LawFact) -> dict[str, Any]:
    own = (field.attname for field in model._meta.concrete_fields)
    return {name: getattr(row, name) for name in own if name not in _NOT_SAID}


def changes(content: str) -> list[Change]:
    """Return what confirming the record would change in the database."""
    return [_change(row) for row in examine(content)]


def _change(row: LawFact) -> Change:
    model = type(row)
    now = model._default_manager.filter(pk=row.pk).first()
    return Change(row, now is None, compared(model, now, row))


def compared(model: type[LawFact], now: LawFact | None, then: LawFact) -> tuple[tuple[str, Any, Any], ...]:
    old = values(model, now) if now else {}
    new = values(model, then)
    names = {field.attname: str(field.verbose_name) for field in model._meta.concrete_fields}
    empty: tuple[Any, ...] = (None, "", [], {})
    return tuple(
        (names[name], old.get(name), value)
        for name, value in new.items()
        if old.get(name) != value and not (not old and value in empty)
    )


@transaction.atomic
def propose(person: Any, kind: str, record: str, content: str, reason: str) -> Proposal:
    """Keep a version of a record for a second person to decide on. Raises BadData when it could not
    be confirmed.
    """
    examine(content)
    version.one_at_a_time()
    last = Proposal.objects.filter(kind=kind, record=record).aggregate(last=Max("number"))["last"]
    return Proposal.objects.create(
        kind=kind, record=record, number=(last or 0) + 1, content=content, reason=reason, proposed_by=person
    )


@transaction.atomic
def confirm(proposal: Proposal, person: AbstractBaseUser) -> list[LawFact]:
    """Make the proposal law here; return the rows written.

    Raises SamePerson, NotOpen, or BadData when the law has changed in the meantime.
    """
    if person.pk == proposal.proposed_by_id:
        raise SamePerson
    version.one_at_a_time()
    found, touched = _examined(proposal.content)
    _decide(proposal, person, State.CONFIRMED)
    verification.lay(found)
    _write(found, touched)
    proposal.wrote = [[verification.table(row), str(row.pk)] for row in found]
    proposal.save(update_fields=["wrote"])
    version.changed_here()
    return found


@transaction.atomic
def reject(proposal: Proposal, person: AbstractBaseUser) -> None:
    """Reject the proposal; whoever proposed it withdraws it instead."""
    own = person.pk == proposal.proposed_by_id
    _decide(proposal, person, State.WITHDRAWN if own else State.REJECTED)


def _decide(proposal: Proposal, person: AbstractBaseUser, state: str) -> None:
    still_open = Proposal.objects.filter(pk=proposal.pk, state=State.PROPOSED)
    if not still_open.update(state=state, decided_by=person, decided_at=timezone.now()):
        raise NotOpen
    proposal.refresh_from_db()


def _write(found: Iterable[LawFact], touched: frozenset[str]) -> None:
    """Save the rows, parents before children. A row that says the same as the release counts as shipped."""
    tables = rows.tables(_only(shipped.read(), touched))
    theirs = {(model, row.pk): row for model, instances in tables for row in instances}
    for row in found:
        model = type(row)
        same = theirs.get((model, row.pk))
        agrees = same is not None and values(model, same) == values(model, row)
        row.origin = LawFact.Origin.SHIPPED if agrees else LawFact.Origin.LOCAL
        here = model._default_manager.filter(pk=row.pk).exists()
        row.save(force_insert=not here, force_update=here)


def as_if(content: str) -> Law:
    """Return the law as it would be with the proposal. Nothing stays written."""
    found, touched = _examined(content)
    with transaction.atomic():
        _write(found, touched)
        law = current.read("as proposed")
        transaction.set_rollback(True)
    return law

"""Rows that were opened and never filled: no letter prints them, and no check counts them."""

import functools
from collections.abc import Iterable
from typing import Any

import msgspec

from requests_app.content.snapshot import Snapshot

LISTS = ("replies", "steps", "prior_contacts", "facts", "offences", "persons", "data_items", "annexes")


def is_blank(item: msgspec.Struct) -> bool:
    """Whether nothing was answered. A measure is never blank, because its kind is what it asks for."""
    return all(
        _text(getattr(item, name)) == untouched for name, untouched in _answers(type(item)) if name != "id"
    )


@functools.cache
def _answers(kind: type[msgspec.Struct]) -> tuple[tuple[str, Any], ...]:
    """Names with their defaults. msgspec resolves every type of a struct anew whenever it is asked."""
    return tuple((field.name, field.default) for field in msgspec.structs.fields(kind))


def _text(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def without(snapshot: Snapshot) -> Snapshot:
    """Return the request without its blank rows; a row to which something points stays."""
    named = frozenset(_named(snapshot))
    kept = {
        name: tuple(item for item in items if item.id in named or not is_blank(item))
        for name in LISTS
        if (items := getattr(snapshot, name))
    }
    if all(len(rows) == len(getattr(snapshot, name)) for name, rows in kept.items()):
        return snapshot
    return msgspec.structs.replace(snapshot, **kept)


def _named(snapshot: Snapshot) -> Iterable[str]:
    for sought in snapshot.data_items:
        yield from (*sought.facts, *sought.offences)
    for measure in snapshot.measures:
        yield from (*measure.facts, *measure.offences)
    yield from (step.annex for step in snapshot.steps if step.annex)

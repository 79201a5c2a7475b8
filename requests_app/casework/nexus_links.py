"""The nexus, saved cell by cell: each tick of the grid links one row sought with one fact or offence.

A page sends the changes of each row and not the whole row, so that two officers who tick different
cells of one row both keep their ticks. A tick that would now mean something else (the row reads
otherwise or is gone, the fact was removed) is refused and reported, never put elsewhere.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction

from requests_app.audit import Verb
from requests_app.casework import drafting, editors, versions
from requests_app.models import DataItem, Fact, Measure, MLARequest, Offence, Officer
from requests_app.models.content import Item

# What tells an officer which row it is: another text means another row.
_FACE = {
    "data": ("type", "identifier", "port", "start", "end", "zone", "provider"),
    "measures": ("kind", "description", "holder"),
}
_TARGETS: dict[str, type[Item]] = {"facts": Fact, "offences": Offence}
_SOUGHT: dict[str, type[Item]] = {"data": DataItem, "measures": Measure}
# ("facts", "f1"): the list, and the key in it.
Link = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Ticks:
    """What an officer changed in rows that were shown as one; `faces` maps the key of each to its face."""

    section: str
    faces: dict[str, str]
    added: frozenset[Link]
    removed: frozenset[Link]


@dataclass(frozen=True, slots=True)
class Refused:
    """A row of which nothing was saved, or links that lead to something that is gone."""

    section: str
    key: str
    links: frozenset[Link] = frozenset()


@dataclass(frozen=True, slots=True)
class Linked:
    """The request after its links were saved, and the links that could not be."""

    mla: MLARequest
    refused: tuple[Refused, ...]


def face_of(section: str, row: Item) -> str:
    text = "\x1f".join(str(getattr(row, name)) for name in _FACE[section])
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@transaction.atomic
def save_links(mla: MLARequest, officer: Officer, *, ticks: Sequence[Ticks], shown: bool = False) -> Linked:
    """Save the ticks. `shown` means that the page which saves makes the check of the new text and
    keeps it.
    """
    draft = drafting.open_draft(mla, officer)
    known = _known(draft)
    refused: list[Refused] = []
    changed: list[tuple[str, Item, dict[str, list[str]]]] = []
    for tick in ticks:
        rows = {row.key: row for row in _rows(draft, tick)}
        for key, face in tick.faces.items():
            row = rows.get(key)
            if row is None or face_of(tick.section, row) != face:
                refused.append(Refused(tick.section, key))
                continue
            if gone := tick.added - known.keys():
                refused.append(Refused(tick.section, key, gone))
            if values := _merged(row, tick, known):
                changed.append((tick.section, row, values))
    _write(draft, officer, changed, shown=shown)
    return Linked(draft, tuple(refused))


def _known(draft: MLARequest) -> dict[Link, None]:
    """Return the keys in the order of the request's own lists."""
    return dict.fromkeys(
        (name, key)
        for name, model in _TARGETS.items()
        for key in model._default_manager.filter(request=draft).values_list("key", flat=True)
    )


def _rows(draft: MLARequest, tick: Ticks) -> Iterable[Item]:
    return _SOUGHT[tick.section]._default_manager.filter(request=draft, key__in=tick.faces)


def _merged(row: Item, tick: Ticks, known: dict[Link, None]) -> dict[str, list[str]]:
    """Return the lists that change. A link that leads nowhere stays until it is unticked: a rule
    reports it.
    """
    values = {}
    for name in _TARGETS:
        before = {(name, key): None for key in getattr(row, name)}
        chosen = {link for link in (before.keys() - tick.removed) | tick.added if link[0] == name}
        after = [link[1] for link in known | before if link in chosen]
        if after != list(getattr(row, name)):
            values[name] = after
    return values


def _write(
    draft: MLARequest,
    officer: Officer,
    changed: Sequence[tuple[str, Item, dict[str, list[str]]]],
    *,
    shown: bool,
) -> None:
    """Write one revision and one event, however many rows were ticked together."""
    if not changed:
        return
    for section, row, values in changed:
        versions.keep(draft, officer, section=section, row=row, changed=values)
    words = [
        change
        for section, row, values in changed
        for change in editors.of_columns(section, row, values, row.key)
    ]
    drafting.touch(draft, officer, words, shown=shown)
    for _section, row, values in changed:
        for name, keys in values.items():
            setattr(row, name, keys)
        row.revision = draft.revision
    for section, model in _SOUGHT.items():
        rows = [row for owner, row, _values in changed if owner == section]
        model._default_manager.bulk_update(rows, [*_TARGETS, "revision"])
    items = [f"{section}/{row.key}" for section, row, _values in changed]
    drafting.record(Verb.LINKS_SAVED, draft, officer, items=items)

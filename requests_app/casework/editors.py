"""Whose words a text holds: every save notes what it changed, and whose words that replaced.

No note is ever removed. Versions cannot serve for this, because they are merged and pruned. The
author always counts (`permissions.is_author`), so a save of the author is noted only where it
replaces words of somebody else.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from requests_app import permissions
from requests_app.casework import renditions
from requests_app.content.authorship import stands
from requests_app.models import MLARequest, Officer, RequestEditor

# As the name of a field: the row as such.
ROW = "row"
Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a save does at one place. An answer has no `item`, and is one place on whichever page it is."""

    section: str = ""
    item: str = ""
    field: str
    found: Any
    put: Any

    @property
    def place(self) -> Place:
        return place_of(self.section, self.item, self.field)


def place_of(section: str, item: str, field: str) -> Place:
    return (section if item else "", item, field)


def of_columns(section: str, row: models.Model, changed: Mapping[str, Any], item: str = "") -> list[Change]:
    """Return the changes of columns; called while the row still holds the old values."""
    return [
        Change(section=section, item=item, field=name, found=getattr(row, name), put=value)
        for name, value in changed.items()
    ]


def of_texts(section: str, plan: renditions.Plan, item: str = "") -> list[Change]:
    """Return the changes of texts in the outgoing language."""
    standing = plan.standing
    return [
        Change(section=section, item=item, field=name, found=standing.get(name, ""), put=text)
        for name, text in renditions.marked(plan.texts).items()
    ]


def of_new(section: str, item: str, values: Mapping[str, Any]) -> list[Change]:
    """Return the change that a new row is; an empty row holds no words."""
    return [
        Change(section=section, item=item, field=name, found=None, put=value)
        for name, value in values.items()
        if value not in (None, "", [], {}, False)
    ]


def of_taken(section: str, items: Iterable[str]) -> list[Change]:
    """Return one change for each row taken from a paste: the words belong to whoever took it, while
    the row stands.
    """
    return [Change(section=section, item=key, field=ROW, found=False, put=True) for key in items]


def of_removed(section: str, item: str, values: Mapping[str, Any]) -> list[Change]:
    """Return the change that a removal is; it counts until the row is back."""
    gone = [
        Change(section=section, item=item, field=name, found=value, put=None)
        for name, value in values.items()
        if value not in (None, "", [], {}, False)
    ]
    return [Change(section=section, item=item, field=ROW, found=True, put=False), *gone]


def of_restored(section: str, item: str, values: Mapping[str, Any]) -> list[Change]:
    back = Change(section=section, item=item, field=ROW, found=False, put=True)
    return [back, *of_new(section, item, values)]


def note(draft: MLARequest, officer: Officer, changes: Sequence[Change]) -> None:
    """Keep whose words these are, and update whose words no longer stand there, or stand there again."""
    standing = _notes_at(draft, changes)
    changes = [
        replace(c, found=_plain(c.found), put=_plain(c.put))
        for c in changes
        # Of a row as such something is noted only where it was taken with others.
        if c.put is True or c.field != ROW or c.place in standing
    ]
    others = {place for place, notes in standing.items() if any(n.officer_id != officer.pk for n in notes)}
    is_author = permissions.is_author(officer, draft)
    own = [c for c in changes if c.found != c.put and (not is_author or c.place in others)]
    _add(draft, officer, own, standing)
    _look_again(changes, standing)


def _plain(value: Any) -> Any:
    """Return the value as it comes back from the database."""
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


def _notes_at(draft: MLARequest, changes: Sequence[Change]) -> dict[Place, list[RequestEditor]]:
    """Return what is noted at these places so far, in order."""
    notes = RequestEditor.objects.filter(
        request=draft, item__in={c.item for c in changes}, field__in={c.field for c in changes}
    )
    found: dict[Place, list[RequestEditor]] = {}
    for noted in notes:
        found.setdefault(place_of(noted.section, noted.item, noted.field), []).append(noted)
    return found


def _add(
    draft: MLARequest,
    officer: Officer,
    changes: Sequence[Change],
    standing: Mapping[Place, list[RequestEditor]],
) -> None:
    """Add a note, or go on with the officer's last one where nobody else has written since."""
    new = []
    for change in changes:
        last = standing.get(change.place, [None])[-1]
        if last is not None and last.officer_id == officer.pk and last.put == change.found:
            last.put, last.revision = change.put, draft.revision
            last.stands = stands(last.found, last.put, change.put)
            last.save(update_fields=["put", "revision", "stands"])
        else:
            new.append(_noted(draft, officer, change))
    RequestEditor.objects.bulk_create(new)


def _noted(draft: MLARequest, officer: Officer, change: Change) -> RequestEditor:
    return RequestEditor(
        request=draft,
        officer=officer,
        section=change.section,
        item=change.item,
        field=change.field,
        found=change.found,
        put=change.put,
        revision=draft.revision,
        stands=stands(change.found, change.put, change.put),
    )


def _look_again(changes: Sequence[Change], standing: Mapping[Place, list[RequestEditor]]) -> None:
    for change in changes:
        for noted in standing.get(change.place, []):
            now = stands(noted.found, noted.put, change.put)
            if noted.stands != now:
                noted.stands = now
                noted.save(update_fields=["stands"])

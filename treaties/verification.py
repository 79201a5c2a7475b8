"""Facts that a person of this authority compared with a source: who, when, which source.

A verification is a row of its own. It is laid over the row of the fact, so that every page, the
checker and the adviser see the confidence that follows from it, and laid again by every load: a
release does not undo it. It ends when the fact says something else.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone

from treaties import version
from treaties.models import LawFact, Verification

# What is known about a fact, and is no part of what it says.
_ABOUT = frozenset(
    {"origin", "source", "confidence", "verified", "note", "as_of", "checked_by", "position"}
)


def table(row: LawFact) -> str:
    return str(row._meta.model_name)


def digest(row: LawFact) -> str:
    """Return the digest of what the fact says, without its source and confidence."""
    names = (field.attname for field in row._meta.concrete_fields)
    said = {name: getattr(row, name) for name in names if name not in _ABOUT}
    return hashlib.sha256(json.dumps(said, sort_keys=True, cls=DjangoJSONEncoder).encode()).hexdigest()


def lay(rows: Iterable[LawFact]) -> None:
    """Give each row what its latest verification says, where the fact still says the same. Makes one
    query.
    """
    latest = _latest()
    for row in rows:
        found = latest.get((table(row), str(row.pk)))
        if found and found.digest == digest(row):
            _lay(row, found)


def lapsed(models: Iterable[type[LawFact]]) -> frozenset[tuple[str, str]]:
    """Return tables and keys of the facts that have changed since they were verified."""
    latest = _latest()
    keys = {model: [k for name, k in latest if name == model._meta.model_name] for model in models}
    rows = (row for model, own in keys.items() if own for row in model._default_manager.filter(pk__in=own))
    return frozenset(
        (table(row), str(row.pk)) for row in rows if latest[table(row), str(row.pk)].digest != digest(row)
    )


def history(row: LawFact) -> list[Verification]:
    found = Verification.objects.filter(table=table(row), key=str(row.pk))
    return list(found.select_related("by"))


@transaction.atomic
def mark(
    row: LawFact, person: Any, *, source: str, confidence: str, verified: str, note: str
) -> Verification:
    """Record who compared the fact with which source today, and update the row at once."""
    version.one_at_a_time()
    row = type(row)._default_manager.select_for_update().get(pk=row.pk)
    found = Verification.objects.create(
        table=table(row),
        key=str(row.pk),
        digest=digest(row),
        source=source,
        confidence=confidence,
        verified=verified,
        note=note,
        before={name: getattr(row, name) for name in ("source", "confidence", "verified")},
        by=person,
        on=timezone.localdate(),
    )
    _lay(row, found)
    row.save()
    version.changed_here()
    return found


def _latest() -> dict[tuple[str, str], Verification]:
    found = Verification.objects.select_related("by").order_by("pk")
    return {(each.table, each.key): each for each in found}


def _lay(row: LawFact, found: Verification) -> None:
    row.source, row.confidence, row.verified = found.source, found.confidence, found.verified
    row.as_of, row.checked_by = found.on, str(found.by)

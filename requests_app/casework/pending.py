"""Values that could not be read: kept beside the field until it is saved with one that can be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet

from requests_app.models import MLARequest, Officer, PendingValue


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form brought besides its values: fields that could not be read, and those that could.

    `agreed` are paths of texts whose two languages agree as they stand; `restores` marks a save that
    brings an earlier version back. `page` identifies one page, open in one browser. `shown` means
    that the page which saves makes the check of the new text and keeps it.
    """

    rejected: Mapping[str, Sequence[str]] = field(default_factory=dict)
    accepted: frozenset[str] = frozenset()
    agreed: frozenset[str] = frozenset()
    restores: bool = False
    page: str = ""
    shown: bool = False


NOTHING = Sent()


def is_news(draft: MLARequest, section: str, item: str, sent: Sent) -> bool:
    """Whether something else was typed than what is kept already."""
    if not sent.rejected:
        return False
    rows = _of(draft, section, item).filter(field__in=sent.rejected)
    kept = {row.field: row.text for row in rows}
    return any(kept.get(name) != PendingValue.written(typed) for name, typed in sent.rejected.items())


def keep(draft: MLARequest, officer: Officer, section: str, item: str, sent: Sent) -> None:
    if sent.accepted:
        _of(draft, section, item).filter(field__in=sent.accepted).delete()
    if not sent.rejected:
        return
    rows = [
        PendingValue(
            request=draft,
            section=section,
            item=item,
            field=name,
            text=PendingValue.written(typed),
            officer=officer,
        )
        for name, typed in sent.rejected.items()
    ]
    PendingValue.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["request", "section", "item", "field"],
        update_fields=["text", "officer", "at"],
    )


def drop(draft: MLARequest, section: str, item: str) -> None:
    _of(draft, section, item).delete()


def _of(draft: MLARequest, section: str, item: str) -> QuerySet[PendingValue]:
    return PendingValue.objects.filter(request=draft, section=section, item=item)

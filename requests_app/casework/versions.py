"""Earlier versions of a section or an item, kept by each save in its transaction.

Saves by one officer within ten minutes are one version, and the newest hundred of a section or an
item are kept: an hour of typing makes six, however often it is saved.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from django.db import models
from django.utils import timezone

from requests_app import snapshots
from requests_app.casework.pending import NOTHING, Sent
from requests_app.models import MLARequest, Officer, Rendition, Version
from requests_app.models.content import Item
from requests_app.sections import BY_SLUG
from requests_app.sections.basis import SECTION as BASIS

ONE_SITTING = timedelta(minutes=10)
MOST = 100
# The bases stand beside the answers of their page, and are saved apart from them: the name they are saved,
# kept and compared under. As values they are (instrument, role, articles), in their order.
BASES = "bases"
KEPT_BY_US = frozenset({"id", "request", "key", "position", "revision", "creation_token"})


def keep(
    draft: MLARequest,
    officer: Officer,
    *,
    section: str,
    row: models.Model,
    changed: Mapping[str, Any],
    beside: Mapping[str, str] = MappingProxyType({}),
    sent: Sent = NOTHING,
) -> None:
    """Keep the version; called before `changed` is written, so that the first save also keeps what it
    found.

    `beside` are the existing renditions, of which the first version takes its own.
    """
    item = row.key if isinstance(row, Item) else ""
    latest = _of(draft, section, item).first() or _begin(draft, section, row, changed, beside)
    now = timezone.now()
    values = {**latest.values, **changed}
    revision = draft.revision + 1
    if not sent.restores and _same_sitting(latest, officer, now):
        fields = sorted({*latest.fields, *changed})
        _of(draft, section, item).filter(pk=latest.pk).update(
            values=values, fields=fields, revision=revision, at=now, page=sent.page
        )
        return
    fields = sorted(changed)
    _add(draft, officer, section, item, revision=revision, values=values, fields=fields, page=sent.page)


def is_last_of(page: str, draft: MLARequest, *, section: str, item: str = "", since: int) -> bool:
    """Whether this very page wrote what stands there since that revision: its answer was lost."""
    latest = _of(draft, section, item).first() if page else None
    return latest is not None and latest.page == page and latest.revision >= since


def keep_removed(
    draft: MLARequest, officer: Officer, *, section: str, row: Item, beside: Mapping[str, str]
) -> None:
    """Keep a removed item with its id: a page that has the row open, or links to it, finds it once it
    is back.
    """
    values = {**values_of(row), **beside, "id": row.pk}
    _add(draft, officer, section, row.key, revision=draft.revision + 1, values=values, removed=True)


def removed_item(mla: MLARequest, *, section: str, pk: int) -> Version | None:
    """Return the last version of a removed row; None means that no such row was removed, or that it
    is back.
    """
    gone = Version.objects.filter(request=mla, section=section, values__id=pk, removed=True).first()
    if gone is None or _of(mla, section, gone.item).filter(pk__gt=gone.pk).exists():
        return None
    return gone


def keep_restored(
    draft: MLARequest, officer: Officer, *, section: str, row: Item, beside: Mapping[str, str]
) -> None:
    values = {**values_of(row), **beside}
    _add(draft, officer, section, row.key, revision=draft.revision, values=values)


def values_of(row: models.Model, names: Iterable[str] | None = None) -> dict[str, Any]:
    """Return the values of an item as a whole; of a request, those of the named columns."""
    chosen = names if names is not None else columns_of(type(row))
    return {name: getattr(row, name) for name in chosen}


def columns_of(model: type[models.Model]) -> list[str]:
    return [field.name for field in model._meta.concrete_fields if field.name not in KEPT_BY_US]


def as_stored(version: Version, model: type[models.Model]) -> dict[str, Any]:
    """Return the values as today's columns take them, without columns that no longer exist."""
    known = {field.name: field for field in model._meta.concrete_fields}
    texts = {name: text for name, text in version.values.items() if name.startswith(Rendition.MARK)}
    columns = {name: value for name, value in version.values.items() if name in known}
    return {name: known[name].to_python(value) for name, value in columns.items()} | texts


def _of(draft: MLARequest, section: str, item: str) -> "models.QuerySet[Version]":
    return Version.objects.filter(request=draft, section=section, item=item)


def _same_sitting(latest: Version, officer: Officer, now: datetime) -> bool:
    return latest.officer_id == officer.pk and not latest.removed and now - latest.began_at < ONE_SITTING


def _begin(
    draft: MLARequest,
    section: str,
    row: models.Model,
    changed: Mapping[str, Any],
    beside: Mapping[str, str],
) -> Version:
    """Keep what stood there when its first save came: started, imported or carried over."""
    page, item = BY_SLUG.get(section), row.key if isinstance(row, Item) else ""
    names = None if item else {*changed, *(page.form.base_fields if page and page.form else ())}
    columns = names and [name for name in columns_of(MLARequest) if name in names]
    revision = row.revision if isinstance(row, Item) else draft.section_revisions.get(section, 0)
    values = values_of(row, columns)
    own: dict[str, Any] = dict(beside)
    if not item:
        own = {mark: beside[mark] for mark in map(_mark_of, values) if mark in beside}
    if page is BASIS:
        own[BASES] = bases_of(draft)
    return _add(draft, None, section, item, revision=revision, values={**values, **own})


def bases_of(mla: MLARequest) -> list[tuple[str, str, str]]:
    return list(mla.bases.values_list("instrument", "role", "articles"))


def _mark_of(column: str) -> str:
    return f"{Rendition.MARK}{snapshots.PATHS.get(column, '')}"


def _add(
    draft: MLARequest,
    officer: Officer | None,
    section: str,
    item: str,
    *,
    revision: int,
    values: dict[str, Any],
    fields: Iterable[str] = (),
    removed: bool = False,
    page: str = "",
) -> Version:
    now = timezone.now() if officer else draft.created_at
    version = Version.objects.create(
        request=draft,
        section=section,
        item=item,
        revision=revision,
        officer=officer,
        began_at=now,
        at=now,
        values=values,
        fields=list(fields),
        removed=removed,
        page=page,
    )
    if revision > MOST:
        older = _of(draft, section, item).values_list("pk", flat=True)[MOST:]
        Version.objects.filter(pk__in=list(older)).delete()
    return version

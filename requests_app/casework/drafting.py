"""Changing the text of a draft, section by section and item by item.

Every write names in `base` the revision at which its form was loaded. It is refused, and both texts
are shown, when the same section or item has changed since; changes of other sections do not matter.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import models, transaction

from requests_app import audit, permissions, snapshots, workflow
from requests_app.annexes import file_jobs, uploads
from requests_app.audit import Verb
from requests_app.casework import editors, pending, renditions, versions
from requests_app.casework.conflicts import Conflict, Values, conflict, keep
from requests_app.casework.editors import Change
from requests_app.casework.pending import NOTHING, Sent
from requests_app.casework.versions import BASES
from requests_app.completeness import check_runs
from requests_app.content import declared
from requests_app.content.fields import HOMES
from requests_app.models import (
    FieldAnswer,
    LegalBasis,
    Measure,
    MLARequest,
    Officer,
)
from requests_app.models.content import Item

# Pages with rows, and the table of the rows.
ITEMS: dict[str, type[Item]] = {
    declared.section_of(name): model for name, (model, _) in snapshots.ITEMS.items()
}

_ANSWERS = frozenset(a.column for a in declared.ANSWERS if a.column and not a.list and a.section)


@transaction.atomic
def save_section(
    mla: MLARequest, officer: Officer, *, section: str, base: int, values: Values, sent: Sent = NOTHING
) -> MLARequest:
    """Save the fields that were sent; others stay as they are."""
    draft = open_draft(mla, officer)
    columns, texts = renditions.split(values)
    _refuse_unknown(columns, _ANSWERS)
    changed = _changed(draft, columns)
    plan = renditions.plan(draft, draft, changed=changed, texts=texts, agreed=sent.agreed)
    latest = draft.section_revisions.get(section, 0)
    is_stale = latest > base and not versions.is_last_of(sent.page, draft, section=section, since=latest)
    if is_stale and (changed or plan or pending.is_news(draft, section, "", sent)):
        raise conflict(draft, values, plan, section=section, revision=latest)
    pending.keep(draft, officer, section, "", sent)
    if not changed and not plan:
        return draft
    words = editors.of_columns(section, draft, changed) + editors.of_texts(section, plan)
    keep(draft, officer, section, changed, plan, sent)
    _assign(draft, changed)
    touch(draft, officer, words, section=section, also=changed, shown=sent.shown)
    record(Verb.SECTION_SAVED, draft, officer, section=section, fields=sorted([*changed, *plan.texts]))
    return draft


@transaction.atomic
def choose_bases(
    mla: MLARequest,
    officer: Officer,
    *,
    base: int,
    bases: Sequence[tuple[str, str, str]],
    restores: bool = False,
) -> MLARequest:
    """Let the request rest on these bases (instrument, role, articles), in this order, and on no
    others.

    The answers of the page are versions of the same section: that this page sent the last of them
    says nothing of the bases, so its name does not count here.
    """
    draft = open_draft(mla, officer)
    chosen = [tuple(row) for row in bases]
    standing = versions.bases_of(draft)
    if chosen == standing:
        return draft
    latest = draft.section_revisions.get(BASES, 0)
    if latest > base:
        raise Conflict(
            section="basis", item="", theirs={BASES: standing}, yours={BASES: chosen}, revision=latest
        )
    versions.keep(
        draft, officer, section="basis", row=draft, changed={BASES: chosen}, sent=Sent(restores=restores)
    )
    draft.bases.all().delete()
    LegalBasis.objects.bulk_create(
        LegalBasis(request=draft, instrument=instrument, role=role, articles=articles)
        for instrument, role, articles in bases
    )
    words = Change(section="basis", field=BASES, found=_by_instrument(standing), put=_by_instrument(chosen))
    touch(draft, officer, [words], section=BASES)
    record(Verb.BASES_CHOSEN, draft, officer, instruments=[instrument for instrument, *_ in bases])
    return draft


def _by_instrument(bases: Sequence[Sequence[str]]) -> dict[str, Any]:
    """Return the bases by instrument, so that a change of one is no change of its neighbours."""
    chosen = {instrument: {"role": role, "articles": articles} for instrument, role, articles in bases}
    return {**chosen, "": list(chosen)}


@transaction.atomic
def add_item(
    mla: MLARequest,
    officer: Officer,
    *,
    section: str,
    token: UUID | None = None,
    after: int | None = None,
    **values: Any,
) -> Item:
    """Return a new row, behind the named one or last; a second click with the same token finds the
    first.

    A row without an answer is not part of the request yet: the draft is the same, and nobody has
    edited it.
    """
    draft = open_draft(mla, officer)
    model = ITEMS[section]
    _refuse_unknown(values, _columns(model))
    before = model._default_manager.filter(request=draft, creation_token=token).first() if token else None
    if before is not None:
        return before
    given = {**_blank(draft, model), **values}
    first = {"revision": draft.revision + bool(given), "creation_token": token}
    item = model.append_to(draft, **given, **first)
    if given:
        touch(draft, officer, editors.of_new(section, item.key, given))
    if after is not None:
        _put_behind(draft, item, after)
    record(Verb.ITEM_ADDED, draft, officer, section=section, item=item.key)
    return item


def _put_behind(draft: MLARequest, item: Item, after: int) -> None:
    """Move the new row behind the one with that id; where that is gone, it stays last."""
    others = type(item)._default_manager.filter(request=draft).exclude(pk=item.pk)
    rows = list(others)
    place = next((n for n, row in enumerate(rows, start=1) if row.pk == after), len(rows))
    rows.insert(place, item)
    for position, row in enumerate(rows, start=1):
        row.position = position
    type(item)._default_manager.bulk_update(rows, ["position"])


@transaction.atomic
def save_item(
    mla: MLARequest,
    officer: Officer,
    *,
    section: str,
    item: Item,
    base: int,
    values: Values,
    sent: Sent = NOTHING,
) -> MLARequest:
    draft = open_draft(mla, officer)
    model = ITEMS[section]
    values, stored = _without_file(values)
    columns, texts = renditions.split(values)
    _refuse_unknown(columns, _columns(model))
    row = model._default_manager.get(request=draft, pk=item.pk)
    changed = _changed(row, columns)
    plan = renditions.plan(draft, row, changed=changed, texts=texts, agreed=sent.agreed)
    is_stale = row.revision > base and not versions.is_last_of(
        sent.page, draft, section=section, item=row.key, since=row.revision
    )
    if is_stale and (changed or plan or pending.is_news(draft, section, row.key, sent)):
        raise conflict(row, values, plan, section=section, item=row.key, revision=row.revision)
    pending.keep(draft, officer, section, row.key, sent)
    if not changed and not plan:
        return draft
    words = editors.of_columns(section, row, changed, row.key) + editors.of_texts(section, plan, row.key)
    keep(draft, officer, section, changed, plan, sent)
    touch(draft, officer, words, shown=sent.shown)
    _assign(row, {**changed, "revision": draft.revision})
    row.save(update_fields=[*changed, "revision"])
    if stored is not None:
        file_jobs.order(draft, stored)
        record(Verb.FILE_ATTACHED, draft, officer, annex=row.key, sha256=stored.sha256)
    fields = sorted([*changed, *plan.texts])
    record(Verb.ITEM_SAVED, draft, officer, section=section, item=row.key, fields=fields)
    return draft


def _without_file(values: Values) -> tuple[Values, uploads.Stored | None]:
    """Return the columns for a new file, and the file itself, which a worker has to look into."""
    stored = values.get("file")
    if not isinstance(stored, uploads.Stored):
        return values, None
    kept = {name: value for name, value in values.items() if name != "file"}
    return kept | {"stored_as": stored.name, "sha256": stored.sha256, "size": stored.size}, stored


@transaction.atomic
def delete_item(mla: MLARequest, officer: Officer, *, section: str, item: Item, base: int) -> MLARequest:
    """Remove a row, unless somebody has changed it since the page was loaded."""
    draft = open_draft(mla, officer)
    row = ITEMS[section]._default_manager.filter(request=draft, pk=item.pk).first()
    if row is None:
        return draft
    plan = renditions.plan(draft, row)
    if row.revision > base:
        raise conflict(row, {}, plan, section=section, item=row.key, revision=row.revision)
    versions.keep_removed(draft, officer, section=section, row=row, beside=plan.standing)
    renditions.drop(plan)
    pending.drop(draft, section, row.key)
    row.delete()
    touch(
        draft, officer, editors.of_removed(section, row.key, {**versions.values_of(row), **plan.standing})
    )
    record(Verb.ITEM_DELETED, draft, officer, section=section, item=row.key)
    return draft


@transaction.atomic
def bring_back(mla: MLARequest, officer: Officer, *, section: str, key: str, values: Values) -> Item:
    """Put a removed row last in its list under its old key, so that links to it work again."""
    draft = open_draft(mla, officer)
    model = ITEMS[section]
    standing = model._default_manager.filter(request=draft, key=key).first()
    if standing is not None:
        return standing
    columns, texts = renditions.split(values)
    row = model.append_to(draft, key=key, revision=draft.revision + 1, **columns)
    touch(draft, officer, editors.of_restored(section, key, values))
    plan = renditions.plan(draft, row, texts=texts)
    renditions.write(draft, officer, plan)
    versions.keep_restored(draft, officer, section=section, row=row, beside=renditions.marked(texts))
    record(Verb.ITEM_ADDED, draft, officer, section=section, item=key, restored=True)
    return row


@transaction.atomic
def move_item(mla: MLARequest, officer: Officer, *, section: str, item: Item, up: bool) -> MLARequest:
    """Move a row one place up or down; at the end of the list nothing happens."""
    rows = list(ITEMS[section]._default_manager.filter(request=mla).values_list("pk", flat=True))
    at = rows.index(item.pk) if item.pk in rows else 0
    return place_item(mla, officer, section=section, item=item, place=at + (0 if up else 2))


@transaction.atomic
def place_item(mla: MLARequest, officer: Officer, *, section: str, item: Item, place: int) -> MLARequest:
    """Move a row to a place counted from one; a place that does not exist changes nothing."""
    draft = open_draft(mla, officer)
    rows = list(ITEMS[section]._default_manager.filter(request=draft))
    at = next((place for place, row in enumerate(rows) if row.pk == item.pk), None)
    if at is None or not 1 <= place <= len(rows) or place == at + 1:
        return draft
    before = [row.key for row in rows]
    rows.insert(place - 1, rows.pop(at))
    order = Change(section=section, field=f"order:{section}", found=before, put=[row.key for row in rows])
    for position, row in enumerate(rows, start=1):
        row.position = position
    ITEMS[section]._default_manager.bulk_update(rows, ["position"])
    touch(draft, officer, [order])
    record(Verb.ITEM_SAVED, draft, officer, section=section, item=item.key, fields=["position"])
    return draft


@transaction.atomic
def answer_field(
    mla: MLARequest, officer: Officer, *, draft_field: str, kind: str, value: str
) -> MLARequest:
    """Say why nothing can be said, or whether a field applies. An empty answer removes the earlier one."""
    draft = open_draft(mla, officer)
    if draft_field not in HOMES:
        raise ValueError(f"{draft_field} is no field of a request")
    if kind == FieldAnswer.Kind.APPLICABLE and value not in {"", "yes", "no"}:
        raise ValueError("A field applies or does not: yes or no.")
    answers = FieldAnswer.objects.filter(request=draft, draft_field=draft_field, kind=kind)
    if answers.filter(value=value).exists() or not (value or answers.exists()):
        return draft
    before = answers.values_list("value", flat=True).first() or ""
    answers.delete()
    if value:
        FieldAnswer.objects.create(
            request=draft, draft_field=draft_field, kind=kind, value=value, officer=officer
        )
    touch(draft, officer, [Change(field=f"answer:{kind}:{draft_field}", found=before, put=value)])
    record(Verb.FIELD_ANSWERED, draft, officer, field=draft_field, kind=str(kind), answered=bool(value))
    return draft


def open_draft(mla: MLARequest, officer: Officer) -> MLARequest:
    """Return the locked request, once it is certain that this officer may change it now."""
    draft = workflow.lock(mla)
    if not permissions.may_edit(officer, draft):
        raise workflow.NotAllowed(f"edit {draft.reference} in state {draft.state}")
    return draft


def _refuse_unknown(values: Values, known: frozenset[str]) -> None:
    """Refuse fields that the form did not ask for: they are an error of ours, or an attack."""
    unknown = set(values) - known
    if unknown:
        raise ValueError(f"no such fields: {', '.join(sorted(unknown))}")


def _columns(model: type[Item]) -> frozenset[str]:
    return frozenset(field.name for field in model._meta.get_fields()) - versions.KEPT_BY_US


def _changed(row: models.Model, values: Values) -> dict[str, Any]:
    return {name: value for name, value in values.items() if getattr(row, name) != value}


def _assign(row: models.Model, values: Values) -> None:
    for name, value in values.items():
        setattr(row, name, value)


def _blank(draft: MLARequest, model: type[Item]) -> dict[str, Any]:
    """Return what a new row must have: a measure gets a kind, that of the last measure."""
    if model is not Measure:
        return {}
    kinds = Measure.objects.filter(request=draft).values_list("kind", flat=True)
    return {"kind": kinds.last() or "preservation"}


def touch(
    draft: MLARequest,
    officer: Officer,
    words: Sequence[Change],
    *,
    section: str = "",
    also: Values | None = None,
    shown: bool = False,
) -> None:
    """Count one more revision by this officer, and order its check.

    A page that is `shown` makes the check itself.
    """
    draft.revision += 1
    if section:
        draft.section_revisions[section] = draft.revision
    draft.save(update_fields=[*(also or ()), "revision", "section_revisions", "updated_at"])
    editors.note(draft, officer, words)
    check_runs.order_check(draft, shown=shown)


def record(verb: Verb, draft: MLARequest, officer: Officer, **detail: Any) -> None:
    audit.record(verb, actor=officer, reference=draft.reference, revision=draft.revision, **detail)

"""Where two texts meet: both are shown, word by word, and each answer is chosen apart."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from requests_app import casework
from requests_app.audit import Verb
from requests_app.letter import diff
from requests_app.models import AuditEvent, MLARequest, Version
from requests_app.models.content import Item
from requests_app.sections import Section
from requests_app.sections.drafts import DraftForm
from requests_app.views.drafting.opened_forms import as_list
from requests_app.views.drafting.saving import STALE, copy_of
from requests_app.views.parts.access import OfficerRequest
from requests_app.views.parts.answer_texts import answer_text
from requests_app.views.parts.finding_places import Places
from requests_app.views.parts.request_heads import head

SAVES = (Verb.SECTION_SAVED, Verb.ITEM_SAVED, Verb.ITEM_ADDED)
COMPARED_BY_WORDS = forms.Textarea | forms.TextInput


def show_both(
    request: OfficerRequest, context: dict[str, Any], form: DraftForm, conflict: casework.Conflict
) -> HttpResponse:
    both = {
        "fields": both_texts(form, conflict),
        "revision": conflict.revision,
        "copy": copy_of(request),
    }
    both |= _who_saved(context["mla"].reference, conflict)
    return render(request, "requests_app/conflict.html", context | both, status=STALE)


def show_removed(
    request: OfficerRequest, mla: MLARequest, page: Section, form: DraftForm, removed: Version
) -> HttpResponse:
    """The row is gone, and what was being written in it is not: it may come back with that text."""
    texts = [_sent_text(form, name) for name in form.fields if name != "file"]
    context = {
        "mla": mla,
        "head": head(mla),
        "section": page,
        "removed": removed,
        "texts": texts,
        "copy": copy_of(request),
        "post_url": Places(mla).removed_item(page, removed),
    }
    return render(request, "requests_app/removed.html", context, status=STALE)


def show_changed(
    request: OfficerRequest,
    mla: MLARequest,
    page: Section,
    row: Item,
    form: DraftForm,
    *,
    conflict: casework.Conflict,
    base: int,
) -> HttpResponse:
    """Before a row goes that somebody has changed: what it was when the page was opened, and is now."""
    seen = _as_seen(mla, page, row, base)
    fields = [_then_and_now(form, name, seen) for name in form.fields if name in seen]
    context = {
        "mla": mla,
        "head": head(mla),
        "section": page,
        "row": row,
        "fields": [field for field in fields if field["differs"]],
        "revision": conflict.revision,
    }
    context |= _who_saved(mla.reference, conflict)
    return render(request, "requests_app/remove_changed.html", context, status=STALE)


def _as_seen(mla: MLARequest, page: Section, row: Item, base: int) -> dict[str, Any]:
    """The newest version that the page can have shown; the first one where that has grown since."""
    versions = Version.objects.filter(request=mla, section=page.slug, item=row.key)
    before = versions.filter(revision__lte=base).first() or versions.last()
    return dict(before.values) if before else {}


def _then_and_now(form: DraftForm, name: str, seen: Mapping[str, Any]) -> dict[str, Any]:
    field = form.fields[name]
    then, now = answer_text(field, seen[name]), answer_text(field, form[name].value())
    return {
        "label": field.label,
        "differs": then != now,
        "pieces": diff.words(then, now),
        "attrs": field.widget.attrs,
    }


def _sent_text(form: DraftForm, name: str) -> dict[str, Any]:
    field, values = form.fields[name], as_list(form[name].value())
    return {
        "name": name,
        "label": field.label,
        "values": values,
        "text": "\n".join(answer_text(field, value) for value in values),
        "attrs": field.widget.attrs,
    }


def _who_saved(reference: str, conflict: casework.Conflict) -> dict[str, Any]:
    """The last save of the same section or row, as the history has it."""
    same = {"detail__section": conflict.section} | (
        {"detail__item": conflict.item} if conflict.item else {}
    )
    last = (
        AuditEvent.objects.filter(reference=reference, verb__in=SAVES, **same)
        .select_related("actor")
        .last()
    )
    return {"theirs_by": str(last.actor), "theirs_at": last.at} if last else {}


def both_texts(form: DraftForm, conflict: casework.Conflict) -> list[dict[str, Any]]:
    """Nothing was written: for each answer what this officer typed, and what stands there meanwhile."""
    yours, theirs = form.fields_of(conflict.yours), form.fields_of(conflict.theirs)
    return [_pair(form, name, yours, theirs) for name in form.fields if name != "file"]


def _pair(
    form: DraftForm, name: str, yours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> dict[str, Any]:
    """What could not be read is shown as it was typed, beside its error."""
    field, wrong = form.fields[name], name in form.errors
    mine_values = as_list(form[name].value())
    stands = answer_text(field, theirs.get(name, form.initial.get(name)))
    mine = "\n".join(mine_values) if wrong else answer_text(field, yours.get(name))
    return {
        "name": name,
        "label": field.label,
        "mine": mine,
        "mine_values": mine_values,
        "theirs": stands,
        "differs": mine != stands if wrong else name in yours and yours[name] != theirs.get(name),
        "errors": form.errors.get(name, ()),
        "editable": isinstance(field.widget, COMPARED_BY_WORDS),
        "pieces": diff.words(stands, mine) if isinstance(field.widget, COMPARED_BY_WORDS) else (),
        "attrs": field.widget.attrs,
    }

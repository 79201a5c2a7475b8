"""What a save answers: a fragment to a script, a redirect to a form, both texts to whoever is too late."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from requests_app import casework
from requests_app.audit import Verb
from requests_app.models import AuditEvent, MLARequest
from requests_app.sections.drafts import DraftForm
from requests_app.views.access import OfficerRequest
from requests_app.views.texts import answer_text

STALE = 409
NOT_ALL_SAVED = 422
RESOLVING = "resolving"
CHOICE = "choose-"
MINE = "mine-"
SAVES = (Verb.SECTION_SAVED, Verb.ITEM_SAVED, Verb.ITEM_ADDED)


def base_of(request: HttpRequest) -> int:
    """The revision that the form was loaded with; nonsense is older than everything."""
    given = request.POST.get("revision", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0


def typed(request: HttpRequest, stored: BaseForm) -> QueryDict:
    """What was typed; from the page that showed both texts, each answer as it was chosen there."""
    if RESOLVING not in request.POST:
        return request.POST
    data = request.POST.copy()
    for name in stored.fields:
        mine = request.POST.getlist(f"{MINE}{name}")
        data.setlist(name, mine if name in _kept(request) else _as_list(stored[name].value()))
    return data


def chosen(request: HttpRequest) -> frozenset[str] | None:
    """The answers to save: all, or those for which the officer kept the own text."""
    return _kept(request) if RESOLVING in request.POST else None


def _kept(request: HttpRequest) -> frozenset[str]:
    return frozenset(
        key.removeprefix(CHOICE)
        for key, side in request.POST.items()
        if key.startswith(CHOICE) and side == "mine"
    )


def _as_list(value: Any) -> list[str]:
    if isinstance(value, list | tuple):
        return [str(part) for part in value]
    return [] if value is None else [str(value)]


def state_of(form: DraftForm, mla: MLARequest) -> dict[str, Any]:
    return {
        "ok": not form.errors,
        "at": timezone.now(),
        "revision": mla.revision,
        "problems": len(form.errors),
        "conflict": False,
    }


def answer(request: OfficerRequest, page: str, context: dict[str, Any], form: DraftForm) -> HttpResponse:
    """To a script, what has changed on its page; to a form with a wrong value, all that it sent."""
    if request.htmx:
        return render(request, f"{page}#saved", context)
    return render(request, page, context, status=NOT_ALL_SAVED if form.errors else 200)


def refuse_stale(request: OfficerRequest, page: str, context: dict[str, Any]) -> HttpResponse:
    """The page keeps the revision it was loaded with, so that a second try is as stale as the first."""
    refused = {"conflict": True, "at": timezone.now(), "by": ""}
    return render(request, f"{page}#saved", context | {"save": refused}, status=STALE)


def show_both(
    request: OfficerRequest, context: dict[str, Any], form: DraftForm, conflict: casework.Conflict
) -> HttpResponse:
    both = {"fields": both_texts(form, conflict), "revision": conflict.revision}
    both |= _who_saved(context["mla"].reference, conflict)
    return render(request, "requests_app/conflict.html", context | both, status=STALE)


def _who_saved(reference: str, conflict: casework.Conflict) -> dict[str, Any]:
    """The last save of the same section or row, as the history has it."""
    same = {"detail__section": conflict.section} | (
        {"detail__item": conflict.item} if conflict.item else {}
    )
    saves = (Verb.SECTION_SAVED, Verb.ITEM_SAVED, Verb.ITEM_ADDED)
    last = (
        AuditEvent.objects.filter(reference=reference, verb__in=saves, **same)
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
    field = form.fields[name]
    return {
        "name": name,
        "label": field.label,
        "mine": answer_text(field, yours.get(name)),
        "mine_values": _as_list(form[name].value()),
        "theirs": answer_text(field, theirs.get(name)),
        "differs": name in yours and yours[name] != theirs.get(name),
        "editable": isinstance(field.widget, forms.Textarea | forms.TextInput),
    }

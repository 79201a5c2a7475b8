"""The answers to a save: fragments for htmx, a redirect for a plain form, "not saved" for a stale one."""

import re
from collections.abc import Callable
from typing import Any, cast

from django.forms.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from requests_app import casework
from requests_app.checks.characters import HIDDEN
from requests_app.models import MLARequest
from requests_app.sections.drafts import DraftForm
from requests_app.views.drafting.opened_forms import as_list
from requests_app.views.parts.access import OfficerRequest

STALE = 409
NOT_ALL_SAVED = 422
RESOLVING = "resolving"
BRING_BACK = "bring-back"
CHOICE = "choose-"
MINE = "mine-"
WITHOUT_HIDDEN = "without-hidden"
# The name that a page gave to the text of a form: its copy in the browser goes when a receipt names it.
COPY = re.compile(r"[0-9a-f]{32}")


def base_of(request: HttpRequest) -> int:
    """Return the revision with which the form was loaded; an unreadable one counts as older than all."""
    given = request.POST.get("revision", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0


def typed(request: HttpRequest, form: Callable[[], BaseForm]) -> QueryDict:
    """Return what was typed; from the page that showed both texts, each answer as it was chosen there.

    `form` makes the form of what is stored, which only that page needs.
    """
    if RESOLVING not in request.POST:
        return _without_hidden(request.POST)
    data, stored = request.POST.copy(), form()
    for name in stored.fields:
        mine = request.POST.getlist(f"{MINE}{name}")
        data.setlist(name, mine if name in _kept(request) else as_list(stored[name].value()))
    return data


def _without_hidden(sent: QueryDict) -> QueryDict:
    """Return what was sent, without the invisible characters in the field whose button was pressed."""
    if WITHOUT_HIDDEN not in sent:
        return sent
    data, name = sent.copy(), sent.get(WITHOUT_HIDDEN, "")
    data.setlist(name, [HIDDEN.sub("", value) for value in sent.getlist(name)])
    return data


def chosen(request: HttpRequest) -> frozenset[str] | None:
    """Return the answers to save: all, or those for which the officer kept the own text."""
    return _kept(request) if RESOLVING in request.POST else None


def _kept(request: HttpRequest) -> frozenset[str]:
    return frozenset(
        key.removeprefix(CHOICE)
        for key, side in request.POST.items()
        if key.startswith(CHOICE) and side == "mine"
    )


def sent(request: HttpRequest, form: DraftForm) -> casework.Sent:
    """Return what the form brought besides the values that are saved."""
    return casework.Sent(
        rejected=form.rejected(chosen(request)),
        accepted=form.accepted(),
        agreed=frozenset(request.POST.getlist("agree")),
        page=request.POST.get("page", "")[:40],
        # A script is answered with what the check of the new text says; a form is sent on to another page.
        shown=bool(cast(OfficerRequest, request).htmx),
    )


def acknowledge(request: HttpRequest, revision: int) -> None:
    """Tell the browser that the database holds what was sent, up to this revision, so that its copy
    may go.
    """
    copy = copy_of(request)
    if copy:
        request.receipt = f"{revision}:{copy}"  # type: ignore[attr-defined] # read by the middleware


def copy_of(request: HttpRequest) -> str:
    """Return the name of the browser's copy of what was sent; "" where it keeps none."""
    given = request.POST.get("copy", "")
    return given if COPY.fullmatch(given) else ""


def state_of(form: DraftForm, mla: MLARequest) -> dict[str, Any]:
    """Return the state of the save; from here on the form shows how its texts and their counterparts
    stand.
    """
    form.mla = mla
    return {
        "ok": not form.errors,
        "at": timezone.now(),
        "revision": mla.revision,
        "problems": len(form.errors),
        "unread": ", ".join(str(form.fields[name].label) for name in form.errors if name in form.fields),
        "conflict": False,
    }


def answer(request: OfficerRequest, page: str, context: dict[str, Any], form: DraftForm) -> HttpResponse:
    """Send htmx the changed fragments; send a plain form with errors its page back."""
    if request.htmx:
        return render(request, f"{page}#saved", context)
    return render(request, page, context, status=NOT_ALL_SAVED if form.errors else 200)


def refuse_stale(request: OfficerRequest, page: str, context: dict[str, Any]) -> HttpResponse:
    """Answer that nothing was saved. The page keeps its old revision, so that a second try is stale too."""
    refused = {"conflict": True, "at": timezone.now(), "by": ""}
    return render(request, f"{page}#saved", context | {"save": refused}, status=STALE)


def refuse_removed(request: OfficerRequest, mla: MLARequest, *, of: str) -> HttpResponse:
    """To a script that saves into a row which is gone: its form, sent as a whole, leads to the way out."""
    refused = {"removed": True, "at": timezone.now()}
    context = {"save": refused, "mla": mla, "of": of.removeprefix("form-")}
    return render(request, "requests_app/removed.html#status", context, status=STALE)

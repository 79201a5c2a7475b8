"""One request at a glance: how far it is, what is open, and every move that this officer may make."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from requests_app import casework, permissions, workflow
from requests_app.completeness import earlier_requests
from requests_app.models import MLARequest, Officer, Transmission
from requests_app.preservation import deadline_clock
from requests_app.views.drafting import continuing
from requests_app.views.parts import clocks, events
from requests_app.views.parts.access import OfficerRequest, find
from requests_app.views.parts.panel import panel_of
from requests_app.views.parts.request_heads import head
from requests_app.views.review import documents
from requests_app.views.review.reviewing import shown_review

State = MLARequest.State
UNDOES = frozenset({workflow.Action.REOPEN, workflow.Action.WITHDRAW})
ORDER = (State.DRAFT, State.IN_REVIEW, State.APPROVED, State.SENT)


@require_GET
def request_page(request: HttpRequest, reference: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    panel = panel_of(mla)
    context = {
        "mla": mla,
        "head": head(mla),
        "breadcrumb": [{"label": _("My desk"), "url": reverse("desk")}, {"label": mla.reference}],
        "stages": _stages(mla),
        "clock": clocks.shown(mla, deadline_clock.clock_of(mla), request.user),
        "ways": _ways(request.user, mla),
        "overlap": earlier_requests.read(mla, request.user),
        "case_url": reverse("case", args=[mla.case_id]),
        "tasks": panel.tasks(),
        "buttons": _buttons(request.user, mla),
        "completeness": panel.completeness(),
        "documents": [documents.shown(d) for d in documents.documents_of(mla)],
        "transmissions": [_shown(t) for t in Transmission.objects.filter(request=mla)],
        "reviews": [shown_review(r) for r in mla.reviews.select_related("reviewer")],
        "events": events.events_of(mla.reference, limit=8),
        "slip_url": reverse("slip", args=[mla.reference]) if mla.submitted_digest else "",
        "history_url": reverse("history", args=[mla.reference]),
        "may_edit": permissions.may_edit(request.user, mla),
    }
    return render(request, "requests_app/request.html", context)


def _stages(mla: MLARequest) -> list[dict[str, str]]:
    """Return what has happened, where the request is, and what is still to come; nothing is to come
    of what has ended.
    """
    reached = _reached(mla)
    now = State(mla.state)
    ahead = [] if now == State.WITHDRAWN else [state for state in ORDER if state not in {*reached, now}]
    texts = {State.DRAFT: str(mla.author), State.IN_REVIEW: _day(mla.submitted_at)}
    stages = [(state, "done") for state in reached if state != now] + [(now, "current")]
    return [
        {"label": str(state.label), "text": texts.get(state, ""), "state": how}
        for state, how in [*stages, *((state, "todo") for state in ahead if now in ORDER)]
    ]


def _reached(mla: MLARequest) -> list[MLARequest.State]:
    """Return the stages that left a record: a request that was withdrawn need not have been sent."""
    marks = {
        State.DRAFT: True,
        State.IN_REVIEW: mla.submitted_at is not None,
        State.APPROVED: bool(mla.approved_digest),
        State.SENT: hasattr(mla, "transmission"),
    }
    return [state for state in ORDER if marks[state]]


def _day(moment: Any) -> str:
    return date_format(moment, "j F Y") if moment else ""


def _buttons(officer: Officer, mla: MLARequest) -> list[dict[str, Any]]:
    """Return every open move in the order of `MOVES`: a page where words are needed, else one click."""
    return [
        _button(action, mla.reference)
        for action in workflow.open_moves(mla, officer)
        if _shown_here(action)
    ]


def _shown_here(action: workflow.Action) -> bool:
    """Approving and returning share the page of the review; a recall is made by its letter."""
    return action not in (workflow.Action.APPROVE, workflow.Action.RECALL)


def _button(action: workflow.Action, reference: str) -> dict[str, Any]:
    pages = {
        workflow.Action.SUBMIT: (_("Check and submit"), "check_answers"),
        workflow.Action.RETURN: (_("Review"), "review"),
        workflow.Action.REOPEN: (_("Withdraw the approval"), "reopen"),
        workflow.Action.WITHDRAW: (_("Withdraw"), "withdraw"),
        workflow.Action.CONFIRM_EMERGENCY: (_("Read and confirm"), "emergency_confirm"),
        workflow.Action.SEND: (_("Record the dispatch"), "dispatch"),
        workflow.Action.ACKNOWLEDGE: (_("Record the acknowledgement"), "acknowledgement"),
        workflow.Action.CONFIRM_PRESERVATION: (_("Record the preservation"), "preservation"),
    }
    if action in pages:
        label, name = pages[action]
        primary = action not in UNDOES
        return {"label": label, "url": reverse(name, args=[reference]), "method": "get", "primary": primary}
    url = reverse("move", args=[reference, action.value])
    return {"label": action.label, "url": url, "method": "post", "primary": False}


def _ways(officer: Officer, mla: MLARequest) -> list[dict[str, Any]]:
    return [
        {
            "label": way.label,
            "words": continuing.WORDS[way],
            "url": reverse("continue", args=[mla.reference, way.value]),
        }
        for way in casework.ways_on(mla, officer)
    ]


def _shown(transmission: Transmission) -> dict[str, Any]:
    return {
        "at": transmission.sent_on,
        "direction": "out",
        "channel": transmission.get_route_display(),
        "recipient": transmission.recipient,
        "what": transmission.get_means_display(),
        "receipt": transmission.receipt,
    }

"""The page of a case: its requests, how one led to the next, and which preservation ends first."""

from datetime import date
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from requests_app import permissions
from requests_app.models import Case, MLARequest
from requests_app.preservation import deadline_clock
from requests_app.preservation.deadline_clock import Clock
from requests_app.sections import vocabulary
from requests_app.views.parts import case_picture, clocks, law_names
from requests_app.views.parts.access import OfficerRequest

State = MLARequest.State
WAITING = frozenset({State.SENT, State.ACKNOWLEDGED})


@require_GET
def case_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the case with those of its requests that the officer may see; 404 for a case that is hidden."""
    request = cast(OfficerRequest, request)
    case = permissions.cases_open_to(request.user).select_related("unit").filter(pk=pk).first()
    if case is None:
        raise Http404
    found = case_picture.places(_requests(request, case))
    running = deadline_clock.clocks([place.mla for place in found])
    rows = _rows(found, running)
    context = {
        "case": case,
        "rows": [rows[place.mla.pk] for place in found],
        "picture": case_picture.picture(found, rows) if found else None,
        "first_end": _first_end(list(running.values())),
        "waiting": sum(place.mla.state in WAITING for place in found),
        "may_start": permissions.may_create(request.user),
        "breadcrumb": [
            {"label": _("Requests"), "url": reverse("request_list")},
            {"label": case.reference},
        ],
    }
    return render(request, "requests_app/case.html", context)


def _requests(request: OfficerRequest, case: Case) -> list[MLARequest]:
    visible = permissions.visible_to(request.user).filter(case=case)
    related = ("parent", "transmission", "author")
    return list(visible.select_related(*related).prefetch_related("measure_set").order_by("pk"))


def _rows(found: list[case_picture.Placed], running: dict[int, Clock]) -> dict[int, dict[str, Any]]:
    today = timezone.localdate()
    states = law_names.states({place.mla.requested for place in found})
    terms = vocabulary.current()
    return {
        place.mla.pk: _row(place.mla, states, terms, running.get(place.mla.pk), today) for place in found
    }


def _row(
    mla: MLARequest,
    states: dict[str, dict[str, str]],
    terms: vocabulary.Vocabulary,
    clock: Clock | None,
    today: date,
) -> dict[str, Any]:
    own = clock if clock and clock.preservation.pk == mla.pk else None
    dispatch = getattr(mla, "transmission", None)
    kinds = "; ".join(dict.fromkeys(terms.short_label(m.kind) for m in mla.measure_set.all()))
    return {
        "reference": mla.reference,
        "url": reverse("request", args=[mla.reference]),
        "title": mla.title,
        "requested": states.get(mla.requested, {"code": mla.requested, "name": mla.requested}),
        "kinds": kinds or str(mla.get_request_status_display()),
        "status": mla.request_status,
        "status_label": mla.get_request_status_display(),
        "state": mla.state,
        "state_label": mla.get_state_display(),
        "is_waiting": mla.state in WAITING,
        "parent": mla.parent.reference if mla.parent else "",
        "parent_url": reverse("request", args=[mla.parent.reference]) if mla.parent else "",
        "lead": mla.lead,
        "sent_on": dispatch.sent_on if dispatch else None,
        "due_on": mla.due_on,
        "ends_on": own.ends_on if own else None,
        "clock_text": clocks.left(own, today) if own else "",
        "clock_tone": clocks.tone(own, today) if own else "",
        "last_line": _last_line(mla, own, today),
    }


def _last_line(mla: MLARequest, clock: Clock | None, today: date) -> str:
    """Return the most urgent fact about a request, short enough for a box of the picture."""
    if clock and clock.is_running:
        return _("Preserved: %(left)s") % {"left": clocks.left(clock, today)}
    if mla.state in WAITING:
        return _("Waiting for the answer")
    return ""


def _first_end(running: list[Clock]) -> dict[str, Any] | None:
    """Return the preservation that ends first, of those that still run; None when none does."""
    ends = [clock for clock in running if clock.is_running]
    if not ends:
        return None
    first = min(ends, key=lambda clock: clock.ends_on or date.max)
    today = timezone.localdate()
    return {
        "reference": first.preservation.reference,
        "url": reverse("request", args=[first.preservation.reference]),
        "ends_on": first.ends_on,
        "left": clocks.left(first, today),
        "tone": clocks.tone(first, today),
    }

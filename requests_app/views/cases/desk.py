"""The first page of an officer: what comes next, the officer's own requests, and those of the unit."""

from collections.abc import Callable
from typing import Any, cast
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from requests_app import permissions
from requests_app.models import AuditEvent, MLARequest, Officer, RenderedDocument
from requests_app.models.request import MLARequestQuerySet
from requests_app.views.parts import events, listing, steps
from requests_app.views.parts.access import OfficerRequest, refuse_unless
from requests_app.views.parts.filters import Filters, by_deadline, returned

State = MLARequest.State

# What the tabs of a list show, in the order in which a request passes through them.
TABS: dict[str, tuple[Any, tuple[State, ...]]] = {
    "open": (gettext_lazy("Open"), (State.DRAFT, State.IN_REVIEW, State.APPROVED, State.SIGNED)),
    "draft": (gettext_lazy("Drafting"), (State.DRAFT,)),
    "returned": (gettext_lazy("Returned"), (State.DRAFT,)),
    "review": (gettext_lazy("With the reviewer"), (State.IN_REVIEW,)),
    "approved": (gettext_lazy("To be sent"), (State.APPROVED, State.SIGNED)),
    "sent": (gettext_lazy("Sent"), (State.SENT, State.ACKNOWLEDGED, State.INFORMATION_SOUGHT)),
    "closed": (
        gettext_lazy("Closed"),
        (State.EXECUTED, State.PARTLY_EXECUTED, State.REFUSED, State.WITHDRAWN, State.CLOSED),
    ),
}


@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    request = cast(OfficerRequest, request)
    if not permissions.is_caseworker(request.user):
        return redirect(first_page_of(request.user))
    mine = own(request.user)
    context = _list_context(request, mine, default_sort="deadline")
    context |= {
        "now": timezone.now(),
        "next_steps": steps.pressing(mine),
        "affected": steps.of_changed_law(mine),
        "events": _events(request.user),
        "jobs": _jobs(request.user),
        "has_any": bool(context["filtered"] or context["rows"] or any(t["count"] for t in context["tabs"])),
        "search_url": reverse("request_list"),
        "ask_for_unit": [] if request.user.unit_id else _who_gives_units(),
    }
    return render(request, "requests_app/desk.html", context)


def _who_gives_units() -> list[str]:
    found = Officer.objects.filter(role=Officer.Role.ADMINISTRATOR, is_active=True)
    return [f"{officer} ({officer.email})" if officer.email else str(officer) for officer in found[:3]]


@require_GET
def request_list(request: HttpRequest) -> HttpResponse:
    request = cast(OfficerRequest, request)
    refuse_unless(permissions.is_caseworker(request.user))
    visible = permissions.visible_to(request.user)
    context = _list_context(request, visible, default_sort="newest")
    context |= {"search_url": reverse("request_list")}
    return render(request, "requests_app/request_list.html", context)


SORTS: dict[str, Callable[[MLARequestQuerySet], MLARequestQuerySet]] = {
    "deadline": by_deadline,
    "newest": lambda found: found,
}


def first_page_of(officer: Officer) -> str:
    """Return the name of the first page for an officer who works on no request."""
    return "audit_log" if permissions.may_read_audit(officer) else "officers"


def own(officer: Officer) -> MLARequestQuerySet:
    return permissions.visible_to(officer).worked_on_by(officer)


def _list_context(request: OfficerRequest, own: MLARequestQuerySet, *, default_sort: str) -> dict[str, Any]:
    q = listing.search_text(request)
    filters = Filters(request.GET, officer=request.user)
    chosen = filters.chosen()
    found = listing.find(own, q)
    matching = filters.narrow(found.requests)
    # Whoever looks for something looks everywhere, until they say where.
    fallback = "" if q or "waits" in chosen else "open"
    current = request.GET.get("tab", "") if request.GET.get("tab") in TABS else fallback
    shown = _under(matching, current)
    sort = request.GET.get("sort", "") if request.GET.get("sort") in SORTS else default_sort
    # Nothing presses on what is over: the order is the same, and no day is looked for.
    page = listing.page_of(request, SORTS["newest" if current == "closed" else sort](shown))
    return {
        "rows": listing.rows(page.object_list),
        "page": listing.paging(request, page),
        "tabs": _tabs(request, matching, current),
        "filters": filters,
        "filtered": len(chosen),
        "clear_url": f"?{urlencode({k: v for k, v in request.GET.items() if k not in filters.fields})}",
        "kept": {k: v for k, v in request.GET.items() if k in ("q", "tab", "sort")},
        "sorts": _sorts(request, sort),
        "q": q,
        "cut": found.cut,
        "may_start": permissions.may_create(request.user),
    }


def _sorts(request: OfficerRequest, current: str) -> dict[str, Any]:
    kept = {key: value for key, value in request.GET.items() if key not in ("sort", "page")}
    return {"current": current} | {name: f"?{urlencode(kept | {'sort': name})}" for name in SORTS}


def _under(found: MLARequestQuerySet, tab: str) -> MLARequestQuerySet:
    if tab == "returned":
        return found.filter(returned())
    return found.filter(state__in=TABS[tab][1]) if tab else found


def _tabs(request: OfficerRequest, found: MLARequestQuerySet, current: str) -> list[dict[str, Any]]:
    counted = dict(found.order_by().values_list("state").annotate(Count("pk")))
    counts = {
        name: sum(counted.get(state, 0) for state in states) for name, (_label, states) in TABS.items()
    }
    counts["returned"] = _under(found, "returned").count()
    kept = {key: value for key, value in request.GET.items() if key not in ("tab", "page")}
    return [
        {
            "label": label,
            "count": counts[name],
            "url": f"?{urlencode(kept | {'tab': name})}",
            "current": name == current,
        }
        for name, (label, _states) in TABS.items()
    ]


def _events(officer: Officer) -> list[dict[str, Any]]:
    """Return the latest acts of others on the officer's requests."""
    references = own(officer).values("reference")
    found = AuditEvent.objects.filter(reference__in=references).exclude(actor=officer)
    latest = [events.shown(event) for event in found.select_related("actor").order_by("-seq")[:5]]
    listed = events.with_addresses(latest, {event["reference"] for event in latest})
    return [event | {"text": f"{event['who']}: {event['text']}"} for event in listed]


def _jobs(officer: Officer) -> list[dict[str, str]]:
    visible = permissions.visible_to(officer)
    ordered = cast(
        QuerySet[RenderedDocument], RenderedDocument.objects.filter(ordered_by=officer, request__in=visible)
    )
    return [
        {
            "state": job.status,
            "label": str(job.get_status_display()),
            "text": _("Document of %(reference)s") % {"reference": job.request.reference},
            "url": reverse("letter", args=[job.request.reference]),
        }
        for job in ordered.select_related("request").order_by("-pk")[:3]
    ]

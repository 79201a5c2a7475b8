"""Where an officer begins: what comes next, the own requests, and all those of the unit."""

from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from requests_app import checking, permissions
from requests_app.models import AuditEvent, MLARequest, Officer, RenderedDocument
from requests_app.models.request import MLARequestQuerySet
from requests_app.sections.states import StateField, state_groups
from requests_app.views import events, listing
from requests_app.views.access import OfficerRequest, refuse_unless

State = MLARequest.State

# What the tabs of a list show, in the order in which a request passes through them.
TABS: dict[str, tuple[Any, tuple[State, ...]]] = {
    "open": (gettext_lazy("Open"), (State.DRAFT, State.IN_REVIEW, State.APPROVED, State.SIGNED)),
    "draft": (gettext_lazy("Drafting"), (State.DRAFT,)),
    "review": (gettext_lazy("With the reviewer"), (State.IN_REVIEW,)),
    "approved": (gettext_lazy("To be sent"), (State.APPROVED, State.SIGNED)),
    "sent": (gettext_lazy("Sent"), (State.SENT, State.ACKNOWLEDGED, State.INFORMATION_SOUGHT)),
    "closed": (
        gettext_lazy("Closed"),
        (State.EXECUTED, State.PARTLY_EXECUTED, State.REFUSED, State.WITHDRAWN, State.CLOSED),
    ),
}


class FilterForm(forms.Form):
    requested = StateField(label=gettext_lazy("Requested State"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        cast(StateField, self.fields["requested"]).offer(state_groups())


@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    request = cast(OfficerRequest, request)
    if not permissions.is_caseworker(request.user):
        return redirect(first_page_of(request.user))
    mine = own(request.user)
    context = _list_context(request, mine)
    context |= {
        "now": timezone.now(),
        "next_steps": _next_steps(mine),
        "events": _events(request.user),
        "jobs": _jobs(request.user),
        "law_changed": checking.affected(mine).count(),
        "has_any": bool(context["rows"]) or any(tab["count"] for tab in context["tabs"]),
        "search_url": reverse("request_list"),
    }
    return render(request, "requests_app/desk.html", context)


@require_GET
def request_list(request: HttpRequest) -> HttpResponse:
    request = cast(OfficerRequest, request)
    refuse_unless(permissions.is_caseworker(request.user))
    visible = permissions.visible_to(request.user)
    filters = FilterForm(request.GET)
    if filters.is_valid() and filters.cleaned_data["requested"]:
        visible = visible.filter(requested=filters.cleaned_data["requested"])
    context = _list_context(request, visible) | {"filters": filters, "search_url": reverse("request_list")}
    return render(request, "requests_app/request_list.html", context)


def first_page_of(officer: Officer) -> str:
    """Officers who work on no request begin with what they are here for."""
    return "audit_log" if permissions.may_read_audit(officer) else "officers"


def own(officer: Officer) -> MLARequestQuerySet:
    return permissions.visible_to(officer).worked_on_by(officer)


def _list_context(request: OfficerRequest, found: MLARequestQuerySet) -> dict[str, Any]:
    q = listing.search_text(request)
    current = request.GET.get("tab", "") if request.GET.get("tab") in TABS else ("" if q else "open")
    matching = listing.search(found, q)
    shown = matching.filter(state__in=TABS[current][1]) if current else matching
    page = listing.page_of(request, shown)
    return {
        "rows": listing.rows(page.object_list),
        "page": listing.paging(request, page),
        "tabs": _tabs(request, matching, current),
        "q": q,
        "may_start": permissions.may_create(request.user),
    }


def _tabs(request: OfficerRequest, found: MLARequestQuerySet, current: str) -> list[dict[str, Any]]:
    counted = dict(found.order_by().values_list("state").annotate(Count("pk", distinct=True)))
    kept = {key: value for key, value in request.GET.items() if key not in ("tab", "page")}
    return [
        {
            "label": label,
            "count": sum(counted.get(state, 0) for state in states),
            "url": f"?{urlencode(kept | {'tab': name})}",
            "current": name == current,
        }
        for name, (label, states) in TABS.items()
    ]


def _next_steps(mine: MLARequestQuerySet) -> list[dict[str, str]]:
    """Up to four: what was returned or is ready to leave, and what a date presses."""
    today = timezone.localdate()
    pressing = Q(deadline__isnull=False) | Q(preservation_expires_on__isnull=False)
    waiting = Q(state__in=[State.APPROVED, State.SIGNED]) | Q(state=State.DRAFT, reviews__isnull=False)
    found = mine.filter(waiting | (pressing & Q(state__in=TABS["open"][1]))).distinct()[:50]
    steps = [_step(mla, today) for mla in found]
    return [step for _urgency, step in sorted(steps, key=lambda pair: pair[0])[:4]]


def _step(mla: MLARequest, today: Any) -> tuple[Any, dict[str, str]]:
    days = [day for day in (mla.deadline, mla.preservation_expires_on) if day]
    day = min(days, default=None)
    words = {
        State.APPROVED: (_("Send it"), reverse("dispatch", args=[mla.reference])),
        State.IN_REVIEW: (_("See where it stands"), reverse("request", args=[mla.reference])),
    }
    text, url = words.get(State(mla.state), (_("Go on drafting"), reverse("request", args=[mla.reference])))
    step = {
        "when": listing.days_text(day, today) if day else _("Now"),
        "tone": listing.tone_of(day, today) if day else "warn",
        "title": mla.title or mla.reference,
        "text": f"{mla.reference}: {mla.get_state_display()}",
        "url": url,
        "link_text": text,
    }
    return day or today, step


def _events(officer: Officer) -> list[dict[str, Any]]:
    """The latest acts of others on the own requests."""
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

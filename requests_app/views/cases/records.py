"""What happened: the history of one request, and the audit log of this authority."""

from typing import Any, cast

from django import forms
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from requests_app import audit, permissions
from requests_app.models import AuditEvent, MLARequest
from requests_app.sections.drafts import GatedForm
from requests_app.views.parts import events, listing
from requests_app.views.parts.access import OfficerRequest, refuse_unless
from requests_app.views.parts.request_heads import head

PER_PAGE = 100


class AuditFilters(GatedForm):
    """By what the list of events is narrowed down."""

    reference = forms.CharField(label=gettext_lazy("Reference"), max_length=80, required=False)
    officer = forms.CharField(label=gettext_lazy("Username"), max_length=150, required=False)
    verb = forms.ChoiceField(
        label=gettext_lazy("Act"),
        choices=[("", gettext_lazy("All acts")), *audit.Verb.choices],
        required=False,
    )


@require_GET
def history(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the history. Auditors read who did what and no word of the text: neither title nor State."""
    request = cast(OfficerRequest, request)
    mla = MLARequest.objects.select_related("case", "author").filter(reference=reference).first()
    if mla is None or not permissions.may_see_history(request.user, mla):
        raise Http404
    audit.record(audit.Verb.HISTORY_READ, actor=request.user, reference=reference)
    found = AuditEvent.objects.filter(reference=reference).select_related("actor").order_by("-seq")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    may_see = permissions.may_see(request.user, mla)
    context = {
        "mla": mla,
        "head": head(mla) if may_see else _without_content(mla),
        "events": [events.shown(event) for event in page.object_list],
        "chain_ok": None,
        "page": listing.paging(request, page),
    }
    return render(request, "requests_app/history.html", context)


def _without_content(mla: MLARequest) -> dict[str, Any]:
    return {
        "reference": mla.reference,
        "title": "",
        "url": "",
        "state": mla.state,
        "state_label": mla.get_state_display(),
        "requested": None,
        "revision": mla.revision,
    }


@require_GET
def audit_log(request: HttpRequest) -> HttpResponse:
    request = cast(OfficerRequest, request)
    refuse_unless(permissions.may_read_audit(request.user))
    filters = AuditFilters(request.GET)
    found = AuditEvent.objects.select_related("actor").order_by("-seq")
    page = Paginator(found.filter(_wanted(filters)), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "events": [events.shown(event) for event in page.object_list],
        "chain": _chain(),
        "page": listing.paging(request, page),
        "filters": filters,
    }
    return render(request, "requests_app/audit.html", context)


def _wanted(filters: AuditFilters) -> Q:
    if not filters.is_valid():
        return Q(pk__in=[])
    names = {"reference": "reference__iexact", "officer": "actor_name__iexact", "verb": "verb"}
    return Q(
        **{
            lookup: filters.cleaned_data[name]
            for name, lookup in names.items()
            if filters.cleaned_data[name]
        }
    )


def _chain() -> dict[str, Any]:
    """Return the head of the chain, to be compared with what was printed; a command walks the whole
    chain.
    """
    return {
        "ok": None,
        "checked": None,
        "text": _("Head of the chain: %(head)s") % {"head": audit.head() or _("nothing has happened yet")},
    }

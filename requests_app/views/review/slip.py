"""The internal dispatch slip: what only this authority knows of a request when it is sent.

It is a page of its own and no part of the letter: the documents that can be sent are made of the
snapshot, which holds no waivers.
"""

from datetime import datetime
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from requests_app import audit
from requests_app.checks.decisions import Kind
from requests_app.documents import printing
from requests_app.models import CheckRun, MLARequest, Transmission
from requests_app.views.parts.access import OfficerRequest, find
from requests_app.views.parts.request_heads import head

GATES = (CheckRun.Gate.SUBMIT, CheckRun.Gate.APPROVE, CheckRun.Gate.SEND)


@require_GET
def slip(request: HttpRequest, reference: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    audit.record(audit.Verb.REQUEST_READ, actor=request.user, reference=reference, revision=mla.revision)
    gates = _gates(mla)
    context = {
        "mla": mla,
        "head": head(mla),
        "gates": gates,
        "waived": gates[-1]["waived"] if gates else [],
        "reviews": [_review(review) for review in mla.reviews.select_related("reviewer").order_by("pk")],
        "document": printing.finished(mla),
        "transmissions": Transmission.objects.filter(request=mla).select_related("recorded_by"),
        "chain": audit.head(),
    }
    return render(request, "requests_app/slip.html", context)


def _gates(mla: MLARequest) -> list[dict[str, Any]]:
    """Return the evidence of the gates that the text passed last."""
    runs = CheckRun.objects.filter(request=mla, gate__in=GATES, revision=mla.revision).order_by("pk")
    latest = {run.gate: run for run in runs}
    return [_gate(latest[gate]) for gate in GATES if gate in latest]


def _gate(run: CheckRun) -> dict[str, Any]:
    names = {
        CheckRun.Gate.SUBMIT: _("Submission"),
        CheckRun.Gate.APPROVE: _("Approval"),
        CheckRun.Gate.SEND: _("Dispatch"),
    }
    return {
        "name": names[CheckRun.Gate(run.gate)],
        "at": run.finished_at,
        "digest": run.snapshot_digest,
        "rules": run.rules_digest,
        "summary": run.summary,
        "waived": [_waiver(line) for line in run.settled if line["decision"]["kind"] == Kind.WAIVER],
    }


def _waiver(line: dict[str, Any]) -> dict[str, Any]:
    return line | {"at": datetime.fromisoformat(line["decision"]["at"])}


def _review(review: Any) -> dict[str, Any]:
    return {
        "at": review.decided_at,
        "by": str(review.reviewer),
        "decision": review.get_decision_display(),
        "digest": review.snapshot_digest,
    }

"""Drafts of which the law asks something else than before, for those who write them."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from requests_app import permissions
from requests_app.completeness import check_runs
from requests_app.models import CheckRun
from requests_app.views.parts import law_names
from requests_app.views.parts.access import OfficerRequest, refuse_unless

SHOWN = 200


@require_GET
def affected(request: HttpRequest) -> HttpResponse:
    request = cast(OfficerRequest, request)
    refuse_unless(permissions.is_caseworker(request.user))
    found = check_runs.affected(permissions.visible_to(request.user)).select_related("request")
    runs = list(found[:SHOWN])
    names = law_names.states({run.request.requested for run in runs})
    context = {"rows": [_row(run, names) for run in runs]}
    return render(request, "requests_app/affected.html", context)


def _row(run: CheckRun, names: dict[str, dict[str, str]]) -> dict[str, Any]:
    """Return what the check counted under the earlier law, and what it counts now."""
    mla = run.request
    return {
        "mla": mla,
        "url": reverse("check_answers", args=[mla.reference]),
        "state": names.get(mla.requested, {"code": "", "name": mla.requested}),
        "checked_at": run.finished_at,
        "before": _counted(run.before_law or {}),
        "now": _counted(run.summary) if run.status == CheckRun.Status.DONE else _("Being checked again"),
    }


def _counted(summary: dict[str, Any]) -> str:
    words = _("%(block)s must be fixed, %(ask)s need an answer, %(warn)s should be checked")
    return words % {name: summary.get(name, 0) for name in ("block", "ask", "warn")}

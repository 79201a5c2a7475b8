"""Who else has the request open, and whether the page at hand was saved elsewhere since it was loaded."""

import hashlib
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from requests_app.casework import presence
from requests_app.models import MLARequest, Officer
from requests_app.sections import BY_SLUG
from requests_app.views.drafting import saving
from requests_app.views.parts.access import OfficerRequest, find


@require_POST
def here(request: HttpRequest, reference: str) -> HttpResponse:
    """Answer with who is here; only when something is new, so that a screen reader repeats nothing."""
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    slug = request.POST.get("section", "")
    section = slug if slug in BY_SLUG else ""
    presence.say_present(mla, request.user, section)
    context = _context(request, mla, request.user, section)
    shown = hashlib.sha256(repr(context).encode()).hexdigest()[:16]
    if request.POST.get("shown") == shown:
        return HttpResponse(status=204)
    return render(request, "requests_app/parts/presence.html", context | {"shown": shown})


def _context(request: OfficerRequest, mla: MLARequest, officer: Officer, section: str) -> dict[str, Any]:
    base = saving.base_of(request)
    newer = bool(section and base) and mla.section_revisions.get(section, 0) > base
    return {
        "others": [
            {
                "who": str(other.officer),
                "is_here": bool(section) and other.section == section,
                "where": str(BY_SLUG[other.section].title) if other.section in BY_SLUG else "",
            }
            for other in presence.others(mla, officer)
        ],
        "newer": newer,
    }

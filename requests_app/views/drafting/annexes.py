"""The file of an annex: what was found in it, its first pages as pictures, and itself as a download."""

from typing import Any, cast

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from requests_app import audit, permissions
from requests_app.annexes import uploads
from requests_app.background import jobs
from requests_app.completeness import annex_states
from requests_app.inspection import kinds
from requests_app.inspection.reasons import DETAILS, REASONS
from requests_app.models import Annex, AnnexFile, MLARequest
from requests_app.sections import BY_SLUG
from requests_app.views.parts.access import OfficerRequest, find, find_editable
from requests_app.views.parts.finding_places import Places
from requests_app.views.parts.panel import panel_of

PAGE = "requests_app/annex_file.html"
STOP_POLLING = 286
# A file that somebody sent in is handed out as a download and can run nothing, whatever it turns out to be.
AS_DOWNLOAD = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
}

LABELS = {
    "waiting": gettext_lazy("Being examined"),
    "accepted": gettext_lazy("Examined"),
    "refused": gettext_lazy("Refused"),
    "failed": gettext_lazy("Not examined"),
}


@require_GET
def annex_file(request: HttpRequest, reference: str, pk: int) -> FileResponse:
    """Send the file, if it has been looked into."""
    request = cast(OfficerRequest, request)
    annex, file = _find(find(request, reference), pk)
    if not file.is_accepted:
        raise Http404
    content = _open(file)
    audit.record(
        audit.Verb.FILE_READ, actor=request.user, reference=reference, annex=annex.key, sha256=file.sha256
    )
    return FileResponse(
        content,
        as_attachment=True,
        filename=f"{reference}-annex-{annex.key}{kinds.SUFFIXES[file.kind]}",
        content_type=kinds.MEDIA_TYPES[file.kind],
        headers=AS_DOWNLOAD,
    )


@require_GET
def annex_preview(request: HttpRequest, reference: str, pk: int, number: int) -> FileResponse:
    """Send a picture that the portal made; reading it counts as reading the file."""
    request = cast(OfficerRequest, request)
    annex, file = _find(find(request, reference), pk)
    if not file.is_accepted or not 1 <= number <= file.previews:
        raise Http404
    try:
        content = uploads.preview_of(file.name, number).open("rb")
    except FileNotFoundError:
        raise Http404 from None
    audit.record(
        audit.Verb.FILE_SEEN, actor=request.user, reference=reference, annex=annex.key, page=number
    )
    return FileResponse(content, content_type="image/png", headers=AS_DOWNLOAD)


@require_GET
def annex_state(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Show how far the examination is; a script stops asking once it has ended."""
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    annex, file = _find(mla, pk)
    if not request.htmx:
        return redirect(Places(mla).item(BY_SLUG["annexes"], annex))
    annex.request = mla
    context: dict[str, Any] = {"attached": shown(annex, file)}
    if annex_states.state_of(file) == "waiting":
        return render(request, f"{PAGE}#file", context)
    panel, page = panel_of(mla), BY_SLUG["annexes"]
    context |= {
        "may_edit": permissions.may_edit(request.user, mla),
        "row": {"pk": annex.pk, "findings": panel.of_row(page, annex.key)},
        "tasks": panel.tasks(page.slug),
        "completeness": panel.completeness(page.slug),
    }
    return render(request, f"{PAGE}#ended", context, status=STOP_POLLING)


@require_POST
def annex_retry(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find_editable(request, reference)
    annex, file = _find(mla, pk)
    jobs.order_again(file)
    return redirect(Places(mla).item(BY_SLUG["annexes"], annex))


def _find(mla: MLARequest, pk: int) -> tuple[Annex, AnnexFile]:
    annex = Annex.objects.filter(request=mla, pk=pk).first()
    if annex is None or annex.stored_as is None:
        raise Http404
    file = AnnexFile.objects.filter(request=mla, name=annex.stored_as).first()
    if file is None:
        raise Http404
    return annex, file


def _open(file: AnnexFile) -> Any:
    try:
        return uploads.open_stored(file.name)
    except FileNotFoundError:
        raise Http404 from None


def shown(annex: Annex, file: AnnexFile) -> dict[str, Any]:
    """Return the file as the page of its annex shows it."""
    at = [annex.request.reference, annex.pk]
    state = annex_states.state_of(file)
    return {
        "pk": annex.pk,
        "title": annex.title,
        "state": state,
        "label": LABELS[state],
        "reason": _(REASONS[file.refusal]) if file.refusal else file.failure and _(file.failure),
        "kind": file.kind.upper(),
        "pages": file.pages,
        "size": file.size,
        "sha256": file.sha256,
        "at": file.finished_at,
        "url": reverse("annex_file", args=at),
        "state_url": reverse("annex_state", args=at),
        "retry_url": reverse("annex_retry", args=at),
        "details": [
            {
                "label": _(DETAILS.get(each["code"], each["code"])),
                "value": each["value"],
                "warn": each["warn"],
            }
            for each in file.details
        ],
        "previews": [
            {"number": number, "url": reverse("annex_preview", args=[*at, number])}
            for number in range(1, file.previews + 1)
        ],
        "text": file.text[:4000],
    }

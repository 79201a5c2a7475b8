"""The letter as it reads now, and the documents that workers make of it."""

import io
import logging
from typing import Any, cast

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from requests_app import audit
from requests_app.background import jobs
from requests_app.documents import letters, printing
from requests_app.models import MLARequest, RenderedDocument
from requests_app.render import html
from requests_app.sections.counterparts import name_of_language
from requests_app.views.drafting.annexes import AS_DOWNLOAD
from requests_app.views.parts.access import OfficerRequest, find, refuse_unless
from requests_app.views.parts.panel import panel_of
from requests_app.views.parts.request_heads import head

logger = logging.getLogger(__name__)

PAGE = "requests_app/letter.html"
STOP_POLLING = 286
ENDED = frozenset({RenderedDocument.Status.DONE, RenderedDocument.Status.FAILED})


@require_GET
def letter(request: HttpRequest, reference: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    audit.record(audit.Verb.LETTER_READ, actor=request.user, reference=reference, revision=mla.revision)
    standing = letters.kept(mla)
    composed = letters.shown(mla, standing)
    context = {
        "mla": mla,
        "head": head(mla),
        "letter_html": html.preview(composed),
        "lacking": name_of_language(composed.lacking) if composed.lacking else "",
        "draft": is_draft(mla),
        "documents": [shown(document) for document in documents_of(mla)],
        "may_order": may_order(mla),
        "completeness": panel_of(mla).completeness(),
        "changed": letters.by_now(standing),
        "from_before": letters.is_from_before(mla, standing),
    }
    return render(request, PAGE, context)


@require_POST
def document_order(request: HttpRequest, reference: str) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    refuse_unless(may_order(mla))
    printing.order(mla, request.user, draft=is_draft(mla))
    return redirect("letter", reference)


@require_GET
def document(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Show how far the work is; a script stops asking once it has ended."""
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    found = _document(mla, pk)
    if not request.htmx:
        return redirect("letter", reference)
    status = STOP_POLLING if found.status in ENDED else 200
    context = {"document": shown(found), "may_order": may_order(mla)}
    return render(request, f"{PAGE}#document", context, status=status)


@require_POST
def document_retry(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    request = cast(OfficerRequest, request)
    mla = find(request, reference)
    refuse_unless(may_order(mla))
    found = _document(mla, pk)
    refuse_unless(not printing.is_void(found))
    jobs.order_again(found)
    return redirect("letter", reference)


@require_GET
def document_download(request: HttpRequest, reference: str, pk: int) -> FileResponse | HttpResponse:
    request = cast(OfficerRequest, request)
    found = _document(find(request, reference), pk)
    if printing.is_void(found):
        messages.error(request, _("This document is void, so it is not handed out: its approval fell."))
        return redirect("request", reference)
    content = _content_of(found)
    audit.record(
        audit.Verb.DOCUMENT_READ, actor=request.user, reference=reference, document=pk, sha256=found.sha256
    )
    name = f"{reference}{'-draft' if found.draft else ''}.{found.face}"
    return _download(io.BytesIO(content), name, "application/pdf")


def _content_of(document: RenderedDocument) -> bytes:
    """Return the file, or raise Http404: one that is lost or changed is logged for operators and
    handed to nobody.
    """
    if document.status != RenderedDocument.Status.DONE:
        raise Http404
    try:
        return printing.read(document)
    except OSError:
        logger.error("document %s of %s is not the file that was made", document.pk, document.request_id)
        raise Http404 from None


def _download(file: Any, name: str, media_type: str) -> FileResponse:
    return FileResponse(
        file, as_attachment=True, filename=name, content_type=media_type, headers=AS_DOWNLOAD
    )


def _document(mla: MLARequest, pk: int) -> RenderedDocument:
    found = documents_of(mla).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def documents_of(mla: MLARequest) -> QuerySet[RenderedDocument]:
    found = cast(QuerySet[RenderedDocument], RenderedDocument.objects.filter(request=mla))
    return found.select_related("request__transmission")


def is_draft(mla: MLARequest) -> bool:
    """Whether the text has no approval that still holds."""
    state = MLARequest.State
    never_left = mla.state == state.WITHDRAWN and not hasattr(mla, "transmission")
    return never_left or mla.state in {state.DRAFT, state.IN_REVIEW}


def may_order(mla: MLARequest) -> bool:
    return mla.state not in {MLARequest.State.WITHDRAWN, MLARequest.State.CLOSED}


def shown(document: RenderedDocument) -> dict[str, Any]:
    reference, void = document.request.reference, printing.is_void(document)
    return {
        "pk": document.pk,
        "face": document.face,
        "title": _("Draft, PDF") if document.draft else _("The letter, PDF"),
        "void": void,
        "state": document.status,
        "state_label": _("Void") if void else document.get_status_display(),
        "sha256": document.sha256,
        "size": document.size,
        "pages": document.pages,
        "revision": document.revision,
        "created_at": document.ordered_at,
        "finished_at": document.finished_at,
        "error": _(document.failure) if document.failure else "",
        "url": reverse("document_download", args=[reference, document.pk]),
        "reference": reference,
    }

"""The documents of a request: ordered by an act, made by a worker, kept with their digest."""

import dataclasses
import hashlib
import os
import uuid
from pathlib import Path

import msgspec
from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_noop

from requests_app import audit, snapshots
from requests_app.background import jobs
from requests_app.content.snapshot import Snapshot, digest
from requests_app.documents import letters
from requests_app.letter.compose import compose
from requests_app.models import MLARequest, Officer, RenderedDocument
from requests_app.models.job import ClockTimestamp, Job
from requests_app.render import html, pdf

TOO_COMPLEX = gettext_noop("The letter is too long or too complex to print. Move long lists into an annex.")
VOID = gettext_noop("The approval was withdrawn before it was made.")
URGENT = frozenset({"urgent", "emergency"})


@transaction.atomic
def order(mla: MLARequest, officer: Officer, *, draft: bool = False) -> RenderedDocument:
    """Have the text of this moment made into a PDF; ordering the same twice gives one document.

    A document that could not be made is tried again.
    """
    mla = MLARequest.objects.select_for_update(of=("self",)).get(pk=mla.pk)
    snapshot = snapshots.of(mla)
    document, is_new = RenderedDocument.objects.get_or_create(
        request=mla,
        snapshot_digest=digest(snapshot),
        template_digest=pdf.TEMPLATE_DIGEST,
        face=RenderedDocument.Face.PDF,
        draft=draft,
        defaults={
            "snapshot": msgspec.to_builtins(snapshot),
            "revision": mla.revision,
            "urgent": snapshot.urgency.level in URGENT,
            "audit_head": audit.head(),
            "ordered_by": officer,
        },
    )
    if is_new:
        jobs.wake(document)
        audit.record(
            audit.Verb.DOCUMENT_ORDERED,
            actor=officer,
            reference=mla.reference,
            document=document.pk,
            digest=document.snapshot_digest,
            draft=draft,
        )
    else:
        jobs.order_again(document)
    return document


def make(document: RenderedDocument) -> None:
    """Render what a worker has claimed. The file has its place before the row says so."""
    content = _rendered(document)
    name = _stored(content)
    try:
        with transaction.atomic():
            _finish(document, name, content)
    except jobs.LeaseLost:
        path_of(name).unlink()
        raise


def produce(pk: int) -> RenderedDocument:
    """Make the document here and now, unless a worker has it or it is made."""
    jobs.work_one(RenderedDocument, pk, make)
    return RenderedDocument.objects.get(pk=pk)


def approved(mla: MLARequest) -> RenderedDocument | None:
    """The document of the approved text, whatever has become of it; None before approval."""
    if not mla.approved_digest:
        return None
    final = mla.documents.filter(draft=False, snapshot_digest=mla.approved_digest)
    return final.order_by("-pk").first()


def finished(mla: MLARequest) -> RenderedDocument | None:
    """The PDF of exactly the approved text, when it is made: what may be sent."""
    if not mla.approved_digest:
        return None
    final = mla.documents.filter(draft=False, snapshot_digest=mla.approved_digest)
    return final.filter(status=RenderedDocument.Status.DONE).order_by("-pk").first()


def is_void(document: RenderedDocument) -> bool:
    """A print of an approval that stands no more: nobody hands it out, unless it was sent once."""
    mla = document.request
    sent = getattr(mla, "transmission", None)
    if document.draft or (sent is not None and sent.document_id == document.pk):
        return False
    has_fallen = mla.state == MLARequest.State.WITHDRAWN
    return has_fallen or document.snapshot_digest != mla.approved_digest


def stop(mla: MLARequest) -> None:
    """The approval has fallen: nobody makes its document. A worker that has begun loses its claim."""
    final = mla.documents.filter(draft=False, status__in=[Job.Status.QUEUED, Job.Status.RUNNING])
    final.update(
        status=Job.Status.FAILED,
        failure=VOID,
        fence=F("fence") + 1,
        lease_until=None,
        finished_at=ClockTimestamp(),
    )


def path_of(name: uuid.UUID) -> Path:
    return Path(settings.MEDIA_ROOT) / "documents" / name.hex[:2] / f"{name.hex}.pdf"


def read(document: RenderedDocument) -> bytes:
    """The file, when it is what was made; a file that was changed or lost is never handed out."""
    if document.stored_as is None:
        raise FileNotFoundError(f"document {document.pk} is not made")
    content = path_of(document.stored_as).read_bytes()
    if hashlib.sha256(content).hexdigest() != document.sha256:
        raise OSError(f"document {document.pk} is not the file that was made")
    return content


def _rendered(document: RenderedDocument) -> bytes:
    snapshot = msgspec.convert(document.snapshot, Snapshot)
    setting = dataclasses.replace(
        letters.setting_of(snapshot),
        approved=not document.draft,
        revision=document.revision,
        audit_head=document.audit_head,
    )
    try:
        rows = len(snapshot.data_items)
        return pdf.to_pdf(html.printed(compose(snapshot, setting)), limits=pdf.limits_for(rows))
    except pdf.TooComplex as reason:
        raise jobs.CannotBeDone(TOO_COMPLEX) from reason


def _finish(document: RenderedDocument, name: uuid.UUID, content: bytes) -> None:
    sha256 = hashlib.sha256(content).hexdigest()
    jobs.finish(document, stored_as=name, sha256=sha256, size=len(content))
    audit.record(
        audit.Verb.DOCUMENT_RENDERED,
        actor=None,
        reference=document.request.reference,
        document=document.pk,
        digest=document.snapshot_digest,
        sha256=sha256,
    )


def _stored(content: bytes) -> uuid.UUID:
    """Complete or absent under its name, also after a power cut."""
    name = uuid.uuid4()
    path = path_of(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".part")
    with partial.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.rename(path)
    _sync_directory(path.parent)
    return name


def _sync_directory(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

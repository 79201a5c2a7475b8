"""The documents of a request: an act orders them, a worker makes them, they are kept with their digest."""

import hashlib
import os
import uuid
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext_noop

from requests_app import audit
from requests_app.background import jobs
from requests_app.documents import letters
from requests_app.documents.letters import Bound
from requests_app.letter.setting import Stamp
from requests_app.models import MLARequest, Officer, RenderedDocument
from requests_app.models.job import ClockTimestamp, Job, JobQuerySet
from requests_app.render import html, pdf

TOO_COMPLEX = gettext_noop("The letter is too long or too complex to print. Move long lists into an annex.")
STALE = gettext_noop(
    "The wording of letters was changed after this was ordered. Order a draft again; an approved letter is "
    "returned, and approved with the new wording."
)
FROM_BEFORE = gettext_noop(
    "This was ordered before the portal kept what a letter takes from the law. Order a draft again; an "
    "approved letter is returned, and approved again."
)
VOID = gettext_noop("The approval was withdrawn before it was made.")
URGENT = frozenset({"urgent", "emergency"})


class NothingApproved(Exception):
    """No letter is approved, so that none can be printed without the mark of a draft."""


@transaction.atomic
def order(
    mla: MLARequest, officer: Officer, *, draft: bool = False, letter: Bound | None = None
) -> RenderedDocument:
    """Have the letter made into a PDF; ordering the same twice gives one document.

    `letter` comes from a caller that holds the lock of the request. None means that of this moment for a
    draft, else the one that was approved. A document that could not be made is tried again.
    """
    if letter is None:
        mla = MLARequest.objects.select_for_update(of=("self",)).get(pk=mla.pk)
        letter = _letter_of(mla, draft=draft)
    return _again(mla) if letter is None else _document(mla, officer, letter, draft=draft)


def _again(mla: MLARequest) -> RenderedDocument:
    """Return the document of an approval from before letters were kept: no other one can be made for it."""
    document = approved(mla)
    if document is None:
        raise NothingApproved(mla.reference)
    jobs.order_again(document)
    return document


def _letter_of(mla: MLARequest, *, draft: bool) -> Bound | None:
    return letters.now(mla) if draft else letters.kept(mla)


def _document(mla: MLARequest, officer: Officer, letter: Bound, *, draft: bool) -> RenderedDocument:
    document, is_new = RenderedDocument.objects.get_or_create(
        request=mla,
        bound_digest=letter.digest,
        face=RenderedDocument.Face.PDF,
        draft=draft,
        defaults={
            **letter.columns(),
            "revision": mla.revision,
            "urgent": letter.snapshot.urgency.level in URGENT,
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
            digest=document.bound_digest,
            draft=draft,
        )
    else:
        jobs.order_again(document)
    return document


def make(document: RenderedDocument) -> None:
    """Print what a worker has claimed. The file is in its place before the row says so."""
    content = _rendered(document)
    name = _stored(content)
    try:
        with transaction.atomic():
            _finish(document, name, content)
    except jobs.LeaseLost:
        path_of(name).unlink()
        raise


def produce(pk: int) -> RenderedDocument:
    """Make the document in this process, unless a worker has it or it is made already."""
    jobs.work_one(RenderedDocument, pk, make)
    return RenderedDocument.objects.get(pk=pk)


def approved(mla: MLARequest) -> RenderedDocument | None:
    """Return the document of the approved letter, whatever its state; None before an approval."""
    return _finals(mla).order_by("-pk").first()


def finished(mla: MLARequest) -> RenderedDocument | None:
    """Return the PDF of exactly the approved letter, which may be sent; None while it is not made."""
    return _finals(mla).filter(status=RenderedDocument.Status.DONE).order_by("-pk").first()


def _finals(mla: MLARequest) -> JobQuerySet[RenderedDocument]:
    """Return the final documents of the approval; one from before letters were kept binds the text
    alone.
    """
    if not mla.approved_digest:
        return RenderedDocument.objects.none()
    bound = Q(bound_digest=mla.approved_digest)
    from_before = Q(bound_digest="", snapshot_digest=mla.approved_digest)
    return RenderedDocument.objects.filter(bound | from_before, request=mla, draft=False)


def is_void(document: RenderedDocument) -> bool:
    """Whether the document belongs to an approval that no longer holds: it is not handed out, unless
    it was sent.
    """
    mla = document.request
    sent = getattr(mla, "transmission", None)
    if document.draft or (sent is not None and sent.document_id == document.pk):
        return False
    has_fallen = mla.state == MLARequest.State.WITHDRAWN
    bound = document.bound_digest or document.snapshot_digest
    return has_fallen or bound != mla.approved_digest


def stop(mla: MLARequest) -> None:
    """Drop the documents of an approval that has ended; a worker that has begun loses its claim."""
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
    """Return the file if it is what was made; a file that was changed or lost is never handed out."""
    if document.stored_as is None:
        raise FileNotFoundError(f"document {document.pk} is not made")
    content = path_of(document.stored_as).read_bytes()
    if hashlib.sha256(content).hexdigest() != document.sha256:
        raise OSError(f"document {document.pk} is not the file that was made")
    return content


def _rendered(document: RenderedDocument) -> bytes:
    """Return the PDF of what the row keeps; nothing else is read, so that what was approved is printed."""
    letter = letters.read(document)
    if letter is None:
        raise jobs.CannotBeDone(FROM_BEFORE)
    if letter.wording != pdf.TEMPLATE_DIGEST:
        raise jobs.CannotBeDone(STALE)
    stamp = Stamp(approved=not document.draft, revision=document.revision, audit_head=document.audit_head)
    try:
        rows = len(letter.snapshot.data_items)
        return pdf.to_pdf(html.printed(letter.letter(stamp)), limits=pdf.limits_for(rows))
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
        digest=document.bound_digest,
        sha256=sha256,
    )


def _stored(content: bytes) -> uuid.UUID:
    """Write the file so that it is complete or absent under its name, also after a power failure."""
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

"""The files of annexes: a worker looks into them, and they are removed once nothing can need them."""

import logging
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import msgspec
from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_noop

from requests_app import audit
from requests_app.annexes import uploads
from requests_app.background import jobs
from requests_app.completeness import check_runs
from requests_app.inspection import process
from requests_app.inspection.report import Inspected
from requests_app.models import Annex, AnnexFile, MLARequest, RenderedDocument, Review, Version

logger = logging.getLogger(__name__)

GONE = gettext_noop("The file is not in the store any more. Attach it again.")
NO_ROOM = gettext_noop(
    "There is no room for what was found in the file. Nothing was lost; try again later."
)
# A file that nothing names may be one that is just being attached, or on a form that is still open.
KEPT_FOR = timedelta(days=2)
Verdict = AnnexFile.Verdict


def order(mla: MLARequest, stored: uploads.Stored) -> AnnexFile:
    """Have a file looked into, in the transaction of the act that attaches it."""
    file = AnnexFile.objects.create(
        request=mla, name=stored.name, kind=stored.kind, sha256=stored.sha256, size=stored.size
    )
    jobs.wake(file)
    return file


def examine(file: AnnexFile) -> None:
    """Look into the file that a worker has claimed. Its previews are in place before the row says so."""
    try:
        found = process.inspect(uploads.path_of(file.name))
    except FileNotFoundError:
        raise jobs.CannotBeDone(GONE) from None
    try:
        for number, picture in enumerate(found.pictures, start=1):
            path = uploads.preview_of(file.name, number)
            path.unlink(missing_ok=True)
            uploads.write(path, picture)
    except OSError:
        raise jobs.CannotBeDone(NO_ROOM) from None
    with transaction.atomic():
        _finish(file, found)


def _finish(file: AnnexFile, found: Inspected) -> None:
    """Keep the result; the file's number of pages is filled in where the officer left it blank."""
    mla = MLARequest.objects.select_for_update(of=("self",)).get(pk=file.request_id)
    report = found.report
    verdict = Verdict.REFUSED if report.refused else Verdict.ACCEPTED
    jobs.finish(
        file,
        verdict=verdict,
        kind=report.kind or file.kind,
        refusal=report.refused,
        pages=report.pages,
        details=msgspec.to_builtins(report.details),
        text=report.text.replace("\x00", ""),
        previews=len(found.pictures),
    )
    if mla.state == MLARequest.State.DRAFT:
        Annex.objects.filter(request=mla, stored_as=file.name, pages=None).update(pages=report.pages)
        check_runs.order_check_again(mla)
    audit.record(
        audit.Verb.FILE_EXAMINED,
        actor=None,
        reference=mla.reference,
        file=file.pk,
        sha256=file.sha256,
        verdict=str(verdict),
        refusal=report.refused,
    )


def produce(pk: int) -> AnnexFile:
    """Look into the file in this process, unless a worker has it."""
    jobs.work_one(AnnexFile, pk, examine)
    return AnnexFile.objects.get(pk=pk)


def clear() -> int:
    """Remove files that no annex, no earlier version and no text that was read or printed can need;
    return how many.

    A file is known by its digest in what was approved and sent, so that content attached twice is
    kept as long as one of the two is needed.
    """
    before = timezone.now() - KEPT_FOR
    removed = 0
    for file in AnnexFile.objects.filter(ordered_at__lt=Now() - KEPT_FOR).select_related("request"):
        removed += _remove(file)
    names = {name.hex for name in AnnexFile.objects.values_list("name", flat=True)}
    for path in uploads.everything():
        if path.name[:32] not in names and path.stat().st_mtime < before.timestamp():
            path.unlink(missing_ok=True)
            removed += 1
    return removed


@transaction.atomic
def _remove(file: AnnexFile) -> bool:
    """Remove the row under the lock that attaching takes; the bytes go once that is committed."""
    mla = MLARequest.objects.select_for_update(of=("self",)).get(pk=file.request_id)
    if is_needed(file):
        return False
    file.delete()
    audit.record(audit.Verb.FILE_CLEARED, actor=None, reference=mla.reference, sha256=file.sha256)
    transaction.on_commit(lambda: uploads.discard(file.name))
    return True


def is_needed(file: AnnexFile) -> bool:
    if Annex.objects.filter(stored_as=file.name).exists():
        return True
    earlier = Version.objects.filter(request=file.request_id, section="annexes")
    if any(str(file.name) in _texts(values) for values in earlier.values_list("values", flat=True)):
        return True
    holding = [{"sha256": file.sha256}]
    read = Review.objects.filter(request=file.request_id, snapshot__annexes__contains=holding)
    printed = RenderedDocument.objects.filter(
        request=file.request_id, draft=False, snapshot__annexes__contains=holding
    )
    return read.exists() or printed.exists()


def _texts(values: dict[str, Any]) -> Iterable[str]:
    return [str(value) for value in values.values()]

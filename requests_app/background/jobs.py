"""The life of a job: ordered with the act that needs it, claimed under a fence, finished once.

1. The row is inserted in the transaction of the act; a hint follows the commit (`wake`).
2. A worker claims it with SKIP LOCKED and a lease on the database clock (`claim`), renews the lease while
   it works outside any transaction (`held`), and ends it by naming its fence (`finish`, `fail`).
3. Whatever was lost on the way, the sweep finds due and hints again (`sweep`).
"""

import logging
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import partial
from typing import Any, TypeVar

from django.db import DatabaseError, connection, transaction
from django.db.models import Q
from django.utils.translation import gettext_noop

from requests_app import audit
from requests_app.background.wakeups import publisher
from requests_app.models import AnnexFile, CheckRun, Intake, RenderedDocument
from requests_app.models.job import ClockTimestamp, Job, JobQuerySet

logger = logging.getLogger(__name__)

J = TypeVar("J", RenderedDocument, CheckRun, Intake, AnnexFile)
AnyJob = RenderedDocument | CheckRun | Intake | AnnexFile
Status = Job.Status
ALWAYS = Q()

KINDS: tuple[type[AnyJob], ...] = (RenderedDocument, CheckRun, Intake, AnnexFile)
# Short, so that the work of a killed worker is taken up soon; renewed, so that long work keeps it.
LEASE = timedelta(seconds=8)
RENEW_SECONDS = 2.0
# One hint sets off as much work as fits well within the time limit of a task.
BUDGET_SECONDS = 30.0
# A worker goes on by itself once woken, so a sweep need not name every job of a long queue.
HINTS_PER_SWEEP = 10
INTERRUPTED = gettext_noop("The work was interrupted each time it was tried. Order it again.")
UNEXPECTED = gettext_noop(
    "Something unexpected went wrong. Order it again, or tell those who run the portal."
)


class CannotBeDone(Exception):
    """Why a job cannot be done, for the officer who ordered it; holds no text of the case."""


class LeaseLost(Exception):
    """Another worker has taken over the job, so that this result does not count."""


def wake(job: AnyJob) -> None:
    """Hint at the job once its row is committed."""
    transaction.on_commit(partial(_hint, job))


def _hint(job: AnyJob) -> None:
    publisher.publish(job.task, job.pk, urgent=job.urgent)


def under_way() -> dict[str, Any]:
    """Return the columns of a job that the ordering process does itself, under the first fence.

    It does not count as a try: when the process dies, a worker has all tries left once the lease has
    ended.
    """
    return {"status": Status.RUNNING, "fence": 1, "lease_until": ClockTimestamp() + LEASE}


def order_again(job: AnyJob) -> None:
    """Start a failed job again, with all its tries."""
    failed = type(job).objects.filter(pk=job.pk, status=Status.FAILED)
    if failed.update(status=Status.QUEUED, tries=0, failure="", finished_at=None):
        job.refresh_from_db()
        wake(job)


@transaction.atomic
def claim(kind: type[J], pk: int | None = None) -> J | None:
    """Take the named job, or else the most urgent one; None means that there is none to take."""
    waiting = kind.objects.due().select_for_update(skip_locked=True, of=("self",))
    job: J | None = (waiting.filter(pk=pk) if pk else waiting).first()
    if job is not None:
        job.status, job.fence, job.tries = Status.RUNNING, job.fence + 1, job.tries + 1
        job.lease_until = ClockTimestamp() + LEASE
        job.save(update_fields=["status", "fence", "tries", "lease_until"])
    return job


def work_off(kind: type[J], first: int, work: Callable[[J], None]) -> None:
    """Do the hinted job, then the most urgent ones, for as long as one task may last."""
    for job in _taken(kind, first):
        _attempt(job, work)


def work_one(kind: type[J], pk: int, work: Callable[[J], None]) -> None:
    """Do this job only, unless another worker has it."""
    job = claim(kind, pk)
    if job is not None:
        _attempt(job, work)


def _attempt(job: J, work: Callable[[J], None]) -> None:
    try:
        with held(job):
            work(job)
    except LeaseLost:
        logger.info("%s %s was taken over by another worker", job.task, job.pk)
    except CannotBeDone as reason:
        fail(job, str(reason))
    except Exception as error:
        # The type and the line only: the words of an error may quote the case.
        logger.error("%s %s: %s at %s", job.task, job.pk, type(error).__name__, _line(error))
        fail(job, UNEXPECTED)


def _taken(kind: type[J], first: int) -> Iterator[J]:
    until = time.monotonic() + BUDGET_SECONDS
    job = claim(kind, first) or claim(kind)
    while job is not None:
        yield job
        job = claim(kind) if time.monotonic() < until else None


def _line(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{frame.filename}:{frame.lineno}"


@contextmanager
def held(job: AnyJob) -> Iterator[None]:
    """Renew the lease from a thread for as long as the work lasts; a killed process renews nothing."""
    over = threading.Event()
    keeper = threading.Thread(target=_renew, args=(job, over), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join()


def _renew(job: AnyJob, over: threading.Event) -> None:
    while not over.wait(RENEW_SECONDS):
        try:
            _mine(job).update(lease_until=ClockTimestamp() + LEASE)
        except DatabaseError as error:
            logger.warning("lease of %s %s not renewed: %s", job.task, job.pk, type(error).__name__)
            connection.close()
    connection.close()


def finish(job: AnyJob, *, only: Q = ALWAYS, **results: Any) -> None:
    """End the job in one transaction with everything that the work brings about; LeaseLost undoes all
    of it.

    `only` is what must still hold of the job.
    """
    _end(job, only, status=Status.DONE, finished_at=ClockTimestamp(), **results)


def advance(job: AnyJob, **progress: Any) -> None:
    """Keep how far the work is, in the transaction of one part of it; LeaseLost undoes that part."""
    if not _mine(job).update(**progress):
        raise LeaseLost(f"{job.task} {job.pk}")


def drop(job: AnyJob) -> None:
    """Drop a job that nobody needs any more."""
    _mine(job).delete()


@transaction.atomic
def fail(job: AnyJob, reason: str) -> None:
    """Try the job again, or give up with a reason after the last try."""
    if job.tries >= Job.MAX_TRIES:
        _give_up(job, reason)
    elif _mine(job).update(status=Status.QUEUED, lease_until=None):
        wake(job)


def sweep() -> int:
    """Give up jobs that were interrupted too often, hint at those that are due; return how many hints
    were given.
    """
    for kind in KINDS:
        for job in kind.objects.exhausted():
            with suppress(LeaseLost):
                _give_up(job, INTERRUPTED)
    pressing = [job for kind in KINDS for job in kind.objects.due()[:HINTS_PER_SWEEP]]
    return sum(publisher.publish(job.task, job.pk, urgent=job.urgent) for job in pressing)


@transaction.atomic
def _give_up(job: AnyJob, reason: str) -> None:
    _end(job, ALWAYS, status=Status.FAILED, failure=reason[:300], finished_at=ClockTimestamp())
    audit.record(
        audit.Verb.JOB_FAILED, actor=None, reference=job.request.reference, task=job.task, job=job.pk
    )


def _end(job: AnyJob, only: Q, **values: Any) -> None:
    if not _mine(job).filter(only).update(lease_until=None, **values):
        raise LeaseLost(f"{job.task} {job.pk}")


def _mine(job: AnyJob) -> JobQuerySet[Any]:
    return type(job).objects.filter(pk=job.pk, fence=job.fence, status=Status.RUNNING)

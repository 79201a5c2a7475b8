"""Checks that are kept: the evidence of a gate, and the check in the background after each save.

A run writes its own row and never into the request; a reader compares its revision with the
request's.
"""

import logging
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Exists, F, Q, QuerySet

from requests_app import audit, snapshots
from requests_app.background import jobs
from requests_app.checks.decisions import Decision
from requests_app.checks.findings import first_of_each
from requests_app.checks.reading import Files
from requests_app.completeness import annex_states, decided, earlier_requests, examining
from requests_app.completeness.examining import Examination
from requests_app.content.snapshot import Snapshot
from requests_app.models import CheckRun, MLARequest
from requests_app.models.job import ClockTimestamp
from requests_app.models.request import MLARequestQuerySet
from treaties import version

logger = logging.getLogger(__name__)

Status = CheckRun.Status
# The section of the findings that speak of a rule and not of the request.
_RULES = "law"
UNDECIDED = (MLARequest.State.DRAFT, MLARequest.State.IN_REVIEW)


def keep(mla: MLARequest, gate: CheckRun.Gate, examination: Examination) -> CheckRun:
    """Keep the examination of a gate as its evidence; return the row."""
    return CheckRun.objects.create(
        request=mla,
        revision=mla.revision,
        gate=gate,
        status=Status.DONE,
        finished_at=ClockTimestamp(),
        **_found(examination),
        findings=examining.findings_as_json(examination.report.findings),
    )


def order_check(mla: MLARequest, *, shown: bool = False) -> None:
    """Have the request checked as it is after this save. A check that still waits moves on to it.

    `shown` means that the page which saves makes this very check and keeps it (`keep_shown`). The row is
    then under way from the start: where that page never comes so far, its lease ends and a worker takes it.
    """
    waiting = CheckRun.objects.filter(request=mla, gate=CheckRun.Gate.SAVE, status=Status.QUEUED)
    if shown and not waiting.exists():
        run = CheckRun.objects.create(request=mla, revision=mla.revision, **jobs.under_way())
        mla.check_under_way = run  # type: ignore[attr-defined] # for the page to which this row is handed on
        return
    if waiting.update(revision=mla.revision):
        return
    jobs.wake(CheckRun.objects.create(request=mla, revision=mla.revision))


def under_way(mla: MLARequest) -> CheckRun | None:
    """Return the run of this revision that is being made; whoever means to keep it asks before
    reading the text.

    None means that it waits for a worker, or is done.
    """
    known: CheckRun | None = getattr(mla, "check_under_way", None)
    if known is not None and known.revision == mla.revision:
        return known
    runs = CheckRun.objects.filter(request=mla, gate=CheckRun.Gate.SAVE, revision=mla.revision)
    run = runs.filter(status=Status.RUNNING, rules_digest="").first()
    if run is not None:
        run.request = mla
    return run


def keep_shown(run: CheckRun, examination: Examination) -> None:
    """Keep the check that a page has just made, unless something has ordered it again meanwhile.

    A decision or a change of the law since `under_way` has taken the run from the page; a text of another
    revision is not the one that was to be checked. A release that was loaded is followed by the sweep.
    """
    unchanged = MLARequest.objects.filter(pk=run.request_id, revision=run.revision)
    try:
        with transaction.atomic():
            _finish(run, examination, only=Q(Exists(unchanged)))
    except jobs.LeaseLost:
        logger.info("check run %s was ordered again", run.pk)


def order_checks_of_drafts() -> int:
    """Have every draft checked again after a change of the law; the sweep finds those that no hint
    names.

    Requests in review are checked too: a reviewer must not read the numbers of the earlier law.
    """
    return _order_again(CheckRun.objects.filter(request__state__in=UNDECIDED))


def follow_law() -> int:
    """Have requests checked again whose last check was made with another law, because a loaded
    release announces itself to nobody; return how many.
    """
    past = CheckRun.objects.filter(request__state__in=UNDECIDED, status=Status.DONE)
    return _order_again(past.exclude(law=version.loaded() or ""))


def order_check_again(mla: MLARequest) -> None:
    """Have the request checked again because something else than its text changed: an officer decided
    on a line.
    """
    _order_again(CheckRun.objects.filter(request=mla))


def _order_again(runs: QuerySet[CheckRun]) -> int:
    """Order the run again; what was found stays readable meanwhile, as stale.

    A run that has begun loses its claim, and its result does not count.
    """
    after_save = runs.filter(gate=CheckRun.Gate.SAVE, revision=F("request__revision"))
    chosen = list(after_save.exclude(status=Status.QUEUED).values_list("pk", flat=True))
    again = CheckRun.objects.filter(pk__in=chosen)
    again.update(status=Status.QUEUED, tries=0, failure="", finished_at=None, lease_until=None)
    if first := again.first():
        jobs.wake(first)
    return len(chosen)


def run_check(run: CheckRun) -> None:
    """Check what a worker has claimed; drop it when a newer save has ordered a check of its own."""
    read = _read(run)
    if read is None:
        jobs.drop(run)
        return
    snapshot, decided, files = read
    examination = examining.examine(snapshot, decided=decided, files=files)
    with transaction.atomic():
        _finish(run, examination)


def _finish(run: CheckRun, examination: Examination, only: Q = jobs.ALWAYS) -> None:
    """Finish a run after a save with a few lines of each rule, while its summary counts all.

    Where `only` does not hold, the lease counts as lost.
    """
    few = examining.findings_as_json(first_of_each(examination.report.findings))
    law_changed = run.rules_digest not in ("", examination.rules_digest)
    before = {"before_law": run.before_law or run.summary} if law_changed else {}
    jobs.finish(run, only=only, **_found(examination), findings=few, **before)
    earlier_requests.keep(run.request, examination.snapshot)
    if law_changed:
        audit.record(audit.Verb.LAW_AFFECTED, actor=None, reference=run.request.reference, run=run.pk)
    older = CheckRun.objects.filter(
        request=run.request_id, gate=CheckRun.Gate.SAVE, revision__lt=run.revision
    )
    older.exclude(status=Status.RUNNING).delete()


def affected(requests: MLARequestQuerySet) -> QuerySet[CheckRun]:
    """Return the checks of requests of which the law asks something else than at the last save,
    latest first.
    """
    runs = CheckRun.objects.filter(request__in=requests.filter(state__in=UNDECIDED))
    current = runs.filter(gate=CheckRun.Gate.SAVE, revision=F("request__revision"))
    return current.exclude(before_law=None).order_by("-finished_at")


def latest(mla: MLARequest) -> CheckRun | None:
    """Return the newest finished run after a save; it is stale when its revision is not the
    request's. None when there is none.
    """
    done = CheckRun.objects.filter(request=mla, gate=CheckRun.Gate.SAVE, status=Status.DONE)
    return done.order_by("-revision").first()


def not_evaluated() -> dict[str, list[str]]:
    """Return the rules that could not be evaluated, by code, with the requests that were checked
    without them.

    Drafters see a line and cannot mend it; administrators can.
    """
    found: dict[str, list[str]] = {}
    runs = CheckRun.objects.filter(status=Status.DONE, findings__contains=[{"section": _RULES}])
    for reference, findings in runs.order_by("request__reference").values_list(
        "request__reference", "findings"
    ):
        for finding in findings:
            references = found.setdefault(finding["field"], []) if finding["section"] == _RULES else None
            if references is not None and reference not in references:
                references.append(reference)
    return found


@transaction.atomic
def _read(run: CheckRun) -> tuple[Snapshot, Sequence[Decision], Files] | None:
    """Return text, decisions and states of files at the revision of the run, under the lock that
    saves take.

    None means that the request has another revision by now.
    """
    mla = MLARequest.objects.select_for_update().get(pk=run.request_id)
    if mla.revision != run.revision:
        return None
    return snapshots.of(mla), decided.of(mla), annex_states.states(mla)


def _found(examination: Examination) -> dict[str, Any]:
    return {
        "snapshot_digest": examination.snapshot_digest,
        "rules_digest": examination.rules_digest,
        "law": examination.law_version,
        "settled": examining.settled_as_json(examination.settled),
        "summary": examining.summary_as_json(examination.report),
    }

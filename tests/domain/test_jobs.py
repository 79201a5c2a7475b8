"""The durable-job contract, without faults: ordered once, claimed under a fence, finished once."""

import hashlib
from datetime import timedelta

import pytest

from mla_portal import celery
from requests_app import tasks
from requests_app.background import jobs
from requests_app.background.jobs import CannotBeDone, LeaseLost
from requests_app.background.wakeups import publisher
from requests_app.documents import letters, printing
from requests_app.intake.text import MOST_ROWS
from requests_app.models import AuditEvent, CheckRun, RenderedDocument
from requests_app.models.job import ClockTimestamp
from requests_app.render import pdf

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def hints(monkeypatch):
    given = []

    def publish(task: str, pk: int, *, urgent: bool = False) -> bool:
        given.append((task.rsplit(".", 1)[1], pk, urgent))
        return True

    monkeypatch.setattr(publisher, "publish", publish)
    return given


@pytest.fixture(autouse=True)
def engine(monkeypatch):
    """Rendering is tried elsewhere; here it is a second's thought."""
    monkeypatch.setattr(
        pdf, "to_pdf", lambda html, limits: b"%PDF-" + hashlib.sha256(html.encode()).digest()
    )


@pytest.fixture
def document(mla, drafter) -> RenderedDocument:
    return printing.order(mla, drafter, letter=letters.now(mla))


def expire(job) -> None:
    past = ClockTimestamp() - timedelta(seconds=1)
    type(job).objects.filter(pk=job.pk).update(lease_until=past)


# --- ordering -----------------------------------------------------------------------------------------


def test_the_hint_follows_the_commit(mla, drafter, hints, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        document = printing.order(mla, drafter, letter=letters.now(mla))
        assert hints == []

    assert hints == [("make_documents", document.pk, False)]


def test_ordering_twice_gives_one_document(mla, drafter, colleague, document):
    assert printing.order(mla, colleague, letter=letters.now(mla)) == document
    assert AuditEvent.objects.filter(verb="document.ordered").count() == 1


def test_another_text_or_a_draft_print_is_another_document(mla, drafter, document):
    draft = printing.order(mla, drafter, draft=True)
    mla.purpose = "Changed."
    mla.save()
    changed = printing.order(mla, drafter, letter=letters.now(mla))

    assert len({document, draft, changed}) == 3


def test_an_urgent_request_is_ordered_urgently(mla, drafter):
    mla.urgency_level = "emergency"
    mla.save()

    assert printing.order(mla, drafter, letter=letters.now(mla)).urgent


def test_a_failed_document_is_ordered_again(mla, drafter, document):
    RenderedDocument.objects.update(status="failed", tries=2, failure="No space.", fence=5)

    again = printing.order(mla, drafter, letter=letters.now(mla))

    assert (again.pk, again.status, again.tries, again.failure, again.fence) == (
        document.pk,
        "queued",
        0,
        "",
        5,
    )


# --- claiming -----------------------------------------------------------------------------------------


def test_a_claim_raises_the_fence_and_takes_a_lease(document):
    claimed = jobs.claim(RenderedDocument, document.pk)

    row = RenderedDocument.objects.get()
    assert (row.status, row.fence, row.tries, claimed.fence) == ("running", 1, 1, 1)
    assert row.lease_until is not None
    assert jobs.claim(RenderedDocument, document.pk) is None


def test_an_expired_lease_is_taken_over_under_a_new_fence(document):
    jobs.claim(RenderedDocument)
    expire(document)

    assert jobs.claim(RenderedDocument).fence == 2


def test_the_urgent_come_first_then_the_oldest(mla, drafter, document):
    draft = printing.order(mla, drafter, draft=True)
    mla.purpose = "Changed."
    mla.save()
    urgent = printing.order(mla, drafter, letter=letters.now(mla))
    RenderedDocument.objects.filter(pk=urgent.pk).update(urgent=True)

    assert [jobs.claim(RenderedDocument) for _ in range(4)] == [urgent, document, draft, None]


# --- finishing ----------------------------------------------------------------------------------------


def test_a_document_is_made_with_its_digest_and_on_record(document):
    made = printing.produce(document.pk)

    content = printing.read(made)
    assert (made.status, made.sha256, made.size) == (
        "done",
        hashlib.sha256(content).hexdigest(),
        len(content),
    )
    assert AuditEvent.objects.last().verb == "document.rendered"
    assert AuditEvent.objects.last().detail["sha256"] == made.sha256


def test_making_it_twice_makes_it_once(document):
    first, second = (printing.produce(document.pk) for _ in range(2))

    assert (first.stored_as, first.fence) == (second.stored_as, second.fence)
    assert AuditEvent.objects.filter(verb="document.rendered").count() == 1


def test_a_worker_that_comes_back_late_writes_nothing(document, settings):
    late = jobs.claim(RenderedDocument)
    expire(document)
    made = printing.produce(document.pk)

    with pytest.raises(LeaseLost):
        printing.make(late)

    assert RenderedDocument.objects.get().stored_as == made.stored_as
    assert AuditEvent.objects.filter(verb="document.rendered").count() == 1
    assert [path.name for path in settings.MEDIA_ROOT.rglob("*.*")] == [f"{made.stored_as.hex}.pdf"]


def test_a_worker_that_comes_back_after_the_job_was_given_up_writes_nothing(document):
    jobs.claim(RenderedDocument)
    expire(document)
    late = jobs.claim(RenderedDocument)
    expire(document)
    jobs.sweep()

    with pytest.raises(LeaseLost):
        printing.make(late)

    assert RenderedDocument.objects.get().status == "failed"


def test_an_effect_that_cannot_be_recorded_is_undone(document, monkeypatch):
    def refuse(verb, **_detail):
        if verb == printing.audit.Verb.DOCUMENT_RENDERED:
            raise RuntimeError

    monkeypatch.setattr(printing.audit, "record", refuse)

    made = printing.produce(document.pk)

    assert (made.status, made.tries, made.sha256) == ("queued", 1, "")


def test_a_file_that_was_changed_is_not_handed_out(document):
    made = printing.produce(document.pk)
    printing.path_of(made.stored_as).write_bytes(b"%PDF-another")

    with pytest.raises(OSError, match="not the file that was made"):
        printing.read(made)


# --- failing ------------------------------------------------------------------------------------------


def fail_with(monkeypatch, error: Exception) -> None:
    def fail(_html: str, **_limits: object) -> bytes:
        raise error

    monkeypatch.setattr(pdf, "to_pdf", fail)


def test_after_two_tries_the_row_says_why(document, monkeypatch):
    fail_with(monkeypatch, pdf.TooComplex("flex"))

    states = [printing.produce(document.pk).status for _ in range(3)]

    row = RenderedDocument.objects.get()
    assert (states, row.tries, row.failure) == (["queued", "failed", "failed"], 2, printing.TOO_COMPLEX)
    assert AuditEvent.objects.last().verb == "job.failed"


def test_an_unexpected_error_says_nothing_of_the_case(document, monkeypatch, caplog):
    fail_with(monkeypatch, ValueError("canary of the case"))

    for _ in range(2):
        printing.produce(document.pk)

    assert RenderedDocument.objects.get().failure == jobs.UNEXPECTED
    assert "ValueError" in caplog.text
    assert "canary" not in caplog.text


def test_what_is_interrupted_each_time_is_given_up(document):
    for _ in range(2):
        jobs.claim(RenderedDocument)
        expire(document)

    assert jobs.claim(RenderedDocument) is None
    jobs.sweep()

    row = RenderedDocument.objects.get()
    assert (row.status, row.failure) == ("failed", jobs.INTERRUPTED)


# --- sweeping -----------------------------------------------------------------------------------------


def test_a_sweep_hints_at_what_is_due(document, mla, drafter, hints):
    held = printing.order(mla, drafter, draft=True)
    jobs.claim(RenderedDocument, held.pk)
    hints.clear()

    assert jobs.sweep() == 1
    expire(held)
    assert jobs.sweep() == 2
    assert hints == [("make_documents", pk, False) for pk in (document.pk, document.pk, held.pk)]


def test_a_task_goes_on_with_whatever_is_due(document, mla, drafter):
    draft = printing.order(mla, drafter, draft=True)

    jobs.work_off(RenderedDocument, draft.pk, printing.make)

    assert set(RenderedDocument.objects.values_list("status", flat=True)) == {"done"}


# --- checks after a save ------------------------------------------------------------------------------


@pytest.fixture
def run(mla, rules) -> CheckRun:
    from requests_app.completeness import check_runs
    from tests.domain.conftest import FACTS

    rules.append(FACTS)
    mla.fact_set.all().delete()
    check_runs.order_check(mla)
    return CheckRun.objects.get()


def work(run: CheckRun) -> None:
    from requests_app.completeness import check_runs

    jobs.work_off(CheckRun, run.pk, check_runs.run_check)


def test_a_check_keeps_what_it_found_at_its_revision(run, mla):
    before = type(mla).objects.values().get(pk=mla.pk)

    work(run)

    run.refresh_from_db()
    assert (run.status, run.revision, run.gate) == ("done", 0, "save")
    assert [finding["requirement"] for finding in run.findings] == ["test.facts"]
    assert (run.summary["block"], run.summary["blocking"]) == (1, True)
    assert type(mla).objects.values().get(pk=mla.pk) == before


def test_a_check_of_a_text_that_moved_on_is_dropped(run, mla):
    mla.revision = 4
    mla.save()

    work(run)

    assert not CheckRun.objects.exists()


def test_a_newer_check_replaces_the_older_and_leaves_the_evidence_of_gates(run, mla):
    from requests_app.completeness import check_runs

    work(run)
    CheckRun.objects.create(request=mla, revision=0, gate="submit", status="done")
    mla.revision = 1
    mla.save()
    check_runs.order_check(mla)
    newer = CheckRun.objects.get(status="queued")

    work(newer)

    assert set(CheckRun.objects.values_list("gate", "revision")) == {("submit", 0), ("save", 1)}
    assert check_runs.latest(mla) == newer


def test_a_check_that_cannot_be_made_says_so(run, monkeypatch):
    from requests_app.completeness import check_runs

    def fail(_snapshot, **_decided):
        raise CannotBeDone("The law data are not loaded.")

    monkeypatch.setattr(check_runs.examining, "examine", fail)
    for _ in range(2):
        work(run)

    run.refresh_from_db()
    assert (run.status, run.failure) == ("failed", "The law data are not loaded.")


def test_the_longest_print_ends_before_its_worker_is_killed():
    """It may be begun at the end of what one hint sets off; the others keep the limit of all tasks."""
    longest = jobs.BUDGET_SECONDS + pdf.limits_for(MOST_ROWS).wall

    assert tasks.make_documents.time_limit > longest
    assert tasks.examine_files.time_limit == celery.app.conf.task_time_limit

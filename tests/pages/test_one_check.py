"""A page that saves makes the check of the new text once, and keeps it; a worker takes what is missing."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from requests_app import casework
from requests_app.background import jobs
from requests_app.completeness import check_runs, examining
from requests_app.models import CheckRun, MLARequest, SoughtMark
from requests_app.views.parts.panel import kept_panel_of

pytestmark = pytest.mark.django_db

SCRIPT = {"hx-request": "true"}
SHOWN = casework.Sent(shown=True)


def save(mla: MLARequest, drafter, text: str = "Evidence in a fictional trial.") -> MLARequest:
    """What a page does before it draws its panel."""
    return casework.save_section(
        mla, drafter, section="facts", base=10**6, values={"purpose": text}, sent=SHOWN
    )


def run_of(mla: MLARequest) -> CheckRun:
    return CheckRun.objects.get(request=mla, gate="save", revision=mla.revision)


def test_a_page_that_saves_leaves_nothing_for_a_worker(law, mla, drafter, signed_in):
    address = reverse("section", args=[mla.reference, "facts"])

    signed_in(drafter).post(address, {"purpose": "Evidence.", "revision": 0}, headers=SCRIPT)

    mla.refresh_from_db()
    run, made = run_of(mla), examining.examine_request(mla)
    assert (run.status, run.snapshot_digest, run.rules_digest, run.law) == (
        "done",
        made.snapshot_digest,
        made.rules_digest,
        made.law_version,
    )
    assert run.summary == examining.summary_as_json(made.report)
    assert (CheckRun.objects.due().count(), CheckRun.objects.count()) == (0, 1)
    assert SoughtMark.objects.filter(request=mla).exists()


def test_what_a_page_keeps_is_what_a_worker_would(law, mla, drafter):
    saved = save(mla, drafter)
    kept_panel_of(saved)
    by_page = run_of(saved)

    CheckRun.objects.filter(pk=by_page.pk).update(status="queued", rules_digest="", findings=[])
    jobs.work_one(CheckRun, by_page.pk, check_runs.run_check)

    by_worker = run_of(saved)
    for name in ("findings", "settled", "summary", "snapshot_digest", "rules_digest", "law", "status"):
        assert getattr(by_page, name) == getattr(by_worker, name), name


def test_a_form_without_a_script_orders_its_check_from_a_worker(law, mla, drafter, signed_in):
    address = reverse("section", args=[mla.reference, "facts"])

    signed_in(drafter).post(address, {"purpose": "Evidence.", "revision": 0})

    mla.refresh_from_db()
    assert run_of(mla).status == "queued"


def test_a_process_that_is_killed_after_the_save_leaves_its_check_to_a_worker(law, mla, drafter):
    saved = save(mla, drafter)
    left = run_of(saved)
    before = CheckRun.objects.due().count()

    # The lease of the process that is gone has ended.
    CheckRun.objects.filter(pk=left.pk).update(lease_until=timezone.now() - dt.timedelta(seconds=1))
    jobs.work_one(CheckRun, left.pk, check_runs.run_check)

    after = run_of(saved)
    assert (left.status, before) == ("running", 0)
    assert (after.status, after.fence, after.tries) == ("done", 2, 1)


def test_a_page_that_comes_back_late_keeps_nothing(law, mla, drafter):
    saved = save(mla, drafter)
    run, examination = check_runs.under_way(saved), examining.examine_request(saved)
    CheckRun.objects.filter(pk=run.pk).update(lease_until=timezone.now() - dt.timedelta(seconds=1))
    jobs.claim(CheckRun, run.pk)

    check_runs.keep_shown(run, examination)

    assert (run_of(saved).status, run_of(saved).fence) == ("running", 2)


def test_a_decision_that_comes_between_has_the_check_made_again(law, mla, drafter):
    saved = save(mla, drafter)
    run, examination = check_runs.under_way(saved), examining.examine_request(saved)

    check_runs.order_check_again(saved)
    check_runs.keep_shown(run, examination)

    assert run_of(saved).status == "queued"


def test_a_save_that_comes_between_is_not_covered(law, mla, drafter):
    saved = save(mla, drafter)
    run, examination = check_runs.under_way(saved), examining.examine_request(saved)

    again = save(saved, drafter, "Something else.")
    check_runs.keep_shown(run, examination)
    assert run_of(saved).status == "running"
    kept_panel_of(again)

    assert (run_of(again).status, CheckRun.objects.filter(status="done").count()) == ("done", 1)


def test_a_check_that_waits_already_stays_with_the_worker(law, mla, drafter):
    check_runs.order_check(mla)

    saved = save(mla, drafter)
    kept_panel_of(saved)

    assert [(run.revision, run.status) for run in CheckRun.objects.all()] == [(saved.revision, "queued")]

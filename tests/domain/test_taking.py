"""Many rows are taken by a worker: all or none, once, with the rights and on the text of the order."""

import pytest

from requests_app import casework, paste_reading
from requests_app.background import jobs
from requests_app.casework import Choice, NotAllowed, taking_rows
from requests_app.models import AuditEvent, CheckRun, DataItem, Intake, Officer

pytestmark = pytest.mark.django_db

MANY = paste_reading.AT_ONCE + 1


@pytest.fixture
def intake(mla, drafter) -> Intake:
    lines = (f"203.0.113.{n % 250 + 1}:{n + 1024} 2026-04-27 15:41:07Z" for n in range(MANY))
    made = casework.stage_rows(mla, drafter, text="\n".join(lines), assumptions={})
    paste_reading.read_at_once(made)
    return made


def order(intake, officer, **choice) -> bool:
    return casework.order_rows(intake.request, officer, intake=intake, choice=Choice(**choice))


def work(intake) -> None:
    jobs.work_one(Intake, intake.pk, casework.work_on_paste)
    intake.refresh_from_db()


def in_schedule(mla) -> int:
    """Beside the one row of the cast."""
    return DataItem.objects.filter(request=mla).count() - 1


def test_the_order_takes_nothing_and_the_worker_takes_all(intake, mla, drafter):
    assert order(intake, drafter, common={"provider": "Ejemplo Telecom"})
    intake.refresh_from_db()
    assert (intake.is_taking, intake.is_read, in_schedule(mla)) == (True, False, 0)

    work(intake)

    mla.refresh_from_db()
    assert (intake.status, intake.take, intake.refused) == ("done", None, "")
    assert (in_schedule(mla), mla.revision) == (MANY, 1)
    assert DataItem.objects.filter(request=mla, provider="Ejemplo Telecom").count() == MANY
    assert not intake.rows.exclude(state="taken").exists()
    assert CheckRun.objects.filter(request=mla).count() == 1
    event = AuditEvent.objects.get(verb="rows.taken")
    assert (event.actor, event.detail["rows"]) == (drafter, MANY)


def test_few_rows_need_no_worker(mla, drafter):
    small = casework.stage_rows(mla, drafter, text="203.0.113.24:1 2026-04-27 15:41:07Z", assumptions={})
    paste_reading.read_at_once(small)

    assert not order(small, drafter)
    assert casework.take_rows(mla, drafter, intake=small, choice=Choice()) == 1


def test_twice_clicked_is_one_order_and_taken_once(intake, mla, drafter):
    assert [order(intake, drafter), order(Intake.objects.get(), drafter)] == [True, True]
    assert casework.take_rows(mla, drafter, intake=intake, choice=Choice()) == 0

    work(intake)
    work(intake)

    assert (in_schedule(mla), AuditEvent.objects.filter(verb="rows.taken").count()) == (MANY, 1)


def test_a_change_of_the_request_before_it_begins_refuses_it_with_words(intake, mla, drafter):
    order(intake, drafter)
    casework.save_section(mla, drafter, section="facts", base=0, values={"purpose": "Another."})

    work(intake)

    assert (intake.status, intake.take, intake.refused) == ("done", None, str(taking_rows.CHANGED))
    assert in_schedule(mla) == 0
    assert order(intake, drafter)
    work(intake)
    assert (intake.refused, in_schedule(mla)) == ("", MANY)


def test_who_may_no_longer_see_the_case_takes_nothing(intake, mla, drafter):
    order(intake, drafter)
    Officer.objects.filter(pk=drafter.pk).update(role=Officer.Role.ADMINISTRATOR)

    work(intake)

    assert (intake.status, intake.refused, in_schedule(mla)) == ("done", str(taking_rows.CLOSED), 0)


def test_a_text_that_is_under_review_gets_no_rows(intake, mla, drafter):
    order(intake, drafter)
    type(mla).objects.filter(pk=mla.pk).update(state="in_review")

    work(intake)

    assert (intake.refused, in_schedule(mla)) == (str(taking_rows.CLOSED), 0)


def test_nobody_else_orders_it(intake, outsider):
    with pytest.raises(NotAllowed):
        order(intake, outsider)


def test_a_worker_that_lost_the_job_takes_nothing(intake, mla, drafter):
    order(intake, drafter)
    job = jobs.claim(Intake, intake.pk)
    Intake.objects.filter(pk=intake.pk).update(fence=job.fence + 1)

    with pytest.raises(jobs.LeaseLost):
        casework.work_on_paste(job)

    mla.refresh_from_db()
    assert (in_schedule(mla), mla.revision) == (0, 0)
    assert not AuditEvent.objects.filter(verb="rows.taken").exists()
    assert not intake.rows.filter(state="taken").exists()


def test_what_fails_each_time_leaves_the_rows_to_be_taken_again(intake, mla, drafter, monkeypatch):
    def fails(*_arguments):
        raise LookupError

    order(intake, drafter)
    with monkeypatch.context() as broken:
        broken.setattr(paste_reading, "mark_duplicates", fails)
        work(intake)
        work(intake)

    assert (intake.status, intake.is_read, in_schedule(mla)) == ("failed", True, 0)
    assert order(intake, drafter)
    work(intake)
    assert in_schedule(mla) == MANY


def test_lines_that_are_read_again_are_not_taken_as_they_were(intake, mla, drafter):
    order(intake, drafter)

    again = casework.assume(mla, drafter, intake=intake, assumptions={"zone": "UTC"})
    work(intake)

    assert (again.take, intake.refused, in_schedule(mla)) == (None, str(casework.staging.READ_AGAIN), 0)
    assert intake.rows.filter(state="good").count() == MANY

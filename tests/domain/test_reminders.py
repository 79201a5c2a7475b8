"""Mails that a preservation is about to end: to whom, when, what they say, and each only once."""

import datetime as dt

import pytest
from django.core import mail

from requests_app import casework
from requests_app.models import CaseMember, MLARequest, Reminder
from requests_app.preservation import reminders
from tests.domain.test_preservations import DAY, confirmed, sent

ENDS = DAY + dt.timedelta(days=60)


@pytest.fixture
def running(db, law, mla, drafter, supervisor) -> MLARequest:
    drafter.email = "drafter@example.org"
    drafter.save()
    preservation = sent(mla, supervisor)
    confirmed(preservation, drafter)
    return preservation


def run(days: int) -> int:
    return reminders.remind(ENDS - dt.timedelta(days=days))


def test_a_mail_leaves_on_each_chosen_day_and_on_no_other(running):
    left = {days: run(days) for days in range(31, -1, -1)}

    assert [days for days, mails in left.items() if mails] == [30, 14, 7, 3, 1]
    assert Reminder.objects.filter(status="sent").count() == 5


def test_beat_may_run_twice(running):
    assert (run(7), run(7), len(mail.outbox)) == (1, 0, 1)


def test_a_morning_without_a_worker_is_made_up_for(running):
    assert (run(6), run(5)) == (1, 0)


def test_a_mail_holds_references_and_days_and_nothing_of_the_case(running):
    run(7)

    said = mail.outbox[0].subject + mail.outbox[0].body
    assert f"{running.reference}: the preservation ends in 7 days, on 19 January 2027." in said
    for content in (running.title, "harbour.lantern", "Exempel", "Mailhost", running.case.reference):
        assert content not in said


def test_whoever_may_no_longer_see_it_gets_no_mail(running, drafter):
    running.case.restricted = True
    running.case.save()

    assert (run(7), mail.outbox) == (0, [])


def test_the_supervisors_hear_of_it_when_nobody_else_may(running, drafter, supervisor):
    supervisor.email = "supervisor@example.org"
    supervisor.save()
    drafter.is_active = False
    drafter.save()

    run(7)

    assert [message.to for message in mail.outbox] == [["supervisor@example.org"]]


def test_a_member_of_a_restricted_case_still_hears_of_it(running, drafter):
    running.case.restricted = True
    running.case.save()
    CaseMember.objects.create(case=running.case, officer=drafter, reason="x", granted_by=drafter)

    assert run(7) == 1


def test_an_officer_chooses_the_days_or_none(running, drafter):
    drafter.reminder_days = [10]
    drafter.save()
    assert (run(14), run(10)) == (0, 1)

    drafter.reminder_days = []
    drafter.save()
    assert run(1) == 0


def test_it_stops_when_the_full_request_has_left(running, drafter, supervisor):
    sent(casework.follow_up(running, drafter), supervisor)

    assert run(7) == 0


def test_a_mail_server_that_refuses_is_asked_again(running, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert (run(7), Reminder.objects.count()) == (0, 0)

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert run(7) == 1


def test_what_was_interrupted_between_mail_and_mark_is_not_sent_again(running, drafter):
    Reminder.objects.create(officer=drafter, request=running, ends_on=ENDS, days=7)

    assert (run(7), run(3)) == (0, 1)

"""One job, many workers: F11 and F12."""

import time
from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import connection, transaction

from requests_app import tasks
from requests_app.background import jobs
from requests_app.documents import printing
from requests_app.models import RenderedDocument
from tests.fault.invariants import assert_nothing_is_lost_or_doubled
from tests.fault.services import wait_until
from tests.fault.threads import at_once

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def document(broker, requests_of) -> RenderedDocument:
    author, (mla,) = requests_of(1)
    return printing.order(mla, author, draft=True)


def test_f12_ten_deliveries_have_one_effect(document, monkeypatch):
    monkeypatch.setattr(printing, "_rendered", lambda _document: time.sleep(0.05) or b"%PDF-1.7")

    at_once(*[lambda: tasks.make_documents(document.pk)] * 10)

    assert RenderedDocument.objects.get().fence == 1
    assert_nothing_is_lost_or_doubled(1)


@pytest.mark.parametrize("skew", [timedelta(minutes=10), timedelta(minutes=-10), timedelta(days=1)])
def test_f11_the_clock_of_a_worker_does_not_matter(document, skew):
    with time_machine.travel(time.time() + skew.total_seconds()):
        claimed = jobs.claim(RenderedDocument)

    assert claimed is not None
    assert jobs.claim(RenderedDocument) is None
    with time_machine.travel(time.time() + skew.total_seconds()):
        assert jobs.claim(RenderedDocument) is None


def test_a_row_that_another_worker_is_taking_is_passed_over(document, requests_of):
    author, (mla,) = requests_of(1)
    second = printing.order(mla, author, draft=True)
    claimed = []

    def claim() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '2s'")
        claimed.append(jobs.claim(RenderedDocument))

    with transaction.atomic():
        RenderedDocument.objects.select_for_update().get(pk=document.pk)
        at_once(claim)

    assert claimed == [second]


def test_a_lease_is_renewed_while_the_work_lasts(document, monkeypatch):
    monkeypatch.setattr(jobs, "LEASE", timedelta(seconds=0.6))
    monkeypatch.setattr(jobs, "RENEW_SECONDS", 0.1)
    others = []

    def long_work(_document: RenderedDocument) -> bytes:
        for _ in range(2):
            wait_until_its_lease_would_have_ended()
            others.append(jobs.claim(RenderedDocument))
        return b"%PDF-1.7"

    monkeypatch.setattr(printing, "_rendered", long_work)

    made = printing.produce(document.pk)

    assert (others, made.status, made.fence) == ([None] * 2, "done", 1)


def wait_until_its_lease_would_have_ended() -> None:
    """By the clock that counts, and by the lease as it stands now."""
    end = RenderedDocument.objects.get().lease_until
    wait_until(lambda: database_clock() > end, what="the lease has ended")


def database_clock() -> datetime:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


def test_without_renewal_the_job_is_taken_over(document, monkeypatch):
    monkeypatch.setattr(jobs, "LEASE", timedelta(seconds=0.2))
    monkeypatch.setattr(jobs, "RENEW_SECONDS", 60)
    second = []

    def long_work(_document: RenderedDocument) -> bytes:
        wait_until_its_lease_would_have_ended()
        second.append(jobs.claim(RenderedDocument))
        return b"%PDF-1.7"

    monkeypatch.setattr(printing, "_rendered", long_work)

    late = printing.produce(document.pk)

    assert (second[0].fence, late.status, late.sha256) == (2, "running", "")

"""Jobs outlive their workers and their broker: F01, F03, F04 and F05 in the size of every day."""

import time

import pytest
from celery import current_app

from requests_app import casework, health
from requests_app.background import jobs, wakeups
from requests_app.background.wakeups import publisher
from requests_app.documents import printing
from requests_app.models import CheckRun, RenderedDocument
from tests.fault.invariants import assert_nothing_is_lost_or_doubled
from tests.fault.services import wait_until

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]

JOBS, KILLS = 60, 6


def is_quiet() -> bool:
    return not any(kind.objects.filter(status__in=["queued", "running"]).exists() for kind in jobs.KINDS)


def test_f01_a_killed_worker_loses_and_doubles_nothing(broker, worker, sweeper, requests_of):
    author, requests = requests_of(JOBS)
    for mla in requests:
        printing.order(mla, author, draft=True)
    recovered = 0

    for _ in range(KILLS):
        rendering = RenderedDocument.objects.filter(status="running")
        wait_until(rendering.exists, what="a worker renders")
        interrupted = set(rendering.values_list("pk", "fence"))
        worker.kill()
        worker.start()
        taken_up = RenderedDocument.objects.exclude(status="queued").exclude(
            pk__in=[pk for pk, _ in interrupted]
        ) | RenderedDocument.objects.filter(fence__gt=1)
        wait_until(taken_up.exists, what="work goes on")
        recovered += 1
    wait_until(is_quiet, what="all documents are made")

    assert recovered == KILLS
    assert_nothing_is_lost_or_doubled(JOBS)


def save(mla, author, text: str) -> None:
    casework.save_section(mla, author, section="facts", base=10**6, values={"purpose": text})


@pytest.fixture
def attempts(monkeypatch) -> list[float]:
    """When the broker was asked; after a failure nobody asks while the test lasts.

    How long one attempt may wait is what the connection says, and no clock of a busy machine.
    """
    made: list[float] = []
    send = publisher._send

    def counted(*of: object) -> None:
        made.append(time.monotonic())
        send(*of)

    monkeypatch.setattr(publisher, "_send", counted)
    monkeypatch.setattr(wakeups, "_QUIET_SECONDS", 3600.0)
    return made


def test_an_attempt_waits_half_a_second_for_each_answer_and_is_made_once(broker):
    with current_app.connection_for_write(transport_options=wakeups.IMPATIENT) as connection:
        told = connection.transport_options
        waits = connection.default_channel.client.connection_pool.connection_kwargs

    # A socket of the machine itself has no timeout of its own for connecting.
    assert (told["socket_connect_timeout"], told["max_retries"], waits["socket_timeout"]) == (0.5, 0, 0.5)


def all_checked(requests) -> bool:
    done = CheckRun.objects.filter(status="done").values_list("request", "revision")
    revisions = type(requests[0]).objects.values_list("pk", "revision")
    return set(revisions) <= set(done)


@pytest.mark.parametrize("down", [0.5, 2.0])
def test_f03_a_killed_broker_costs_no_save_and_loses_no_job(
    broker, worker, sweeper, requests_of, down, attempts
):
    author, requests = requests_of(3)
    wait_until(lambda: is_at_work(worker), what="a worker answers")
    broker.kill()

    for mla in requests:
        save(mla, author, "Saved while the broker was down.")
    time.sleep(down)
    broker.start()

    assert len(attempts) == 1
    wait_until(lambda: all_checked(requests), what="jobs ordered meanwhile are done")


def is_at_work(worker) -> bool:
    """One that loses the broker while it starts may end: its supervisor starts it again."""
    worker.revive()
    return health.state()["worker"]["ok"]


def test_f03_a_worker_at_work_holds_no_hint(broker, worker, sweeper, requests_of):
    """Celery ends a worker that has one unacknowledged when the broker goes."""
    author, requests = requests_of(10)
    wait_until(lambda: is_at_work(worker), what="a worker answers")
    for mla in requests:
        printing.order(mla, author, draft=True)
    rendering = RenderedDocument.objects.filter(status="running")

    def renders_and_holds_none() -> bool:
        return rendering.exists() and not broker.client().hlen("unacked") and rendering.exists()

    wait_until(renders_and_holds_none, what="a worker renders and holds no hint")
    wait_until(is_quiet, what="all documents are made")


def test_f04_a_wiped_broker_loses_no_job(broker, sweeper, worker, requests_of):
    author, requests = requests_of(20)
    worker.kill()
    for mla in requests:
        save(mla, author, "Saved before the broker was wiped.")
    hinted = b"".join(broker.client().lrange("ordinary", 0, -1))

    broker.client().flushall()
    worker.start()

    wait_until(lambda: all_checked(requests), what="jobs whose hints were wiped are done")
    assert b"check_requests" in hinted
    assert b"wiped" not in hinted
    assert b"Saved" not in hinted


def test_f05_a_frozen_broker_costs_no_save_more_than_a_second(
    broker, worker, sweeper, requests_of, attempts
):
    author, requests = requests_of(5)
    broker.freeze()
    try:
        for mla in requests:
            save(mla, author, "Saved while the broker was frozen.")
        frozen = health.state()
    finally:
        broker.thaw()

    assert len(attempts) == 1
    assert not frozen["redis"]["ok"]
    assert not frozen["worker"]["ok"]
    wait_until(lambda: all_checked(requests), what="jobs ordered meanwhile are done")


def test_the_health_of_a_real_worker(broker, worker, sweeper, transactional_db):
    wait_until(lambda: health.state()["worker"]["ok"], what="the worker answers")


def test_the_sweeper_ends_when_it_is_told_to(broker, sweeper, transactional_db):
    assert sweeper.process.poll() is None

    assert sweeper.end() == 0

    sweeper.start()

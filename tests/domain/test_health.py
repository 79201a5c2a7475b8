"""What /healthz answers, part by part."""

import json

import pytest
from django.db import DatabaseError

from requests_app import health
from requests_app.documents import printing
from requests_app.models import RenderedDocument
from requests_app.models.job import ClockTimestamp


@pytest.fixture
def worker(monkeypatch):
    """A worker that answers."""
    monkeypatch.setattr(health, "_answers", lambda: True)


def asked(rf) -> tuple[int, dict]:
    answer = health.health(rf.get("/healthz"))
    return answer.status_code, json.loads(answer.content)


def test_all_is_well(rf, law, worker):
    status, parts = asked(rf)

    assert status == 200
    assert {name: part["ok"] for name, part in parts.items()} == dict.fromkeys(
        ("web", "database", "redis", "worker", "law"), True
    )
    assert parts["law"]["version"]


def test_without_law_something_is_wrong(rf, db, worker, monkeypatch):
    monkeypatch.setattr(health.version, "loaded", lambda: None)

    status, parts = asked(rf)

    assert (status, parts["law"]["ok"]) == (503, False)


def test_without_a_worker_something_is_wrong(law, rf, monkeypatch):
    monkeypatch.setattr(health, "_answers", lambda: False)

    status, parts = asked(rf)

    assert (status, parts["worker"]["ok"]) == (503, False)


def test_a_worker_that_leaves_work_lying_is_of_no_use(rf, law, worker, mla, drafter):
    printing.order(mla, drafter, draft=True)
    RenderedDocument.objects.update(ordered_at=ClockTimestamp() - health.timedelta(minutes=6))

    status, parts = asked(rf)

    assert (status, parts["worker"]["ok"], parts["worker"]["longest_wait_seconds"]) == (503, False, 360)


def test_a_broken_redis_is_named_and_the_rest_still_answers(rf, law, settings, tmp_path):
    settings.REDIS_URL = f"unix://{tmp_path}/nobody.sock"

    status, parts = asked(rf)

    assert status == 503
    assert {name for name, part in parts.items() if not part["ok"]} == {"redis", "worker"}


def test_an_error_says_its_kind_only(rf, law, worker, monkeypatch, caplog):
    def fail():
        raise DatabaseError("canary of a statement")

    monkeypatch.setattr(health, "_database", fail)

    _status, parts = asked(rf)

    assert parts["database"] == {"ok": False, "error": "DatabaseError"}
    assert "canary" not in caplog.text


def test_it_is_public_and_changes_nothing(rf, db):
    assert health.health.login_required is False
    assert health.health(rf.post("/healthz")).status_code == 405

"""A worker, a sweeper and a Valkey of the tests' own, on the test database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from celery import current_app

from mla_portal.celery import broker_url
from requests_app.background.wakeups import publisher
from requests_app.models import MLARequest, Officer
from tests import database
from tests.cast import CaseFactory, MLARequestFactory, OfficerFactory, UnitFactory, add_content
from tests.fault.services import Program, Valkey

WORKER = (
    "-m celery -A mla_portal worker --pool prefork --concurrency 2 --queues urgent,ordinary"
    " --without-gossip --without-mingle --without-heartbeat --loglevel WARNING"
)
SWEEPER = "manage.py sweep_jobs --every 1"


@pytest.fixture(scope="session")
def files(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="session")
def valkey(tmp_path_factory) -> Iterator[Valkey]:
    service = Valkey(tmp_path_factory.mktemp("valkey"))
    service.start()
    yield service
    service.kill()


@pytest.fixture(scope="session")
def environ(django_db_setup, valkey, files) -> dict[str, str]:
    return {
        "DATABASE_URL": database.url(),
        "REDIS_URL": valkey.url,
        "VAR_DIR": str(files),
        "PRODUCTION": "false",
        "COLUMNS": "80",
    }


@pytest.fixture(scope="module")
def worker(environ, files) -> Iterator[Program]:
    program = Program(WORKER, environ, files / "worker.log")
    program.start()
    yield program
    program.kill()


@pytest.fixture(scope="module")
def sweeper(environ, files) -> Iterator[Program]:
    program = Program(SWEEPER, environ, files / "sweeper.log")
    program.start()
    yield program
    program.kill()


@pytest.fixture
def broker(valkey, files, settings, monkeypatch) -> Valkey:
    """Hints of the test itself go to the test's own Valkey, and files where the worker puts them."""
    monkeypatch.setitem(current_app.conf, "broker_write_url", broker_url(valkey.url))
    monkeypatch.setattr(publisher, "quiet_until", 0.0)
    settings.MEDIA_ROOT = files / "files"
    settings.REDIS_URL = valkey.url
    return valkey


@pytest.fixture
def requests_of(transactional_db):
    """So many requests with some content, by one author."""

    def made(number: int) -> tuple[Officer, list[MLARequest]]:
        unit = UnitFactory(code="cyber")
        author = OfficerFactory(username="drafter", unit=unit)
        case = CaseFactory(unit=unit)
        return author, [add_content(MLARequestFactory(author=author, case=case)) for _ in range(number)]

    return made

"""A portal with everything running: pages, a Celery worker, PostgreSQL, Redis and a browser."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from requests_app.models import Officer
from tests import database
from tests.cast import PASSWORD, OfficerFactory
from tests.fault.services import Program

PICTURES = os.environ.get("JOURNEY_PICTURES", "")
WORKER = "-m celery -A mla_portal worker --concurrency 1 --queues urgent,ordinary --loglevel WARNING"
SWEEPER = "manage.py sweep_jobs --every 1"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/last.png", full_page=True)
    context.close()


@pytest.fixture
def staff(unit) -> dict[str, Officer]:
    """Officers who can sign in with the password of the cast."""
    people = {
        "drafter": OfficerFactory(username="drafter", unit=unit),
        "supervisor": OfficerFactory(username="supervisor", unit=unit, role=Officer.Role.SUPERVISOR),
    }
    for officer in people.values():
        officer.set_password(PASSWORD)
        officer.save()
    return people


@pytest.fixture
def address(transactional_db, law, live_server, workers) -> str:
    """Where the portal is, with the law for all its processes to see."""
    return live_server.url


@pytest.fixture
def workers(transactional_db, tmp_path) -> Iterator[None]:
    """A worker and a sweeper on the database of the test, writing where the pages read."""
    environ = {"DATABASE_URL": database.url(), "VAR_DIR": str(tmp_path)}
    programs = [
        Program(words, environ, tmp_path / f"{name}.log")
        for name, words in {"worker": WORKER, "sweeper": SWEEPER}.items()
    ]
    for program in programs:
        program.start()
    yield
    for program in programs:
        program.kill()

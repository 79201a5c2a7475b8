"""A portal with everything running: pages, a Celery worker, PostgreSQL, Redis and a browser."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection
from playwright.sync_api import Browser, Page

from requests_app.models import Officer
from tests.browsing import chromium
from tests.cast import PASSWORD, OfficerFactory

PICTURES = os.environ.get("JOURNEY_PICTURES", "")
ROOT = Path(__file__).resolve().parent.parent.parent
WORKER = ["-m", "celery", "-A", "mla_portal", "worker", "-c", "1", "--queues", "urgent,ordinary"]
SWEEPER = ["manage.py", "sweep_jobs", "--every", "1"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(15_000)
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
    return live_server.url


@pytest.fixture
def workers(transactional_db, tmp_path) -> Iterator[None]:
    """A worker and a sweeper on the database of the test, writing where the pages read."""
    environment = os.environ | {"DATABASE_URL": database_url(), "VAR_DIR": str(tmp_path)}
    running = [
        subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=environment,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for arguments in (WORKER, SWEEPER)
    ]
    yield
    for process in running:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def database_url() -> str:
    given = connection.settings_dict
    user = quote(given["USER"])
    host = quote(given["HOST"] or "localhost", safe="")
    name = given["NAME"]
    if given["HOST"].startswith("/"):
        return f"postgres://{user}@/{name}?host={given['HOST']}"
    return f"postgres://{user}:{quote(given['PASSWORD'])}@{host}:{given['PORT'] or 5432}/{name}"

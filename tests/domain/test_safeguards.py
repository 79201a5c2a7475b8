"""What a production run refuses to start with; and that the server and the worker do ask."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from requests_app import safeguards
from tests import database
from tests.cast import OfficerFactory

KEYS = {"SECRET_KEY": "s" * 50, "AUDIT_KEY": "a" * 50}


@pytest.fixture
def production(settings, db):
    settings.PRODUCTION = True
    settings.DEMO = False
    for name, key in KEYS.items():
        setattr(settings, name, key)
    return settings


def test_a_production_run_with_keys_of_its_own_starts(production):
    safeguards.refuse_unsafe_start()


@pytest.mark.parametrize("name", KEYS)
@pytest.mark.parametrize("key", ["only-for-a-demonstration-on-this-machine", "short"])
def test_a_default_or_short_key_is_refused(production, name, key):
    setattr(production, name, key)

    with pytest.raises(ImproperlyConfigured, match=f"{name} is the published default, or too short"):
        safeguards.refuse_unsafe_start()


def test_one_key_for_both_is_refused(production):
    production.AUDIT_KEY = production.SECRET_KEY

    with pytest.raises(ImproperlyConfigured, match="AUDIT_KEY is the same as SECRET_KEY"):
        safeguards.refuse_unsafe_start()


def test_demonstration_accounts_are_refused_until_they_are_closed(production):
    officer = OfficerFactory(is_demo=True)

    with pytest.raises(ImproperlyConfigured, match="holds demonstration accounts"):
        safeguards.refuse_unsafe_start()
    officer.is_active = False
    officer.save()
    safeguards.refuse_unsafe_start()


def test_the_demonstration_setting_is_refused(production):
    production.DEMO = True

    with pytest.raises(ImproperlyConfigured, match="DEMO is on"):
        safeguards.refuse_unsafe_start()


def test_every_reason_is_given_at_once(production):
    production.SECRET_KEY = "short"
    production.DEMO = True

    with pytest.raises(ImproperlyConfigured) as refused:
        safeguards.refuse_unsafe_start()

    assert len(str(refused.value).splitlines()) == 2


def test_a_demonstration_starts_with_everything(db, settings):
    OfficerFactory(is_demo=True)
    settings.DEMO = True

    safeguards.refuse_unsafe_start()


def test_the_worker_asks_before_it_begins(production):
    production.SECRET_KEY = "short"

    with pytest.raises(SystemExit, match="SECRET_KEY is the published default"):
        safeguards.refuse_unsafe_worker()


def test_another_driver_is_refused(monkeypatch):
    assert safeguards.driver_is_psycopg2(None) == []

    monkeypatch.setattr(safeguards, "is_psycopg3", True)

    assert [error.id for error in safeguards.driver_is_psycopg2(None)] == ["requests_app.E001"]


def started(command: list[str], **environ: str) -> subprocess.CompletedProcess[str]:
    production = {"DATABASE_URL": database.url(), "PRODUCTION": "true", "DEMO": "false"}
    everything = {**os.environ, **production, **environ}
    return subprocess.run(
        [sys.executable, *command], env=everything, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.mark.parametrize(
    "command",
    [
        ["-c", "import mla_portal.wsgi"],
        ["-m", "celery", "-A", "mla_portal", "worker", "--pool", "solo", "--loglevel", "ERROR"],
    ],
    ids=["server", "worker"],
)
def test_the_real_thing_does_not_start(command, db):
    done = started(command, SECRET_KEY="s" * 50, AUDIT_KEY="only-for-a-demonstration-on-this-machine")

    assert done.returncode != 0
    assert "AUDIT_KEY is the published default" in done.stderr


def test_the_server_starts_with_keys_of_its_own(db):
    assert started(["-c", "import mla_portal.wsgi"], **KEYS).returncode == 0

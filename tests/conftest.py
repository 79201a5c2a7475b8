"""The cast, by name, and a client signed in as any of them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from django.db import connection, transaction
from django.db.backends.postgresql.operations import DatabaseOperations
from django.test import Client
from hypothesis import HealthCheck
from hypothesis import settings as drawing
from playwright.sync_api import Browser

from requests_app import casework
from requests_app.content.snapshot import Snapshot
from requests_app.models import MLARequest, Officer, Unit
from tests.browsing import chromium
from tests.cast import CaseFactory, MLARequestFactory, OfficerFactory, UnitFactory, add_content
from treaties import loader, version

# The same requests are drawn in every run, so that a failure can be repeated on another machine; how long
# the drawing takes there is no fault.
drawing.register_profile(
    "fixed", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
drawing.load_profile("fixed")

EXAMPLES = Path(__file__).resolve().parent.parent / "docs" / "examples"


@pytest.fixture(autouse=True)
def private_files(settings, tmp_path):
    """Files of a test are its own; nobody has collected static files, or has time for slow hashes."""
    settings.MEDIA_ROOT = tmp_path / "files"
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True, scope="session")
def emptied_between_tests():
    """Tests that commit are cleaned up by TRUNCATE, which the history refuses to everybody but them."""
    flush = DatabaseOperations.sql_flush

    def without_triggers(*args: Any, **options: Any) -> list[str]:
        off, on = (f"SET session_replication_role = {role}" for role in ("replica", "origin"))
        return [off, *flush(*args, **options), on]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "sql_flush", without_triggers)
        yield


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """For one module at a time: while its loop runs, Django keeps a connection of its own."""
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def law_of_module(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Loaded once for a module, rolled back after it; each test works in a savepoint within."""
    with django_db_blocker.unblock(), transaction.atomic():
        loader.load()
        # Now and not at the end of each test, which would look up every foreign key of the law again.
        connection.check_constraints()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def law(request: pytest.FixtureRequest) -> None:
    """The shipped law data. Other processes see it only when it is committed, for the one test."""
    marker = request.node.get_closest_marker("django_db")
    if "transactional_db" in request.fixturenames or (marker and marker.kwargs.get("transaction")):
        request.getfixturevalue("transactional_db")
        loader.load()
    else:
        request.getfixturevalue("law_of_module")
        request.getfixturevalue("db")
        # Where the first test of the module had opened the database before, the law went with that test.
        if version.loaded() is None:
            loader.load()


@pytest.fixture
def unit(db) -> Unit:
    return UnitFactory(code="cyber")


@pytest.fixture
def drafter(unit) -> Officer:
    return OfficerFactory(username="drafter", unit=unit)


@pytest.fixture
def colleague(unit) -> Officer:
    """A second drafter of the same unit."""
    return OfficerFactory(username="colleague", unit=unit)


@pytest.fixture
def supervisor(unit) -> Officer:
    return OfficerFactory(username="supervisor", unit=unit, role=Officer.Role.SUPERVISOR)


@pytest.fixture
def outsider(db) -> Officer:
    """A drafter of another unit, who may see nothing of this one."""
    return OfficerFactory(username="outsider", unit=UnitFactory(code="fraud"))


@pytest.fixture
def administrator(db) -> Officer:
    return OfficerFactory(username="administrator", role=Officer.Role.ADMINISTRATOR, unit=None)


@pytest.fixture
def auditor(db) -> Officer:
    return OfficerFactory(username="auditor", role=Officer.Role.AUDITOR, unit=None)


@pytest.fixture
def mla(drafter, unit) -> MLARequest:
    """A draft with some content, far from complete."""
    case = CaseFactory(unit=unit)
    return add_content(MLARequestFactory(author=drafter, case=case))


@pytest.fixture
def complete_mla(law, drafter) -> MLARequest:
    """A draft on which nothing is open: the first example of the documentation, imported."""
    path = EXAMPLES / "s1-preservation.json"
    snapshot = msgspec.json.decode(path.read_bytes(), type=Snapshot)
    return casework.import_snapshot(snapshot, drafter)


@pytest.fixture
def signed_in() -> Callable[[Officer], Client]:
    def client_of(officer: Officer) -> Client:
        client = Client()
        client.force_login(officer)
        return client

    return client_of

"""The cast, by name, and a client signed in as any of them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from django.test import Client, TransactionTestCase
from hypothesis import HealthCheck
from hypothesis import settings as drawing
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

from requests_app import casework
from requests_app.content.snapshot import Snapshot
from requests_app.models import MLARequest, Officer, Unit
from tests.cast import CaseFactory, MLARequestFactory, OfficerFactory, UnitFactory, add_content
from tests.databases import Databases
from treaties import current, version
from treaties.law import Law

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The same requests are drawn in every run, so that a failure can be repeated on another machine; how long
# the drawing takes there is no fault.
drawing.register_profile(
    "fixed", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
drawing.load_profile("fixed")
# Constants of the modules that happen to be loaded are not drawn: which they are hangs on the tests before.
providers._get_local_constants = Constants

EXAMPLES = Path(__file__).resolve().parent.parent / "docs" / "examples"


@pytest.fixture(autouse=True)
def private_files(settings, tmp_path):
    """Files of a test are its own; nobody has collected static files, or has time for slow hashes."""
    settings.MEDIA_ROOT = tmp_path / "files"
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


DATABASES = Databases()
ROOT = Path(__file__).resolve().parent
# What a whole folder does, and what whoever uses a fixture does.
OF_FOLDER = {"script": "script", "render": "printing", "permissions": "page", "migrations": "slow"}
# What takes seconds of the processor, by how its name begins: it loads the law again, goes through every
# rule at several sizes, or starts a process for each test. Measured; everything else is quick.
SLOW = (
    "checks/test_articles.py",
    "checks/test_budget.py",
    "checks/test_properties.py",
    "checks/test_slips.py::test_what_was_found_and_blocked",
    "curation/test_affected_drafts.py",
    "documents/test_bound.py",
    "domain/test_pace.py",
    "domain/test_safeguards.py::test_the_real_thing",
    "exchange/test_commands.py::test_every_request",
    "inspection/test_corpus.py::test_a_file_that_eats",
    "intake/test_promise.py::test_no_good_row",
    "lawpages/test_search.py",
    "treaties/test_commands.py::test_one_command_rewrites",
    "treaties/test_integrity.py",
    "treaties/test_loader.py",
    "treaties/test_one_law.py",
)
OF_FIXTURE = {
    "browser": "journey",
    "live_server": "journey",
    "signed_in": "page",
    "worker": "fault",
    "workers": "journey",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks by which a quick run is chosen follow from where a test stands and what it uses."""
    for item in items:
        place = item.path.relative_to(ROOT)
        folder = place.parts[0]
        used = set(getattr(item, "fixturenames", ()))
        found = [mark for fixture, mark in OF_FIXTURE.items() if fixture in used]
        if f"{place.as_posix()}::{item.name}".startswith(SLOW):
            found.append("slow")
        for mark in {*found, *filter(None, [OF_FOLDER.get(folder)])}:
            item.add_marker(mark)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before any fixture opens a transaction: each test works in the database that has what it asks for."""
    DATABASES.wanted = "law" if "law" in getattr(item, "fixturenames", ()) else "empty"
    DATABASES.lead()


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker) -> Iterator[None]:
    """Copies of the templates, instead of a database that is migrated for each run."""
    with django_db_blocker.unblock():
        DATABASES.start(django_db_blocker.unblock)
    yield
    DATABASES.stop()


@pytest.fixture(autouse=True, scope="session")
def restored_between_tests() -> Iterator[None]:
    """After a test that commits, what it wrote is deleted; the law is copied again if it was touched."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _case: DATABASES.restore())
        yield


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """For one module at a time: while its loop runs, Django keeps a connection of its own."""
    # Here, because loading Playwright takes longer than most modules that do without.
    from tests.browsing import chromium

    with chromium() as found:
        yield found


@pytest.fixture
def law(db) -> None:
    """The shipped law: the database of a test that asks for it has it, for other processes as well."""
    assert version.loaded() is not None


@pytest.fixture(scope="session")
def shipped_law(django_db_setup, django_db_blocker) -> Law:
    """The shipped law as one value."""
    with django_db_blocker.unblock(), DATABASES.leading_to("law"):
        return current.law()


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

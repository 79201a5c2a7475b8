"""The law is read once: loaded, turned into a value, and rolled back. Tests that need rows load them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, transaction

from treaties import current, loader, shipped
from treaties.law import Law


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Only tests that are marked have a test database made for them."""
    for item in items:
        if {"shipped_law", "loaded"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(scope="session")
def shipped_law(django_db_setup, django_db_blocker) -> Law:
    with django_db_blocker.unblock(), transaction.atomic():
        loader.load()
        read = current.read("shipped")
        transaction.set_rollback(True)
    return read


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The rows, loaded once for the tests of a module; each test works in a savepoint within."""
    with django_db_blocker.unblock(), transaction.atomic():
        loader.load()
        connection.check_constraints()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def data(tmp_path) -> Path:
    """A copy of the data files, to spoil."""
    return Path(shutil.copytree(shipped.DATA, tmp_path / "data"))

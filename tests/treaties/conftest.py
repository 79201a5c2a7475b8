"""Tests that need the shipped law as rows ask for `law`; as one value it is read once, `shipped_law`."""

import shutil
from pathlib import Path

import pytest

from treaties import shipped


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Only tests that are marked have a test database made for them."""
    for item in items:
        if {"law", "shipped_law"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.django_db)


@pytest.fixture
def data(tmp_path) -> Path:
    """A copy of the data files, to spoil."""
    return Path(shutil.copytree(shipped.DATA, tmp_path / "data"))

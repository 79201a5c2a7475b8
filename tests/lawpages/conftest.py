"""Each test sees the shipped law and its own rows."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from treaties import search


@pytest.fixture(autouse=True)
def shipped_rows(law) -> None:
    """Every page of this folder shows the shipped law."""


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A page asked for in another language leaves that language behind in its thread."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """Rows of a test are rolled back, and so must be the index that holds them."""
    yield
    search._kept.cache_clear()


@pytest.fixture
def reader(drafter, signed_in) -> Client:
    return signed_in(drafter)


@pytest.fixture
def law_queries(reader):
    """How often a page asks the tables of the law, the frame's own question for the version left out."""

    def count(url: str) -> int:
        reader.get(url)
        with CaptureQueriesContext(connection) as asked:
            assert reader.get(url).status_code == 200
        tables = [query["sql"] for query in asked if '"treaties_' in query["sql"]]
        return sum("treaties_dataset" not in sql for sql in tables)

    return count

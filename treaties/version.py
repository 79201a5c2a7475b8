"""Which law the database holds, and that one change of it waits for another."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection
from django.db.models import F

from treaties.models import DataSet

# Any number: two changes at once wait for each other.
_LOCK = 7_185_030_182
# The law that one page reads, once it has read any; None outside of a page.
_of_page: ContextVar[list[object] | None] = ContextVar("law_of_page", default=None)


@contextmanager
def one_for_the_page() -> Iterator[None]:
    """A page speaks of one law from its first line to its last, and looks for its version once."""
    token = _of_page.set([])
    try:
        yield
    finally:
        _of_page.reset(token)


def of_page() -> list[object] | None:
    """Where the law of this page is kept; None means that whoever asks looks for the version."""
    return _of_page.get()


def look_again() -> None:
    """From here on each question looks for the version: a gate, or a change of the law, is at work."""
    _of_page.set(None)


def data_set() -> DataSet | None:
    """What was loaded, and when; None when no law is loaded."""
    return DataSet.objects.filter(pk=1).first()


def loaded() -> str | None:
    """A short name that changes with every change of the law; None when no law is loaded."""
    found = data_set()
    return found.version if found else None


def one_at_a_time() -> None:
    """Until the transaction ends."""
    look_again()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def changed_here() -> None:
    """A change that came from no data file: whoever keeps the law in memory reads it again."""
    look_again()
    DataSet.objects.filter(pk=1).update(revision=F("revision") + 1)

"""Which law the database holds, and the lock that lets one change of it happen at a time."""

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
    """Make one page use one law throughout, and look for its version once."""
    token = _of_page.set([])
    try:
        yield
    finally:
        _of_page.reset(token)


def of_page() -> list[object] | None:
    """Return the list that holds the law of this page; None means that each caller looks for the
    version itself.
    """
    return _of_page.get()


def look_again() -> None:
    """Stop using the page's law: a gate or a change of the law needs the newest version."""
    _of_page.set(None)


def data_set() -> DataSet | None:
    """Return what was loaded and when; None means that no law is loaded."""
    return DataSet.objects.filter(pk=1).first()


def loaded() -> str | None:
    """Return a short name that changes with every change of the law; None means that no law is loaded."""
    found = data_set()
    return found.version if found else None


def one_at_a_time() -> None:
    """Hold the lock on changes of the law until the transaction ends."""
    look_again()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def changed_here() -> None:
    """Count a change that came from no data file, so that every process reads the law again."""
    look_again()
    DataSet.objects.filter(pk=1).update(revision=F("revision") + 1)

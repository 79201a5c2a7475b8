"""Which law the database holds, and that one change of it waits for another."""

from django.db import connection
from django.db.models import F

from treaties.models import DataSet

# Any number: two changes at once wait for each other.
_LOCK = 7_185_030_182


def data_set() -> DataSet | None:
    """What was loaded, and when; None when no law is loaded."""
    return DataSet.objects.filter(pk=1).first()


def loaded() -> str | None:
    """A short name that changes with every change of the law; None when no law is loaded."""
    found = data_set()
    return found.version if found else None


def one_at_a_time() -> None:
    """Until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def changed_here() -> None:
    """A change that came from no data file: whoever keeps the law in memory reads it again."""
    DataSet.objects.filter(pk=1).update(revision=F("revision") + 1)

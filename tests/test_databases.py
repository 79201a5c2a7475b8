"""The databases of the tests themselves: what one test commits, no other test finds."""

import pytest
from django.db import connection

from requests_app import audit
from requests_app.models import AuditEvent, Unit
from tests import databases
from tests.cast import OfficerFactory
from tests.conftest import DATABASES
from treaties import version
from treaties.models import Instrument, State, Threshold

committing = pytest.mark.django_db(transaction=True)


def name() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database()")
        return str(cursor.fetchone()[0])


@pytest.mark.django_db
def test_who_does_not_ask_for_the_law_has_an_empty_database():
    assert (version.loaded(), State.objects.count(), Unit.objects.count()) == (None, 0, 0)
    assert "_empty_" in name()


def test_who_asks_for_the_law_has_it_and_nothing_else(law):
    assert version.loaded() is not None
    assert (State.objects.exists(), Unit.objects.count()) == (True, 0)
    assert "_law_" in name()


@committing
def test_what_was_committed_is_gone_also_from_the_history_and_the_law_stays(law):
    before, made = version.loaded(), name()
    audit.record("request.read", actor=OfficerFactory())

    DATABASES.restore()

    assert (AuditEvent.objects.count(), Unit.objects.count()) == (0, 0)
    assert (version.loaded(), name()) == (before, made)


@committing
@pytest.mark.parametrize("touch", ["change", "delete", "replace"])
def test_a_touched_law_is_copied_again(law, touch):
    first = Instrument.objects.filter(code="budapest")
    title, keys = first.get().title, set(Threshold.objects.values_list("pk", flat=True))
    match touch:
        case "change":
            first.update(title="Another title")
        case "delete":
            Threshold.objects.first().delete()
        case "replace":
            threshold = Threshold.objects.first()
            threshold.delete()
            threshold.pk = f"{max(keys)}0"
            threshold.save(force_insert=True)

    DATABASES.restore()

    assert (first.get().title, set(Threshold.objects.values_list("pk", flat=True))) == (title, keys)


@committing
def test_a_copy_that_was_left_unfinished_is_made_again():
    made = name()
    databases._note(made, {})
    OfficerFactory()

    DATABASES.restore()

    assert Unit.objects.count() == 0
    assert databases._noted(made) != {}


@committing
def test_what_fits_no_longer_is_dropped_and_what_fits_stays():
    stale = f"test_{DATABASES.base}_template_law_000000000000"
    databases._maintain("CREATE DATABASE {}", stale)

    databases._drop_stale(DATABASES.base)

    assert (databases._exists(stale), databases._exists(name())) == (False, True)


def test_another_migration_is_another_digest(tmp_path, monkeypatch):
    monkeypatch.setattr(databases, "ROOT", tmp_path)
    folder = tmp_path / "requests_app" / "migrations"
    folder.mkdir(parents=True)
    digests = []
    for text in ("one", "two", "one"):
        (folder / "0023_new.py").write_text(text)
        digests.append(databases.digest(databases.SCHEMA))

    assert (digests[0] == digests[2], digests[0] == digests[1]) == (True, False)

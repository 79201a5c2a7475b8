"""What is declared as searched is found, and no row of an approved text changes."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from requests_app import database, search, snapshots
from requests_app.content.declared import ANSWERS
from requests_app.models import Case, MLARequest, Officer, Unit
from tests.content import full

FREE = [answer for answer in ANSWERS if full.is_free_text(answer) or answer.path == "measures.particulars"]
IN_COLUMNS = [answer for answer in FREE if answer.column and answer.list not in ("bases", "translations")]


@pytest.fixture
def filled(db):
    unit = Unit.objects.create(code="u", name="Unit")
    officer = Officer.objects.create_user("drafter", unit=unit)
    case = Case.objects.create(reference="C-1", title="Case", unit=unit)
    mla = MLARequest.objects.create(reference="MLA-2026-0001", case=case, author=officer, requesting="NOR")
    snapshots.fill(mla, full.request(), officer=officer)
    return mla


def test_what_is_declared_as_searched_is_found_and_nothing_else(filled):
    found = {
        a.path for a in IN_COLUMNS if search.matching(MLARequest.objects.all(), full.word_of(a.path), [])
    }

    assert found == {a.path for a in IN_COLUMNS if a.searched is True}


def test_a_translation_is_found(filled):
    filled.renditions.create(
        language="fr", path="purpose", text="Zanzibarquux", officer=filled.author, at=timezone.now()
    )

    assert search.matching(MLARequest.objects.all(), "zanzibarq", []) == [filled.pk]


def test_other_columns_are_declared_and_the_next_migrate_reads_the_table_again(filled, monkeypatch):
    table = MLARequest._meta.db_table
    monkeypatch.setattr(database, "searched_columns", lambda: {table: ("legal_power",)})

    database.follow_declarations()

    words = [full.word_of(path) for path in ("authority.legal_power", "purpose")]
    assert [bool(search.matching(MLARequest.objects.all(), word, [])) for word in words] == [True, False]


def guarded_rows(mla):
    for table in database.guarded_tables():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT id FROM {table} WHERE request_id = %s LIMIT 1", [mla.pk])
            yield table, cursor.fetchone()


def test_no_row_of_an_approved_text_changes(filled):
    filled.renditions.create(
        language="fr", path="purpose", text="Texte", officer=filled.author, at=timezone.now()
    )
    MLARequest.objects.filter(pk=filled.pk).update(approved_digest="0" * 64)
    refused = []

    for table, (pk,) in guarded_rows(filled):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table} WHERE id = %s", [pk])
        refused.append(table)

    assert refused == list(database.guarded_tables())

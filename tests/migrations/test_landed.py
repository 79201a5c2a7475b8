"""A database of the last version that was landed becomes one of this version, and loses nothing."""

import json
import os
import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from requests_app import audit, snapshots
from requests_app.models import MLARequest
from tests.migrations.landed import known, restored
from treaties import version

pytestmark = pytest.mark.django_db

NAME = f"test_landed_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
# What a schema is made of, without the order in which its columns were added.
STRUCTURE = {
    "columns": """
        SELECT attrelid::regclass::text, attname, format_type(atttypid, atttypmod), attnotnull, attidentity::text
        FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped""",
    "constraints": """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype <> 'n'""",
    "indexes": "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "triggers": """
        SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal""",
    "functions": """
        SELECT proname, pg_get_functiondef(oid) FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace""",
}


@pytest.fixture(scope="module")
def fresh(django_db_setup, django_db_blocker) -> dict[str, set[Any]]:
    """The structure of a database that was empty before it was migrated."""
    with django_db_blocker.unblock():
        return structure()


@pytest.fixture(scope="module")
def updated(fresh, django_db_blocker) -> Iterator[dict[str, set[Any]]]:
    """The structure before the update; within the test the connection leads to the updated database."""
    with django_db_blocker.unblock(), restored(NAME):
        before = structure()
        ContentType.objects.clear_cache()
        call_command("migrate", interactive=False, verbosity=0)
        yield before
    ContentType.objects.clear_cache()


def structure() -> dict[str, set[Any]]:
    with connection.cursor() as cursor:
        return {kind: _rows(cursor, query) for kind, query in STRUCTURE.items()}


def _rows(cursor: Any, query: str) -> set[Any]:
    cursor.execute(query)
    return {tuple(_plain(value) for value in row) for row in cursor.fetchall()}


def _plain(value: Any) -> Any:
    """PostgreSQL spells a condition with other casts and brackets once it has been dumped and read again."""
    return re.sub(r"::character varying|::text(\[\])?|[()]", "", value) if isinstance(value, str) else value


def test_nothing_is_left_to_migrate(updated):
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


@pytest.mark.parametrize("kind", STRUCTURE)
def test_the_schema_is_that_of_a_new_database(updated, fresh, kind):
    found = structure()[kind]
    assert found, "the query finds nothing"
    assert found - fresh[kind] == set(), "only in the updated database"
    assert fresh[kind] - found == set(), "only in a new database"


def test_every_request_says_what_it_said(updated):
    requests = {mla.reference: snapshots.of(mla) for mla in MLARequest.objects.all()}
    now = json.loads(msgspec.json.encode(requests))
    assert list(_differences(known()["requests"], now)) == []


def _differences(then: Any, now: Any, path: str = "") -> Iterator[str]:
    """Name each place where something that was known then is not the same now; what came since may be there."""
    if isinstance(then, dict) and isinstance(now, dict):
        for key, value in then.items():
            yield from _differences(value, now.get(key, "nothing"), f"{path}/{key}")
    elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        for place, (one, other) in enumerate(zip(then, now, strict=True)):
            yield from _differences(one, other, f"{path}/{place}")
    elif then != now:
        yield path


def test_the_history_is_whole_and_is_that_history(updated):
    verdict = audit.verify(audit.dispatched())
    assert (verdict.ok, verdict.count, verdict.head) == (
        True,
        known()["audit"]["count"],
        known()["audit"]["head"],
    )


def test_an_approved_text_still_bears_its_digest(updated):
    """Of the two that were approved, one was sent; each is bound to the digest of its review."""
    approved = MLARequest.objects.exclude(approved_digest="").order_by("reference")
    assert [(mla.reference, mla.state) for mla in approved] == [
        ("MJ-2026-00417", "sent"),
        ("MLA-2026-0001", "approved"),
    ]
    assert [mla.reviews.latest("pk").snapshot_digest for mla in approved] == [
        mla.approved_digest for mla in approved
    ]


def test_the_law_can_be_loaded_again(updated):
    call_command("load_treaties", verbosity=0)
    assert version.loaded() is not None


def test_a_difference_is_named():
    then = {"a": [{"text": "one"}], "b": 1}
    assert list(_differences(then, {"a": [{"text": "one", "new": 2}], "b": 1})) == []
    assert list(_differences(then, {"a": [{"text": "two"}]})) == ["/a/0/text", "/b"]

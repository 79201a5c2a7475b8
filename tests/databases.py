"""The databases of the tests: copies of two templates, all made once and kept between runs.

One template holds the schema, the other the schema and the shipped law. Each process has its own copy of
what it needs: a test that asks for the law works in the copy that has it, every other test in the empty
one. They bear a digest of what they are made of; what fits no longer is dropped when a template is made.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg2
from django.core.management import call_command
from django.db import connection
from psycopg2 import sql

from treaties import current, loader, version
from treaties.law import Law

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = (
    "requirements.txt",
    "mla_portal/settings.py",
    "*/migrations/*.py",
    "*/models/**/*.py",
    # After each migrate the triggers are made to follow what these declare.
    "*/apps.py",
    "requests_app/database.py",
    "requests_app/snapshots.py",
    "requests_app/content/**/*.py",
)
LOADING = ("treaties/**/*.py", "treaties/data/**/*.toml")
# What shows the law has no part in loading it.
SHOWING = {"views", "templatetags"}
# The number of the lock is arbitrary; it is ours in the database of maintenance.
LOCK = 20_260_610
SOURCES = {"empty": SCHEMA, "law": (*SCHEMA, *LOADING)}


def digest(patterns: Iterable[str]) -> str:
    found = hashlib.sha256()
    paths = {path.relative_to(ROOT) for pattern in patterns for path in ROOT.glob(pattern)}
    for path in sorted(path for path in paths if not SHOWING.intersection(path.parts)):
        found.update(bytes(path) + b"\0" + (ROOT / path).read_bytes())
    return found.hexdigest()[:12]


@dataclass
class Databases:
    """The copies of one process, by what is in them."""

    access: Callable[[], AbstractContextManager[None]] = nullcontext
    base: str = ""
    wanted: str = "empty"
    names: dict[str, str] = field(default_factory=dict)
    laws: dict[str, Law] = field(default_factory=dict)

    def start(self, access: Callable[[], AbstractContextManager[None]]) -> None:
        """Begin; `access` opens the database where a test may not use it."""
        self.access, self.base = access, str(connection.settings_dict["NAME"])
        self.lead()

    def stop(self) -> None:
        with self.access():
            _point_to(self.base)
        self.names, self.laws, self.base = {}, {}, ""

    def lead(self) -> None:
        """Let the default connection lead to the copy that is wanted, if no test has led it elsewhere."""
        if not self.base or connection.settings_dict["NAME"] not in (self.base, *self.names.values()):
            return
        with self.access():
            if self.wanted not in self.names:
                self.names[self.wanted] = self._taken(self.wanted)
                found = version.loaded() or ""
                self.laws[found] = current.read(found)
            _point_to(self.names[self.wanted])
        self._remember()

    def _remember(self) -> None:
        """Each test finds both laws in memory as they are in the copies, so that none is read anew."""
        current._read.clear()
        current._read.update(self.laws)

    @contextmanager
    def leading_to(self, kind: str) -> Iterator[None]:
        before, self.wanted = self.wanted, kind
        self.lead()
        try:
            yield
        finally:
            self.wanted = before
            self.lead()

    def restore(self) -> None:
        """Bring the copy at hand back to what it was made from, after a test that committed."""
        name = str(connection.settings_dict["NAME"])
        held = _noted(name)
        if held and _marks(held) == held:
            _empty(table for table in _tables() if table not in held)
        else:
            self._copy(name)

    def _taken(self, kind: str) -> str:
        """Return the copy that another run has left, or a new one."""
        worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
        name = f"test_{self.base}_{worker}_{kind}_{digest(SOURCES[kind])}"
        if _exists(name):
            _point_to(name)
            self.restore()
        else:
            self._copy(name)
        return name

    def _copy(self, name: str) -> None:
        kind = name.split("_")[-2]
        template = _template(self.base, kind)
        connection.close()
        drop(name)
        _maintain("CREATE DATABASE {} TEMPLATE {}", name, template)
        _point_to(name)
        _note(name, _marks(_with_rows(_tables())))


def _template(base: str, kind: str) -> str:
    """Return the name of the template, made now if nobody has made it yet."""
    names = {kind: f"test_{base}_template_{kind}_{digest(SOURCES[kind])}" for kind in SOURCES}
    with _locked():
        if not _exists(names["empty"]):
            _make(names["empty"], _migrate, like="template0")
        if kind == "law" and not _exists(names["law"]):
            _make(names["law"], loader.load, like=names["empty"])
        _drop_stale(base)
    return names[kind]


def _point_to(name: str) -> None:
    connection.settings_dict["NAME"] = name
    opened = connection.connection
    if opened is not None and not (opened.info.dbname == name and connection.is_usable()):
        connection.close()


def _make(name: str, fill: Any, *, like: str) -> None:
    """Made under another name, so that a half-made one is never taken for a template."""
    before, partial = connection.settings_dict["NAME"], f"{name}_partial"
    drop(partial)
    _maintain("CREATE DATABASE {} TEMPLATE {}", partial, like)
    connection.close()
    connection.settings_dict["NAME"] = partial
    try:
        fill()
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before
    _maintain("ALTER DATABASE {} RENAME TO {}", partial, name)


def _migrate() -> None:
    call_command("migrate", interactive=False, verbosity=0)


def _drop_stale(base: str) -> None:
    current = tuple(digest(patterns) for patterns in SOURCES.values())
    for name in _ask("SELECT datname FROM pg_database WHERE starts_with(datname, {})", f"test_{base}_"):
        if not name.endswith(current):
            drop(name)


def _exists(name: str) -> bool:
    return bool(_ask("SELECT datname FROM pg_database WHERE datname = {}", name))


def _note(name: str, marks: dict[str, str]) -> None:
    """Keep with the database what it held at first, for runs to come."""
    with _maintenance() as cursor:
        text = sql.Literal(json.dumps(marks))
        cursor.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(name), text))


def _noted(name: str) -> dict[str, str]:
    """Return what the database held at first; nothing means that it was never finished."""
    query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = {}"
    return json.loads(_ask(query, name)[0] or "{}")


def _tables() -> list[str]:
    return connection.introspection.django_table_names(only_existing=True, include_views=False)


def _with_rows(tables: Iterable[str]) -> list[str]:
    """Return which of the tables hold a row."""
    asked = [
        sql.SQL("SELECT {} WHERE EXISTS (SELECT FROM {})").format(sql.Literal(name), sql.Identifier(name))
        for name in tables
    ]
    return [name for (name,) in _rows(sql.SQL(" UNION ALL ").join(asked))] if asked else []


def _marks(tables: Iterable[str]) -> dict[str, str]:
    """Return for each table how many rows it has and which transaction wrote last: a copy keeps both."""
    asked = [
        sql.SQL("SELECT {}, count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) FROM {}").format(
            sql.Literal(name), sql.Identifier(name)
        )
        for name in tables
    ]
    return dict(_rows(sql.SQL(" UNION ALL ").join(asked))) if asked else {}


def _empty(tables: Iterable[str]) -> None:
    """Delete every row; the triggers that keep the history would refuse that to everybody but tests."""
    touched = _with_rows(tables)
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        for name in touched:
            cursor.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(name)))
        cursor.execute("SET session_replication_role = origin")


def _rows(query: sql.Composable) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


@contextmanager
def _locked() -> Iterator[None]:
    """Workers that begin together wait here for the one that makes a template."""
    with _maintenance() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        yield


def drop(name: str) -> None:
    """Drop it; our own connections are ended. FORCE would also try to end an autovacuum, and may not."""
    with _maintenance() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = %s AND usename = current_user",
            [name],
        )
        cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))


def _maintain(statement: str, *names: str) -> None:
    with _maintenance() as cursor:
        cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def _ask(query: str, value: str) -> list[str]:
    with _maintenance() as cursor:
        cursor.execute(sql.SQL(query).format(sql.Literal(value)))
        return [name for (name,) in cursor.fetchall()]


@contextmanager
def _maintenance() -> Iterator[Any]:
    parameters = {**connection.get_connection_params(), "dbname": "postgres", "cursor_factory": None}
    with closing(psycopg2.connect(**parameters)) as opened:
        opened.autocommit = True
        with opened.cursor() as cursor:
            yield cursor

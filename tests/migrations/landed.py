"""A database as the version of commit ce0d2d8 left it: its demonstration, and what stood in it.

`landed.sql.xz` is its dump as plain statements; `landed.json.xz` holds the snapshot of each request and the
head of the history, as that version read them. Neither file is ever made anew: an update has to cope with
databases that are there already.
"""

import json
import lzma
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg2
from django.db import connection
from psycopg2 import sql

from tests.databases import drop

HERE = Path(__file__).resolve().parent


def known() -> dict[str, Any]:
    return json.loads(lzma.decompress((HERE / "landed.json.xz").read_bytes()))


@contextmanager
def restored(name: str) -> Iterator[None]:
    """The default connection leads to a database of this name, made from the dump and dropped afterwards."""
    before = connection.settings_dict["NAME"]
    drop(name)
    _create(name)
    try:
        with closing(_connected(name)) as opened, opened, opened.cursor() as cursor:
            cursor.execute(lzma.decompress((HERE / "landed.sql.xz").read_bytes()).decode())
        _lead_to(name)
        yield
    finally:
        _lead_to(before)
        drop(name)


def _lead_to(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name


def _connected(name: str) -> Any:
    return psycopg2.connect(
        **{**connection.get_connection_params(), "dbname": name, "cursor_factory": None}
    )


def _create(name: str) -> None:
    with closing(_connected("postgres")) as opened:
        opened.autocommit = True
        with opened.cursor() as cursor:
            cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))

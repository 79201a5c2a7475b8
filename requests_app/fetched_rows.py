"""All rows of a request, from all its tables, in one statement.

Django asks each table for itself, in twelve statements that are composed, sent and waited for. Here each
table is a column of one row, as JSON. The result is the same instances, kept where
`prefetch_related_objects` keeps its own.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any
from uuid import UUID

import msgspec
from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from django.db.models.fields.reverse_related import ManyToOneRel

from requests_app.models import MLARequest

Row = models.Model
# What PostgreSQL writes into JSON as something else than Python has in the attribute.
_READ: dict[str, Callable[[Any], Any]] = {
    "DateField": dt.date.fromisoformat,
    "DateTimeField": dt.datetime.fromisoformat,
    "FloatField": float,
    "UUIDField": UUID,
}
_AS_IT_IS = frozenset(
    {
        "BigAutoField",
        "BooleanField",
        "CharField",
        "ForeignKey",
        "JSONField",
        "PositiveBigIntegerField",
        "PositiveIntegerField",
        "SlugField",
        "TextField",
    }
)


def fetch(mla: MLARequest, names: Sequence[str]) -> None:
    """Fetch the rows of these relations, so that `all()` of each needs no query; what is fetched stays."""
    kept = mla.__dict__.setdefault("_prefetched_objects_cache", {})
    missing = tuple(name for name in names if name not in kept)
    if not missing:
        return
    using = mla._state.db or DEFAULT_DB_ALIAS
    with connections[using].cursor() as cursor:
        cursor.execute(_statement(missing), [mla.pk] * len(missing))
        tables = cursor.fetchone()
    for name, table in zip(missing, tables, strict=True):
        rows = getattr(mla, name).get_queryset()
        rows._result_cache = _instances(name, msgspec.json.decode(table), mla, using)
        rows._prefetch_done = True
        kept[name] = rows


@cache
def _statement(names: tuple[str, ...]) -> str:
    return "SELECT " + ", ".join(_table(name) for name in names)


def _table(name: str) -> str:
    """Return the subquery of one table: an array of its rows, each an array of its columns."""
    relation, fields = _relation(name), _fields(name)
    meta = relation.related_model._meta
    # A table without an order of its own is read in the order in which its rows came.
    order = ", ".join(_quoted(_column(meta, by)) for by in map(str, meta.ordering or ["pk"]))
    columns = ", ".join(_quoted(str(field.column)) for field in fields)
    source = f"FROM {_quoted(meta.db_table)} WHERE {_quoted(relation.field.column)} = %s"
    # Names of our own tables and columns only.
    return f"(SELECT coalesce(json_agg(json_build_array({columns}) ORDER BY {order}), '[]')::text {source})"


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _column(meta: Any, name: str) -> str:
    return str((meta.pk if name == "pk" else meta.get_field(name)).column)


@cache
def _relation(name: str) -> ManyToOneRel:
    relation = next(each for each in MLARequest._meta.related_objects if each.get_accessor_name() == name)
    if not isinstance(relation, ManyToOneRel):
        raise TypeError(f"{name} is no table of rows of a request")
    return relation


@cache
def _fields(name: str) -> tuple["models.Field[Any, Any]", ...]:
    """Return the columns of the table; raise TypeError for a kind that is not read from JSON."""
    fields = tuple(_relation(name).related_model._meta.concrete_fields)
    for field in fields:
        if field.get_internal_type() not in _READ.keys() | _AS_IT_IS:
            raise TypeError(f"{field} is of a kind that is not read from JSON yet")
    return fields


@cache
def _readers(name: str) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    """Return the places of the columns that need reading, with the functions that read them."""
    kinds = (field.get_internal_type() for field in _fields(name))
    return tuple((place, _READ[kind]) for place, kind in enumerate(kinds) if kind in _READ)


def _instances(name: str, table: list[list[Any]], mla: MLARequest, using: str) -> list[Row]:
    relation, names = _relation(name), [field.attname for field in _fields(name)]
    readers, model = _readers(name), relation.related_model
    found = []
    for values in table:
        for place, read in readers:
            if values[place] is not None:
                values[place] = read(values[place])
        row = model.from_db(using, names, values)
        relation.field.set_cached_value(row, mla)
        found.append(row)
    return found

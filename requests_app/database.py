"""What the database does by itself for every text: it keeps the words to search, and an approved text.

Which columns and tables these are is declared with the answers; each `migrate` makes the triggers agree.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import connections
from django.db.backends.utils import CursorWrapper
from django.db.models import Model
from psycopg2 import sql

from requests_app import snapshots
from requests_app.content.declared import ANSWERS
from requests_app.models import FieldAnswer, LegalBasis, MLARequest, Rendition, Words

# Lists of the value whose rows are no items.
_TABLES: dict[str, type[Model]] = {"translations": Rendition, "bases": LegalBasis}


def searched_columns() -> Mapping[str, tuple[str, ...]]:
    """Return the columns whose words can be found, by table."""
    found: dict[str, list[str]] = defaultdict(list)
    for answer in ANSWERS:
        if answer.searched is True and answer.column:
            found[_table_of(answer.list)].append(answer.column)
    return {table: tuple(columns) for table, columns in found.items()}


def guarded_tables() -> tuple[str, ...]:
    """Return the tables whose rows nobody changes once the text of their request is approved."""
    guarded: list[type[Model]] = [model for model, _struct in snapshots.ITEMS.values()]
    guarded += [LegalBasis, FieldAnswer, Rendition]
    return tuple(model._meta.db_table for model in guarded)


def _table_of(list_name: str) -> str:
    if not list_name:
        return MLARequest._meta.db_table
    items = {name: model for name, (model, _struct) in snapshots.ITEMS.items()}
    model: type[Model] = {**_TABLES, **items}[list_name]
    return model._meta.db_table


def follow_declarations(*, using: str = "default", **_signal: Any) -> None:
    """Make the triggers agree with what is declared; a table whose columns changed is read again."""
    with connections[using].cursor() as cursor:
        if not _has_functions(cursor):
            return
        standing = dict(_standing(cursor, "words_are_kept"))
        for table, columns in searched_columns().items():
            if standing.get(table) != columns:
                _keep_words(cursor, table, columns)
        guarded = dict(_standing(cursor, "approved_text_is_kept"))
        for table in guarded_tables():
            if table not in guarded:
                _guard(cursor, table)


def _has_functions(cursor: CursorWrapper) -> bool:
    """Whether the migrations have come as far as the functions of the triggers."""
    cursor.execute("SELECT count(*) FROM pg_proc WHERE proname IN ('keep_words', 'keep_approved_parts')")
    return bool(cursor.fetchone()[0] == 2)


def _standing(cursor: CursorWrapper, trigger: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each table that has the trigger, with its arguments."""
    cursor.execute(
        "SELECT relname, tgargs FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE tgname = %s",
        [trigger],
    )
    for table, arguments in cursor.fetchall():
        yield table, tuple(bytes(arguments).decode().split("\0")[:-1])


def _keep_words(cursor: CursorWrapper, table: str, columns: tuple[str, ...]) -> None:
    names = sql.SQL(", ").join(map(sql.Literal, columns))
    request = "id" if table == MLARequest._meta.db_table else "request_id"
    statement = sql.SQL(
        """
        DROP TRIGGER IF EXISTS words_are_kept ON {table};
        CREATE TRIGGER words_are_kept AFTER INSERT OR UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION keep_words({names});
        DELETE FROM {words} WHERE part = {part};
        INSERT INTO {words} (request_id, part, "row", words)
            SELECT t.{request}, {part}, t.id, search_words(texts_of(to_jsonb(t), ARRAY[{names}]))
            FROM {table} AS t;
        """
    ).format(
        table=sql.Identifier(table),
        names=names,
        words=sql.Identifier(Words._meta.db_table),
        part=sql.Literal(table),
        request=sql.Identifier(request),
    )
    cursor.execute(statement)


def _guard(cursor: CursorWrapper, table: str) -> None:
    cursor.execute(
        sql.SQL(
            "CREATE TRIGGER approved_text_is_kept BEFORE INSERT OR UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION keep_approved_parts()"
        ).format(table=sql.Identifier(table))
    )

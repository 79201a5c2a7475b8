"""`script/bench NAME`: run one measurement, print its table, keep its figures.

Exit code 0: every bar met; 1: a bar was missed; 2: there is no such measurement.
"""

import importlib
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import django
from django.db import connection

from bench import machine
from bench.table import Table

HERE = Path(__file__).parent
RESULTS = HERE / "results.jsonl"
HARNESS = {"__init__", "__main__", "table", "timing", "machine", "rivals"}


def main(words: list[str]) -> int:
    name, *arguments = words or [""]
    if name not in available():
        print(f"usage: script/bench NAME [ARGUMENTS], where NAME is one of: {', '.join(available())}")
        return 2
    table = measured(name, arguments)
    print(table)
    record(name, arguments, table)
    return 0 if table.met else 1


def available() -> list[str]:
    modules = {path.stem for path in HERE.glob("*.py")}
    packages = {path.parent.name for path in HERE.glob("*/__init__.py")}
    return sorted((modules | packages) - HARNESS)


def measured(name: str, arguments: list[str]) -> Table:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mla_portal.settings")
    django.setup()
    bench = importlib.import_module(f"bench.{name}")
    print(f"{name}: {(bench.__doc__ or '').strip().splitlines()[0]}")
    with _scratch_database(bench):
        table: Table = bench.measure(*arguments)
    return table


@contextmanager
def _scratch_database(bench: ModuleType) -> Iterator[None]:
    """Migrated, empty, and gone afterwards: a measurement never sees the portal's own data."""
    if not getattr(bench, "DATABASE", False):
        yield
        return
    own = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(own, verbosity=0)


def record(name: str, arguments: list[str], table: Table) -> None:
    line = {"bench": name, "arguments": arguments, **machine.described(), **table.plain()}
    with RESULTS.open("a") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

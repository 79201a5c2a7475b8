"""A full check of a request on three bases: the S1 request, and how the time grows with what is in it."""

import gc
import tracemalloc
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from django.core.management import call_command
from msgspec.structs import replace

from bench.table import Bar, Table
from bench.timing import in_turn, milliseconds
from requests_app import exchange
from requests_app.checks import engine
from requests_app.checks.setting import Setting
from requests_app.completeness import examining
from requests_app.content.snapshot import LegalBasis, Snapshot
from treaties.spec import Requirement

DATABASE = True
ON = date(2026, 11, 25)
EXAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "s1-follow-up.json"
# Half of the time that an officer notices, with the rest of the page still to be made.
LIMIT_MS = 25.0
# (data items, persons, facts): S1 as it is, then steps up to the largest request that is expected.
SIZES = ((2, 1, 3), (25, 5, 10), (50, 10, 20), (100, 20, 40), (200, 20, 40), (400, 20, 40))
LARGE = (200, 20, 40)
BATCH = 10_000


def measure(rounds: str = "30") -> Table:
    call_command("load_treaties", verbosity=0)
    small = _on_three_bases(exchange.decode(EXAMPLE.read_bytes()))
    rules, setting = tuple(examining.rules_for(small, ON)), examining.setting_of(small, ON)
    acts = {_name(size): partial(_check, _grown(small, size), rules, setting) for size in SIZES}
    figures = {name: milliseconds(times) for name, times in in_turn(acts, repeat=int(rounds)).items()}
    rows = [{"items, persons, facts": name, **row} for name, row in figures.items()]
    # The least time is what the check costs; the rest is what else the machine was doing.
    large, double = (figures[_name(size)]["least ms"] for size in (LARGE, SIZES[-1]))
    bars = [
        Bar("S1, p50 ms", figures[_name(SIZES[0])]["p50 ms"], LIMIT_MS),
        Bar("200 items, least ms", large, LIMIT_MS),
        Bar("twice the items, times the time", double / large, 2.5),
        Bar(f"memory that stays after {BATCH:,} checks, kB", _kept(small, rules, setting), 200),
    ]
    bases = ", ".join(small.basis_ids)
    return Table(
        rows, bars, [f"{len(rules)} requirements of law and practice ({bases}), and the rules of craft"]
    )


def _on_three_bases(snapshot: Snapshot) -> Snapshot:
    third = LegalBasis(instrument="untoc", role="additional", articles="18")
    return replace(snapshot, bases=(*snapshot.bases, third))


def _check(snapshot: Snapshot, rules: Sequence[Requirement], setting: Setting) -> None:
    engine.report(snapshot, rules, on=ON, setting=setting)


def _name(size: tuple[int, int, int]) -> str:
    return ", ".join(map(str, size))


def _grown(snapshot: Snapshot, size: tuple[int, int, int]) -> Snapshot:
    """Every third row lacks its reason, so that findings grow as well."""
    items, persons, facts = size
    if size == SIZES[0]:
        return snapshot
    row, person, fact = snapshot.data_items[0], snapshot.persons[0], snapshot.facts[0]
    return replace(
        snapshot,
        data_items=tuple(
            replace(
                row,
                id=f"d{n}",
                identifier=f"user{n}@mail.example.org",
                relevance="" if n % 3 else row.relevance,
            )
            for n in range(items)
        ),
        persons=tuple(replace(person, id=f"p{n}") for n in range(persons)),
        facts=(*snapshot.facts, *(replace(fact, id=f"g{n}") for n in range(facts - len(snapshot.facts)))),
    )


def _kept(snapshot: Snapshot, rules: Sequence[Requirement], setting: Setting) -> float:
    """What a batch leaves behind, after a first run has filled the caches."""
    _check(snapshot, rules, setting)
    tracemalloc.start()
    gc.collect()
    before, _ = tracemalloc.get_traced_memory()
    for _ in range(BATCH):
        _check(snapshot, rules, setting)
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (after - before) / 1024

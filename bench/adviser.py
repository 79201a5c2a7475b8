"""Advice, requirements and the map of one State, and how they grow with ten times the law."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from time import perf_counter

from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.table import Bar, Table
from bench.timing import in_turn, milliseconds
from treaties import advisor, coverage, current, requirements
from treaties.law import Law

DATABASE = True
ON = date(2026, 11, 25)
KINDS = ("content_data_stored", "traffic_data_stored", "realtime_traffic")
# A drafter waits for it on a page that has more to do.
ADVICE_LIMIT_MS = 30.0
LOAD_LIMIT_S = 30.0
TIMES = 10


def measure(rounds: str = "20") -> Table:
    began = perf_counter()
    call_command("load_treaties", verbosity=0)
    load = perf_counter() - began
    began = perf_counter()
    call_command("load_treaties", verbosity=0)
    again = perf_counter() - began
    law = current.law()
    acts = _acts(law, "as shipped") | _acts(_grown(law), f"{TIMES} times the instruments")
    figures = {name: milliseconds(times) for name, times in in_turn(acts, repeat=int(rounds)).items()}
    rows = [{"act": name, **row} for name, row in figures.items()]
    bars = [
        Bar("advice as shipped, p95 ms", figures["advice, as shipped"]["p95 ms"], ADVICE_LIMIT_MS),
        Bar("first load, s", load, LOAD_LIMIT_S),
        Bar("second load, s", again, LOAD_LIMIT_S),
        Bar("queries for advice, requirements and map", _queries(), 3),
    ]
    return Table(
        rows, bars, [f"{len(law.instruments)} instruments, {len(law.participations)} participations"]
    )


def _acts(law: Law, name: str) -> dict[str, Callable[[], object]]:
    return {
        f"advice, {name}": partial(_advice, law),
        f"requirements, {name}": partial(_requirements, law),
        f"map of one State, {name}": partial(_map, law),
    }


def _advice(law: Law) -> object:
    """Answers are kept for a while: each round asks of a law that was not asked before."""
    return advisor.advise(requesting="NOR", requested="GBR", kinds=KINDS, on=ON, law=replace(law))


def _requirements(law: Law) -> object:
    return requirements.for_request(
        requesting="NOR", requested="GBR", bases=["budapest"], kinds=KINDS, on=ON, law=replace(law)
    )


def _map(law: Law) -> object:
    return coverage.reach("NOR", ON, law=replace(law))


def _grown(law: Law) -> Law:
    """The same law with copies of every instrument, its parties, rules and all."""
    copies = {
        f"{code}-{n}": replace(each, code=f"{code}-{n}")
        for n in range(1, TIMES)
        for code, each in law.instruments.items()
    }
    return replace(
        law,
        instruments={**law.instruments, **copies},
        participations=law.participations
        | {
            (f"{code}-{n}", state): tuple(replace(each, instrument=f"{code}-{n}") for each in periods)
            for n in range(1, TIMES)
            for (code, state), periods in law.participations.items()
        },
        bilateral_of={
            state: codes | {f"{code}-{n}" for code in codes for n in range(1, TIMES)}
            for state, codes in law.bilateral_of.items()
        },
    )


def _queries() -> int:
    """One each: the version. Everything else is in memory."""
    with CaptureQueriesContext(connection) as queries:
        day = ON + timedelta(days=1)
        advisor.advise(requesting="NOR", requested="GBR", kinds=KINDS, on=day)
        requirements.for_request(requesting="NOR", requested="GBR", bases=["budapest"], kinds=KINDS, on=day)
        coverage.reach("NOR", day)
    return len(queries)

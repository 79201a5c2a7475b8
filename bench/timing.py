"""Measuring the time a function takes, and saying it in few figures."""

import statistics
import time
from collections.abc import Callable, Sequence


def seconds(act: Callable[[], object], *, repeat: int, warm_up: int = 1) -> list[float]:
    """The wall time of each call, after some that do not count."""
    for _ in range(warm_up):
        act()
    return [_one(act) for _ in range(repeat)]


def in_turn(acts: dict[str, Callable[[], object]], *, repeat: int) -> dict[str, list[float]]:
    """Things to compare, measured in alternation: whatever else the machine does then meets all of them."""
    for act in acts.values():
        act()
    rounds = [{name: _one(act) for name, act in acts.items()} for _ in range(repeat)]
    return {name: [times[name] for times in rounds] for name in acts}


def milliseconds(times: Sequence[float]) -> dict[str, float]:
    """The columns every table of times has. On a shared machine the least is the steadiest figure."""
    return {
        "least ms": min(times) * 1000,
        "p50 ms": statistics.median(times) * 1000,
        "p95 ms": percentile(times, 95) * 1000,
    }


def percentile(times: Sequence[float], rank: int) -> float:
    """By nearest rank: a time that was really measured."""
    ordered = sorted(times)
    return ordered[max(0, -(-len(ordered) * rank // 100) - 1)]


def _one(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start

"""What all rows of the law share: putting them together, and how an article is named."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

Row = TypeVar("Row")
Value = TypeVar("Value")


def grouped(
    rows: Iterable[Row], key: Callable[[Row], str], value: Callable[[Row], Value]
) -> Mapping[str, tuple[Value, ...]]:
    """Return the values of the rows by their key, in the order of the rows."""
    groups: dict[str, list[Value]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(value(row))
    return {name: tuple(values) for name, values in groups.items()}


def state_of(row: Any) -> str:
    return str(row.state_id)


def instrument_of(row: Any) -> str:
    return str(row.instrument_id)


def article(provision: str) -> str:
    """Return how a provision is read aloud: "art 29", "arts 29, 30"; what is no number stays as it is."""
    several = any(mark in provision for mark in (",", ";", " and "))
    return f"{'arts' if several else 'art'} {provision}" if provision[:1].isdigit() else provision

"""One request with one thing spoilt, and what ought to be said about it."""

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Literal

from bench.completeness import places
from bench.completeness.places import Json, Path, Place

# What is expected at least: "" when the law read in its text does not demand what was taken away.
Expected = Literal["block", "warn", "advise", ""]
DELETED: Final = object()
_LINKED: Final = {"facts", "offences", "measures"}


@dataclass(frozen=True)
class Mutant:
    """`codes`: requirements one of which must be cited; empty where the law has no code for the fault."""

    mutation: str
    element: str
    request: Json
    places: frozenset[Place]
    expected: Expected
    codes: frozenset[str] = frozenset()


def spoilt(request: Json, changes: Iterable[tuple[Path, Any]]) -> tuple[Json, frozenset[Place]]:
    """The request with new values at the paths, and the fields of the wizard where they stand.

    `DELETED` takes the key or the item away. Links to what is gone go with it, as on the page.
    """
    made = copy.deepcopy(request)
    found = set()
    for path, value in sorted(changes, key=lambda change: _order(change[0]), reverse=True):
        is_item = value is DELETED and isinstance(path[-1], int)
        found.add(places.of(request, path[:1] if is_item else path))
        _put(made, path, value)
        if path[0] in _LINKED and len(path) == 1:
            found |= _unlinked(made, str(path[0]))
    return made, frozenset(found)


def _order(path: Path) -> tuple[int, ...]:
    """Items from the last to the first: to remove one moves those after it."""
    return tuple(step for step in path if isinstance(step, int))


def _put(made: Json, path: Path, value: Any) -> None:
    holder: Any = places.read(made, path[:-1]) if len(path) > 1 else made
    if value is DELETED:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value


def _unlinked(made: Json, items: str) -> set[Place]:
    cut = set()
    for row in made.get("data_items", ()):
        row[items] = []
        cut.add(Place("data", items, row["id"]))
    return cut

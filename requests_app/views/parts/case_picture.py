"""The requests of a case as a picture: which one led to which, on a grid from left to right.

It is plain numbers for the template to draw; the table below the picture says the same in words.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from requests_app.models import MLARequest

WIDTH, HEIGHT = 196, 76
ACROSS, DOWN = 56, 20
MARGIN = 8


@dataclass(frozen=True, slots=True)
class Placed:
    """A request on the grid: `depth` steps from the first of its chain, in the row of its branch."""

    mla: MLARequest
    depth: int
    row: int

    @property
    def x(self) -> int:
        return MARGIN + self.depth * (WIDTH + ACROSS)

    @property
    def y(self) -> int:
        return MARGIN + self.row * (HEIGHT + DOWN)


def places(requests: list[MLARequest]) -> list[Placed]:
    """Return the requests in reading order, each followed by those it led to. A first child stays in
    its parent's row.
    """
    children: dict[int | None, list[MLARequest]] = defaultdict(list)
    known = {mla.pk for mla in requests}
    for mla in sorted(requests, key=lambda each: each.pk):
        children[mla.parent_id if mla.parent_id in known else None].append(mla)
    found: list[Placed] = []
    row = 0
    for first in children[None]:
        branch = list(_branch(first, children, 0, row))
        found += branch
        row = max(place.row for place in branch) + 1
    return found


def _branch(
    mla: MLARequest, children: dict[int | None, list[MLARequest]], depth: int, row: int
) -> Iterator[Placed]:
    yield Placed(mla, depth, row)
    below = row
    for number, child in enumerate(children[mla.pk]):
        branch = list(_branch(child, children, depth + 1, below + (1 if number else 0)))
        yield from branch
        below = max(place.row for place in branch)


def picture(found: list[Placed], rows: dict[int, dict[str, Any]]) -> dict[str, Any]:
    by_pk = {place.mla.pk: place for place in found}
    right = max((place.x for place in found), default=0) + WIDTH + MARGIN
    bottom = max((place.y for place in found), default=0) + HEIGHT + MARGIN
    return {
        "width": right,
        "height": bottom,
        "boxes": [_box(place, rows[place.mla.pk]) for place in found],
        "lines": [
            _line(by_pk[place.mla.parent_id], place) for place in found if place.mla.parent_id in by_pk
        ],
    }


def _box(place: Placed, row: dict[str, Any]) -> dict[str, Any]:
    at = {
        "x": place.x,
        "y": place.y,
        "text_x": place.x + 12,
        "first": place.y + 24,
        "second": place.y + 44,
        "third": place.y + 63,
    }
    return {**row, **at, "width": WIDTH, "height": HEIGHT}


def _line(parent: Placed, child: Placed) -> dict[str, str]:
    """Return a line from the right edge of one box to the left edge of the other, with one bend."""
    start_x, start_y = parent.x + WIDTH, parent.y + HEIGHT // 2
    end_x, end_y = child.x, child.y + HEIGHT // 2
    bend = end_x - ACROSS // 2
    return {
        "path": f"M {start_x} {start_y} H {bend} V {end_y} H {end_x - 7}",
        "head": f"M {end_x - 8} {end_y - 5} L {end_x} {end_y} L {end_x - 8} {end_y + 5} Z",
    }

"""What one measurement found: a table of figures, and the bars it is held to."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

Cell = str | int | float


@dataclass(frozen=True)
class Bar:
    """A figure and the most (or the least) it may be."""

    name: str
    value: float
    limit: float
    at_least: bool = False

    @property
    def met(self) -> bool:
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def __str__(self) -> str:
        verdict, sign = "met   " if self.met else "MISSED", "≥" if self.at_least else "≤"
        return f"{verdict} {self.name}: {_text(self.value)} {sign} {_text(self.limit)}"


@dataclass(frozen=True)
class Table:
    """Rows are mappings with the same keys; the keys are the columns and carry the unit ("p95 ms")."""

    rows: Sequence[Mapping[str, Cell]]
    bars: Sequence[Bar] = ()
    notes: Sequence[str] = field(default_factory=tuple)

    @property
    def met(self) -> bool:
        return all(bar.met for bar in self.bars)

    def __str__(self) -> str:
        return "\n".join([*_aligned(self.rows), *map(str, self.bars), *self.notes])

    def plain(self) -> dict[str, object]:
        bars = [asdict(bar) | {"met": bar.met} for bar in self.bars]
        return {"rows": [dict(row) for row in self.rows], "bars": bars, "notes": list(self.notes)}


def _aligned(rows: Sequence[Mapping[str, Cell]]) -> list[str]:
    lines = [list(rows[0]), *([_text(cell) for cell in row.values()] for row in rows)] if rows else []
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return ["  ".join(_placed(*pair) for pair in zip(line, widths, strict=True)).rstrip() for line in lines]


def _placed(text: str, width: int) -> str:
    return text.rjust(width) if text[:1].isdigit() else text.ljust(width)


def _text(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"{cell:,.3g}" if abs(cell) < 1000 else f"{cell:,.0f}"
    return str(cell)

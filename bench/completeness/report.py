"""The table as a page of the documentation."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from bench.table import Bar, Cell, Table

PAGE: Final = Path(__file__).parents[2] / "docs" / "evaluation.md"

_HEAD: Final = """# How good the checker is

Made by `script/bench completeness EVERY write`; do not edit. `EVERY` 1 spoils every request of the
corpus, 6 (the default) every sixth, and always those of whose kind the law has a rule of its own.
`script/bench completeness slips write` makes the part on slips alone, in a minute.

"""
_FOOT: Final = """
## How to read it

Complete requests are spoilt in one place each, and the checker is asked about every one of them.

- **spoilt**: requests with one fault. **to find**: those in which something must be said. Which elements
  are mandatory is read from the data of the law, from rules whose text was read; faults that need no law (a
  zone removed, a link to nothing, an abbreviation nobody wrote out) are listed by hand. Neither list comes
  from the checker.
- **recall**: of the faults to find, those found, by a line of the strength expected that cites the rule.
- **precision**: of what was found or blocked, what deserved it. Taking away what no verified rule demands
  must not block.
- **pointing**: of the new lines of that strength, those that lead to the field that was spoilt, in its row.

The corpus tells one invented case in many legal settings: the figures of the first tables measure the
list and its places, not the judgment of prose. Poor texts are tried with the faults named above, each in
one wording.
"""


# The part on slips stands between these, so that each half can be made without the other.
_BEGIN: Final = "\n<!-- slips -->\n"
_END: Final = "<!-- end of slips -->\n"


def write(table: Table) -> None:
    PAGE.write_text(_HEAD + _page(table) + _BEGIN + _slips() + _END + _FOOT)


def write_slips(part: str) -> None:
    before, _, rest = PAGE.read_text().partition(_BEGIN)
    if not rest:
        before, _, _ = before.partition(_FOOT)
    PAGE.write_text(before + _BEGIN + part + _END + _FOOT)


def _slips() -> str:
    """The part as it stands; "" where there is none yet."""
    return PAGE.read_text().partition(_BEGIN)[2].partition(_END)[0]


def _page(table: Table) -> str:
    parts = ["## Bars", _bars(table.bars), *(f"- {note}" for note in table.notes[:2])]
    for cut in ("all", "instrument", "mutation", "kind"):
        rows = [row for row in table.rows if row["by"] == cut]
        parts += [f"\n## By {cut}\n" if cut != "all" else "\n## Overall\n", _rows(rows)]
    return "\n".join(parts) + "\n"


def _bars(bars: Iterable[Bar]) -> str:
    lines = [f"| {bar.name} | {_cell(bar.value)} | {_cell(bar.limit)} |" for bar in bars]
    return "\n".join(["", "| | found | bar |", "| --- | ---: | ---: |", *lines, ""])


def _rows(rows: Iterable[Mapping[str, Cell]]) -> str:
    lines = []
    for row in rows:
        cells = [cell for name, cell in row.items() if name != "by"]
        lines.append("| " + " | ".join(map(_cell, cells)) + " |")
    head = "| | spoilt | to find | recall % | precision % | pointing % |"
    return "\n".join([head, "| --- | ---: | ---: | ---: | ---: | ---: |", *lines])


def _cell(cell: Cell) -> str:
    """One decimal, cut and not rounded: 99.96 is not a hundred."""
    if isinstance(cell, str) or cell == int(cell):
        return cell if isinstance(cell, str) else f"{int(cell):,}"
    return f"{int(cell * 10) / 10}"

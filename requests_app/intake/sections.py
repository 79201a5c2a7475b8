"""Where in a text its tables begin: one, several below each other, or none; a preface may come first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from requests_app.intake import columns
from requests_app.intake.columns import DELIMITERS, KINDS, Layout, cells_of
from requests_app.intake.headings import role_of
from requests_app.intake.text import Line

_MOST: Final = 50
_SAMPLE: Final = 50
_LONGEST: Final = 2_000
_FIGURES: Final = re.compile(r"\d{3}")
_TIMES: Final = {"start", "end", "date", "start?", "end?"}


@dataclass(frozen=True, slots=True)
class Table:
    """`first` is the number of the first line that is read by the layout."""

    first: int
    layout: Layout


def tables_of(lines: Sequence[Line]) -> tuple[Table, ...]:
    """Return the tables. A heading anywhere begins one; without a heading the whole text is a table,
    or free lines.
    """
    whole = columns.layout_of(lines)
    if whole.is_table and not whole.heading:
        return (Table(0, whole),)
    later = list(_later(lines, after=whole.heading))
    first = [Table(0, whole)] if whole.is_table else []
    return tuple(first + later)


def _later(lines: Sequence[Line], *, after: int) -> Iterator[Table]:
    found = 0
    for place, line in enumerate(lines):
        if found >= _MOST or line.number <= after or not _may_be_a_heading(line):
            continue
        if layout := _headed(lines[place : place + _SAMPLE]):
            found += 1
            yield Table(line.number, layout)
    return


def _may_be_a_heading(line: Line) -> bool:
    """Whether the line is words between delimiters, with hardly any figures."""
    text = line.plain
    return len(text) < _LONGEST and not _FIGURES.search(text) and any(sign in text for sign in DELIMITERS)


def _headed(lines: Sequence[Line]) -> Layout | None:
    """Whether the line is surely a heading: it names an identifier and a time, or two identifiers,
    and the next line fits.
    """
    for delimiter in DELIMITERS:
        cells = cells_of(lines[0].plain, delimiter)
        if len(cells) < 2 or len(lines) < 2 or len(cells_of(lines[1].plain, delimiter)) != len(cells):
            continue
        named = {role_of(cell) for cell in cells} - {""}
        kinds = named & set(KINDS)
        if not (kinds and (len(kinds) > 1 or named & _TIMES)) and not (len(named) > 1 and named & _TIMES):
            continue
        if layout := columns.headed_by(_until_another_width(lines, delimiter, len(cells)), delimiter):
            return layout
    return None


def _until_another_width(lines: Sequence[Line], delimiter: str, width: int) -> list[Line]:
    kept: list[Line] = []
    for line in lines:
        if len(cells_of(line.plain, delimiter)) != width:
            break
        kept.append(line)
    return kept

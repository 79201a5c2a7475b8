"""The columns of a table: which delimiter divides its lines, and what each column holds, in any order."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from requests_app.formats import identifiers, settling, timestamps
from requests_app.formats.logged_times import Answers
from requests_app.intake import nested
from requests_app.intake.headings import role_of
from requests_app.intake.text import Line

DELIMITERS: Final = ("\t", ";", "|", ",")
# Stands for a delimiter where each line is an object of JSON.
OBJECTS: Final = "{}"
_SAMPLE: Final = 200
# The share of lines that must have one and the same number of cells, and of cells that must be of one kind.
_MOST: Final = 0.8
_FIGURES: Final = Answers(figures=True)
_CLOCK: Final = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?(?:\s?[AaPp]\.?[Mm]\.?)?")
_WEAK: Final = {"id", "value", "number", "from", "to", "type"}

KINDS: Final = [
    "ip",
    "email",
    "phone",
    "bank_account",
    "wallet",
    "device",
    "card",
    "account",
    "message",
    "url",
    "file_hash",
    "domain",
]


@dataclass(frozen=True, slots=True)
class Layout:
    """`roles` is a role for each column, "" for one that says nothing; no delimiter means free lines.

    `heading` is the number of the line that names the columns, 0 when none does; `utc` says that its times
    are in UTC by the format's own definition. `by` says how each role is known: name, content or officer;
    `zones` is the word for a zone in the heading of each column.
    """

    delimiter: str = ""
    roles: tuple[str, ...] = ()
    heading: int = 0
    utc: bool = False
    headings: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()

    @property
    def is_table(self) -> bool:
        return bool(self.delimiter)

    def with_roles(self, said: Mapping[str, str]) -> "Layout":
        """Return the layout with the roles that an officer chose, by "line of the heading:number of
        the column".
        """
        chosen = [said.get(f"{self.heading}:{place}", "") for place in range(1, len(self.roles) + 1)]
        if not any(chosen):
            return self
        roles = tuple(mine or role for mine, role in zip(chosen, self.roles, strict=True))
        by = self.by or ("content",) * len(roles)
        by = tuple("officer" if mine else how for mine, how in zip(chosen, by, strict=True))
        # Where an officer has named one, another column of that role counts no longer.
        ours = {mine for mine in chosen if mine and mine != "nothing"}
        roles = tuple(
            "" if role in ours and not mine else role for mine, role in zip(chosen, roles, strict=True)
        )
        return replace(self, roles=roles, by=by)


FREE: Final = Layout()


def cells_of(text: str, delimiter: str) -> list[str]:
    """Return the cells of one line, unquoted; a quote without its end affects its own line only."""
    if delimiter == OBJECTS:
        return [value for _name, value in nested.pairs_of(text)]
    if delimiter == "  ":
        return re.split(r"\s{2,}", text.strip())
    if delimiter == " ":
        return text.split()
    try:
        cells = next(csv.reader([text.replace("\n", " ")], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        cells = text.split(delimiter)
    cells = [cell.strip() for cell in cells]
    return cells[1:-1] if delimiter == "|" and len(cells) > 2 and not cells[0] and not cells[-1] else cells


def layout_of(lines: Sequence[Line]) -> Layout:
    """Return the layout of the first lines. Without a heading it is a table only where each column
    that counts holds one kind.
    """
    sample = [line for line in lines[:_SAMPLE] if len(line.text) < 2_000]
    if declared := next(filter(None, (_declared(line) for line in sample)), None):
        return declared
    data = [line for line in sample if not line.plain.lstrip().startswith("#")]
    for delimiter in (*DELIMITERS, "  "):
        if data and (headed := headed_by(data, delimiter)):
            return headed
    return _of_objects(data) or next(filter(None, (_headless(data, d) for d in DELIMITERS)), FREE)


def _of_objects(lines: Sequence[Line]) -> Layout | None:
    """Return the layout of lines that are JSON objects: each name is a column."""
    objects = [pairs for line in lines if (pairs := nested.pairs_of(line.plain))]
    if not objects or len(objects) < _MOST * len(lines):
        return None
    headings = tuple(dict.fromkeys(name for pairs in objects for name, _value in pairs))
    columns = [
        [value for pairs in objects for name, value in pairs if name == heading] for heading in headings
    ]
    roles, by = by_name_and_content(headings, columns)
    zones = tuple(map(zone_word, headings, roles))
    return Layout(OBJECTS, roles, headings=headings, by=by, zones=zones)


def zone_word(heading: str, role: str) -> str:
    return settling.of_heading(heading) if role in ("start", "end", "clock", "date") else ""


def _declared(line: Line) -> Layout | None:
    """Return the layout that a directive names, as W3C extended logs and Zeek write it."""
    text = line.plain
    if not re.match(r"#fields:?\s", text, re.IGNORECASE):
        return None
    delimiter = "\t" if "\t" in text else " "
    names = re.sub(r"^#fields:?\s*", "", text, flags=re.IGNORECASE)
    headings = tuple(names.split(None if delimiter == " " else "\t"))
    roles = _once(_date_and_time(tuple(map(role_of, headings))))
    by = tuple("name" if role else "" for role in roles)
    is_w3c = text.lower().startswith("#fields:")
    return Layout(delimiter, roles, line.number, is_w3c, headings, by, ("",) * len(roles))


def _date_and_time(roles: tuple[str, ...]) -> tuple[str, ...]:
    """Return the roles, in which the column of the time is a time of day where another one holds the
    day.
    """
    if "date" not in roles:
        return roles
    if "start" in roles or "clock" in roles:
        return tuple("clock" if role == "start" else role for role in roles)
    return tuple("start" if role == "date" else role for role in roles)


def headed_by(lines: Sequence[Line], delimiter: str) -> Layout | None:
    """Return the layout with the first line as heading, by its words and by what stands below them."""
    first = cells_of(lines[0].plain, delimiter)
    named = tuple(map(role_of, first))
    if len(first) < 2 and (len(lines) < 2 or not any(named) or not _is_alone(lines, delimiter)):
        return None
    if nested.pairs_of(lines[0].plain):
        return None
    if any(identifiers.find(cell) or timestamps.read(cell) for cell in first if cell and not role_of(cell)):
        return None
    rows = [cells_of(line.plain, delimiter) for line in lines[1:]]
    rows = [row for row in rows if len(row) == len(first)] if len(first) > 1 else rows
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(first)
    roles, by = by_name_and_content(first, columns)
    if not any(role in KINDS or role == "identifier" for role in roles):
        return None
    # Where no word is known, only a whole table below the line makes it a heading.
    if not any(named) and (len(rows) < 1 or len(rows) < _MOST * (len(lines) - 1)):
        return None
    zones = tuple(map(zone_word, first, roles))
    return Layout(delimiter, roles, lines[0].number, False, tuple(first), by, zones)


def by_name_and_content(
    headings: Sequence[str], columns: Sequence[Sequence[str]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the roles, and how each is known. What is plainly an address is one, whatever the
    heading says.
    """
    named = tuple(map(_settled, headings, columns))
    kinds = tuple(
        kind_of(column, figures=role in ("start", "end"))
        for column, role in zip(columns, named, strict=True)
    )
    roles = tuple(map(_of_both, headings, named, kinds))
    roles = _with_clock(roles, kinds)
    roles = _once(_traceable_first(_date_and_time(roles), columns))
    by = tuple(
        ("name" if role == name or role == "clock" else "content") if role else ""
        for role, name in zip(roles, named, strict=True)
    )
    return _without_weak(headings, roles, kinds), by


def _with_clock(roles: tuple[str, ...], kinds: Sequence[str]) -> tuple[str, ...]:
    """Return the roles; where an unnamed column holds times of day, the column of the start holds days."""
    clocks = [place for place, kind in enumerate(kinds) if kind == "clock" and not roles[place]]
    if not clocks or "date" in roles or "start" not in roles:
        return roles
    return tuple("clock" if p == clocks[0] else "date" if r == "start" else r for p, r in enumerate(roles))


def _settled(heading: str, column: Sequence[str]) -> str:
    name = role_of(heading)
    if not name.endswith("?"):
        return name
    return name[:-1] if any(timestamps.read(cell, _FIGURES) for cell in column[:20]) else ""


def _of_both(heading: str, name: str, kind: str) -> str:
    if name == "theirs" or not kind or kind == "clock":
        return name
    if not name or name in ("source", "type", "provider"):
        return kind
    contradicts = name in ("start", "end", "date") and kind in KINDS
    # What is called an account may be written as an address of mail.
    return kind if contradicts or (name == "account" and kind in ("email", "phone")) else name


def _traceable_first(roles: tuple[str, ...], columns: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the roles; of several address columns, the first that leads to a customer comes before
    private ones.
    """
    places = [place for place, role in enumerate(roles) if role == "ip"]
    if len(places) < 2:
        return roles
    best = next((place for place in places if not _all_private(columns[place])), places[0])
    inside = {place for place in places if place != best and _all_private(columns[place])}
    return tuple(
        "inside" if place in inside else "" if place in places and place != best else role
        for place, role in enumerate(roles)
    )


def _all_private(cells: Sequence[str]) -> bool:
    found = [address for cell in cells if (address := identifiers.ip(cell))]
    return bool(found) and all(map(identifiers.is_untraceable, found))


def _without_weak(headings: Sequence[str], roles: tuple[str, ...], kinds: Sequence[str]) -> tuple[str, ...]:
    """Return the roles without "id" columns of events where another column holds an identifier."""
    if not any(role in KINDS for role in roles):
        return roles
    return tuple(
        "" if role == "identifier" and not kind and heading.strip().lower() in _WEAK else role
        for heading, role, kind in zip(headings, roles, kinds, strict=True)
    )


def _is_alone(lines: Sequence[Line], delimiter: str) -> bool:
    """Whether the heading stands over one column, so that the lines below have one cell by any
    delimiter.
    """
    return all(len(cells_of(line.plain, d)) < 2 for line in lines[:20] for d in (*DELIMITERS, "  "))


_MANY: Final = {"", "theirs", "inside", "nothing", "amount"}


def _once(roles: tuple[str, ...]) -> tuple[str, ...]:
    """Return the roles; of two columns of one name the first counts, because the second is the
    counterpart.
    """
    return tuple(
        role if role in _MANY or role not in roles[:place] else "" for place, role in enumerate(roles)
    )


def _headless(lines: Sequence[Line], delimiter: str) -> Layout | None:
    rows = [cells_of(line.plain, delimiter) for line in lines]
    counts = Counter(map(len, rows))
    if not counts:
        return None
    width, share = counts.most_common(1)[0]
    if width < 2 or share < _MOST * len(rows):
        return None
    columns = list(zip(*(row for row in rows if len(row) == width), strict=True))
    kinds = tuple(map(kind_of, columns))
    bare = tuple("" if kind == "clock" else kind for kind in kinds)
    roles = _with_clock(_once(_traceable_first(bare, columns)), kinds)
    if not any(role in KINDS for role in roles):
        return None
    roles = _with_port_and_end(columns, roles)
    by = tuple("content" if role else "" for role in roles)
    return Layout(delimiter, roles, by=by, headings=("",) * width, zones=("",) * width)


def kind_of(cells: Iterable[str], *, figures: bool = False) -> str:
    """Return what most of the cells are; "" where they differ or are nothing that is known."""
    kinds = Counter(_kind_of_cell(cell, figures=figures) for cell in cells if cell)
    kind, share = kinds.most_common(1)[0] if kinds else ("", 0)
    return kind if share >= _MOST * sum(kinds.values()) else ""


def _kind_of_cell(cell: str, *, figures: bool) -> str:
    if timestamps.read(cell, _FIGURES if figures else timestamps.Answers()) is not None:
        return "start"
    if _CLOCK.fullmatch(cell):
        return "clock"
    judged = identifiers.find(cell)
    return judged.kind if judged else ""


def _with_port_and_end(columns: Sequence[Sequence[str]], roles: tuple[str, ...]) -> tuple[str, ...]:
    """Return the roles; figures beside an address are its port, and a second column of times is the end."""
    found = list(roles)
    for place, cells in enumerate(columns):
        if found[place] or not all(cells):
            continue
        if "ip" in found and "port" not in found and all(map(_is_port, cells)):
            found[place] = "port"
        elif "start" in found and "end" not in found and kind_of(cells) == "start":
            found[place] = "end"
        elif "zone" not in found and all(timestamps.zone_name(cell)[0] for cell in cells):
            found[place] = "zone"
    return tuple(found)


def _is_port(cell: str) -> bool:
    return cell.isascii() and cell.isdigit() and len(cell) < 6 and 1 <= int(cell) <= 65535

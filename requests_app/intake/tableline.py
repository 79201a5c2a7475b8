"""A line of a table: each cell is read as what its column holds."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from requests_app.formats import identifiers, leftovers, timestamps
from requests_app.formats.judgement import Judgement, Sure
from requests_app.formats.logged_times import says_too_little
from requests_app.formats.timestamps import Answers, LoggedTime
from requests_app.intake import columns, fill, freeline, left_out, nested
from requests_app.intake.columns import KINDS, Layout, cells_of
from requests_app.intake.headings import role_of
from requests_app.intake.row import Assumptions, Row

_ROUNDED: Final = re.compile(r"\d[.,]\d+E\+\d+", re.IGNORECASE)
_AS_TEXT: Final = re.compile(r'^(?:="(.*)"|\'(.+))$')
_EMPTY: Final = {"-", "—", "n/a", "null", "none", "\\n", "(empty)"}
_LONGEST: Final = 500
_ADDRESS_AND_PORTS: Final = re.compile(r"(\[[^\]]+\]|[\d.]+)[:#](\d{1,5}\s?[-–]\s?\d{1,5})")
_FLOW: Final = re.compile(r"(?<![\w.:])(\d{1,5})\s*(?:->|→|>)\s*(\d{1,5})(?![\w.:])")


@dataclass(frozen=True, slots=True)
class Cell:
    """`zone` is the word for a zone in the heading of its column."""

    heading: str
    role: str
    text: str
    zone: str = ""


def read(row: Row, text: str, layout: Layout, given: Assumptions) -> None:
    cells = _cells(text, layout)
    named = {cell.role for cell in cells if cell.text}
    if layout.delimiter != columns.OBJECTS:
        short = len(cells) < len(layout.roles)
        if short and (len(cells) == 1 or not named & {"identifier", *KINDS}):
            # A line that does not follow its table is read as any other line.
            freeline.read(row, text, given)
            row.doubts.append("The line has fewer cells than the table.")
            return
        if len(cells) > len(layout.roles):
            row.doubts.append(f"The line has {len(cells)} cells, the table {len(layout.roles)}.")
    read_cells(row, _with_nested(cells), layout.utc, given)


def read_object(row: Row, text: str, given: Assumptions) -> bool:
    """A line that is an object of JSON among lines that are none; False when it is not one."""
    cells = _of_object(nested.pairs_of(text))
    if not any(cell.role in KINDS for cell in cells):
        return False
    read_cells(row, cells, False, given)
    return True


def _cells(text: str, layout: Layout) -> list[Cell]:
    if layout.delimiter == columns.OBJECTS:
        places = {heading: place for place, heading in enumerate(layout.headings)}
        pairs = [(places.get(name), name, value) for name, value in nested.pairs_of(text)]
        return [
            Cell(
                name, "" if at is None else layout.roles[at], value, "" if at is None else layout.zones[at]
            )
            for at, name, value in pairs
        ]
    written = [_unwrapped(cell) for cell in cells_of(text, layout.delimiter)]
    return [_cell(layout, place, cell) for place, cell in enumerate(written)]


def _cell(layout: Layout, place: int, text: str) -> Cell:
    known = place < len(layout.roles)
    heading = layout.headings[place] if place < len(layout.headings) else ""
    zone = layout.zones[place] if place < len(layout.zones) else ""
    return Cell(heading, layout.roles[place] if known else "", text, zone)


def _unwrapped(cell: str) -> str:
    """Return the cell without the ="…" or '… with which spreadsheets keep a number as text."""
    match = _AS_TEXT.match(cell)
    plain = (match[1] if match and match[1] is not None else match[2]) if match else cell
    return "" if plain.strip().lower() in _EMPTY else plain.strip()


def _with_nested(cells: Sequence[Cell]) -> list[Cell]:
    """Return the cells, where a cell that is a JSON object is replaced by the cells that it holds."""
    found: list[Cell] = []
    for cell in cells:
        found.extend(_of_object(nested.pairs_of(cell.text)) or [cell])
    return found


def _of_object(pairs: Sequence[tuple[str, str]]) -> list[Cell]:
    roles, _by = columns.by_name_and_content([n for n, _ in pairs], [[value] for _, value in pairs])
    return [
        Cell(name, role, _unwrapped(value), columns.zone_word(name, role))
        for (name, value), role in zip(pairs, roles, strict=True)
    ]


def read_cells(row: Row, cells: Sequence[Cell], utc: bool, given: Assumptions) -> None:
    taken: dict[str, Cell] = {}
    for cell in cells:
        if cell.role and cell.text:
            taken.setdefault(cell.role, cell)
    named = {role: cell.text for role, cell in taken.items()}
    _times(row, taken, utc, given)
    _identifier(row, named, given)
    _port(row, named)
    row.provider = named.get("provider", "")[:_LONGEST]
    row.source = named.get("source", "")[:_LONGEST]
    _account_for(row, [cell for cell in cells if cell.text and taken.get(cell.role) is not cell], named)


def _times(row: Row, taken: Mapping[str, Cell], utc: bool, given: Assumptions) -> None:
    first = " ".join(taken[name].text for name in ("date", "clock") if name in taken)
    first = first or (taken["start"].text if "start" in taken else "")
    # The last of them: where the day and the time have a column each, the time's heading names the zone.
    words = [taken[name].zone for name in ("start", "date", "clock") if name in taken and taken[name].zone]
    last = taken.get("end")
    answers = _answers(row, taken, words[-1] if words else "", utc, given)
    stamps = [stamp for stamp in [_stamp(row, first, answers)] if stamp]
    if last:
        stamps += [s for s in [_stamp(row, last.text, _answers(row, taken, last.zone, utc, given))] if s]
    fill.times_of(row, stamps)
    row.has_time = row.has_time or bool(first or last)
    if row.end and not first:
        row.start = ""
    if "value_date" in taken:
        _value_date(row, taken["value_date"].text, answers)


def _value_date(row: Row, text: str, answers: Answers) -> None:
    """The bank's two days are one period; where they are one day, it is said and nothing changes."""
    stamp = timestamps.read(text, answers)
    if stamp is None or stamp.local is None or not row.start:
        left_out.left_out(row, "a value date", text)
        return
    row.notes.append(f"Value date: {stamp.local:%Y-%m-%d}.")
    day = f"{stamp.local:%Y-%m-%d}"
    row.start = min(row.start, f"{day} 00:00:00")
    row.end = max(row.end or row.start, f"{day} 23:59:59")


def _answers(row: Row, taken: Mapping[str, Cell], heading: str, utc: bool, given: Assumptions) -> Answers:
    """A zone that has a column of its own counts for its line, then the one that the heading shows."""
    answers = replace(given.times, figures=True)
    written = taken["zone"].text if "zone" in taken else heading
    if not written:
        return replace(answers, shown="UTC") if utc else answers
    zone, wrong = timestamps.zone_name(written.upper() if written.lower() in ("utc", "gmt") else written)
    zone = zone or given.times.zones.get(written, "")
    if zone:
        # A column speaks for its line; a heading for all lines, as the officer does, and may contradict it.
        return replace(answers, shown=zone, zone="" if "zone" in taken else answers.zone)
    problem = wrong or f"“{written[:40]}” is not a time zone."
    if problem not in row.problems:
        row.problems.append(problem)
    if says_too_little(problem) or "zone" not in taken:
        row.asks.add(f"zone:{written[:40]}")
    return replace(answers, zone="")


def _stamp(row: Row, text: str, answers: Answers) -> LoggedTime | None:
    if not text:
        return None
    if stamp := timestamps.read(text, answers):
        return stamp
    found = timestamps.find_all(text, answers)
    if len(found) == 1:
        row.notes.append("Words beside the time were left off.")
        rest = text[: found[0].start] + " " + text[found[0].stop :]
        left_out.tell(row, rest, has_time=True)
        return found[0]
    row.problems.append(f"“{text[:60]}” is not a time that the portal can read.")
    return None


def _identifier(row: Row, named: Mapping[str, str], given: Assumptions) -> None:
    roles = [role for role in ("identifier", *KINDS) if role in named]
    if not roles:
        row.problems.append("No identifier stands in this line.")
        row.less_sure(Sure.DOUBTFUL)
        return
    role, text = roles[0], named[roles[0]]
    if pair := _ADDRESS_AND_PORTS.fullmatch(text):
        # The range stands behind the address, in one cell with it.
        text = pair[1].strip("[]")
        _ports(row, pair[2])
    if _ROUNDED.fullmatch(text):
        row.problems.append("A spreadsheet has rounded this number. Export the column as text.")
    fill.identifier(row, _judged(role, text, named, given))
    if row.sure is Sure.DOUBTFUL and row.type == "":
        row.asks.add("kind")
    others = [(other, named[other]) for other in roles[1:]]
    if others:
        row.notes.append(f"Also in the line: {', '.join(text for _, text in others)[:300]}")
    for other, text in others:
        if other in ("phone", "card", "wallet", "bank_account") and text != row.identifier:
            left_out.left_out(row, "a number", text)


def _judged(role: str, text: str, named: Mapping[str, str], given: Assumptions) -> Judgement:
    kind = role if role != "identifier" else _said_kind(named.get("type", "")) or given.kind
    if kind:
        return identifiers.judge(kind, text, given.country)
    found = identifiers.find(text, given.country)
    if found:
        return found
    return Judgement(
        kind="", value=text, form="", sure=Sure.DOUBTFUL, wrong="Say what kind of identifier this is."
    )


def _said_kind(text: str) -> str:
    kind = text.strip().lower().replace(" ", "_").replace("-", "_")
    if kind in KINDS or kind in ("device", "other"):
        return kind
    role = role_of(text)
    return role if role in KINDS else ""


def _ports(row: Row, text: str) -> bool:
    """Whether the text is a range of ports."""
    pair = leftovers.ports_of(text)
    if pair is None or pair[0] == pair[1]:
        return False
    fill.ports(row, *pair)
    return True


def _port(row: Row, named: Mapping[str, str]) -> None:
    text, last = named.get("port", ""), named.get("port_end", "")
    if _ports(row, f"{text}-{last}" if last and last != text else text):
        return
    if text:
        fill.port(row, text)
    elif last:
        left_out.left_out(row, "a port", last)


def _account_for(row: Row, rest: Sequence[Cell], named: Mapping[str, str]) -> None:
    """Tell what no column took; a time, an address, a port or an amount among it is a doubt."""
    for role, words in (("theirs", "Of the other side"), ("inside", "Private, leads to nobody outside")):
        if role in named:
            texts = [named[role], *(cell.text for cell in rest if cell.role == role)]
            row.notes.append(f"{words}: {', '.join(texts)[:300]}")
    if "amount" in named:
        left_out.left_out(row, "an amount", f"{named['amount']} {named.get('currency', '')}".strip())
    for cell in rest:
        if cell.role in ("theirs", "inside", "nothing"):
            continue
        if flow := _FLOW.search(cell.text) if row.type == "ip" and row.port is None else None:
            _from_flow(row, int(flow[1]), int(flow[2]))
        else:
            left_out.cell(row, cell.text)


def _from_flow(row: Row, source: int, target: int) -> None:
    """The ports of a packet stand in its summary."""
    if 0 < source <= 65535:
        row.port = source
        row.notes.append(f"Port {source} was read in “{source} > {target}”.")
    if source < 1024 <= target:
        row.doubts.append("The packet comes from the port of a service: it may be the answer of a server.")

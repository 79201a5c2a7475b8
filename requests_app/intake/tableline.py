"""A line of a table: each cell is read as what its column holds."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from requests_app.formats import identifiers, timestamps
from requests_app.formats.judgement import Judgement, Sure
from requests_app.formats.timestamps import Answers, Stamp
from requests_app.intake import fill, freeline
from requests_app.intake.columns import KINDS, Layout, cells_of, role_of
from requests_app.intake.row import Assumptions, Row

_ROUNDED: Final = re.compile(r"\d[.,]\d+E\+\d+", re.IGNORECASE)
_AS_TEXT: Final = re.compile(r'^(?:="(.*)"|\'(.+))$')
_EMPTY: Final = {"-", "—", "n/a", "null", "none", "\\n", "(empty)"}
_LONGEST: Final = 500


def read(row: Row, text: str, layout: Layout, given: Assumptions) -> None:
    cells = [_unwrapped(cell) for cell in cells_of(text, layout.delimiter)]
    named = {role: cell for role, cell in zip(layout.roles, cells, strict=False) if role and cell}
    if len(cells) < len(layout.roles) and not any(role in KINDS or role == "identifier" for role in named):
        # A line that does not follow its table is read as any other line.
        freeline.read(row, text, given)
        row.doubts.append("The line has fewer cells than the table.")
        return
    _times(row, named, layout, given)
    _identifier(row, named, given)
    _port(row, named)
    row.provider = named.get("provider", "")[:_LONGEST]
    row.source = named.get("source", "")[:_LONGEST]
    if len(cells) > len(layout.roles):
        row.doubts.append(f"The line has {len(cells)} cells, the table {len(layout.roles)}.")


def _unwrapped(cell: str) -> str:
    """As it was meant: spreadsheets write ="…" or '… to keep a number as text."""
    match = _AS_TEXT.match(cell)
    plain = (match[1] if match and match[1] is not None else match[2]) if match else cell
    return "" if plain.strip().lower() in _EMPTY else plain.strip()


def _times(row: Row, named: Mapping[str, str], layout: Layout, given: Assumptions) -> None:
    answers = _answers(row, named, layout, given)
    first = named.get("start", "")
    if "clock" in named or "date" in named:
        first = f"{named.get('date', '')} {named.get('clock', '')}".strip()
    stamps = [stamp for text in (first, named.get("end", "")) if (stamp := _stamp(row, text, answers))]
    fill.times_of(row, stamps)
    if row.end and not first:
        row.start = ""


def _answers(row: Row, named: Mapping[str, str], layout: Layout, given: Assumptions) -> Answers:
    """A zone that has a column of its own counts for its line."""
    if written := named.get("zone"):
        zone, wrong = timestamps.zone_name(written)
        if not zone:
            row.problems.append(wrong or f"“{written[:40]}” is not a time zone.")
        return replace(given.times, zone=zone)
    return replace(given.times, zone="UTC") if layout.utc else given.times


def _stamp(row: Row, text: str, answers: Answers) -> Stamp | None:
    if not text:
        return None
    if stamp := timestamps.read(text, answers):
        return stamp
    found = timestamps.find_all(text, answers)
    if len(found) == 1:
        row.notes.append("Words beside the time were left off.")
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
    if _ROUNDED.fullmatch(text):
        row.problems.append("A spreadsheet has rounded this number. Export the column as text.")
    fill.identifier(row, _judged(role, text, named, given))
    if row.sure is Sure.DOUBTFUL and row.type == "":
        row.asks.add("kind")
    others = [named[other] for other in roles[1:]]
    if others:
        row.notes.append(f"Also in the line: {', '.join(others)[:300]}")


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


def _port(row: Row, named: Mapping[str, str]) -> None:
    text = named.get("port", "")
    if not text:
        return
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        row.problems.append(f"“{text[:20]}” is no port: ports run from 1 to 65535.")
    elif row.port not in (None, int(text)):
        row.doubts.append(f"The address names port {row.port}, the column of ports {text}.")
    else:
        row.port = int(text)

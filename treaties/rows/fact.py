"""What every row takes from its file: its source, its confidence and who read it."""

from typing import Any

from msgspec import json

from treaties import files, models

Rows = list[models.LawFact]
Table = tuple[type[models.LawFact], Rows]
_MEMORY = "memory"


def fact(row: files.Row, default: files.Row | None = None) -> dict[str, Any]:
    """Return what the row says of its source, or else what its file says for all rows.

    A row that is known from memory does not inherit the day of the file.
    """
    source = row.source or (default.source if default else "")
    confidence = row.confidence or (default.confidence if default else None)
    verified = row.verified or (default.verified if default else None)
    how = str(verified or _how_verified(source))
    inherited = default.as_of if default and how != _MEMORY else None
    return {
        "source": source or _MEMORY,
        "confidence": str(confidence or models.LawFact.Confidence.MEDIUM),
        "verified": how,
        "note": row.note,
        "as_of": row.as_of or inherited,
        "since": row.since,
        "until": row.until,
    }


def _how_verified(source: str) -> str:
    return _MEMORY if not source or _MEMORY in source else "text"


def take(row: files.Row, names: str) -> dict[str, Any]:
    """Return the named fields; tuples become lists."""
    values = {name: getattr(row, name) for name in names.split()}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def as_json(row: Any) -> dict[str, Any]:
    """Return a part of a file as JSON, without what it leaves open."""
    values = json.decode(json.encode(row)) if row is not None else {}
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}

"""Lines and cells that are JSON objects: their names are headings, their values cells."""

import json
from collections.abc import Iterator
from typing import Any, Final

_DEEPEST: Final = 6
_MOST: Final = 200


def pairs_of(text: str) -> list[tuple[str, str]]:
    """Return name and value of everything in the object, at any depth; none when the text is no object."""
    plain = text.strip().rstrip(",")
    if not (plain.startswith("{") and plain.endswith("}")):
        return []
    try:
        found = json.loads(plain)
    except (ValueError, RecursionError):
        return []
    return list(_pairs("", found, 0))[:_MOST] if isinstance(found, dict) else []


def _pairs(name: str, value: Any, depth: int) -> Iterator[tuple[str, str]]:
    if depth > _DEEPEST:
        yield name, json.dumps(value, ensure_ascii=False)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _pairs(f"{name}.{key}" if name else str(key), inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _pairs(name, inner, depth + 1)
    elif value is not None and not isinstance(value, bool):
        yield name, str(value)

"""A small writer of TOML: long tables as tables, short ones inline, one row a line."""

import datetime as dt
import json
from typing import Any


def inline(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case dt.date():
            return value.isoformat()
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case dict():
            return "{ " + ", ".join(f"{_key(k)} = {inline(v)}" for k, v in value.items() if not empty(v)) + " }"
        case list() | tuple():
            return "[" + ", ".join(inline(v) for v in value) + "]"
    raise TypeError(type(value))


def empty(value: Any) -> bool:
    return value is None or value == "" or value == [] or value == () or value == {}


def _key(key: str) -> str:
    return key if key.replace("_", "").replace("-", "").isalnum() and key.isascii() else json.dumps(key, ensure_ascii=False)


def table(values: dict[str, Any]) -> list[str]:
    """Plain values as `key = value`; empty ones are left out."""
    return [f"{_key(k)} = {inline(v)}" for k, v in values.items() if not empty(v)]


def tables(name: str, rows: list[dict[str, Any]]) -> list[str]:
    lines: list[str] = []
    for row in rows:
        lines += ["", f"[[{name}]]", *table(row)]
    return lines


def rows(name: str, items: list[dict[str, Any]]) -> list[str]:
    """An array of inline tables, one a line."""
    return [f"{name} = [", *(f"  {inline(item)}," for item in items), "]"] if items else []


def section(name: str, values: dict[str, Any]) -> list[str]:
    lines = table(values)
    return ["", f"[{name}]", *lines] if lines else []

"""Requests that the published schema admits, made from that schema; most of them make no sense."""

from functools import lru_cache
from typing import Any

import msgspec
from hypothesis import strategies as st

from requests_app.content.schema import request_schema
from requests_app.content.snapshot import Snapshot

# What the rules look at: text drawn at random alone would never reach most of them.
KNOWN = {
    "kind": [
        "preservation",
        "content_data_stored",
        "realtime_traffic",
        "video_hearing",
        "bank_info",
        "made_up",
    ],
    "instrument": ["budapest", "untoc", "comity", "made-up"],
    "zone": ["Europe/Oslo", "+02:00", "UTC", "Nowhere/Else", "Europe", "-99:99", "../etc/passwd", ""],
    "identifier": [
        *("192.0.2.7", "10.0.0.1", "100.64.1.1", "::ffff:127.0.0.1", "fe80::1%eth0", "\u0663\u0664"),
        *(
            "a@example.org",
            "@",
            "+442079460123",
            "+",
            "https://example.org/x",
            "http://[",
            "example.org",
            "xn--",
        ),
        *("CH93 0076", "4111 1111", "x" * 300),
    ],
    "id": ["i1", "i2", "i3"],
}
WORDS = st.sampled_from(
    [
        "",
        " ",
        "TBD",
        "[name]",
        "Something happened on 07/03.",
        "any and all data",
        "word " * 70,
        "y" * 500,
        "He paid 48,200 for treason on 31 February 2027, annex Z; the FIU indicted Hansenn.",
        "paid " * 90,
        "Hansen",
    ]
)
TEXT = WORDS | st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40)


@lru_cache(maxsize=1)
def snapshots() -> st.SearchStrategy[Snapshot]:
    schema = request_schema()
    return _of(schema, schema["$defs"], "").map(lambda value: msgspec.convert(value, Snapshot))


def _of(schema: dict[str, Any], definitions: dict[str, Any], name: str) -> st.SearchStrategy[Any]:
    if "$ref" in schema:
        return _of(definitions[schema["$ref"].rpartition("/")[2]], definitions, name)
    if "anyOf" in schema:
        return st.one_of([_of(option, definitions, name) for option in schema["anyOf"]])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema["type"] == "object":
        return _object(schema, definitions)
    if schema["type"] == "array":
        return _array(schema, definitions, name)
    return _scalar(schema, name)


def _object(schema: dict[str, Any], definitions: dict[str, Any]) -> st.SearchStrategy[Any]:
    if "properties" in schema:
        fields = {key: _of(one, definitions, key) for key, one in schema["properties"].items()}
        needed = {key: fields.pop(key) for key in schema.get("required", ())}
        return st.fixed_dictionaries(needed, optional=fields)
    keys = st.sampled_from(["persons", "costs", "video", "location_basis", "something-else"])
    return st.dictionaries(keys, _of(schema["additionalProperties"], definitions, ""), max_size=3)


def _array(schema: dict[str, Any], definitions: dict[str, Any], name: str) -> st.SearchStrategy[Any]:
    is_id = schema["items"].get("type") == "string"
    return st.lists(_of(schema["items"], definitions, "id" if is_id else name), max_size=3)


def _scalar(schema: dict[str, Any], name: str) -> st.SearchStrategy[Any]:
    match schema:
        case {"type": "null"}:
            return st.none()
        case {"type": "boolean"}:
            return st.booleans()
        case {"type": "integer" | "number", "minimum": low, "maximum": high}:
            return st.integers(int(low), int(high))
        case {"format": "date"}:
            return st.dates().map(lambda day: day.isoformat())
        case {"pattern": pattern} if "T" in pattern and "d{4}" in pattern:
            return st.datetimes().map(lambda moment: moment.replace(microsecond=0).isoformat())
        case _ if name in KNOWN:
            return st.sampled_from(KNOWN[name])
        case {"pattern": pattern}:
            longest = schema.get("maxLength", 1000)
            drawn = st.from_regex(pattern, fullmatch=True)
            return drawn.filter(lambda text: "\n" not in text and len(text) <= longest)
    return TEXT

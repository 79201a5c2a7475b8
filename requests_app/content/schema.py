"""The published schema of the machine-readable request, made from the structs of the snapshot."""

import json
from functools import lru_cache
from inspect import cleandoc
from typing import Any, Final

import msgspec

from requests_app.content.declared import STRUCTS, about_of
from requests_app.content.snapshot import Snapshot

IDENTIFIER: Final = "urn:mla-portal:schema:mla-request-1"
# A time of a log has no zone, because the zone has a field of its own, and no fraction: providers search
# by the second. The generator has no format for such a time, so that the pattern is put in here.
_LOG_TIME: Final = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$"}
_LOG_TIMES: Final = {("DataItem", "start"), ("DataItem", "end")}


@lru_cache(maxsize=1)
def request_schema() -> dict[str, Any]:
    """Return the schema: draft 2020-12, strict about unknown keys, with a description of every field."""
    definitions: dict[str, Any]
    (_,), definitions = msgspec.json.schema_components([Snapshot], ref_template="#/$defs/{name}")
    for struct in STRUCTS:
        properties = definitions[struct.__name__]["properties"]
        for field in struct.__struct_fields__:
            properties[field] = _described(properties[field], about_of(struct, field).gloss)
    for name, field in _LOG_TIMES:
        definitions[name]["properties"][field]["anyOf"] = [_LOG_TIME, {"type": "null"}]
    root = definitions.pop("Snapshot")
    heading = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": IDENTIFIER,
        "title": "Request for mutual legal assistance in criminal matters, format 1",
    }
    for definition in (root, *definitions.values()):
        definition["description"] = cleandoc(definition["description"])
    return {**heading, **{k: v for k, v in root.items() if k != "title"}, "$defs": definitions}


def _described(prop: dict[str, Any], gloss: str) -> dict[str, Any]:
    """Return the field with its gloss before what its type says of itself."""
    own = prop.get("description")
    return {**prop, "description": f"{gloss} {own}." if own else gloss}


def as_text() -> str:
    """Return the schema as it is committed: the same structs give the same bytes."""
    return json.dumps(request_schema(), indent=2, ensure_ascii=False) + "\n"

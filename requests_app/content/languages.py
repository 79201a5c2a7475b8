"""The two languages of a request: what is drafted in the working language, and what goes out.

Which texts are prose says their type in the snapshot, so that a new field needs no line here. A path names
one of them: "proceedings.nature", "facts.f1.text", "measures.m1.particulars.witness".
"""

import hashlib
import re
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, get_args, get_origin

import msgspec
from msgspec import Meta, Struct

from requests_app.content.snapshot import Snapshot, Translation
from requests_app.content.values import PROSE

_UNWORDED = re.compile(r"yes|no|UTC|[A-Z][A-Za-z]+(/[A-Z][A-Za-z_-]+)+")


class State(StrEnum):
    """Of a text and its counterpart; the side named is the one that has to follow."""

    MISSING = "missing"
    OUTGOING_BEHIND = "outgoing"
    WORKING_BEHIND = "working"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Pair:
    path: str
    working: str
    outgoing: str
    state: State


def are_two(working: str, outgoing: str) -> bool:
    """Whether a request is written in one language and goes out in another; "en" and "en-GB" are one."""
    return bool(working and outgoing) and _main(working) != _main(outgoing)


def _main(tag: str) -> tuple[str, ...]:
    """The language, and the script where it is named: Chinese is written in two that are not one text."""
    first, *rest = tag.lower().split("-")
    return (first, *(part for part in rest if len(part) == 4))


def in_two_languages(snapshot: Snapshot) -> bool:
    return are_two(snapshot.working_language, snapshot.channel.language)


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def state_of(working: str, translation: Translation | None) -> State:
    if translation is None or not translation.text.strip():
        return State.MISSING
    if digest_of(working) != translation.working_sha256:
        return State.OUTGOING_BEHIND
    return State.AGREED if digest_of(translation.text) == translation.text_sha256 else State.WORKING_BEHIND


def pairs(snapshot: Snapshot) -> tuple[Pair, ...]:
    """Every text that is written on one side at least, in the order of the request."""
    if not in_two_languages(snapshot):
        return ()
    known = {translation.path: translation for translation in snapshot.translations}
    return tuple(
        Pair(path, text, known[path].text if path in known else "", state_of(text, known.get(path)))
        for path, text in prose(snapshot)
        if _is_worded(text) or path in known
    )


def _is_worded(text: str) -> bool:
    """A day, a number, a zone or a yes among the particulars is the same in every language."""
    return any(letter.isalpha() for letter in text) and not _UNWORDED.fullmatch(text.strip())


def outgoing(snapshot: Snapshot) -> Snapshot:
    """The request as it goes out. A text that has no counterpart yet stands as it was drafted."""
    if not in_two_languages(snapshot):
        return snapshot
    texts = {
        translation.path: translation.text for translation in snapshot.translations if translation.text
    }
    replaced: Snapshot = _replaced(snapshot, "", texts)
    return msgspec.structs.replace(replaced, working_language="", translations=())


def prose(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Every text of the request that has a counterpart in the other language, with its path."""
    return _prose(snapshot, "")


def _prose(struct: Struct, prefix: str) -> Iterator[tuple[str, str]]:
    for name, shape in shapes_of(struct).items():
        value, path = getattr(struct, name), f"{prefix}{name}"
        match shape:
            case "text":
                yield path, value
            case "texts":
                yield from ((f"{path}.{key}", text) for key, text in value.items())
            case "items":
                for item in value:
                    yield from _prose(item, f"{path}.{item.id}.")
            case "part":
                yield from _prose(value, f"{path}.")


def _replaced(struct: Any, prefix: str, texts: Mapping[str, str]) -> Any:
    changed = {
        name: _value(getattr(struct, name), shape, f"{prefix}{name}", texts)
        for name, shape in shapes_of(struct).items()
    }
    return msgspec.structs.replace(struct, **changed)


def _value(value: Any, shape: str, path: str, texts: Mapping[str, str]) -> Any:
    match shape:
        case "text":
            return texts.get(path, value)
        case "texts":
            return {key: texts.get(f"{path}.{key}", text) for key, text in value.items()}
        case "items":
            return tuple(_replaced(item, f"{path}.{item.id}.", texts) for item in value)
    return _replaced(value, f"{path}.", texts)


@cache
def is_prose(path: str) -> bool:
    """Whether a path leads to a text with a counterpart, by its types alone."""
    struct: Any = Snapshot
    steps = path.split(".")
    while steps:
        name = steps.pop(0)
        shape = shapes(struct).get(name, "")
        if shape in ("", "text", "texts"):
            return len(steps) == ("text", "texts").index(shape) if shape else False
        del steps[: shape == "items"]
        struct = _inner(_hints(struct)[name])
    return False


def _inner(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is tuple else hint


def _hints(struct: Any) -> dict[str, Any]:
    return typing.get_type_hints(struct, include_extras=True)


def shapes_of(value: Any) -> Mapping[str, str]:
    struct: Any = type(value)
    return shapes(struct)


@cache
def shapes(struct: Any) -> Mapping[str, str]:
    """What of a struct is prose, or holds some: a text, texts by name, items with an id, or a part."""
    found = {
        name: _shape(hint) for name, hint in _hints(struct).items() if name in struct.__struct_fields__
    }
    return {name: shape for name, shape in found.items() if shape}


def _shape(hint: Any) -> str:
    if _is_prose(hint):
        return "text"
    origin, inner = get_origin(hint), get_args(hint)
    if origin is dict:
        return "texts" if _is_prose(inner[1]) else ""
    if origin is tuple and _holds_prose(inner[0]):
        return "items" if "id" in inner[0].__struct_fields__ else ""
    return "part" if _holds_prose(hint) else ""


def _is_prose(hint: Any) -> bool:
    if get_origin(hint) is not Annotated:
        return False
    return any(isinstance(meta, Meta) and meta.extra == PROSE for meta in get_args(hint)[1:])


def _holds_prose(hint: Any) -> bool:
    if not isinstance(hint, type) or not issubclass(hint, Struct) or hint is Translation:
        return False
    struct: Any = hint
    return bool(shapes(struct))

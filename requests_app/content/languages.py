"""The two languages of a request: what is drafted in the working language, and what goes out.

The type of a field in the snapshot says whether it is prose, so that a new field needs no line here.
A path names one text: "proceedings.nature", "facts.f1.text", "measures.m1.particulars.witness".
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, get_origin

import msgspec
from msgspec import Struct

from requests_app.content.declared import bare, hints_of, is_prose_type, maps_to_prose, struct_of
from requests_app.content.snapshot import Snapshot, Translation

_UNWORDED = re.compile(r"yes|no|UTC|[A-Z][A-Za-z]+(/[A-Z][A-Za-z_-]+)+")


class PairState(StrEnum):
    """How a text and its counterpart stand; the side that is named has to follow the other."""

    MISSING = "missing"
    OUTGOING_BEHIND = "outgoing"
    WORKING_BEHIND = "working"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Pair:
    """A text in both languages, with the state of the two."""

    path: str
    working: str
    outgoing: str
    state: PairState


def are_two(working: str, outgoing: str) -> bool:
    """Whether a request is written in one language and goes out in another; "en" and "en-GB" are one."""
    return bool(working and outgoing) and _main(working) != _main(outgoing)


def _main(tag: str) -> tuple[str, ...]:
    """Return the language, with its script where one is named: Chinese in two scripts is two texts."""
    first, *rest = tag.lower().split("-")
    return (first, *(part for part in rest if len(part) == 4))


def in_two_languages(snapshot: Snapshot) -> bool:
    return are_two(snapshot.working_language, snapshot.channel.language)


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def state_of(working: str, translation: Translation | None) -> PairState:
    if translation is None or not translation.text.strip():
        return PairState.MISSING
    if digest_of(working) != translation.working_sha256:
        return PairState.OUTGOING_BEHIND
    return (
        PairState.AGREED
        if digest_of(translation.text) == translation.text_sha256
        else PairState.WORKING_BEHIND
    )


def pairs(snapshot: Snapshot) -> tuple[Pair, ...]:
    """Return every text that is written on at least one side, in the order of the request."""
    if not in_two_languages(snapshot):
        return ()
    known = {translation.path: translation for translation in snapshot.translations}
    return tuple(
        Pair(path, text, known[path].text if path in known else "", state_of(text, known.get(path)))
        for path, text in prose(snapshot)
        if _is_worded(text) or path in known
    )


def _is_worded(text: str) -> bool:
    """Whether the text has words: a day, a number, a zone or a yes is the same in every language."""
    return any(letter.isalpha() for letter in text) and not _UNWORDED.fullmatch(text.strip())


def outgoing(snapshot: Snapshot) -> Snapshot:
    """Return the request as it goes out; a text without a counterpart stays as it was drafted."""
    if not in_two_languages(snapshot):
        return snapshot
    texts = {
        translation.path: translation.text for translation in snapshot.translations if translation.text
    }
    replaced: Snapshot = _replaced(snapshot, "", texts)
    return msgspec.structs.replace(replaced, working_language="", translations=())


def prose(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Yield every text that has a counterpart in the other language, with its path."""
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
    """Whether the path leads to a text with a counterpart; its types alone decide."""
    struct: Any = Snapshot
    steps = path.split(".")
    while steps:
        name = steps.pop(0)
        shape = shapes(struct).get(name, "")
        if shape in ("", "text", "texts"):
            return len(steps) == ("text", "texts").index(shape) if shape else False
        del steps[: shape == "items"]
        struct = struct_of(hints_of(struct)[name])
    return False


def shapes_of(value: Any) -> Mapping[str, str]:
    struct: Any = type(value)
    return shapes(struct)


@cache
def shapes(struct: Any) -> Mapping[str, str]:
    """Return what is prose in a struct, or holds some: a text, texts by name, items with an id, a part."""
    found = {name: _shape(hint) for name, hint in hints_of(struct).items()}
    return {name: shape for name, shape in found.items() if shape}


def _shape(hint: Any) -> str:
    if is_prose_type(hint):
        return "text"
    if maps_to_prose(hint):
        return "texts"
    inner = struct_of(hint)
    if inner is None or inner is Translation or not shapes(inner):
        return ""
    if get_origin(bare(hint)) is tuple:
        return "items" if "id" in inner.__struct_fields__ else ""
    return "part"

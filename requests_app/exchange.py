"""Snapshot to machine-readable request and back: strict, and exact about where a file is wrong."""

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

import msgspec
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from requests_app.content import languages
from requests_app.content.declared import ITEMS
from requests_app.content.fields import HOMES
from requests_app.content.schema import request_schema
from requests_app.content.snapshot import Snapshot

# C0 and C1 controls but tab and line feed, lone surrogates, and the marks that make text run backwards:
# a name that reads one way on the screen and another on paper is a forgery waiting to happen.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
# Far above any real request, far below what would hurt.
_LARGEST: Final = 20_000_000
_LONG_TEXT: Final = 200_000
# The library quotes the value, which may be a whole text.
_LONGEST_MESSAGE: Final = 300

Path = tuple[str | int, ...]


class Unreadable(Exception):
    """The file holds no request. `place` is a line and column, or a path such as persons[2].birth_date."""

    def __init__(self, place: str, message: str) -> None:
        super().__init__(f"{place}: {message}" if place else message)
        self.place = place
        self.message = message


def decode(data: bytes) -> Snapshot:
    """Return the request in the file; raise Unreadable with the first thing that is wrong."""
    value = _parsed(data)
    _check_against_schema(value)
    _check_texts(value)
    try:
        snapshot = msgspec.convert(value, Snapshot)
    except msgspec.ValidationError as error:
        message, _, path = str(error).partition(" - at `$")
        raise Unreadable(path.strip("`.") or "the request", message) from None
    _check_identity(snapshot)
    return snapshot


def encode(snapshot: Snapshot) -> bytes:
    """Return the request as indented JSON in the order of the schema: equal requests give equal files."""
    text = json.dumps(msgspec.to_builtins(snapshot, order="deterministic"), indent=2, ensure_ascii=False)
    return f"{text}\n".encode()


def check_vocabulary(
    snapshot: Snapshot,
    *,
    kinds: Collection[str],
    instruments: Collection[str],
    particulars: Collection[str],
) -> None:
    """Refuse kinds and instruments that the law does not know: no rule would apply to them, which
    would look like a pass.
    """
    for index, measure in enumerate(snapshot.measures):
        if measure.kind not in kinds:
            raise Unreadable(f"measures[{index}].kind", f"There is no kind of assistance {measure.kind!r}.")
    for index, basis in enumerate(snapshot.bases):
        if basis.instrument not in instruments:
            place = f"bases[{index}].instrument"
            raise Unreadable(place, f"There is no instrument {basis.instrument!r} in the law data.")
    _check_draft_fields("unknown", snapshot.unknown)
    _check_draft_fields("applicable", snapshot.applicable)
    for index, measure in enumerate(snapshot.measures):
        _check_draft_fields(f"measures[{index}].particulars", measure.particulars, particulars)


def _check_draft_fields(place: str, answers: Iterable[str], also: Collection[str] = ()) -> None:
    for name in answers:
        if name not in HOMES and name not in also:
            raise Unreadable(f"{place}.{name}", "There is no such draft field in the vocabulary.")


# --- JSON ---------------------------------------------------------------------------------------------


def _parsed(data: bytes) -> Any:
    if len(data) > _LARGEST:
        raise Unreadable("", f"The file is larger than {_LARGEST // 1_000_000} MB.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"line {line}", "This is not UTF-8 text.") from None
    try:
        return json.loads(text, object_pairs_hook=_without_repeats, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise Unreadable(
            f"line {error.lineno}, column {error.colno}", f"This is not JSON: {error.msg}."
        ) from None
    except (RecursionError, ValueError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else "a number is too long"
        raise Unreadable("the file", f"This cannot be read: {reason}.") from None


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the object; refuse a repeated key, of which different JSON readers keep different values."""
    repeated = [key for key, count in Counter(key for key, _ in pairs).items() if count > 1]
    if repeated:
        raise Unreadable(f"the key {repeated[0]!r}", "The key stands twice in one object.")
    return dict(pairs)


def _refuse_constant(name: str) -> None:
    raise Unreadable(f"the value {name}", "JSON has no such number.")


# --- schema -------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _validator() -> Draft202012Validator:
    return Draft202012Validator(request_schema(), format_checker=FormatChecker(formats=["date"]))


def _check_against_schema(value: Any) -> None:
    error = next(iter(_validator().iter_errors(value)), None)
    if error is None:
        return
    path: Path = tuple(error.absolute_path)
    if error.validator == "additionalProperties" and not isinstance(error.validator_value, dict):
        path, message = _unknown_key(path, error)
    else:
        message = _in_words(error)
    raise Unreadable(spelled(path), message)


def _unknown_key(path: Path, error: ValidationError) -> tuple[Path, str]:
    known = error.schema.get("properties", {})
    key = next(key for key in error.instance if key not in known)
    return (*path, key), "The format has no such key."


def _in_words(error: ValidationError) -> str:
    """The sub-errors of "a date or null" say more than that neither fits."""
    deepest = next((e for e in error.context or () if e.validator != "type"), error)
    match deepest.validator:
        case "anyOf" | "type":
            return f"Expected {_expected(error.schema)}, found {_kind_of(error.instance)}."
        case "format":
            return "This is not a date of the calendar, written as 2026-11-25."
        case "required":
            missing = sorted(set(deepest.validator_value) - set(deepest.instance))
            return f"The key {missing[0]!r} is missing."
        case "enum":
            allowed = ", ".join(repr(value) for value in deepest.validator_value)
            return f"Expected one of {allowed}."
        case "pattern":
            return f"Expected: {error.schema.get('description', 'another form')}"
    is_short = len(deepest.message) < _LONGEST_MESSAGE
    return deepest.message if is_short else f"The value breaks the rule {deepest.validator!r}."


def _expected(schema: dict[str, Any]) -> str:
    options = schema.get("anyOf", [schema])
    return " or ".join(str(option.get("type", "another value")) for option in options)


def _kind_of(value: Any) -> str:
    names = {dict: "an object", list: "an array", str: "a string", bool: "a boolean", type(None): "null"}
    return names.get(type(value), "a number")


def spelled(path: Iterable[str | int]) -> str:
    """Return the path as "persons[2].birth_date"; "the request" for the whole."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return text.lstrip(".") or "the request"


# --- texts and identity -------------------------------------------------------------------------------


def _texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every string with its path, including the keys of objects."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield (*path, "a key"), key
            yield from _texts(item, (*path, key))


def _check_texts(value: Any) -> None:
    lines = _names_of_lines()
    for path, text in _texts(value):
        if found := _FORBIDDEN.search(text):
            mark = f"U+{ord(found[0]):04X}"
            raise Unreadable(spelled(path), f"The text holds the control character {mark}; remove it.")
        if "\n" in text and (path[-1:] == ("a key",) or lines.intersection(path[-1:])):
            raise Unreadable(spelled(path), "This text is one line; remove the line break.")


@lru_cache(maxsize=1)
def _names_of_lines() -> frozenset[str]:
    """Names of the fields that hold one line. A pattern alone would let a line break at the end pass."""
    schema = request_schema()
    objects = (schema, *schema["$defs"].values())
    fields = [(name, field) for one in objects for name, field in one["properties"].items()]
    long = {name for name, field in fields if field.get("maxLength") == _LONG_TEXT}
    return frozenset(name for name, field in fields if field.get("type") == "string") - long


def _check_identity(snapshot: Snapshot) -> None:
    for name in ITEMS:
        _refuse_repeats([item.id for item in getattr(snapshot, name)], f"{name}[{{}}].id", "id")
    _refuse_repeats([each.path for each in snapshot.translations], "translations[{}].path", "path")
    paths = {path for path, _text in languages.prose(snapshot)}
    for index, translation in enumerate(snapshot.translations):
        if translation.path not in paths:
            raise Unreadable(f"translations[{index}].path", f"There is no text {translation.path!r}.")
    _refuse_repeats([basis.instrument for basis in snapshot.bases], "bases[{}].instrument", "instrument")
    main = [index for index, basis in enumerate(snapshot.bases) if basis.role == "main"]
    if len(main) > 1:
        raise Unreadable(f"bases[{main[1]}].role", "Only one basis can be the main one.")


def _refuse_repeats(values: list[str], place: str, what: str) -> None:
    seen = set()
    for index, value in enumerate(values):
        if value in seen:
            raise Unreadable(place.format(index), f"The {what} {value!r} is used twice.")
        seen.add(value)

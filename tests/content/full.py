"""A request in which every text is one word of its own, in each kind of letter that there is."""

import datetime as dt
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, get_args, get_origin

from msgspec import Meta, Struct, structs

from requests_app.content import declared
from requests_app.content.declared import ANSWERS, Declared, bare, hints_of, struct_of
from requests_app.content.snapshot import Snapshot

# Where a text has a grammar, a word that fits it.
FITTING = {"zone": "Europe/Oslo", "time": "09:30", "email": "{}@mail.example.org"}
# The kinds of an item print different fields of it: each list holds one of each.
KINDS_OF = {"persons": "nature", "steps": "type", "measures": "kind"}
KINDS = {
    "measures": ("subscriber_info", "content_data_stored", "documents_records", "evidence_statements"),
    "persons": ("natural", "legal"),
    "steps": ("decision", "hearing"),
}

# What an item leads to is printed by its number.
LINKS = {
    "data_items": {"facts": ("f1",), "offences": ("o1",), "measures": ("m1",)},
    "measures": {"facts": ("f1",), "offences": ("o1",)},
    "steps": {"annex": "a1"},
}


def word_of(path: str) -> str:
    """Return a word without figures or accents that stands for one answer and for no other."""
    number = next(n for n, answer in enumerate(ANSWERS) if answer.path == path)
    return "Quuz" + "".join(chr(ord("a") + int(figure)) for figure in f"{number:03}") + "x"


def is_free_text(answer: Declared) -> bool:
    """Whether any word fits into the answer."""
    extras = get_args(answer.hint)[1:]
    grammar = any(isinstance(extra, Meta) and extra.pattern for extra in extras)
    return bare(answer.hint) is str and not grammar and answer.name not in ("zone", "time")


def _value(answer: Declared) -> Any:
    if is_free_text(answer):
        return FITTING.get(answer.name, "{}").format(word_of(answer.path))
    if answer.choices:
        return max(answer.choices)  # "yes", where that is a choice
    if answer.is_day:
        return dt.date(2026, 3, 1 + sum(map(ord, answer.path)) % 27)
    base = bare(answer.hint)
    kinds = {type(None), *get_args(base)} if get_args(base) else {base}
    if {bare(kind) for kind in kinds} & {int, float}:
        return 7
    if {bare(kind) for kind in kinds} & {dt.datetime}:
        return dt.datetime(2026, 2, 3, 4, 5, 6)
    return FITTING.get(answer.name)


def _part(struct: type[Struct], prefix: str, **given: Any) -> Any:
    values: dict[str, Any] = {}
    for name, hint in hints_of(struct).items():
        if name in given:
            values[name] = given[name]
        elif inner := struct_of(hint):
            if get_origin(bare(hint)) is not tuple:
                values[name] = _part(inner, f"{prefix}{name}.")
        elif (value := _value(declared.BY_PATH[f"{prefix}{name}"])) is not None:
            values[name] = value
    return struct(**values)


def _items(name: str, struct: type[Struct]) -> tuple[Any, ...]:
    kinds = KINDS.get(name, ("",))
    given = [{KINDS_OF[name]: kind} if kind else {} for kind in kinds]
    links: dict[str, Any] = dict(LINKS.get(name, {}))
    if name == "measures":
        links |= {"particulars": {"questions": word_of("measures.particulars")}}
    return tuple(
        _part(struct, f"{name}.", id=f"{name[0]}{n}", **each, **links) for n, each in enumerate(given, 1)
    )


def request(**changes: Any) -> Snapshot:
    """Return a request with every answer given."""
    lists = {name: _items(name, struct) for name, struct in declared.ITEMS.items()}
    bases = declared.struct_of(hints_of(Snapshot)["bases"])
    lists["bases"] = (_part(bases, "bases.", instrument="budapest", role="main"),)
    said = {"requesting": "NOR", "requested": "GBR", "reference": "MJ-2026-00001", "working_language": ""}
    channel = _part(declared.struct_of(hints_of(Snapshot)["channel"]), "channel.", language="en")
    proceedings = _part(
        declared.struct_of(hints_of(Snapshot)["proceedings"]), "proceedings.", request_status="new"
    )
    said |= {"proceedings": proceedings}
    unknown = {"presence": word_of("unknown")}
    return structs.replace(
        _part(
            Snapshot, "", **lists, **said, channel=channel, unknown=unknown, applicable={"deadline": "yes"}
        ),
        **changes,
    )


def letters_of() -> Iterator[Snapshot]:
    """Yield the request as each kind of letter, in full and as the short letter of a preservation."""
    full = request()
    for status in sorted(declared.BY_PATH["proceedings.request_status"].choices):
        proceedings = structs.replace(full.proceedings, request_status=status)
        yield structs.replace(full, proceedings=proceedings)
    yield structs.replace(full, preservation=structs.replace(full.preservation, status="asked"))
    short = (structs.replace(full.measures[0], kind="preservation"),)
    yield structs.replace(full, measures=short, annexes=(), unknown={})
    yield structs.replace(full, offences=tuple(_in_figures(offence) for offence in full.offences))


def _in_figures(item: Any) -> Any:
    """Return an item without its texts, which stand in the place of figures where there are any."""
    words = {
        name: ""
        for name in item.__struct_fields__
        if name not in ("id", "title") and isinstance(getattr(item, name), str)
    }
    return structs.replace(item, **words)


def other_values(answer: Declared) -> list[Any]:
    """Return values that an answer may have instead."""
    if answer.choices:
        return sorted(answer.choices)
    if answer.is_day:
        return [None, dt.date(2031, 7, 19)]
    base = bare(answer.hint)
    if base is bool:
        return [True, False]
    if is_free_text(answer) or base is str:
        return [FITTING.get(answer.name, "{}").format("Zanzibarquux"), "UTC", "10:45", "FRA", "fr", ""]
    if get_origin(base) is tuple:
        return [()]
    return [None, 9, dt.datetime(2031, 7, 19, 1, 2, 3), {}]


def changed(snapshot: Snapshot, path: str, value: Any) -> Snapshot:
    """Return the request with another value in one answer, in each item of a list."""
    name, _, rest = path.partition(".")
    return structs.replace(snapshot, **{name: _changed(getattr(snapshot, name), rest, value)})


def _changed(part: Any, rest: str, value: Any) -> Any:
    if not rest:
        return value
    if isinstance(part, tuple):
        return tuple(_changed(item, rest, value) for item in part)
    name, _, deeper = rest.partition(".")
    return structs.replace(part, **{name: _changed(getattr(part, name), deeper, value)})


def reader(path: str) -> Callable[[Snapshot], Any]:
    """Return what reads an answer; of a list, the answer of each item."""
    name, _, rest = path.partition(".")

    def read(snapshot: Snapshot) -> Any:
        value = getattr(snapshot, name)
        if isinstance(value, tuple) and rest:
            return [attrgetter(rest)(item) for item in value]
        return attrgetter(rest)(value) if rest else value

    return read

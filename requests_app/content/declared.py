"""Every answer of a request, with what becomes of it: worked out once from the declarations.

Columns, texts, pages, what a follow-up takes over, what is searched and the published schema are read from
here, so that a new answer is declared in one place. A declaration that contradicts itself stops the import.
"""

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, Final, get_args, get_origin

from msgspec import NODEFAULT, Meta, Struct, structs

from requests_app.content.declaration import BY_THE_PORTAL, NO_COLUMN, OF_THE_PART, About, Never, Redacted
from requests_app.content.snapshot import Snapshot
from requests_app.content.values import PROSE

_OF_A_KEY: Final = {
    "printed": Never("a key of the value; the letter gives numbers of its own"),
    "asked": BY_THE_PORTAL,
}
_NO_WORDS: Final = Never("a choice, a day or a number, in which there are no words")
_NOT_PROSE: Final = Never("a name, a number or an address, which no rule on words reads")
_INHERITED: Final = ("section", "printed", "searched", "words", "carried", "redacted", "asked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """One answer. `path` names it with its part or list: "proceedings.nature", "facts.text".

    `list` is the list of the snapshot to whose items the answer belongs, "" for a single answer; `column`
    is the name of the column in the table of the request or of the item, "" where there is none.
    """

    path: str
    struct: type[Struct]
    name: str
    hint: Any
    list: str
    gloss: str
    section: str
    printed: str | Never
    searched: bool | Never
    words: bool | Never
    carried: str | Never
    redacted: Redacted
    asked: Never | None
    column: str
    draft_field: str

    @property
    def is_prose(self) -> bool:
        """Whether the answer has a counterpart in the outgoing language."""
        return is_prose_type(self.hint)

    @property
    def is_day(self) -> bool:
        """Whether the answer is a day."""
        return date in get_args(bare(self.hint))

    @property
    def choices(self) -> frozenset[str]:
        """The values among which an officer chooses; empty where the answer is free."""
        base = bare(self.hint)
        return frozenset(get_args(base)) if get_origin(base) is typing.Literal else frozenset()


def bare(hint: Any) -> Any:
    """Return a type without what is declared of it."""
    return bare(get_args(hint)[0]) if get_origin(hint) is Annotated else hint


def struct_of(hint: Any) -> type[Struct] | None:
    """Return the struct that a part is, or that the items of a list are; None for a plain value."""
    inner = bare(hint)
    inner = get_args(inner)[0] if get_origin(inner) is tuple else inner
    return inner if isinstance(inner, type) and issubclass(inner, Struct) else None


@cache
def hints_of(struct: type[Struct]) -> Mapping[str, Any]:
    """Return the annotations of the fields of a struct, with what is declared in them."""
    found = typing.get_type_hints(struct, include_extras=True)
    return {name: found[name] for name in struct.__struct_fields__}


def about_of(struct: type[Struct], name: str) -> About:
    """Return what a field declares of itself; a field without a declaration stops the import."""
    for extra in get_args(hints_of(struct)[name])[1:]:
        if isinstance(extra, About):
            return extra
    raise TypeError(f"{struct.__name__}.{name} does not say what becomes of it")


def _meta(hint: Any) -> dict[str, Any]:
    """Return the marks of the type itself, such as that it is prose; {} where it has none."""
    for extra in get_args(hint)[1:] if get_origin(hint) is Annotated else ():
        if isinstance(extra, Meta) and extra.extra:
            return dict(extra.extra)
    return {}


def is_free_text(hint: Any) -> bool:
    """Whether an officer writes words or names into it."""
    base = bare(hint)
    patterns = [m.pattern for m in get_args(hint)[1:] if isinstance(m, Meta) and m.pattern]
    return base is str and not patterns


def is_prose_type(hint: Any) -> bool:
    """Whether a value of the type has a counterpart in the outgoing language."""
    return _meta(hint) == PROSE


def maps_to_prose(hint: Any) -> bool:
    """Whether it maps names to prose."""
    base = bare(hint)
    return get_origin(base) is dict and is_prose_type(get_args(base)[1])


def _by_type(hint: Any) -> dict[str, Any]:
    """Return what the type alone says of an answer."""
    prose = is_prose_type(hint) or maps_to_prose(hint)
    return {
        "searched": True if is_free_text(hint) or prose else _NO_WORDS,
        "words": True if prose else _NOT_PROSE,
    }


def _walk(
    struct: type[Struct], path: str, inherited: Mapping[str, Any], part: About, in_list: str
) -> Iterator[Declared]:
    """Yield the answers of a struct; `part` is what the attribute that holds the struct declares."""
    for name, hint in hints_of(struct).items():
        said = about_of(struct, name)
        own = {key: getattr(said, key) for key in _INHERITED if getattr(said, key) not in ("", None)}
        inner = struct_of(hint)
        if inner is not None:
            is_list = get_origin(bare(hint)) is tuple
            yield from _walk(
                inner, f"{path}{name}.", {**inherited, **own}, said, name if is_list else in_list
            )
        else:
            known = {**_by_type(hint), **inherited, **(_OF_A_KEY if name == "id" else {}), **own}
            yield _declared(struct, f"{path}{name}", name, hint, said, known, part, in_list)


def _declared(
    struct: type[Struct],
    path: str,
    name: str,
    hint: Any,
    said: About,
    known: Mapping[str, Any],
    part: About,
    in_list: str,
) -> Declared:
    lacking = [key for key in ("printed", "carried", "redacted") if key not in known]
    if lacking or ("section" not in known and known.get("asked") is None):
        raise TypeError(f"{path} does not say: {', '.join(lacking) or 'section'}")
    return Declared(
        path=path,
        struct=struct,
        name=name,
        hint=hint,
        list=in_list,
        gloss=said.gloss,
        section=known.get("section", ""),
        printed=known["printed"],
        searched=known["searched"],
        words=known["words"],
        carried=known["carried"],
        redacted=known["redacted"],
        asked=known.get("asked"),
        column="" if said.column == NO_COLUMN else said.column or f"{part.columns}{name}",
        draft_field=part.draft_field if said.draft_field == OF_THE_PART else said.draft_field,
    )


ANSWERS: Final[tuple[Declared, ...]] = tuple(_walk(Snapshot, "", {}, About("The request."), ""))
BY_PATH: Final[Mapping[str, Declared]] = {answer.path: answer for answer in ANSWERS}


def _structs(struct: type[Struct]) -> Iterator[type[Struct]]:
    yield struct
    for hint in hints_of(struct).values():
        if inner := struct_of(hint):
            yield from _structs(inner)


STRUCTS: Final[tuple[type[Struct], ...]] = tuple(dict.fromkeys(_structs(Snapshot)))

# Lists of items that have an id, with the struct of an item: {"facts": Fact, …}, in the order of the value.
ITEMS: Final[Mapping[str, type[Struct]]] = {
    name: inner
    for name, hint in hints_of(Snapshot).items()
    if (inner := struct_of(hint)) and get_origin(bare(hint)) is tuple
    if "id" in inner.__struct_fields__
}


def section_of(attribute: str) -> str:
    """Return the page on which an attribute of the snapshot is asked for."""
    return about_of(Snapshot, attribute).section


def fresh(answer: Declared) -> Any:
    """Return the value of an answer that nobody has given; an id has none, and raises LookupError."""
    field = next(f for f in structs.fields(answer.struct) if f.name == answer.name)
    if field.default is not NODEFAULT:
        return field.default
    if field.default_factory is not NODEFAULT:
        return field.default_factory()
    raise LookupError(f"{answer.path} has no value of its own before somebody gives it one")

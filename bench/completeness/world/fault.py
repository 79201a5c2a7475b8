"""One slip of a drafter: a pure function from a complete request to what is changed in it."""

import copy
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final, Literal

import msgspec

from bench.completeness import places
from bench.completeness.mutant import DELETED
from bench.completeness.places import ANY, Json, Path, Place
from requests_app.content.snapshot import Snapshot

# "block": the letter must not leave the house like this. "find": some line has to say so.
Expects = Literal["block", "find"]
Changes = Iterable[tuple[Path, Any]]
Slip = Callable[[Json], Changes]

FIRST_FACT: Final = ("facts", 0, "text")


@dataclass(frozen=True)
class Spoilt:
    """A request with one slip in it, and the fields that a line about the slip may lead to."""

    fault: "Fault"
    request: Json
    places: frozenset[Place]


@dataclass(frozen=True)
class Fault:
    """`changes` yields nothing where the slip cannot be made, or where the request stays right with it.

    `also` names fields that are as good a place for the line as those that were changed, such as the field
    that the changed one contradicts.
    """

    name: str
    group: str
    expects: Expects
    changes: Slip
    also: tuple[str, ...] = ()

    def on(self, request: Json) -> Spoilt | None:
        """None where the slip does not apply to this request."""
        changes = list(self.changes(request))
        made = changed(request, changes)
        if made == request:
            return None
        found = {_place(request, made, path) for path, _ in changes}
        found |= {place for name in self.also for place in _places(made, name)}
        return Spoilt(self, made, frozenset(found))


def whole(request: Json) -> Json:
    """The request with every field of the format in it, so that no slip has to ask for keys."""
    made: Json = msgspec.json.decode(msgspec.json.encode(msgspec.convert(request, Snapshot)))
    return made


def changed(request: Json, changes: Changes) -> Json:
    """Number len(items) adds an item; `DELETED` takes one away."""
    made = copy.deepcopy(request)
    for path, value in changes:
        holder: Any = places.read(made, path[:-1]) if len(path) > 1 else made
        if value is DELETED:
            del holder[path[-1]]
        elif isinstance(holder, list) and path[-1] == len(holder):
            holder.append(copy.deepcopy(value))
        else:
            holder[path[-1]] = copy.deepcopy(value)
    return made


def _place(before: Json, after: Json, path: Path) -> Place:
    """An item that was added or taken away stands for all of its fields."""
    if len(path) == 2 and isinstance(path[1], int):
        there = after if path[1] < len(after[path[0]]) else before
        section = places.of(there, (*path, "id")).section
        return Place(section, ANY, str(there[path[0]][path[1]].get("id", "")))
    return places.of(after, path)


def _places(request: Json, name: str) -> Iterable[Place]:
    return [places.of(request, path) for path in places.each(request, name)]


def main_basis(request: Json) -> str:
    """The instrument that the request mainly rests on; "" where it names none."""
    return next((b["instrument"] for b in request["bases"] if b["role"] == "main"), "")


def kinds(request: Json) -> set[str]:
    return {measure["kind"] for measure in request["measures"]}


def adding(path: Path, sentence: str) -> Slip:
    """The sentence behind what the field says already; nothing where the field is empty."""
    return lambda request: more(request, path, sentence)


def more(request: Json, path: Path, sentence: str) -> Changes:
    before = value_at(request, path)
    if before:
        yield path, f"{before} {sentence}"


def putting(path: Path, value: Any) -> Slip:
    """The value in place of what the field says; nothing where the field is empty."""

    def changes(request: Json) -> Changes:
        if value_at(request, path):
            yield path, value

    return changes


def value_at(request: Json, path: Path) -> Any:
    """None where the item or the field is not there."""
    value: Any = request
    for step in path:
        if value is None or (isinstance(step, int) and step >= len(value)):
            return None
        value = value[step] if isinstance(step, int) else value.get(step)
    return value

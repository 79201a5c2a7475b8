"""What a new request may take over from an earlier one: an allow-list, part by part.

Each answer declares the part with which it is carried, or why it never is. Facts and persons are
ticked by whoever starts a request, never carried silently.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, TypeVar

from msgspec.structs import replace

from requests_app.content import languages
from requests_app.content.declaration import ALWAYS, Never
from requests_app.content.declared import ANSWERS, fresh
from requests_app.content.snapshot import DataItem, Measure, Snapshot

Row = TypeVar("Row", DataItem, Measure)

# Parts that speak of the requested State, and mean nothing towards another one.
OF_THE_STATE = frozenset({"law", "channel"})


@dataclass(frozen=True, slots=True)
class Part:
    """Attributes of the snapshot that are carried together or not at all."""

    name: str
    attributes: tuple[str, ...]


def _parts() -> dict[str, Part]:
    attributes: dict[str, list[str]] = {}
    for answer in ANSWERS:
        if isinstance(answer.carried, str) and answer.carried != ALWAYS:
            attributes.setdefault(answer.carried, []).append(answer.path.partition(".")[0])
    return {name: Part(name, tuple(dict.fromkeys(found))) for name, found in attributes.items()}


def _left() -> dict[str, dict[str, Any]]:
    """Return what stays behind of a part that is carried, with the value of a fresh request."""
    in_a_part = {attribute for part in PARTS.values() for attribute in part.attributes}
    found: dict[str, dict[str, Any]] = {}
    for answer in ANSWERS:
        attribute, _, name = answer.path.partition(".")
        if attribute in in_a_part and isinstance(answer.carried, Never):
            found.setdefault(attribute, {})[name] = fresh(answer)
    return found


PARTS = _parts()
_LEFT = _left()


def carried(earlier: Snapshot, parts: Collection[str], *, same_state: bool = True) -> Snapshot:
    """Return a new text with the ticked parts of the earlier one, and without links to what was left
    behind.
    """
    chosen = [name for name in PARTS if name in parts and (same_state or name not in OF_THE_STATE)]
    values: dict[str, Any] = {
        attribute: getattr(earlier, attribute) for name in chosen for attribute in PARTS[name].attributes
    }
    text = _pruned(
        Snapshot(requesting=earlier.requesting, working_language=earlier.working_language, **values)
    )
    standing = {path for path, _text in languages.prose(text)}
    return replace(text, translations=tuple(t for t in earlier.translations if t.path in standing))


def holds(earlier: Snapshot, part: str) -> bool:
    """Whether there is anything to carry; an empty part is not offered."""
    fresh = Snapshot()
    return any(getattr(earlier, name) != getattr(fresh, name) for name in PARTS[part].attributes)


def _pruned(snapshot: Snapshot) -> Snapshot:
    """Return the text without what is each request's own, and without links to what was left."""
    pruned = replace(
        snapshot, **{name: _without(getattr(snapshot, name), left) for name, left in _LEFT.items()}
    )
    return replace(
        pruned,
        data_items=tuple(_linked(pruned, item) for item in pruned.data_items),
        measures=tuple(_linked(pruned, measure) for measure in pruned.measures),
    )


def _without(part: Any, left: dict[str, Any]) -> Any:
    """Return a part, or each item of a list, with the values of a fresh request in the named fields."""
    if isinstance(part, tuple):
        return tuple(replace(item, **left) for item in part)
    return replace(part, **left)


def _linked(snapshot: Snapshot, row: Row) -> Row:
    """Return the row with the links that lead to what came along."""
    return replace(
        row, facts=_known(row.facts, snapshot.facts), offences=_known(row.offences, snapshot.offences)
    )


def _known(links: tuple[str, ...], items: tuple[Any, ...]) -> tuple[str, ...]:
    ids = {item.id for item in items}
    return tuple(link for link in links if link in ids)

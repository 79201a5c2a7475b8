"""What a new request may take over from an earlier one: an allow-list, part by part.

Facts and persons are ticked by whoever starts it, never silently carried. Reasons, annexes, dates of the
proceedings and the signature are on no list: each request has its own.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from requests_app.content import languages
from requests_app.content.snapshot import DataItem, Measure, Snapshot

# Parts that speak of the requested State, and mean nothing towards another one.
OF_THE_STATE = frozenset({"law", "channel"})


@dataclass(frozen=True, slots=True)
class Part:
    """Attributes of the snapshot that are carried together or not at all."""

    name: str
    attributes: tuple[str, ...]


PARTS = {
    part.name: part
    for part in (
        Part("law", ("bases", "scope")),
        Part("authority", ("authority",)),
        Part("proceedings", ("proceedings",)),
        Part("facts", ("facts",)),
        Part("offences", ("offences",)),
        Part("persons", ("persons",)),
        Part("data", ("data_items",)),
        Part("measures", ("measures",)),
        Part("purpose", ("purpose",)),
        Part("procedure", ("procedure",)),
        Part("confidentiality", ("confidentiality",)),
        Part("channel", ("channel",)),
    )
}


def carried(earlier: Snapshot, parts: Collection[str], *, same_state: bool = True) -> Snapshot:
    """A new text with the ticked parts of the earlier one, and nothing that points at what was left."""
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
    """Whether there is anything to carry: an empty part is not offered."""
    fresh = Snapshot()
    return any(getattr(earlier, name) != getattr(fresh, name) for name in PARTS[part].attributes)


def _pruned(snapshot: Snapshot) -> Snapshot:
    proceedings = replace(snapshot.proceedings, next_date=None, request_status="new", prior_requests="")
    return replace(
        snapshot,
        proceedings=proceedings,
        data_items=tuple(_row(snapshot, item) for item in snapshot.data_items),
        measures=tuple(_measure(snapshot, measure) for measure in snapshot.measures),
    )


def _row(snapshot: Snapshot, item: DataItem) -> DataItem:
    """The links of a row lead to what came along; a link to a measure of before would mean another one."""
    return replace(
        item,
        facts=_known(item.facts, snapshot.facts),
        offences=_known(item.offences, snapshot.offences),
        measures=(),
    )


def _measure(snapshot: Snapshot, measure: Measure) -> Measure:
    return replace(
        measure,
        reason="",
        start=None,
        end=None,
        facts=_known(measure.facts, snapshot.facts),
        offences=_known(measure.offences, snapshot.offences),
    )


def _known(links: tuple[str, ...], items: tuple[Any, ...]) -> tuple[str, ...]:
    ids = {item.id for item in items}
    return tuple(link for link in links if link in ids)

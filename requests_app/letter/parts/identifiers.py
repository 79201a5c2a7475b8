"""The tables of identifiers: every time in UTC, with the logged time below it."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from requests_app.content.snapshot import DataItem
from requests_app.formats import times
from requests_app.letter import dates
from requests_app.letter.composition import INLINE_ROWS, Composition, literal, sentence, sentences
from requests_app.letter.letter import Cell, Row, Run, Source, Table, Text, plain

_HEADS = ("number", "type_head", "identifier", "period", "measures")

# Tables of fewer rows than this cost more than they say.
_FEWEST = 10


def table(c: Composition, number: int, items: Sequence[DataItem]) -> Table:
    return Table(
        id=f"identifiers-table-{number}",
        layout="identifiers",
        caption=_caption(c, number, items),
        columns=tuple(c.label(f"identifiers.{head}") for head in _HEADS),
        rows=tuple(_row(c, item) for item in items),
        source=Source("data"),
        wide=True,
    )


def lines(c: Composition) -> list[Text]:
    """Return the identifiers as lines, for a letter that has only a few."""
    return [_line(c, item) for item in c.snapshot.data_items]


def _line(c: Composition, item: DataItem) -> Text:
    """Return one line for the identifier; the holder is printed in a row of its own."""
    kind = c.label(f"identifiers.type.{item.type}") if item.type else ""
    name, *_ = _identifier(c, item)
    times = [plain(text) for text in period(c, item)]
    number = c.identifier_numbers[item.id]
    said = c.say("identifiers.line", number=number, kind=kind, name=name)
    return sentences(said, sentence("; ".join(times)))


def inline(c: Composition) -> Sequence[DataItem]:
    return c.snapshot.data_items[:INLINE_ROWS]


def chunks(c: Composition) -> list[Sequence[DataItem]]:
    """Return the identifiers for the schedule, divided into tables of a bounded length.

    Rows of one kind and one holder share a table, whose caption says both once. Where kind or holder
    changes so often that tables would have only a few rows, the tables are divided by length alone.
    """
    rest = c.snapshot.data_items[INLINE_ROWS:]
    groups = [tuple(group) for _what, group in groupby(rest, key=lambda item: _shared(c, item))]
    if len(groups) * _FEWEST > len(rest):
        groups = [rest]
    return [group[start : start + INLINE_ROWS] for group in groups for start in _starts(group)]


def _starts(group: Sequence[DataItem]) -> range:
    return range(0, len(group), INLINE_ROWS)


def scheduled(c: Composition, number: int, items: Sequence[DataItem]) -> Table:
    """Return a table of the schedule. Its cells are plain text, because there may be thousands of them."""
    if len({_shared(c, item) for item in items}) > 1:
        return table(c, number, items)
    shared = ", ".join(filter(None, _shared(c, items[0])))
    return Table(
        id=f"identifiers-table-{number}",
        layout="schedule",
        caption=". ".join(filter(None, (_caption(c, number, items), shared))),
        columns=tuple(c.label(f"identifiers.{head}") for head in _HEADS if head != "type_head"),
        rows=tuple(_scheduled_row(c, item) for item in items),
        source=Source("data"),
        wide=True,
    )


def _shared(c: Composition, item: DataItem) -> tuple[str, str]:
    return (c.label(f"identifiers.type.{item.type}") if item.type else "", holder(c, item))


def _scheduled_row(c: Composition, item: DataItem) -> Row:
    name, *_holder = _identifier(c, item)
    cells: tuple[Cell, ...] = (
        (literal(str(c.identifier_numbers[item.id])),),
        (literal(plain(name)),),
        (literal("\n".join(plain(line) for line in period(c, item))),),
        (literal(", ".join(c.marks[id_] for id_ in item.measures if id_ in c.marks)),),
    )
    return Row(f"identifiers-{item.id}", cells, Source("data", "identifier", item.id))


def _caption(c: Composition, number: int, items: Sequence[DataItem]) -> str:
    count = len(c.snapshot.data_items)
    if len(items) == count:
        return c.label("identifiers.caption").format(table=number)
    first, last = (c.identifier_numbers[item.id] for item in (items[0], items[-1]))
    return c.label("identifiers.caption_more").format(table=number, first=first, last=last, count=count)


def _row(c: Composition, item: DataItem) -> Row:
    kind = c.label(f"identifiers.type.{item.type}") if item.type else ""
    marks = ", ".join(c.marks[id_] for id_ in item.measures if id_ in c.marks)
    cells: tuple[Cell, ...] = (
        (literal(str(c.identifier_numbers[item.id])),),
        (literal(kind),),
        _identifier(c, item),
        period(c, item),
        (literal(marks),),
    )
    return Row(f"identifiers-{item.id}", cells, Source("data", "identifier", item.id))


def _identifier(c: Composition, item: DataItem) -> Cell:
    name: Text = (Run(item.identifier.strip(), "mono"),)
    if item.port is not None:
        name += c.say("identifiers.port", port=(Run(str(item.port), "mono"),))
    return (name, *_muted(holder(c, item)))


def holder(c: Composition, item: DataItem) -> str:
    state = c.setting.states.get(item.provider_state, item.provider_state)
    return ", ".join(filter(None, (item.provider.strip(), state)))


def period(c: Composition, item: DataItem) -> Cell:
    """Return the period in UTC; "" means that the identifier has no period, and all data are asked for."""
    if not (item.start or item.end):
        return ()
    zone = times.zone(item.zone)
    if zone is None:
        return (literal(c.label("identifiers.no_zone").format(text=_span(c, item.start, item.end))),)
    start = dates.utc(item.start, zone) if item.start else None
    end = dates.utc(item.end, zone, late=True) if item.end else None
    text = c.label("identifiers.utc").format(text=_span(c, start, end))
    return (literal(text), *_muted(_log(c, item, (start, end))))


def _span(c: Composition, start: datetime | None, end: datetime | None) -> str:
    key = ("at" if start == end else "both") if start and end else ("start" if start else "end")
    return c.label(f"identifiers.{key}").format(
        start=dates.stamp(start) if start else "", end=dates.stamp(end) if end else ""
    )


def _log(c: Composition, item: DataItem, in_utc: tuple[datetime | None, datetime | None]) -> str:
    """Return the zone of the log with its offset from UTC, from which the logged time can be worked out."""
    logged = ((item.start, in_utc[0]), (item.end, in_utc[1]))
    offsets = dict.fromkeys(_offset(local, moment) for local, moment in logged if local and moment)
    if list(offsets) == ["+00:00"]:
        return c.label("identifiers.log_utc")
    named = item.zone.strip()
    key = "identifiers.log_offset" if list(offsets) == [named] else "identifiers.log"
    return c.label(key).format(zone=named, offsets=", ".join(offsets))


def _offset(local: datetime, moment: datetime) -> str:
    minutes = round((local - moment.replace(tzinfo=None)).total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _muted(text: str) -> Cell:
    return ((Run(text, "muted"),),) if text else ()

"""How what is sought is linked with facts and offences, by the numbers that they have in the letter."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from requests_app.content.snapshot import DataItem, Measure
from requests_app.letter.composition import (
    INLINE_ROWS,
    Composition,
    literal,
    ranges,
    sentence,
)
from requests_app.letter.letter import Block, Cell, Clause, Row, Run, Source, Table, Text
from requests_app.letter.parts import identifiers as identifier_table

_HEADS = ("sought", "measures", "facts", "offences")

# What rows of identifiers share that stand in one line: holder and State, measures, facts, offences.
_Key = tuple[str, str, frozenset[str], frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the table, before it is laid out."""

    id: str
    sought: Cell
    marks: list[str]
    facts: Iterable[str]
    offences: Iterable[str]
    source: Source


def blocks(c: Composition) -> list[Block]:
    """Return the table once anything is linked; a line without links shows that it has none."""
    s = c.snapshot
    tied = [measure for measure in s.measures if measure.facts or measure.offences]
    if not tied and not any(item.facts or item.offences for item in s.data_items):
        return []
    number = c.next_table()
    intro = c.paragraph("nexus-intro", c.say("nexus.intro", table=number), Source("data", "facts"))
    lines = [*_of_data(c), *(_of_measure(c, measure) for measure in tied)]
    return [intro, _table(c, number, lines)]


def _table(c: Composition, number: int, lines: list[_Line]) -> Table:
    return Table(
        id="nexus-table",
        layout="nexus",
        caption=c.label("nexus.caption").format(table=number),
        columns=tuple(c.label(f"nexus.{head}") for head in _HEADS),
        rows=tuple(_row(c, line) for line in lines),
        source=Source("data", "facts"),
        wide=True,
    )


def _row(c: Composition, line: _Line) -> Row:
    cells: tuple[Cell, ...] = (
        line.sought,
        (literal(", ".join(line.marks)),),
        (literal(paragraphs(c, line.facts)),),
        (literal(offences(c, line.offences)),),
    )
    return Row(f"nexus-{line.id}", cells, line.source)


def _of_data(c: Composition) -> list[_Line]:
    """Return one line for identifiers with equal links and holder; holders are ignored when there are
    too many lines.
    """
    groups = _folded(c, _key)
    if len(groups) > INLINE_ROWS:
        groups = _folded(c, lambda item: ("", "", *_key(item)[2:]))
    return [_of_items(c, key, items) for key, items in groups.items()]


def _folded(c: Composition, key: Callable[[DataItem], _Key]) -> dict[_Key, list[DataItem]]:
    groups: dict[_Key, list[DataItem]] = {}
    for item in c.snapshot.data_items:
        groups.setdefault(key(item), []).append(item)
    return groups


def _key(item: DataItem) -> _Key:
    links = frozenset(item.measures), frozenset(item.facts), frozenset(item.offences)
    return (item.provider.strip(), item.provider_state, *links)


def _of_items(c: Composition, key: _Key, items: list[DataItem]) -> _Line:
    first = items[0]
    held = identifier_table.holder(c, first) if any(key[:2]) else ""
    named = _headed(identifiers(c, items))
    sought = (named, (Run(held, "muted"),)) if held else (named,)
    marks = [c.marks[id_] for id_ in first.measures if id_ in c.marks]
    source = Source("data", "facts", first.id)
    return _Line(first.id, sought, marks, first.facts, first.offences, source)


def _of_measure(c: Composition, measure: Measure) -> _Line:
    """Return the measure's own links, for an act that no identifier describes."""
    term = c.term(measure.kind) if measure.kind else c.label("assistance.untitled")
    source = Source("measures", "facts", measure.id)
    marks = [c.marks[measure.id]]
    return _Line(measure.id, (literal(term),), marks, measure.facts, measure.offences, source)


def connection(c: Composition, measure: Measure) -> Text:
    """Return a measure's own links and those of its identifiers in one line, printed below it."""
    items = [item for item in c.snapshot.data_items if measure.id in item.measures]
    facts = [*measure.facts, *(fact for item in items for fact in item.facts)]
    bears_on = [*measure.offences, *(offence for item in items for offence in item.offences)]
    pieces = (identifiers(c, items), paragraphs(c, facts), offences(c, bears_on))
    return _headed("; ".join(filter(None, pieces)))


def _headed(text: str) -> Text:
    return literal(text[:1].upper() + text[1:])


def clauses(c: Composition) -> list[Clause]:
    """Return the reasons; identifiers with the same reason share one clause."""
    ways: dict[str, Callable[[Composition, DataItem], Text]] = {
        "relevance": _relevance,
        "location_basis": _located,
        "source": _learned,
    }
    return [clause for field, say in ways.items() for clause in _grouped(c, field, say)]


def relations(c: Composition) -> list[Clause]:
    """Return the links in words, for a letter without the table."""
    return _grouped(c, "offences", lambda c, item: relates_to(c, item.offences))


def relates_to(c: Composition, ids: Iterable[str]) -> Text:
    named = offences(c, ids)
    return c.say("identifiers.offences", offences=named) if named else ()


def _grouped(c: Composition, field: str, say: Callable[[Composition, DataItem], Text]) -> list[Clause]:
    groups: dict[Text, list[DataItem]] = {}
    for item in c.snapshot.data_items:
        if text := say(c, item):
            groups.setdefault(text, []).append(item)
    return [_clause(c, field, text, items) for text, items in groups.items()]


def _clause(c: Composition, field: str, text: Text, items: list[DataItem]) -> Clause:
    numbers = [c.identifier_numbers[item.id] for item in items]
    first = items[0].id
    return Clause(f"nexus-{field}-{first}", ", ".join(ranges(numbers)), text, Source("data", field, first))


def _relevance(_c: Composition, item: DataItem) -> Text:
    return sentence(item.relevance)


def _located(c: Composition, item: DataItem) -> Text:
    text = sentence(item.location_basis)
    return c.say("identifiers.located", text=text) if text else ()


def _learned(c: Composition, item: DataItem) -> Text:
    text = sentence(item.source)
    return c.say("identifiers.learned", text=text) if text else ()


def paragraphs(c: Composition, facts: Iterable[str]) -> str:
    """Return "paragraphs 6 and 9"; "" means that nothing is linked."""
    numbers = [c.fact_numbers[id_] for id_ in facts if id_ in c.fact_numbers]
    return _counted(c, "assistance.paragraph", "assistance.paragraphs", numbers)


def identifiers(c: Composition, items: Iterable[DataItem]) -> str:
    numbers = [c.identifier_numbers[item.id] for item in items]
    return _counted(c, "assistance.identifier", "assistance.identifiers", numbers)


def offences(c: Composition, ids: Iterable[str]) -> str:
    numbers = [c.offence_numbers[id_] for id_ in ids if id_ in c.offence_numbers]
    return _counted(c, "identifiers.offence_one", "identifiers.offence_many", numbers)


def _counted(c: Composition, one: str, many: str, numbers: list[int]) -> str:
    if not numbers:
        return ""
    key = one if len(set(numbers)) == 1 else many
    return c.label(key).format(numbers=c.phrases.listed(ranges(numbers)))

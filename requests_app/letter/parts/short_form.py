"""The short form of a preservation request: at most two pages, with one table of the indications."""

from dataclasses import dataclass

from requests_app.content.snapshot import Measure, Offence
from requests_app.letter.composition import Composition, literal, sentence, sentences
from requests_app.letter.letter import Block, Cell, Paragraph, Row, Run, Source, Table, Text, plain
from requests_app.letter.parts import (
    annexes,
    assistance,
    authorities,
    basis,
    confidentiality,
    contacts,
    further,
    history,
    identifiers,
    nexus,
    offences,
    persons,
    preservation,
    procedures,
    replies,
    undertakings,
)
from requests_app.letter.parts.facts import fact_text

# These have rows of their own in the table, or stand beneath the identifiers.
_ELSEWHERE = {"holder", "reason", "facts"}
# So many identifiers stand in the row of the data themselves.
_FEW = 3
_KINDS = {"preservation", "preservation_extension", "preserved_traffic_disclosure"}


def fits(c: Composition) -> bool:
    """Whether only preservation is asked for, so that the short form leaves nothing out."""
    kinds = set(c.snapshot.kinds)
    return bool(kinds - {"preserved_traffic_disclosure"}) and kinds <= _KINDS


def blocks(c: Composition) -> list[Block]:
    """Return the blocks; the table of identifiers gets its number before the indications name it."""
    opening = _opening(c)
    bases = basis.bases(c)
    first, second = c.next_table(), c.next_table() if len(c.snapshot.data_items) > _FEW else 0
    table = _table(c, first, [*_indications(c, second), *_remarks(c)])
    return [
        opening,
        *bases,
        table,
        *([identifiers.table(c, second, identifiers.inline(c))] if second else []),
    ]


def _opening(c: Composition) -> Block:
    return c.paragraph("short-presents", c.say(_presents(c)), Source("measures"))


def _presents(c: Composition) -> str:
    is_extension = c.snapshot.kinds == ("preservation_extension",)
    if is_extension or c.snapshot.proceedings.request_status == "extension":
        return "short.presents_extension"
    path = "preserved_traffic_disclosure" in c.snapshot.kinds
    return "short.presents_path" if path else "short.presents"


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the table, with the letter of its sub-paragraph where the instrument lists it."""

    name: str
    cell: Cell
    source: Source
    mark: str = ""


def _indications(c: Composition, table: int) -> list[_Line]:
    return [
        _Line("authority", _authority(c), Source("authority", "conducting_office"), "a"),
        _Line("offence", _offence(c), Source("facts"), "b"),
        _Line("data", _data(c, table), Source("data"), "c"),
        _Line("holder", _holder(c), Source("data", "provider"), "d"),
        _Line("necessity", (sentence(c.snapshot.necessity),), Source("measures", "necessity"), "e"),
        _Line("intention", _request_to_follow(c), Source("measures", "follow_up_intended"), "f"),
    ]


def _remarks(c: Composition) -> list[_Line]:
    """Return what the request says although the instrument does not list it."""
    return [
        _Line("replies", replies.lines(c), Source("earlier")),
        _Line("scope", (basis.scope(c),), Source("basis", "scope_statement")),
        _Line("persons", persons.lines(c), Source("persons")),
        _Line("confidentiality", (confidentiality.said(c),), Source("confidentiality")),
        _Line("procedure", _said(procedures.blocks(c)), Source("procedures")),
        _Line("undertakings", _said(undertakings.blocks(c)), Source("procedures")),
        _Line("further", _said(further.blocks(c)), Source("procedures", "other")),
        _Line("contacts", contacts.lines(c), Source("channel", "reply_office")),
        _Line("annexes", annexes.lines(c), Source("annexes")),
    ]


def _said(blocks: list[Block]) -> Cell:
    """Return paragraphs as lines of a cell, without numbers, so that the numbering has no gap."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    return tuple(
        text for block in paragraphs for text in (block.text, *(clause.text for clause in block.clauses))
    )


def _table(c: Composition, number: int, lines: list[_Line]) -> Table:
    main = c.main
    listed = bool(main and main.indications)
    return Table(
        id="short-table",
        layout="indications",
        caption=_caption(c, number),
        columns=(),
        rows=tuple(_row(c, line, listed=listed) for line in lines if any(line.cell)),
        source=Source("measures"),
        wide=True,
        head_column=1,
    )


def _row(c: Composition, line: _Line, *, listed: bool) -> Row:
    cells: tuple[Cell, ...] = (
        (literal(line.mark if listed else ""),),
        (literal(c.label(f"short.{line.name}")),),
        line.cell,
    )
    return Row(f"short-{line.name}", cells, line.source)


def _caption(c: Composition, number: int) -> str:
    main = c.main
    if main is None or not main.indications:
        return c.label("short.caption_plain").format(table=number)
    return c.label("short.caption").format(
        table=number, articles=c.spell(main.indications), instrument=main.short or main.title
    )


def _authority(c: Composition) -> Cell:
    s = c.snapshot
    lines = (
        authorities.conducting_office(c),
        s.authority.prosecutor_or_court,
        s.proceedings.case_reference,
    )
    said = (
        *(authorities.power(c), authorities.matter(c), authorities.earlier(c)),
        *(text for _, text in (*history.decisions(c), *history.hearings(c), *history.contacts(c))),
    )
    return (*(literal(line) for line in lines if line.strip()), *filter(None, said))


def _offence(c: Composition) -> Cell:
    named = [_named(c, offence) for offence in c.snapshot.offences]
    facts = [fact_text(c, fact) for fact in c.snapshot.facts]
    conduct = [sentence(offence.conduct) for offence in c.snapshot.offences]
    law = [sentence(offences.inline_law(offence)) for offence in c.snapshot.offences]
    return tuple(filter(None, (*named, *facts, *conduct, *law, sentence(c.snapshot.purpose))))


def _named(c: Composition, offence: Offence) -> Text:
    detail = "; ".join(
        filter(
            None, (offence.provision.strip(), offences.penalty(c, offence), offences.limitation(c, offence))
        )
    )
    number = c.offence_numbers[offence.id]
    title = offence.title.strip()
    if len(c.offence_numbers) > 1:
        title = c.label("short.offence_number").format(number=number, title=title)
    return c.say("short.offence_detail", title=title, detail=detail) if detail else literal(title)


def _data(c: Composition, table: int) -> Cell:
    """Return what is to be kept, and how each group of identifiers is connected with the offence."""
    asked = [_measure(c, measure) for measure in c.snapshot.measures]
    where = [c.say("short.in_table", table=table)] if table else identifiers.lines(c)
    return tuple(filter(None, (*asked, *where, *_relation(c))))


def _relation(c: Composition) -> list[Text]:
    """Return the reasons; identifiers with the same reason share it."""
    said: dict[str, list[Text]] = {}
    for clause in (*nexus.clauses(c), *nexus.relations(c)):
        said.setdefault(clause.mark, []).append(clause.text)
    return [c.say("short.relation", numbers=mark, text=sentences(*texts)) for mark, texts in said.items()]


def _measure(c: Composition, measure: Measure) -> Text:
    block = assistance.measure_block(c, measure)
    details = [
        literal(f"{d.label}: {plain(d.text)}.") for d in block.details if d.source.field not in _ELSEWHERE
    ]
    head = f"{block.mark} {block.title}" + (f" ({block.citation})." if block.citation else ".")
    own = nexus.relates_to(c, measure.offences)
    return sentences((Run(head, "strong"),), block.text, *details, own)


def _request_to_follow(c: Composition) -> Cell:
    return tuple(filter(None, (preservation.intention(c), preservation.made(c))))


def _holder(c: Composition) -> Cell:
    held = [identifiers.holder(c, item) for item in c.snapshot.data_items]
    named = [measure.holder.strip() for measure in c.snapshot.measures]
    names = list(filter(None, held)) or list(filter(None, named))
    return tuple(literal(name) for name in dict.fromkeys(names))

"""The letter as plain text: for an e-mail, a reader without a PDF viewer, or a comparison by line."""

from collections.abc import Iterator

from requests_app.letter.letter import (
    Block,
    Cell,
    Letter,
    MeasureBlock,
    Paragraph,
    Part,
    Prose,
    Table,
    plain,
)

_RULE = "-" * 72


def to_text(letter: Letter) -> str:
    """Return the letter as text with one line for each paragraph, so that any reader can wrap it."""
    return "\n".join(_lines(letter)).replace("\u00a0", " ").strip() + "\n"


def _lines(letter: Letter) -> Iterator[str]:
    yield from _opening(letter)
    for part in letter.parts:
        yield from _part(part)
    yield from (
        "",
        plain(letter.signature.closing),
        "",
        *letter.signature.lines,
        letter.signature.on_behalf,
    )
    if letter.annexes:
        yield from ("", letter.annexes_heading, *_table(letter.annexes))
    for part in letter.schedules:
        yield from _part(part)
    yield from ("", _RULE, *_marks(letter), letter.furniture.note)


def _opening(letter: Letter) -> Iterator[str]:
    yield from _marks(letter)
    yield from (letter.head.state, *letter.head.lines, *letter.head.address, _RULE)
    yield from (letter.to, *letter.addressee, "")
    yield from (f"{entry.label}: {entry.value}" for entry in letter.references)
    yield from ("", letter.title)
    if letter.subtitle:
        yield letter.subtitle
    if letter.notice:
        yield from ("", letter.notice.heading, plain(letter.notice.text))


def _marks(letter: Letter) -> list[str]:
    return [mark for mark in (letter.furniture.classification, letter.furniture.watermark) if mark]


def _part(part: Part) -> Iterator[str]:
    if part.heading:
        yield from ("", f"{part.numeral}  {part.heading}".strip())
    for block in part.blocks:
        yield ""
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield f"{block.number}. {plain(block.text)}"
            yield from (f"    {clause.mark} {plain(clause.text)}" for clause in block.clauses)
        case MeasureBlock():
            yield from _measure(block)
        case Table():
            yield from _table(block)
        case Prose():
            yield from filter(None, (block.heading, plain(block.text)))


def _measure(block: MeasureBlock) -> Iterator[str]:
    citation = f" ({block.citation})" if block.citation else ""
    yield f"{block.mark} {block.title}{citation}. {plain(block.text)}".rstrip()
    yield from (f"    {detail.label}: {plain(detail.text)}" for detail in block.details)


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield table.caption
    if table.columns:
        yield " | ".join(table.columns)
    yield from (" | ".join(_cell(cell) for cell in row.cells) for row in table.rows)


def _cell(cell: Cell) -> str:
    return "; ".join(plain(line).replace("\n", ", ") for line in cell if line)

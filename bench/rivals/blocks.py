"""A letter as a run of plain pieces, so that every rival sets exactly the same words."""

from collections.abc import Iterator
from dataclasses import dataclass

from requests_app.letter.letter import Block, Letter, MeasureBlock, Paragraph, Table, plain


@dataclass(frozen=True)
class Heading:
    text: str
    rank: int


@dataclass(frozen=True)
class Line:
    text: str


@dataclass(frozen=True)
class Grid:
    rows: list[list[str]]


Piece = Heading | Line | Grid


def pieces(letter: Letter) -> Iterator[Piece]:
    yield from (Line(line) for line in (letter.head.state, *letter.head.lines, *letter.head.address))
    yield from (Line(line) for line in (letter.to, *letter.addressee))
    yield Grid([[entry.label, entry.value] for entry in letter.references])
    yield Heading(letter.title, 1)
    yield Line(letter.subtitle)
    if letter.notice:
        yield Line(f"{letter.notice.heading} {plain(letter.notice.text)}")
    for part in letter.parts:
        yield Heading(f"{part.numeral} {part.heading}".strip() or "-", 2)
        for block in part.blocks:
            yield from _block(block)
    yield Line(plain(letter.signature.closing))
    yield from (Line(line) for line in letter.signature.lines)
    if letter.annexes:
        yield Heading(letter.annexes_heading, 2)
        yield _grid(letter.annexes)


def _block(block: Block) -> Iterator[Piece]:
    if isinstance(block, Table):
        yield Line(block.caption)
        yield _grid(block)
    elif isinstance(block, MeasureBlock):
        yield Line(f"{block.mark} {block.title} {block.citation} {plain(block.text)}")
        yield Grid([[detail.label, plain(detail.text)] for detail in block.details])
    elif isinstance(block, Paragraph):
        yield Line(f"{block.number}. {plain(block.text)}")
        yield from (Line(f"{clause.mark} {plain(clause.text)}") for clause in block.clauses)
    else:
        yield Line(plain(block.text))


def _grid(table: Table) -> Grid:
    rows = [["\n".join(plain(line) for line in cell) for cell in row.cells] for row in table.rows]
    return Grid([*([list(table.columns)] if table.columns else []), *rows])

"""The letter as one value. Each face (HTML, PDF, text) shows this value and nothing else.

Every part, block, clause and row has an id that is stable between revisions (it is built from the ids
of the snapshot, never from a position) and the `Source` it came from, so that a comment, a redline or
a finding can point at it. Text is literal: no face may read markup in it.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

Style = Literal["plain", "strong", "cite", "mono", "muted", "original"]
Layout = Literal["letter", "short"]


@dataclass(frozen=True, slots=True)
class Source:
    """The section of the wizard that a text came from, with the field, and the item when the section
    is a list.
    """

    section: str
    field: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style."""

    text: str
    style: Style = "plain"


Text = tuple[Run, ...]
Cell = tuple[Text, ...]


def plain(text: Text) -> str:
    return "".join(run.text for run in text)


@dataclass(frozen=True, slots=True)
class Clause:
    """A lettered or numbered piece of a paragraph."""

    id: str
    mark: str
    text: Text
    source: Source


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph. The numbers run through the whole letter, so that the other side can cite
    them.
    """

    kind: ClassVar[str] = "paragraph"
    id: str
    number: int
    text: Text
    source: Source
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Detail:
    """A labelled line of a measure, such as its holder, its period or its reason."""

    label: str
    text: Text
    source: Source


@dataclass(frozen=True, slots=True)
class MeasureBlock:
    """One act that is asked for, numbered M1, M2 …"""

    kind: ClassVar[str] = "measure"
    id: str
    mark: str
    title: str
    citation: str
    text: Text
    details: tuple[Detail, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    id: str
    cells: tuple[Cell, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `layout` names its column widths, which the faces know; a `wide` one starts at the
    left margin.

    The cell at `head_column` is the heading of its row, which a screen reader repeats.
    """

    kind: ClassVar[str] = "table"
    id: str
    layout: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    source: Source
    wide: bool = False
    head_column: int = 0


@dataclass(frozen=True, slots=True)
class Prose:
    """Unnumbered text: the wording of a provision in a schedule."""

    kind: ClassVar[str] = "prose"
    id: str
    heading: str
    text: Text
    source: Source


Block = Paragraph | MeasureBlock | Table | Prose


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the letter. `numeral` and `heading` are "" in the short form, which has no parts."""

    id: str
    numeral: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The top of the first page. `initials` fill the ring while there is no coat of arms."""

    state: str
    lines: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    initials: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the reference block."""

    label: str
    value: str
    source: Source


@dataclass(frozen=True, slots=True)
class Notice:
    """The box that says why the request is urgent."""

    id: str
    heading: str
    text: Text
    source: Source


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """The end of the letter: closing words, lines to sign on, the office and its seal."""

    closing: Text
    lines: tuple[str, ...]
    on_behalf: str
    seal: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is printed on every page. `page` and `of` are the words of "page x of y"."""

    running_head: str
    reference: str
    classification: str
    watermark: str
    note: str
    page: str
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A composed request, ready for any face."""

    language: str
    # The language that was asked for and has no wording of letters yet; "" when it has.
    lacking: str = ""
    layout: Layout
    dated: date | None
    furniture: Furniture
    head: Letterhead
    addressee: tuple[str, ...]
    to: str
    references: tuple[Entry, ...]
    title: str
    subtitle: str
    notice: Notice | None
    parts: tuple[Part, ...]
    signature: SignatureBlock
    annexes_heading: str
    annexes: Table | None
    schedules: tuple[Part, ...]

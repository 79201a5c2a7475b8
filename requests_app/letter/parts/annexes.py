"""The list of annexes, and the schedules that the composer writes."""

from requests_app.content.snapshot import Annex
from requests_app.letter.composition import Composition, literal
from requests_app.letter.letter import Block, Cell, Part, Prose, Row, Run, Source, Table, Text, plain
from requests_app.letter.parts import identifiers, offences
from requests_app.letter.parts.numbering import annex_letter

_HEADS = ("letter", "document", "language", "pages", "sha256")


def table(c: Composition) -> Table | None:
    if not c.snapshot.annexes:
        return None
    return Table(
        id="annexes-table",
        layout="annexes",
        caption="",
        columns=tuple(c.label(f"annexes.{head}") for head in _HEADS),
        rows=tuple(_row(c, index, annex) for index, annex in enumerate(c.snapshot.annexes)),
        source=Source("annexes"),
        wide=True,
    )


def _row(c: Composition, index: int, annex: Annex) -> Row:
    title = annex.title.strip() or (c.label(f"annexes.kind.{annex.kind}") if annex.kind else "")
    language = c.label(f"language.{annex.language.partition('-')[0]}", annex.language)
    cells: tuple[Cell, ...] = (
        (literal(annex_letter(index)),),
        (literal(title),),
        (literal(language),),
        (literal("" if annex.pages is None else str(annex.pages)),),
        ((Run(_short(annex.sha256), "mono"),),) if annex.sha256 else (),
    )
    return Row(f"annexes-{annex.id}", cells, Source("annexes", "title", annex.id))


def lines(c: Composition) -> Cell:
    """Return the annexes as lines, for a letter without a table of them."""
    return tuple(_line(c, index, annex) for index, annex in enumerate(c.snapshot.annexes))


def _line(c: Composition, index: int, annex: Annex) -> Text:
    letter, title, language, _, digest = (
        plain(cell[0]) if cell else "" for cell in _row(c, index, annex).cells
    )
    pages = _pages(c, annex.pages)
    described = ", ".join(filter(None, (title, language, pages, digest and f"SHA-256 {digest}")))
    return (Run(f"{letter}\u2002", "strong"), *literal(described))


def _pages(c: Composition, pages: int | None) -> str:
    if pages is None:
        return ""
    return c.label("annexes.one_page" if pages == 1 else "annexes.many_pages").format(pages=pages)


def _short(digest: str) -> str:
    """Return the first sixteen figures of a digest in groups of four, enough to compare by eye."""
    return "\u00a0".join(digest[start : start + 4] for start in range(0, 16, 4))


def schedules(c: Composition) -> tuple[Part, ...]:
    found: list[Part] = []
    if more := identifiers.chunks(c):
        tables: list[Block] = [identifiers.scheduled(c, c.next_table(), chunk) for chunk in more]
        found.append(_schedule(c, "identifiers", c.label("identifiers.schedule"), tables))
    if texts := _provisions(c):
        found.append(_schedule(c, "provisions", c.label("schedules.provisions"), texts))
    return tuple(found)


def _schedule(c: Composition, id_: str, title: str, blocks: list[Block]) -> Part:
    heading = c.label("schedules.heading").format(number=c.next_schedule(), title=title)
    return Part(f"schedule-{id_}", "", heading, tuple(blocks))


def _provisions(c: Composition) -> list[Block]:
    return [
        Prose(
            id=f"schedule-provision-{o.id}",
            heading=", ".join(filter(None, (o.title.strip(), o.provision.strip()))),
            text=literal(o.law_text),
            source=Source("offences", "law_text", o.id),
        )
        for o in offences.scheduled(c)
    ]

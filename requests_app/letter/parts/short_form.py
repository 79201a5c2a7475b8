"""The short form of a preservation request: two pages at most, its heart one table of indications."""

from requests_app.checks.snapshot import Measure, Offence
from requests_app.letter.composition import Composition, literal, sentences
from requests_app.letter.letter import Block, Cell, Row, Run, Source, Table, Text, plain
from requests_app.letter.parts import (
    assistance,
    authorities,
    basis,
    confidentiality,
    contacts,
    further,
    identifiers,
    offences,
    persons,
    preservation,
    procedures,
    undertakings,
)
from requests_app.letter.parts.facts import fact_text

_KINDS = {"preservation", "preserved_traffic_disclosure"}


def fits(c: Composition) -> bool:
    """Only preservation is asked for, so that nothing of the long form would be missed."""
    kinds = set(c.snapshot.kinds)
    return "preservation" in kinds and kinds <= _KINDS


def blocks(c: Composition) -> list[Block]:
    """Indications first; the number of the identifiers' table is known before they name it."""
    opening = _opening(c)
    first, second = c.next_table(), c.next_table() if c.snapshot.data_items else 0
    return [
        opening,
        *basis.blocks(c),
        _table(c, first, second),
        *assistance.identifier_blocks(c, second),
        *persons.blocks(c),
        *confidentiality.blocks(c),
        *procedures.blocks(c),
        *undertakings.blocks(c),
        *further.blocks(c),
        *contacts.blocks(c),
    ]


def _opening(c: Composition) -> Block:
    path = "preserved_traffic_disclosure" in c.snapshot.kinds
    said = c.say("short.presents_path" if path else "short.presents")
    return c.paragraph("short-presents", said, Source("measures"))


def _table(c: Composition, number: int, identifiers_table: int) -> Table:
    rows: list[tuple[str, str, Cell, Source]] = [
        ("a", "authority", _authority(c), Source("authority", "conducting_office")),
        ("b", "offence", _offence(c), Source("facts")),
        ("c", "data", _data(c, identifiers_table), Source("data")),
        ("d", "holder", _holder(c), Source("data", "provider")),
        ("e", "necessity", (literal(c.snapshot.necessity),), Source("measures", "necessity")),
        ("f", "intention", (preservation.intention(c),), Source("measures", "follow_up_intended")),
    ]
    main = c.main
    listed = bool(main and main.indications)
    return Table(
        id="short-table",
        layout="indications",
        caption=_caption(c, number),
        columns=(),
        rows=tuple(
            Row(f"short-{name}", ((literal(mark if listed else ""),), (literal(c.label(f"short.{name}")),), cell), src)
            for mark, name, cell, src in rows
            if any(cell)
        ),
        source=Source("measures"),
        wide=True,
        head_column=1,
    )


def _caption(c: Composition, number: int) -> str:
    main = c.main
    if main is None or not main.indications:
        return c.label("short.caption_plain").format(table=number)
    return c.label("short.caption").format(
        table=number, articles=c.spell(main.indications), instrument=main.short or main.title
    )


def _authority(c: Composition) -> Cell:
    s = c.snapshot
    lines = (authorities.conducting_office(c), s.authority.prosecutor_or_court, s.proceedings.case_reference)
    matter = authorities.matter(c)
    return (*(literal(line) for line in lines if line.strip()), *((matter,) if matter else ()))


def _offence(c: Composition) -> Cell:
    named = [_named(c, offence) for offence in c.snapshot.offences]
    facts = [fact_text(c, fact) for fact in c.snapshot.facts]
    conduct = [literal(offence.conduct) for offence in c.snapshot.offences]
    return tuple(filter(None, (*named, *facts, *conduct, literal(c.snapshot.purpose))))


def _named(c: Composition, offence: Offence) -> Text:
    detail = "; ".join(filter(None, (offence.provision.strip(), offences.penalty(c, offence))))
    if not detail:
        return literal(offence.title)
    return c.say("short.offence_detail", title=offence.title.strip(), detail=detail)


def _data(c: Composition, table: int) -> Cell:
    asked = [_measure(c, measure) for measure in c.snapshot.measures]
    where = c.say("short.in_table", table=table) if table else ()
    return tuple(filter(None, (*asked, where)))


def _measure(c: Composition, measure: Measure) -> Text:
    block = assistance.measure_block(c, measure)
    details = [literal(f"{d.label}: {plain(d.text)}.") for d in block.details]
    head = f"{block.mark} {block.title}" + (f" ({block.citation})." if block.citation else ".")
    return sentences((Run(head, "strong"),), block.text, *details)


def _holder(c: Composition) -> Cell:
    held = [identifiers.holder(c, item) for item in c.snapshot.data_items]
    named = [measure.holder.strip() for measure in c.snapshot.measures]
    return tuple(literal(name) for name in dict.fromkeys(filter(None, (*held, *named))))

"""Part: the offences, with their penalties, the conduct, and where the wording of the law can be found."""

from requests_app.content.snapshot import Offence
from requests_app.letter.composition import Composition, literal, sentence
from requests_app.letter.letter import Block, Cell, Row, Source, Table, Text
from requests_app.letter.parts.numbering import annex_letter

INLINE_LAW = 600


def blocks(c: Composition) -> list[Block]:
    offences = c.snapshot.offences
    if not offences:
        return []
    table = c.next_table()
    intro = c.paragraph("offences-intro", _intro(c, table), Source("offences", "title"))
    return [intro, _table(c, table), *_conduct(c), *_law_texts(c)]


def _intro(c: Composition, table: int) -> Text:
    where = c.phrases.listed(_places_of_text(c))
    key = "offences.intro_text" if where else "offences.intro"
    return c.say(key, table=table, where=where)


def _places_of_text(c: Composition) -> list[str]:
    """Return the annexes that hold the law, and the schedule when its wording was typed in."""
    places = [
        c.label("offences.annex").format(letter=annex_letter(index))
        for index, annex in enumerate(c.snapshot.annexes)
        if annex.kind == "law_text"
    ]
    if scheduled(c):
        places.append(c.label("schedules.provisions_where"))
    return places


def scheduled(c: Composition) -> list[Offence]:
    """Return the offences whose wording is so long that it goes into a schedule."""
    return [o for o in c.snapshot.offences if len(o.law_text.strip()) > INLINE_LAW]


def inline_law(offence: Offence) -> str:
    text = offence.law_text.strip()
    return text if len(text) <= INLINE_LAW else ""


def _table(c: Composition, number: int) -> Table:
    columns = ["number", "title", "provision", "penalty"]
    if any(limitation(c, o) for o in c.snapshot.offences):
        columns.append("limitation")
    return Table(
        id="offences-table",
        layout="offences-limitation" if len(columns) > 4 else "offences",
        caption=c.label("offences.caption").format(table=number, requesting=c.setting.requesting.short),
        columns=tuple(c.label(f"offences.{column}") for column in columns),
        rows=tuple(_row(c, o, len(columns)) for o in c.snapshot.offences),
        source=Source("offences"),
    )


def _row(c: Composition, offence: Offence, width: int) -> Row:
    number = str(c.offence_numbers[offence.id])
    texts = (number, offence.title, offence.provision, penalty(c, offence), limitation(c, offence))
    cells: tuple[Cell, ...] = tuple((literal(text),) for text in texts[:width])
    return Row(f"offences-{offence.id}", cells, Source("offences", "title", offence.id))


def penalty(c: Composition, offence: Offence) -> str:
    """Return the officer's wording of the penalty where there is one, else the figure."""
    if offence.penalty.strip():
        return offence.penalty.strip()
    if offence.life:
        return c.label("offences.life")
    if offence.max_years is None:
        return ""
    key = "offences.year" if offence.max_years == 1 else "offences.years"
    return c.label(key).format(years=f"{offence.max_years:g}")


def limitation(c: Composition, offence: Offence) -> str:
    """Return whether there is a period, the day on which it ends, and what was said about it."""
    status = offence.limitation_status
    known = c.label(f"offences.{status}") if status in ("not_barred", "not_known") else ""
    on = offence.limitation_on
    day = c.label("offences.limitation_on").format(day=c.day(on)) if on else ""
    return "; ".join(filter(None, (known, day, offence.limitation.strip())))


def _conduct(c: Composition) -> list[Block]:
    return [
        c.paragraph(
            f"offences-conduct-{o.id}",
            c.say("offences.conduct", number=c.offence_numbers[o.id], text=sentence(o.conduct)),
            Source("offences", "conduct", o.id),
        )
        for o in c.snapshot.offences
        if o.conduct.strip()
    ]


def _law_texts(c: Composition) -> list[Block]:
    return [
        c.paragraph(
            f"offences-law-{o.id}",
            c.say("offences.law", number=c.offence_numbers[o.id], text=sentence(inline_law(o))),
            Source("offences", "law_text", o.id),
        )
        for o in c.snapshot.offences
        if inline_law(o)
    ]

"""Part: the offences with their penalties, the conduct, and where their text stands."""

from requests_app.checks.snapshot import Offence
from requests_app.letter.composition import Composition, literal
from requests_app.letter.letter import Block, Cell, Row, Run, Source, Table, Text


def blocks(c: Composition) -> list[Block]:
    offences = c.snapshot.offences
    if not offences:
        return []
    table = c.next_table()
    intro = c.paragraph("offences-intro", _intro(c, table), Source("offences", "title"))
    return [intro, _table(c, table), *_conduct(c)]


def _intro(c: Composition, table: int) -> Text:
    where = c.phrases.listed(_places_of_text(c))
    key = "offences.intro_text" if where else "offences.intro"
    return c.say(key, table=table, where=where)


def _places_of_text(c: Composition) -> list[str]:
    """Annexes that hold the law, and the schedule when its wording was typed in."""
    places = [
        c.label("offences.annex").format(letter=annex_letter(index))
        for index, annex in enumerate(c.snapshot.annexes)
        if annex.kind == "law_text"
    ]
    if any(o.law_text.strip() for o in c.snapshot.offences):
        places.append(c.label("schedules.provisions_where"))
    return places


def annex_letter(index: int) -> str:
    """A to Z, then AA, AB: as columns are named."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _table(c: Composition, number: int) -> Table:
    columns = ["number", "title", "provision", "penalty"]
    if any(o.limitation.strip() for o in c.snapshot.offences):
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
    texts = (number, offence.title, offence.provision, penalty(c, offence), offence.limitation)
    cells: tuple[Cell, ...] = tuple((literal(text),) for text in texts[:width])
    return Row(f"offences-{offence.id}", cells, Source("offences", "title", offence.id))


def penalty(c: Composition, offence: Offence) -> str:
    """The wording of the officer goes before the figure."""
    if offence.penalty.strip():
        return offence.penalty.strip()
    if offence.life:
        return c.label("offences.life")
    if offence.max_years is None:
        return ""
    key = "offences.year" if offence.max_years == 1 else "offences.years"
    return c.label(key).format(years=f"{offence.max_years:g}")


def _conduct(c: Composition) -> list[Block]:
    return [
        c.paragraph(
            f"offences-conduct-{o.id}",
            c.say("offences.conduct", number=c.offence_numbers[o.id], text=(Run(o.conduct.strip()),)),
            Source("offences", "conduct", o.id),
        )
        for o in c.snapshot.offences
        if o.conduct.strip()
    ]

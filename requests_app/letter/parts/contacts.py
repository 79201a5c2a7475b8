"""Part: whom to reach for what, how to answer, and which language prevails."""

from requests_app.checks.snapshot import Contact
from requests_app.letter.composition import Composition, literal, sentences
from requests_app.letter.letter import Block, Cell, Row, Source, Table, Text

_HEADS = ("number", "for", "office", "reach")


def blocks(c: Composition) -> list[Block]:
    listed = _listed(c)
    number = c.next_table() if listed else 0
    text = sentences(
        c.say("contacts.intro", table=number) if listed else (),
        c.say("contacts.means", means=c.label(f"means.{means}")) if (means := c.snapshot.channel.means) else (),
        _translation(c),
    )
    found: list[Block] = [c.paragraph("contacts-intro", text, Source("channel", "means"))] if text else []
    return [*found, table(c, number, listed)] if listed else found


def _listed(c: Composition) -> list[tuple[str, Contact, Source]]:
    channel, authority = c.snapshot.channel, c.snapshot.authority
    every = [
        ("reply", channel.reply_contact, Source("channel", "reply_office")),
        ("confirmation", channel.confirmation_contact, Source("channel", "confirmation_office")),
        ("conducting", authority.conducting, Source("authority", "conducting_office")),
        ("requesting", authority.requesting, Source("authority", "requesting_office")),
    ]
    return [entry for entry in every if entry[1] != Contact()]


def table(c: Composition, number: int, listed: list[tuple[str, Contact, Source]]) -> Table:
    return Table(
        id="contacts-table",
        layout="contacts",
        caption=c.label("contacts.caption").format(table=number),
        columns=tuple(c.label(f"contacts.{head}") for head in _HEADS),
        rows=tuple(_row(c, index, entry) for index, entry in enumerate(listed, 1)),
        source=Source("channel", "reply_office"),
        wide=True,
    )


def _row(c: Composition, index: int, entry: tuple[str, Contact, Source]) -> Row:
    use, contact, source = entry
    cells: tuple[Cell, ...] = (
        (literal(str(index)),),
        (literal(c.label(f"contacts.{use}")),),
        _lines(contact.office, contact.name, contact.function, contact.address),
        _lines(contact.email, contact.phone, _hours(c, contact)),
    )
    return Row(f"contacts-{use}", cells, source)


def _lines(*texts: str) -> Cell:
    return tuple(literal(text) for text in texts if text.strip())


def _hours(c: Composition, contact: Contact) -> str:
    hours, zone = contact.hours.strip(), contact.zone.strip()
    if hours and zone:
        return c.label("contacts.hours").format(hours=hours, zone=zone)
    return hours or zone


def _translation(c: Composition) -> Text:
    key = f"translation.{c.snapshot.channel.translation}"
    language = c.label(f"language.{c.phrases.label('own.language')}")
    return c.say(key, language=language) if c.phrases.knows(key) else ()

"""Part: contacts, how to answer, and which language prevails."""

from dataclasses import dataclass

from requests_app.content.snapshot import Contact
from requests_app.letter.composition import Composition, literal, sentence, sentences
from requests_app.letter.letter import Block, Cell, Row, Run, Source, Table, Text

_AUTHENTICATED = ("apostille", "legalisation")
_HEADS = ("number", "for", "office", "reach")


def blocks(c: Composition) -> list[Block]:
    listed = _listed(c)
    number = c.next_table() if listed else 0
    text = sentences(
        c.say("contacts.intro", table=number) if listed else (),
        c.say("contacts.means", means=c.label(f"means.{means}"))
        if (means := c.snapshot.channel.means)
        else (),
        _form(c),
    )
    found: list[Block] = [c.paragraph("contacts-intro", text, Source("channel", "means"))] if text else []
    return [*found, table(c, number, listed)] if listed else found


@dataclass(frozen=True, slots=True)
class _Reachable:
    uses: tuple[str, ...]
    contact: Contact
    source: Source


def _listed(c: Composition) -> list[_Reachable]:
    """Return the contacts; an office with two roles has one row."""
    channel, authority = c.snapshot.channel, c.snapshot.authority
    every = [
        ("reply", channel.reply_contact, Source("channel", "reply_office")),
        ("confirmation", channel.confirmation_contact, Source("channel", "confirmation_office")),
        ("conducting", authority.conducting, Source("authority", "conducting_office")),
        ("requesting", authority.requesting, Source("authority", "requesting_office")),
    ]
    contacts = dict.fromkeys(contact for _, contact, _ in every if contact != Contact())
    return [_reachable(contact, every) for contact in contacts]


def _reachable(contact: Contact, every: list[tuple[str, Contact, Source]]) -> _Reachable:
    same = [(use, source) for use, other, source in every if other == contact]
    return _Reachable(tuple(use for use, _ in same), contact, same[0][1])


def lines(c: Composition) -> Cell:
    """Return the contacts as lines, for a letter without a table of them."""
    listed = [_line(c, entry) for entry in _listed(c)]
    means = c.snapshot.channel.means
    wish = c.say("contacts.means", means=c.label(f"means.{means}")) if means else ()
    return tuple(filter(None, (*listed, wish, _form(c))))


def _line(c: Composition, entry: _Reachable) -> Text:
    contact = entry.contact
    uses = "; ".join(c.label(f"contacts.{use}") for use in entry.uses)
    reach = (contact.office, _person(contact), contact.email, contact.phone, _hours(c, contact))
    where = sentence("; ".join(text.strip() for text in reach if text.strip()))
    return sentences((Run(f"{uses}:", "strong"),), where)


def table(c: Composition, number: int, listed: list[_Reachable]) -> Table:
    return Table(
        id="contacts-table",
        layout="contacts",
        caption=c.label("contacts.caption").format(table=number),
        columns=tuple(c.label(f"contacts.{head}") for head in _HEADS),
        rows=tuple(_row(c, index, entry) for index, entry in enumerate(listed, 1)),
        source=Source("channel", "reply_office"),
        wide=True,
    )


def _row(c: Composition, index: int, entry: _Reachable) -> Row:
    contact = entry.contact
    cells: tuple[Cell, ...] = (
        (literal(str(index)),),
        tuple(literal(c.label(f"contacts.{use}")) for use in entry.uses),
        _lines(contact.office, _person(contact), _on_one_line(contact.address)),
        _lines(contact.email, contact.phone, _hours(c, contact)),
    )
    return Row(f"contacts-{entry.uses[0]}", cells, entry.source)


def _lines(*texts: str) -> Cell:
    return tuple(literal(text) for text in texts if text.strip())


def _person(contact: Contact) -> str:
    return ", ".join(filter(None, (contact.name.strip(), contact.function.strip())))


def _on_one_line(address: str) -> str:
    return ", ".join(line.strip(" ,") for line in address.splitlines() if line.strip())


def _hours(c: Composition, contact: Contact) -> str:
    hours, zone = contact.hours.strip(), contact.zone.strip()
    if hours and zone:
        return c.label("contacts.hours").format(hours=hours, zone=zone)
    return hours or zone


def _form(c: Composition) -> Text:
    """What goes with the letter, and in which form it goes out: each only where somebody said so."""
    channel = c.snapshot.channel
    return sentences(
        _translation(c),
        c.say(f"form.{channel.originals}") if channel.originals else (),
        c.say("form.copies", copies=str(channel.copies)) if channel.copies else (),
        c.say(f"form.{channel.authentication}") if channel.authentication in _AUTHENTICATED else (),
        c.say("form.sealed") if c.snapshot.signature.sealed == "yes" else (),
    )


def _translation(c: Composition) -> Text:
    key = f"translation.{c.snapshot.channel.translation}"
    language = c.label(f"language.{c.phrases.label('own.language')}")
    if not c.phrases.knows(key):
        return ()
    certified = c.snapshot.channel.translation_certified == "yes"
    return sentences(c.say(key, language=language), c.say("translation.certified") if certified else ())

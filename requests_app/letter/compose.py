"""Compose a snapshot and its setting into a letter. Pure: equal values give equal letters, and
nothing else is read.
"""

from collections.abc import Callable

from requests_app.content import blanks, languages, stand_ins
from requests_app.content.snapshot import Snapshot
from requests_app.letter import phrases
from requests_app.letter.composition import Composition
from requests_app.letter.letter import (
    Block,
    Furniture,
    Letter,
    Part,
    SignatureBlock,
)
from requests_app.letter.parts import (
    annexes,
    assistance,
    authorities,
    basis,
    confidentiality,
    contacts,
    facts,
    further,
    note,
    offences,
    opening,
    persons,
    procedures,
    replies,
    short_form,
    undertakings,
)
from requests_app.letter.setting import DRAFT, Setting, Stamp

Write = Callable[[Composition], list[Block]]

# The order suits both families of law: the basis early, the facts before what is asked.
PARTS: dict[str, Write] = {
    "authorities": authorities.blocks,
    "basis": basis.blocks,
    "replies": replies.blocks,
    "facts": facts.blocks,
    "offences": offences.blocks,
    "persons": persons.blocks,
    "assistance": assistance.blocks,
    "procedures": procedures.blocks,
    "confidentiality": confidentiality.blocks,
    "undertakings": undertakings.blocks,
    "further": further.blocks,
    "contacts": contacts.blocks,
}
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def compose(snapshot: Snapshot, setting: Setting, stamp: Stamp = DRAFT) -> Letter:
    """Return the letter of a request at any stage; what is not known yet is left out."""
    c = Composition(blanks.without(stand_ins.without(languages.outgoing(snapshot))), setting)
    short = note.fits(c) or short_form.fits(c)
    parts = _one_part(c) if short else _parts(c)
    return Letter(
        language=c.label("own.language"),
        lacking="" if phrases.exists(setting.language) else setting.language,
        layout="short" if short else "letter",
        dated=snapshot.signature.date,
        furniture=_furniture(c, stamp),
        head=setting.letterhead,
        addressee=opening.addressee(c),
        to=c.label("head.to"),
        references=opening.references(c),
        title=opening.title(c, short=short),
        subtitle=opening.subtitle(c, short=short),
        notice=opening.notice(c),
        parts=parts,
        signature=_signature(c, closing="short.closing" if short else "signature.closing"),
        annexes_heading=c.label("annexes.heading"),
        annexes=None if short else annexes.table(c),
        schedules=annexes.schedules(c),
    )


def _one_part(c: Composition) -> tuple[Part, ...]:
    write = note.blocks if note.fits(c) else short_form.blocks
    return (Part("short", "", "", tuple(write(c))),)


def _parts(c: Composition) -> tuple[Part, ...]:
    """Return the parts with their numerals, after empty ones have been dropped."""
    written = [(name, tuple(write(c))) for name, write in PARTS.items()]
    kept = [(name, blocks) for name, blocks in written if blocks]
    return tuple(
        Part(name, roman(number), _heading(c, name), blocks)
        for number, (name, blocks) in enumerate(kept, 1)
    )


def _heading(c: Composition, name: str) -> str:
    if name == "assistance" and c.informs:
        return c.label("assistance.heading_informs")
    return undertakings.heading(c) if name == "undertakings" else c.label(f"{name}.heading")


def roman(number: int) -> str:
    numeral = ""
    for value, letters in _ROMAN:
        while number >= value:
            numeral, number = numeral + letters, number - value
    return numeral


def _furniture(c: Composition, stamp: Stamp) -> Furniture:
    snapshot = c.snapshot
    level = snapshot.confidentiality.classification
    key = "furniture.note_record" if stamp.audit_head else "furniture.note"
    return Furniture(
        running_head=_running_head(c),
        reference=snapshot.reference,
        classification=c.label(f"classification.{level}") if level else "",
        watermark="" if stamp.approved else c.label("furniture.draft"),
        note=c.label(key).format(revision=stamp.revision, record=stamp.audit_head[:16]),
        page=c.label("furniture.page"),
        of=c.label("furniture.of"),
    )


def _running_head(c: Composition) -> str:
    state = c.setting.letterhead.state or c.setting.requesting.short
    return c.label("furniture.running_head").format(state=state)


def _signature(c: Composition, *, closing: str) -> SignatureBlock:
    signed = c.snapshot.signature
    day = c.day(signed.date) if signed.date else ""
    place_date = ", ".join(filter(None, (signed.place.strip(), day)))
    return SignatureBlock(
        closing=c.say(closing),
        lines=tuple(line for line in (signed.name.strip(), signed.function.strip(), place_date) if line),
        on_behalf="".join(run.text for run in c.say("signature.on_behalf")),
        seal=c.label("signature.seal"),
    )

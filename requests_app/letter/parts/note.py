"""A short letter about an earlier request: a reminder of it, or its withdrawal."""

from requests_app.letter.composition import Composition, sentence, sentences
from requests_app.letter.letter import Block, Source, Text
from requests_app.letter.parts import authorities, contacts


def fits(c: Composition) -> bool:
    return c.snapshot.is_note


def blocks(c: Composition) -> list[Block]:
    """Return what the note is about, what is wished, and whom to answer; it asks for no act."""
    return [c.paragraph(f"note-{id_}", text, source) for id_, text, source in _texts(c) if text]


def _texts(c: Composition) -> list[tuple[str, Text, Source]]:
    status = c.snapshot.proceedings.request_status
    before = c.snapshot.earlier
    return [
        (
            "presents",
            sentences(c.say("note.presents"), authorities.quoted(c)),
            Source("earlier", "earlier_reference"),
        ),
        (
            "matter",
            c.say("note.subject", title=sentence(c.snapshot.title)) if c.snapshot.title.strip() else (),
            Source("basis", "title"),
        ),
        (
            "asks",
            sentences(c.say(f"note.{status}"), sentence(before.note)),
            Source("earlier", "earlier_note"),
        ),
        ("deadline", _deadline(c), Source("confidentiality", "deadline")),
        *(
            ("contacts", sentences(c.say("note.contact"), line), Source("channel", "reply_office"))
            for line in contacts.lines(c)[:1]
        ),
    ]


def _deadline(c: Composition) -> Text:
    urgency = c.snapshot.urgency
    if urgency.deadline is None:
        return ()
    return sentences(c.say("note.deadline", day=c.day(urgency.deadline)), sentence(urgency.deadline_reason))

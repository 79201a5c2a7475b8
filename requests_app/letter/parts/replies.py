"""Part: replies to the requested State's questions, in its own numbering."""

from requests_app.content.snapshot import Reply
from requests_app.letter.composition import Composition, literal, sentence, sentences
from requests_app.letter.letter import Block, Cell, Source, Text


def blocks(c: Composition) -> list[Block]:
    return [
        c.paragraph(f"reply-{reply.id}", text, Source("earlier", "answer", reply.id))
        for reply, text in zip(c.snapshot.replies, _texts(c), strict=True)
        if text
    ]


def lines(c: Composition) -> Cell:
    """Return the replies as lines, for one cell of the short form."""
    return tuple(filter(None, _texts(c)))


def _texts(c: Composition) -> list[Text]:
    return [_text(c, position, reply) for position, reply in enumerate(c.snapshot.replies, 1)]


def _text(c: Composition, position: int, reply: Reply) -> Text:
    if not (reply.question.strip() or reply.answer.strip()):
        return ()
    number = reply.number.strip() or str(position)
    asked = sentence(reply.question)
    key = "replies.question" if asked else "replies.number"
    return sentences(c.say(key, number=number, text=asked), literal(reply.answer))

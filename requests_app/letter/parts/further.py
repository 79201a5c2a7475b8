"""Part: further information, and what cannot be said yet, with the reason."""

from requests_app.content.fields import HOMES
from requests_app.letter.composition import Composition, sentence
from requests_app.letter.letter import Block, Clause, Source


def blocks(c: Composition) -> list[Block]:
    found: list[Block] = []
    if text := sentence(c.snapshot.other):
        found.append(c.paragraph("further-other", text, Source("procedures", "other")))
    if clauses := _unknown(c):
        said = c.say("further.unknown")
        found.append(c.paragraph("further-unknown", said, Source("procedures", "other"), clauses))
    return found


def _unknown(c: Composition) -> list[Clause]:
    return [
        Clause(
            f"further-unknown-{field}",
            "–",
            c.say("further.unknown_item", field=_name(c, field), reason=sentence(reason)),
            _home(field),
        )
        for field, reason in sorted(c.snapshot.unknown.items())
        if reason.strip()
    ]


def _home(field: str) -> Source:
    """Return the part to which the fact belongs of which an officer said that nothing can be said."""
    home = HOMES.get(field)
    return Source(home.section, home.field) if home else Source("procedures", "other")


def _name(c: Composition, field: str) -> str:
    return c.label(f"field.{field}", field.replace("_", " ").capitalize())

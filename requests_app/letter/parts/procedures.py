"""Part: the procedures wished for, as far as the requested State's law allows them."""

from requests_app.letter.composition import Composition, sentence, sentences
from requests_app.letter.letter import Block, Clause, Source, Text


def blocks(c: Composition) -> list[Block]:
    return [*_special(c), *_stated(c, "domestic_order"), *_stated(c, "presence")]


def _special(c: Composition) -> list[Block]:
    procedure = c.snapshot.procedure
    source = Source("procedures", "special_procedure")
    lines = [line.strip() for line in procedure.special.splitlines() if line.strip()]
    if len(lines) > 1:
        clauses = [
            Clause(f"procedures-special-{n}", f"({_letter(n)})", sentence(line), source)
            for n, line in enumerate(lines)
        ]
        listed = c.paragraph("procedures-special", c.say("procedures.special_list"), source, clauses)
        return [listed, *_reason(c)]
    if not lines:
        return _reason(c)
    said = c.say("procedures.special", text=sentence(lines[0]))
    return [c.paragraph("procedures-special", sentences(said, _why(c)), source)]


def _letter(index: int) -> str:
    """Return a to z, then numbers: no list is expected to be that long."""
    return chr(97 + index) if index < 26 else str(index + 1)


def _reason(c: Composition) -> list[Block]:
    why = _why(c)
    return (
        [c.paragraph("procedures-reason", why, Source("procedures", "special_procedure_reason"))]
        if why
        else []
    )


def _why(c: Composition) -> Text:
    reason = sentence(c.snapshot.procedure.reason)
    return c.say("procedures.reason", text=reason) if reason else ()


def _stated(c: Composition, name: str) -> list[Block]:
    text = sentence(getattr(c.snapshot.procedure, name))
    if not text or (name == "presence" and c.snapshot.procedure.presence_wanted == "no"):
        return []
    said = c.say(f"procedures.{name}", text=text)
    return [c.paragraph(f"procedures-{name}", said, Source("procedures", name))]

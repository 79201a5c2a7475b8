"""Part: limits of use, reciprocity, costs. The heading names only what is there."""

from requests_app.letter.composition import Composition, sentence
from requests_app.letter.letter import Block, Source

_FIELDS = {"use": "use_undertaking", "reciprocity": "reciprocity", "costs": "costs"}


def heading(c: Composition) -> str:
    names = [name for name, field in _FIELDS.items() if getattr(c.snapshot.procedure, field).strip()]
    if len(names) == len(_FIELDS):
        return c.label("undertakings.heading")
    return c.label("undertakings.heading_" + "_".join(names)) if names else ""


def blocks(c: Composition) -> list[Block]:
    return [
        c.paragraph(
            f"undertakings-{name}",
            c.say(f"undertakings.{name}", text=sentence(getattr(c.snapshot.procedure, field))),
            Source("procedures", field),
        )
        for name, field in _FIELDS.items()
        if getattr(c.snapshot.procedure, field).strip()
    ]

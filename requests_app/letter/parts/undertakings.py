"""Part: what the requesting State undertakes, and who bears the costs. The heading names what the
part holds.
"""

from requests_app.letter.composition import Composition, sentence
from requests_app.letter.letter import Block, Source

_FIELDS = {
    "use": "use_undertaking",
    "data_protection": "data_protection",
    "return": "return_undertaking",
    "death_penalty": "death_penalty_assurance",
    "reciprocity": "reciprocity",
    "costs": "costs",
}
# A heading that lists more is no heading.
_NAMED = 3


def _given(c: Composition) -> dict[str, str]:
    texts = {name: getattr(c.snapshot.procedure, field) for name, field in _FIELDS.items()}
    return {name: text for name, text in texts.items() if text.strip()}


def heading(c: Composition) -> str:
    given = _given(c)
    if len(given) > _NAMED:
        return c.label("undertakings.heading")
    listed = c.phrases.listed([c.label(f"undertakings.subject.{name}") for name in given])
    return listed[:1].upper() + listed[1:]


def blocks(c: Composition) -> list[Block]:
    return [
        c.paragraph(
            f"undertakings-{name}",
            c.say(f"undertakings.{name}", text=sentence(text)),
            Source("procedures", _FIELDS[name]),
        )
        for name, text in _given(c).items()
    ]

"""Part: the facts, one dated paragraph each, with how each one is known."""

from requests_app.content.snapshot import Fact
from requests_app.letter import dates
from requests_app.letter.composition import Composition, sentence, sentences
from requests_app.letter.letter import Block, Run, Source, Text, plain


def blocks(c: Composition) -> list[Block]:
    found: list[Block] = []
    for fact in c.snapshot.facts:
        if text := fact_text(c, fact):
            paragraph = c.paragraph(f"facts-{fact.id}", text, Source("facts", "text", fact.id))
            c.fact_numbers[fact.id] = paragraph.number
            found.append(paragraph)
    return found


def fact_text(c: Composition, fact: Fact) -> Text:
    learned = sentence(fact.learned)
    return sentences(
        _lead(c, fact),
        sentence(fact.text),
        c.say("facts.learned", text=learned) if learned else (),
    )


def _lead(c: Composition, fact: Fact) -> Text:
    """Return when and where, set apart so that a reader can scan the dates."""
    when, place = dates.when(fact.on, fact.until, c.phrases), fact.place.strip()
    if when and place:
        lead = c.say("facts.lead_place", when=when, place=place)
    elif when or place:
        lead = c.say("facts.lead" if when else "facts.lead_only_place", when=when, place=place)
    else:
        return ()
    text = plain(lead)
    return (Run(text[:1].upper() + text[1:], "strong"),)

"""How identifiers, facts and offences hang together, by the numbers they carry in the letter."""

from collections.abc import Callable, Iterable

from requests_app.checks.snapshot import DataItem
from requests_app.letter.composition import Composition, ranges, sentence, sentences
from requests_app.letter.letter import Clause, Source, Text


def clauses(c: Composition) -> list[Clause]:
    """Identifiers that share a reason share a clause: two hundred addresses, one explanation."""
    ways: dict[str, Callable[[Composition, DataItem], Text]] = {
        "relevance": _relevance,
        "location_basis": _located,
        "source": _learned,
    }
    return [clause for field, say in ways.items() for clause in _grouped(c, field, say)]


def _grouped(c: Composition, field: str, say: Callable[[Composition, DataItem], Text]) -> list[Clause]:
    groups: dict[Text, list[DataItem]] = {}
    for item in c.snapshot.data_items:
        if text := say(c, item):
            groups.setdefault(text, []).append(item)
    return [_clause(c, field, text, items) for text, items in groups.items()]


def _clause(c: Composition, field: str, text: Text, items: list[DataItem]) -> Clause:
    numbers = [c.identifier_numbers[item.id] for item in items]
    first = items[0].id
    return Clause(f"nexus-{field}-{first}", ", ".join(ranges(numbers)), text, Source("data", field, first))


def _relevance(c: Composition, item: DataItem) -> Text:
    return sentences(sentence(item.relevance), _see(c, item))


def _located(c: Composition, item: DataItem) -> Text:
    text = sentence(item.location_basis)
    return c.say("identifiers.located", text=text) if text else ()


def _learned(c: Composition, item: DataItem) -> Text:
    text = sentence(item.source)
    return c.say("identifiers.learned", text=text) if text else ()


def _see(c: Composition, item: DataItem) -> Text:
    facts, offences = paragraphs(c, item.facts), _offences(c, item.offences)
    return sentences(
        c.say("identifiers.facts", paragraphs=facts) if facts else (),
        c.say("identifiers.offences", offences=offences) if offences else (),
    )


def paragraphs(c: Composition, facts: Iterable[str]) -> str:
    """ "paragraphs 6 and 9", "" when nothing is linked."""
    numbers = [c.fact_numbers[id_] for id_ in facts if id_ in c.fact_numbers]
    return _counted(c, "assistance.paragraph", "assistance.paragraphs", numbers)


def identifiers(c: Composition, items: Iterable[DataItem]) -> str:
    numbers = [c.identifier_numbers[item.id] for item in items]
    return _counted(c, "assistance.identifier", "assistance.identifiers", numbers)


def _offences(c: Composition, offences: Iterable[str]) -> str:
    numbers = [c.offence_numbers[id_] for id_ in offences if id_ in c.offence_numbers]
    return _counted(c, "identifiers.offence_one", "identifiers.offence_many", numbers)


def _counted(c: Composition, one: str, many: str, numbers: list[int]) -> str:
    if not numbers:
        return ""
    key = one if len(set(numbers)) == 1 else many
    return c.label(key).format(numbers=c.phrases.listed(ranges(numbers)))

"""The same thing said twice, or in a place where something else is asked: a copy that was not adapted."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeVar

from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import CONSISTENT, EXECUTABLE, PLAIN, Rules
from requests_app.checks.words import says_something
from requests_app.content.place import Place

RULES: Final = Rules()

Item = TypeVar("Item")


def _same(text: str) -> str:
    """White space and case make no difference; "" for what says nothing."""
    return " ".join(text.split()).casefold() if says_something(text) else ""


def _repeated(items: Iterable[Item], key: Callable[[Item], Any]) -> Iterator[Item]:
    """Each item whose key an earlier one has; an item without a key repeats nothing."""
    seen = set()
    for item in items:
        found = key(item)
        if found and found in seen:
            yield item
        seen.add(found)


@RULES.add("repeated-fact", Severity.WARN, "This paragraph stands there already: delete one.", PLAIN)
def repeated_fact(reading: Reading) -> Iterator[Place]:
    for fact in _repeated(reading.snapshot.facts, lambda fact: _same(fact.text)):
        yield Place("facts", "text", fact.id, facet="twice")


@RULES.add(
    "repeated-measure",
    Severity.WARN,
    "Another measure has the same words: delete one, or say in each what it alone asks for.",
    EXECUTABLE,
)
def repeated_measure(reading: Reading) -> Iterator[Place]:
    for measure in _repeated(reading.snapshot.measures, lambda measure: _same(measure.description)):
        yield Place("measures", "description", measure.id, facet="twice")


@RULES.add(
    "reason-repeats",
    Severity.ADVISE,
    "The reason repeats what is asked for: say what it will show.",
    PLAIN,
)
def reason_repeats(reading: Reading) -> Iterator[Place]:
    for measure in reading.snapshot.measures:
        if _same(measure.reason) and _same(measure.reason) == _same(measure.description):
            yield Place("measures", "reason", measure.id, facet="repeats")


@RULES.add(
    "conduct-repeats",
    Severity.ADVISE,
    "The conduct repeats the words of the law: tell in plain words what was done.",
    PLAIN,
)
def conduct_repeats(reading: Reading) -> Iterator[Place]:
    for offence in reading.snapshot.offences:
        if _same(offence.conduct) and _same(offence.conduct) == _same(offence.law_text):
            yield Place("offences", "conduct", offence.id, facet="repeats")


@RULES.add("repeated-annex", Severity.ADVISE, "This annex stands in the list already.", CONSISTENT)
def repeated_annex(reading: Reading) -> Iterator[Place]:
    annexes = reading.snapshot.annexes
    for annex in _repeated(annexes, lambda a: _same(a.title) and (a.kind, a.language, _same(a.title))):
        yield Place("annexes", "title", annex.id, facet="twice")


@RULES.add(
    "follows-itself",
    Severity.WARN,
    "This is the reference of this very request: give that of the earlier one.",
    CONSISTENT,
)
def follows_itself(reading: Reading) -> Iterator[Place]:
    snapshot = reading.snapshot
    if snapshot.reference and snapshot.earlier.reference == snapshot.reference:
        yield Place("earlier", "earlier_reference", facet="itself")

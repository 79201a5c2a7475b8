"""The article that a measure cites, held against what the bases of the request provide for its kind."""

import re
from collections.abc import Iterator
from typing import Final

from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import PRACTITIONERS, Rules, cite
from requests_app.checks.words import says_something
from requests_app.content.place import Place
from requests_app.content.snapshot import Measure
from treaties import citations
from treaties.spec import Citation, Confidence, Offered, Verified

RULES: Final = Rules()

# "Chapter IV", "(b)"
_NUMBERED: Final = re.compile(r"\b[IVXLC]+\b|\(\w{1,4}\)")

_OFFERED: Final = cite("an act is asked for under the provision that provides for it", PRACTITIONERS)


def _citation(basis: Offered) -> Citation:
    return Citation(
        instrument=basis.basis,
        provision="",
        label=f"{basis.name}, what it provides for",
        source=basis.source,
        confidence=Confidence.HIGH,
        verified=Verified.TEXT if basis.is_known else Verified.MEMORY,
    )


def _wrong(reading: Reading, *, known: bool) -> Iterator[Place]:
    """Measures whose article no basis offers for their kind.

    It is certain where each basis was read; else it is a doubt. Nothing is said beside a basis whose
    articles nobody knows: the article may be one of its own.
    """
    bases = [basis for basis in reading.setting.offered if basis.has_articles]
    if any(basis.is_unread for basis in reading.setting.offered):
        return
    for measure in reading.snapshot.measures if bases else ():
        offering = [basis for basis in bases if basis.articles.get(measure.kind)]
        offers = [basis.articles[measure.kind] for basis in offering]
        is_certain = all(basis.is_known for basis in bases)
        if offers and is_certain is known and _is_other(measure.basis, offers):
            named = ", or ".join(f"{b.name}, {b.articles[measure.kind]}" for b in offering)
            message = f"Another article provides for this kind of assistance: cite {named}."
            yield Place("measures", "basis", measure.id, message, citation=_citation(offering[0]))


def _wrong_of_basis(reading: Reading) -> Iterator[Place]:
    """Bases whose text was read, cited by articles of which none provides for anything that is asked."""
    cited = {basis.instrument: basis.articles for basis in reading.snapshot.bases}
    for basis in reading.setting.offered:
        offers = list(basis.articles.values())
        known = basis.is_known and basis.has_articles and offers
        if known and _is_other(cited.get(basis.basis, ""), offers):
            named = ", ".join(dict.fromkeys(offers))
            message = f"{basis.name}: none of the articles cited provides for what is asked. Cite {named}."
            yield Place("basis", "bases", "", message, basis.basis, _citation(basis))


def _is_other(cited: str, offers: list[str]) -> bool:
    if not says_something(cited) or not citations.paths(cited):
        return False
    return not any(citations.agree(cited, offer) for offer in offers)


@RULES.add("article-wrong", Severity.BLOCK, "Cite the article that provides for this measure.", _OFFERED)
def article_wrong(reading: Reading) -> Iterator[Place]:
    yield from _wrong(reading, known=True)
    yield from _wrong_of_basis(reading)


@RULES.add("article-in-doubt", Severity.WARN, "Check the article that the measure rests on.", _OFFERED)
def article_in_doubt(reading: Reading) -> Iterator[Place]:
    yield from _wrong(reading, known=False)


@RULES.add(
    "article-in-words",
    Severity.WARN,
    "No article is named here. Give its number, such as 18(3)(f).",
    _OFFERED,
)
def article_in_words(reading: Reading) -> Iterator[Place]:
    """Yield what is cited without any number beside a basis that is cited by articles."""
    by_articles = {basis.basis for basis in reading.setting.offered if basis.has_articles}
    for measure in reading.snapshot.measures if by_articles else ():
        if _is_words(measure.basis):
            yield Place("measures", "basis", measure.id)
    for cited in reading.snapshot.bases:
        if cited.instrument in by_articles and _is_words(cited.articles):
            yield Place("basis", "bases", "", "", cited.instrument)


def _is_words(cited: str) -> bool:
    """A provision in Roman figures, or a letter in brackets, is numbered too."""
    if not says_something(cited):
        return False
    return not any(character.isnumeric() for character in cited) and not _NUMBERED.search(cited)


def _unprovided(reading: Reading) -> Iterator[tuple[Measure, bool]]:
    """Yield the measures for which no basis provides, and whether that is certain."""
    bases = reading.setting.offered
    for measure in reading.snapshot.measures if bases else ():
        if not any(measure.kind in basis.articles for basis in bases):
            given_way = any(measure.kind in basis.yielded for basis in bases)
            yield measure, not given_way and all(basis.is_known for basis in bases)


def _says(reading: Reading) -> str:
    names = ", ".join(basis.name for basis in reading.setting.offered)
    return f"{names}: no provision is known for this kind of assistance. Cite a basis that provides for it."


@RULES.add("kind-not-provided", Severity.BLOCK, "Cite a basis that provides for this measure.", _OFFERED)
def kind_not_provided(reading: Reading) -> Iterator[Place]:
    for measure, is_certain in _unprovided(reading):
        if is_certain:
            yield Place("measures", "basis", measure.id, _says(reading))


@RULES.add("kind-in-doubt", Severity.WARN, "Check whether a basis provides for this measure.", _OFFERED)
def kind_in_doubt(reading: Reading) -> Iterator[Place]:
    for measure, is_certain in _unprovided(reading):
        if not is_certain:
            yield Place("measures", "basis", measure.id, _says(reading))

"""The mutator, first half: each answer taken away, in each way in which drafters leave it out."""

from collections.abc import Iterator
from itertools import cycle
from typing import Any, Final

from bench.completeness import elements
from bench.completeness.elements import Spot
from bench.completeness.mutant import DELETED, Mutant, spoilt
from bench.completeness.places import Json, Path, read
from bench.completeness.truth import Truth

_PLACEHOLDERS: Final = ("TBD", "xxx", "[name of the person]", "n/a", "To be completed.", "...", "<insert>")
# Fields that are dates, numbers or one of a list: nobody can type a placeholder into them.
_CHOSEN: Final = {
    *("stage", "wanted", "route", "means", "language", "follow_up_intended"),
    *("max_years", "deadline", "start", "end"),
}
_WITHOUT_TEXT: Final = {"max_years", "deadline", "start", "end"}


def removals(request: Json, truth: Truth) -> Iterator[Mutant]:
    placeholders = cycle(_PLACEHOLDERS)
    for spot in elements.spots(request):
        for mutation, empty in _ways(request, spot.paths[0], next(placeholders)):
            yield _without(request, spot, mutation, empty, truth)
    for draft_field in elements.PAPERS:
        paths = elements.papers(request, draft_field)
        codes = truth.asking_for_paper(draft_field)
        if paths and codes:
            made, spoiled = spoilt(request, [(path, DELETED) for path in paths])
            yield Mutant("paper missing", draft_field, made, spoiled, "block", codes)


def _ways(request: Json, path: Path, placeholder: str) -> Iterator[tuple[str, Any]]:
    value = read(request, path)
    if isinstance(value, list):
        yield "list emptied", []
        return
    yield "deleted", DELETED
    name = path[-1]
    yield "blank", None if name in _WITHOUT_TEXT else ""
    if name not in _CHOSEN:
        yield "white space", "   "
        yield "placeholder", placeholder


def _without(request: Json, spot: Spot, mutation: str, empty: Any, truth: Truth) -> Mutant:
    first, *others = spot.paths
    made, spoiled = spoilt(request, [(first, empty), *((path, DELETED) for path in others)])
    codes = _asking(request, spot, truth)
    must_block = codes or _is_fatal(request, spot, truth)
    return Mutant(mutation, spot.draft_field, made, spoiled, "block" if must_block else "", codes)


def _asking(request: Json, spot: Spot, truth: Truth) -> frozenset[str]:
    """The rules that ask for the answer, and those that ask for a paper which goes with it."""
    found = truth.asking_for(spot.draft_field)
    for field in elements.PAPERS:
        papers = elements.papers(request, field)
        if papers and set(papers) <= set(spot.paths):
            found |= truth.asking_for_paper(field)
    if spot.paths == (("offences",),):
        found |= truth.asking_for("max_penalty") | truth.asking_for("dual_criminality_note")
        found |= truth.checking("penalty_at_least")
    return found


def _is_fatal(request: Json, spot: Spot, truth: Truth) -> bool:
    """Without a law: a moment that leads to nobody, a threshold that nothing can meet."""
    path = spot.paths[0]
    if path == ("offences",):
        return truth.has_threshold(request)
    return path[0] == "data_items" and path[-1] == "start" and read(request, (*path[:2], "type")) == "ip"

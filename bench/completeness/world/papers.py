"""Annexes: cited and not there, there and not what is cited, in the wrong language."""

from typing import Final

from bench.completeness.mutant import DELETED
from bench.completeness.places import Json
from bench.completeness.world.fault import Changes, Fault, adding


def _indices(request: Json, *kinds: str) -> list[int]:
    """From the last to the first, so that one may be taken away after the other."""
    return [n for n, annex in reversed([*enumerate(request["annexes"])]) if annex["kind"] in kinds]


def _translator_for_court(request: Json) -> Changes:
    """The only certificate is that of the translator, and the field for the order is empty."""
    yield ("procedure", "domestic_order"), ""
    for n in _indices(request, "order", "certificate"):
        yield ("annexes", n), DELETED
    left = len(request["annexes"]) - len(_indices(request, "order", "certificate"))
    yield ("annexes", left), {**_ANNEX, "kind": "certificate", "title": "Certificate of the translator"}


_ANNEX: Final = {"id": "swapped", "language": "fr", "pages": 1, "sha256": ""}


def _law_not_there(request: Json) -> Changes:
    if "nnexed" in " ".join(offence["law_text"] for offence in request["offences"]):
        for n in _indices(request, "law_text"):
            yield ("annexes", n), DELETED


def _order_not_there(request: Json) -> Changes:
    papers = _indices(request, "order")
    if papers and request["procedure"]["domestic_order"]:
        yield (
            ("procedure", "domestic_order"),
            "Order of the court of 2 October 2026; a certified copy is annexed.",
        )
        for n in papers:
            yield ("annexes", n), DELETED
        for n, step in enumerate(request["steps"]):
            if step["annex"]:
                yield ("steps", n, "annex"), ""


def _translation_not_there(request: Json) -> Changes:
    if request["channel"]["translation"] == "attached":
        for n in _indices(request, "translation"):
            yield ("annexes", n), DELETED


def _translation_into_itself(request: Json) -> Changes:
    for n in _indices(request, "translation"):
        yield ("annexes", n, "language"), request["channel"]["language"]


def _translated_by_machine(request: Json) -> Changes:
    if request["requested"] == "CHE":
        for n in _indices(request, "translation"):
            yield ("annexes", n, "title"), "Machine translation, not certified"


def _language_nobody_reads(request: Json) -> Changes:
    if request["requested"] in ("CHE", "FRA", "ESP", "BRA"):
        yield ("channel", "language"), "fi"
        yield ("channel", "translation"), "not_needed"
        for n in _indices(request, "translation"):
            yield ("annexes", n), DELETED


def _follows_without_end(request: Json) -> Changes:
    """The letter goes out before its translation, and nobody says when that comes."""
    if request["channel"]["translation"] == "attached":
        yield ("channel", "translation"), "to_follow"
        for n in _indices(request, "translation"):
            yield ("annexes", n), DELETED


def _step_to_nothing(request: Json) -> Changes:
    for n, step in enumerate(request["steps"]):
        if step["annex"]:
            yield ("steps", n, "annex"), "a99"


def _twice(request: Json) -> Changes:
    if request["annexes"]:
        yield ("annexes", len(request["annexes"])), {**request["annexes"][0], "id": "again"}


def _untitled(request: Json) -> Changes:
    for n, _ in enumerate(request["annexes"]):
        yield ("annexes", n, "title"), ""


def _without_pages(request: Json) -> Changes:
    for n, _ in enumerate(request["annexes"]):
        yield ("annexes", n, "pages"), 0


def _other_language_of_law(request: Json) -> Changes:
    """The law is annexed in the language of home only."""
    for n in _indices(request, "law_text"):
        yield ("annexes", n, "language"), "sw"


_PAPERS: Final = ("annexes", "annexes.kind", "annexes.title")
FAULTS: Final = (
    Fault("translator's certificate for the order", "papers", "find", _translator_for_court, _PAPERS),
    Fault(
        "text of the law annexed, and not there",
        "papers",
        "find",
        _law_not_there,
        ("offences.law_text", *_PAPERS),
    ),
    Fault("order annexed, and not there", "papers", "find", _order_not_there, _PAPERS),
    Fault(
        "annex of a number that is not there",
        "papers",
        "find",
        adding(("necessity",), "The records are described in annex 17."),
        _PAPERS,
    ),
    Fault(
        "annex of a letter that is not there",
        "papers",
        "find",
        adding(("necessity",), "The records are described in Annex K."),
        _PAPERS,
    ),
    Fault("decision in an annex that is not there", "papers", "find", _step_to_nothing),
    Fault("annex twice", "papers", "find", _twice, _PAPERS),
    Fault("annexes without titles", "papers", "find", _untitled),
    Fault("annexes of no pages", "papers", "find", _without_pages),
    Fault(
        "translation attached, and not there",
        "language",
        "find",
        _translation_not_there,
        ("channel.translation", *_PAPERS),
    ),
    Fault("translation into the language of the letter", "language", "find", _translation_into_itself),
    Fault("translation by a machine", "language", "block", _translated_by_machine),
    Fault(
        "letter that nobody there reads",
        "language",
        "block",
        _language_nobody_reads,
        ("channel.language", "channel.translation", *_PAPERS),
    ),
    Fault("translation that follows some day", "language", "find", _follows_without_end, _PAPERS),
    Fault("law in the language of home", "language", "find", _other_language_of_law),
)

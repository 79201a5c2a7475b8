"""Sums of money: without a currency, and not the same in two places."""

import re
from typing import Final

from bench.completeness.places import Json
from bench.completeness.world.fault import FIRST_FACT, Changes, Fault, more

# "6.2 million US dollars", "40,000 euros"
_SUM: Final = re.compile(r"(\d[\d.,]*\d|\d)( million)? (US dollars|euros|kroner|francs|rupees)")
_OTHER: Final = {"US dollars": "euros"}


def _sums(request: Json) -> list[tuple[int, re.Match[str]]]:
    found = []
    for n, fact in enumerate(request["facts"]):
        if match := _SUM.search(fact["text"]):
            found.append((n, match))
    return found


def _asks_for_money(request: Json) -> bool:
    return any("property-value" in measure["particulars"] for measure in request["measures"])


def _bare(request: Json) -> Changes:
    for n, match in _sums(request):
        text = request["facts"][n]["text"]
        yield ("facts", n, "text"), text.replace(match[0], f"{match[1]}{match[2] or ''}")


def _exchanged(request: Json) -> Changes:
    """Two figures change places: 6.2 million becomes 2.6 million."""
    for n, match in _sums(request)[:1]:
        figures = match[1]
        if figures != figures[::-1] and _asks_for_money(request):
            text = request["facts"][n]["text"]
            yield ("facts", n, "text"), text.replace(figures, figures[::-1])


def _other_sum(request: Json) -> Changes:
    for n, match in _sums(request)[:1]:
        sentence = f"In all, {match[1]}0{match[2] or ''} {match[3]} were lost in this one payment."
        yield from more(request, ("facts", n, "text"), sentence)


def _other_currency(request: Json) -> Changes:
    for n, match in _sums(request)[:1]:
        other = _OTHER.get(match[3], "US dollars")
        sentence = f"The {match[1]}{match[2] or ''} {other} were paid by the victim."
        yield from more(request, ("facts", n, "text"), sentence)


def _value_unsaid(request: Json) -> Changes:
    for n, measure in enumerate(request["measures"]):
        if measure["particulars"].get("property-value"):
            yield ("measures", n, "particulars", "property-value"), "Up to 6,200,000"


def _plain(request: Json) -> Changes:
    yield from more(request, FIRST_FACT, "The victim lost 1,250,000 through it.")


_TEXTS: Final = ("facts.text", "measures.description", "measures.particulars.property-value")
FAULTS: Final = (
    Fault("sum without a currency", "amounts", "find", _bare),
    Fault("loss without a currency", "amounts", "find", _plain),
    Fault("value without a currency", "amounts", "find", _value_unsaid),
    Fault("sum that differs from the measure", "amounts", "find", _exchanged, _TEXTS),
    Fault("sum that differs in one paragraph", "amounts", "find", _other_sum, _TEXTS),
    Fault("currency that differs", "amounts", "find", _other_currency, _TEXTS),
)

from dataclasses import dataclass, field

from treaties.advice.case import Case
from treaties.law import Instrument, Kind

_ANY = "all"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which kinds the instrument carries. `through`: those it carries as a more general kind."""

    articles: dict[str, str] = field(default_factory=dict)
    through: dict[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


def covered(case: Case, instrument: Instrument) -> Coverage:
    articles: dict[str, str] = {}
    through: dict[str, str] = {}
    for code in case.kinds:
        found = _provision(instrument, code, case.law.kinds.get(code))
        if found:
            articles[code], general = found
            through |= {code: general} if general else {}
    return Coverage(articles, through, tuple(code for code in case.kinds if code not in articles))


def _provision(instrument: Instrument, code: str, kind: Kind | None) -> tuple[str, str] | None:
    """The provision and, where the kind has none of its own, the general kind that carries it."""
    offers = instrument.offers
    if code in offers:
        return offers[code], ""
    if _ANY in offers:
        return offers[_ANY], ""
    general = next((each for each in (kind.asked_as if kind else ()) if each in offers), "")
    if general:
        return offers[general], general
    if not offers and kind and kind.asked_as and instrument.is_general_treaty:
        return "", kind.asked_as[0]
    return None

"""Which kinds of assistance an instrument carries between two States, and by which provision."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from treaties import citations, relations, replacing
from treaties.advice.case import Case
from treaties.law import Instrument, Kind
from treaties.replacing import Replaced

_ANY = "all"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which kinds the instrument carries.

    `through` holds the kinds that it carries as a more general kind, `yielded` those whose provision
    gives way to a treaty on mutual assistance between the two States.
    """

    articles: dict[str, str] = field(default_factory=dict)
    through: dict[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    yielded: dict[str, str] = field(default_factory=dict)
    # What stands in its place between the two for a kind, and what may.
    replaced: dict[str, Replaced] = field(default_factory=dict)
    doubted: dict[str, Replaced] = field(default_factory=dict)


def covered(case: Case, instrument: Instrument) -> Coverage:
    offers, yielded = _offers(case, instrument)
    articles: dict[str, str] = {}
    through: dict[str, str] = {}
    for code in case.kinds:
        found = _provision(instrument, offers, code, case.law.kinds.get(code))
        if found:
            articles[code], general = found
            through |= {code: general} if general else {}
    missing = tuple(code for code in case.kinds if code not in articles)
    by_kind = _replaced(case, instrument, tuple(articles))
    replaced = {code: each for code, each in by_kind.items() if each.is_sure}
    return Coverage(
        {code: where for code, where in articles.items() if code not in replaced},
        {code: general for code, general in through.items() if code not in replaced},
        missing,
        {code: yielded[code] for code in case.kinds if code in yielded},
        replaced,
        {code: each for code, each in by_kind.items() if not each.is_sure},
    )


def _replaced(case: Case, instrument: Instrument, kinds: tuple[str, ...]) -> dict[str, Replaced]:
    found = replacing.of(instrument.code, case.requesting, case.requested, case.on, law=case.law)
    return replacing.for_kinds(found, kinds)


def _offers(case: Case, instrument: Instrument) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return what the instrument provides for between these two States, and what has given way."""
    if instrument.gap_filler is None:
        return instrument.offers, {}
    gap = relations.gap_fillers(instrument.code, case.requesting, case.requested, case.on, law=case.law)
    if gap is None or gap.apply is not False:
        return instrument.offers, {}
    gone = {k: p for k, p in instrument.offers.items() if citations.falls_within(p, gap.provisions)}
    return {k: p for k, p in instrument.offers.items() if k not in gone}, gone


def _provision(
    instrument: Instrument, offers: Mapping[str, str], code: str, kind: Kind | None
) -> tuple[str, str] | None:
    """Return the provision, or that of the general kind where the kind has none of its own."""
    if code in offers:
        return offers[code], ""
    if _ANY in offers:
        return offers[_ANY], ""
    general = next((each for each in (kind.asked_as if kind else ()) if each in offers), "")
    if general:
        return offers[general], general
    if not instrument.offers and kind and kind.asked_as and instrument.is_general_treaty:
        return "", kind.asked_as[0]
    return None

"""States, instruments and bases, as pages name them."""

from collections.abc import Collection

from requests_app.models import MLARequest
from requests_app.sections.states import name_of
from treaties import current


def states(codes: Collection[str]) -> dict[str, dict[str, str]]:
    found = current.law().states
    return {
        code: {"code": found[code].iso2, "name": name_of(found[code])} for code in codes if code in found
    }


def state(code: str) -> dict[str, str]:
    return states([code]).get(code, {"code": "", "name": code})


def codes_named_like(text: str) -> list[str]:
    """Return the States whose name, in any language of the United Nations, holds the words."""
    wanted = text.casefold()
    return [
        state.code
        for state in current.law().states.values()
        if wanted in " ".join(state.official.values()).casefold()
    ]


def short_names(codes: Collection[str]) -> dict[str, str]:
    known = current.law().instruments
    return {code: known[code].name for code in codes if code in known}


def bases_text(mla: MLARequest) -> list[str]:
    """Return the bases with their articles, the main one first: "Budapest Convention, arts 31 and 33"."""
    bases = sorted(mla.bases.all(), key=lambda basis: basis.role != "main")
    names = short_names([basis.instrument for basis in bases])
    return [
        ", ".join(filter(None, [names.get(b.instrument, b.instrument), articles_text(b.articles)]))
        for b in bases
    ]


def articles_text(articles: str) -> str:
    if not articles:
        return ""
    several = any(mark in articles for mark in (",", ";", " and "))
    return f"arts {articles}" if several else f"art {articles}"

"""How provisions are cited: which articles a citation names, and whether it falls within a range."""

import re
from collections.abc import Iterable

_ARTICLE = re.compile(r"(?:arts?\.? )?(\d+(?:bis|ter|quater)?)(?!\d)")
_RANGE = re.compile(r"(\d+)(?:\((\d+)\)-\((\d+)\))?$")
_ARTICLES = re.compile(r"(\d+)-(\d+)$")
_NOTE = re.compile(r"\s*\([^()]*\s[^()]*\)")
_STEP = re.compile(r"\((\w+)\)")
_PATH = re.compile(
    r"(?P<article>\b\d+(?:bis|ter|quater)?)(?P<steps>(?:\(\w+\))*)(?P<range>-\(?\w+\)?)?|(?P<beside>(?:\(\w+\))+)"
)
_CITED = re.compile(r"(\d+)(?:\((\d+)\))?")


def articles(citation: str) -> tuple[str, ...]:
    """Return the articles that a citation names: "18(1), 2, 3" names 18, 2 and 3.

    Words without a number, such as "practice", name themselves.
    """
    parts = (part.strip(" ?") for part in re.split(r"[,;/]", citation))
    return tuple(_article(part) for part in parts if part and not part.startswith("("))


def _article(part: str) -> str:
    found = _ARTICLE.match(part)
    return found[1] if found else part


def falls_within(citation: str, ranges: Iterable[str]) -> bool:
    """ "18(15)(a)" falls within "18(9)-(29)", "27(8)" within "27" and "26-31". The first one decides."""
    cited = _CITED.match(citation)
    return cited is not None and any(_is_within(cited[1], cited[2], each) for each in ranges)


def _is_within(article: str, paragraph: str | None, range_: str) -> bool:
    if whole := _ARTICLES.match(range_):
        return int(whole[1]) <= int(article) <= int(whole[2])
    found = _RANGE.match(range_)
    if not found or found[1] != article:
        return False
    if found[2] is None:
        return True
    return paragraph is not None and int(found[2]) <= int(paragraph) <= int(found[3])


def paths(citation: str) -> tuple[tuple[str, ...], ...]:
    """ "18(3)(c)/(f), 13(2)" is ("18", "3", "c"), ("18", "3", "f") and ("13", "2"); words have no path.

    A range is cited by its article alone: "18(10)-(12)" is ("18",).
    """
    found: list[tuple[str, ...]] = []
    for match in _PATH.finditer(_NOTE.sub("", citation)):
        if match["range"]:
            found.append((match["article"],))
        elif match["article"]:
            found.append((match["article"], *_STEP.findall(match["steps"])))
        elif found:
            # "(f)" after "18(3)(c)" stands beside the last step.
            found.append((*found[-1][:-1], *_STEP.findall(match["beside"])))
    return tuple(found)


def agree(cited: str, offered: str) -> bool:
    """One of the places cited lies in one of the places offered, or holds it: "18" holds "18(3)(a)"."""
    return any(
        all(a == b for a, b in zip(one, other, strict=False))
        for one in paths(cited)
        for other in paths(offered)
    )


def merged(citations: Iterable[str]) -> str:
    """Join citations, each article once and without notes: "31 (with 18 at home)", "31", "3, 5" give
    "31, 3, 5".
    """
    pieces = (
        piece.strip() for citation in citations for piece in re.split(r"[,;]", _NOTE.sub("", citation))
    )
    return ", ".join(dict.fromkeys(filter(None, pieces)))

"""Articles spelled out for a letter: "29(2)(c)" becomes "article 29, paragraph 2, sub-paragraph c"."""

import re
from itertools import groupby

from requests_app.letter.phrases import Phrases

_ONE = re.compile(
    r"(?:art(?:icles?|s?\.)?\s*)?(\d+[a-z]?(?:\s?(?:bis|ter|quater))?)((?:\([a-z0-9]{1,4}\))*)", re.I
)
_RANGE = re.compile(r"(?:art(?:icles?|s?\.)?\s*)?(\d+)\s?[-–]\s?(\d+)", re.I)
_BETWEEN = re.compile(r"\s*(?:[,;]|\band\b)\s*")


def spell(citation: str, phrases: Phrases) -> str:
    """Return the articles of a citation spelled out. Anything but a plain list of articles is a
    lawyer's own wording and stays as it is.
    """
    tokens = [token for token in _BETWEEN.split(citation.strip()) if token]
    if not tokens or not all(_ONE.fullmatch(t) or _RANGE.fullmatch(t) for t in tokens):
        return citation.strip()
    groups = [
        _whole(list(group), phrases) if whole else "; ".join(_divided(t, phrases) for t in group)
        for whole, group in groupby(tokens, key=_is_whole)
    ]
    return "; ".join(groups)


def heads(citations: str, phrases: Phrases) -> str:
    """Return the articles without paragraphs, each once and in order, for the line under the title."""
    tokens = [token for token in _BETWEEN.split(citations.strip()) if token]
    matches = [_ONE.fullmatch(token) for token in tokens]
    if not all(matches):
        return spell(citations, phrases)
    numbers = sorted({match[1] for match in matches if match}, key=_by_figure)
    return _whole(numbers, phrases) if numbers else ""


def _by_figure(number: str) -> tuple[int, str]:
    figures = re.match(r"\d+", number)
    return (int(figures[0]) if figures else 0, number)


def _is_whole(token: str) -> bool:
    match = _ONE.fullmatch(token)
    return match is None or not match[2]


def _whole(tokens: list[str], phrases: Phrases) -> str:
    """Return articles cited without a paragraph behind one shared noun: "articles 23, 25 and 31"."""
    numbers = [_number(token, phrases) for token in tokens]
    many = len(numbers) > 1 or bool(_RANGE.fullmatch(tokens[0]))
    noun = phrases.label("articles.many" if many else "articles.one")
    return f"{noun}\u00a0{phrases.listed(numbers)}"


def _number(token: str, phrases: Phrases) -> str:
    if span := _RANGE.fullmatch(token):
        return phrases.label("articles.range").format(first=span[1], last=span[2])
    match = _ONE.fullmatch(token)
    return match[1] if match else token


def _divided(token: str, phrases: Phrases) -> str:
    match = _ONE.fullmatch(token)
    if match is None:
        return token
    steps = re.findall(r"\(([a-z0-9]+)\)", match[2], re.I)
    pieces = [f"{phrases.label('articles.one')}\u00a0{match[1]}"]
    for depth, step in enumerate(steps):
        noun = phrases.label("articles.item" if depth > 1 else _noun(step))
        pieces.append(f"{noun}\u00a0{step}")
    return ", ".join(pieces)


def _noun(step: str) -> str:
    return "articles.paragraph" if step.isdigit() else "articles.sub_paragraph"

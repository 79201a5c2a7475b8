"""What looks like a time, an amount or a range of ports, whether or not it can be read.

Nothing is read here: a line that leaves such a piece out may not be called good.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from babel.numbers import list_currencies

from requests_app.formats import months

_TIME: Final = re.compile(
    r"(?<![\w:./-])\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?(?![\w:]|\.\d)"
    r"|(?<![\w:./-])\d{1,2}[hH]\d{2}\b"
    r"|(?<![\w.:/-])\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\w|[.:/-]\d)"
    r"|(?<![\w.:/-])\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2})(?!\w|[.:/-]\d)"
    r"|\d{1,4}\s?[年년]"
    r"|(?<![\w.:/@+-])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])"
    r"(?:[ _T-]?\d{4}(?:\d{2})?)?(?![\w@]|[.:/-]\w)"
)
_FIGURES: Final = re.compile(r"(?<![\w.:/@+-])1\d{9}(?:\d{3}|\d{6}|\d{9})?(?![\w@]|[.:/-]\w)")
_WORDED: Final = re.compile(
    r"(?<!\w)\d{1,2}\.?[\s-]{1,2}(?:de\s)?([^\W\d_]{3,14})\.?[\s-]{1,2}(?:del?\s)?(\d{2,4})(?!\w)"
)
_AMOUNT: Final = re.compile(
    r"(?<![\w.,])(?:([A-Z]{3,4})\s?|[€$£¥₹₽₦₩₺]\s?)[-+−]?\d[\d.,'’ ]{0,20}\b"
    r"|(?<![\w.,])[-+−]?\d(?:[\d.,'’]{0,20}\d)?\s?(?:([A-Z]{3,4})\b|[€$£¥₹₽₦₩₺])"
)
_COINS: Final = frozenset({"BTC", "ETH", "USDT", "USDC", "XMR", "LTC", "DOGE", "TRX", "XRP", "SOL", "BNB"})
_PORTS: Final = re.compile(r"(\d{1,5})\s?(?:-|–|\.\.|to|:)\s?(\d{1,5})")


@cache
def _currencies() -> frozenset[str]:
    return _COINS | set(list_currencies())


def times_in(text: str) -> list[str]:
    """Return the pieces that nobody would take for anything but a date or a time of day."""
    return [match[0].strip() for match in _TIME.finditer(text)]


def figures_in(text: str) -> list[str]:
    """Return the pieces with as many figures as a time since 1970 has; they may be anything."""
    return [match[0] for match in _FIGURES.finditer(text)]


def words_in(text: str) -> list[str]:
    """Return the pieces with a day and a year around a word that is no known month: "14 foo 2026"."""
    return [m[0] for m in _WORDED.finditer(text) if not months.named(m[1]) and _is_year(m[2])]


def _is_year(figures: str) -> bool:
    return len(figures) == 4 and figures[:2] in ("19", "20", "25", "14", "13")


def amounts_in(text: str) -> list[str]:
    return list(_amounts(text))


def _amounts(text: str) -> Iterator[str]:
    for match in _AMOUNT.finditer(text):
        code = match[1] or match[2]
        if code is None or code in _currencies():
            yield match[0].strip()


def ports_of(text: str) -> tuple[int, int] | None:
    """Return a range of ports, as carriers assign it to a customer; None for anything else."""
    match = _PORTS.fullmatch(text.strip())
    if match is None:
        return None
    first, last = int(match[1]), int(match[2])
    return (first, last) if 0 < first <= last <= 65535 else None

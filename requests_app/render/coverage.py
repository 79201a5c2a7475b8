"""Characters that none of our fonts can draw. On paper they would be blank, unnoticed by anybody.

In the PDF such a character is printed as its code point: an unread name is better than a lost one.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

# Format characters steer shaping and have no picture of their own; unassigned ones are never typed.
_INVISIBLE = {"Cc", "Cf", "Zl", "Zp", "Zs"}


def missing(fonts: Iterable[Path]) -> re.Pattern[str]:
    """Return the pattern that matches each character without a glyph."""
    drawn = set().union(*(_drawn(font) for font in fonts))
    return re.compile(f"[^{''.join(_ranges(drawn | _steering()))}]")


def spelled(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)


def _drawn(font: Path) -> set[int]:
    with TTFont(font, lazy=True) as opened:
        return set(opened.getBestCmap())


def _steering() -> set[int]:
    marks = set(range(0xFE00, 0xFE10))
    return marks | {code for code in range(0x20000) if unicodedata.category(chr(code)) in _INVISIBLE}


def _ranges(codes: set[int]) -> Iterator[str]:
    """Return the spans of a character class, escaped by number because "]" is a character too."""
    ordered = sorted(codes)
    start = previous = ordered[0]
    for code in [*ordered[1:], -1]:
        if code != previous + 1:
            yield f"\\U{start:08x}-\\U{previous:08x}"
            start = code
        previous = code

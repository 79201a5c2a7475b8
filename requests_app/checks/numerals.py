"""Numbers in English words, as penalties are written."""

import re
from typing import Final

_ONES: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES: Final = {
    **{word: n for n, word in enumerate(_ONES)},
    **{word: 10 * n for n, word in enumerate(_TENS, 2)},
    **{
        f"{ten}-{one}": 10 * n + m for n, ten in enumerate(_TENS, 2) for m, one in enumerate(_ONES[1:10], 1)
    },
}
# The counted thing follows: "six months" and "section 12" are no years.
_YEARS: Final = re.compile(
    rf"\b(\d{{1,3}}(?:\.\d)?|{'|'.join(sorted(_VALUES, key=len, reverse=True))})"
    r"(?: (?:to|or) [\w.-]+)? (?:to [\w.-]+ )?years?\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(
    rf"\b(?:\d{{1,3}}(?:\.\d)?|{'|'.join(sorted(_VALUES, key=len, reverse=True))})\b", re.IGNORECASE
)


def numbers(text: str) -> tuple[float, ...]:
    """The years that the text counts, in figures and in words: 8 and 21 in "eight to twenty-one years"."""
    return tuple(_value(word) for match in _YEARS.finditer(text) for word in _NUMBER.findall(match[0]))


def _value(word: str) -> float:
    return float(_VALUES.get(word.lower(), word))

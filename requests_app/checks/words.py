"""Whether a text says something. A placeholder is not an answer."""

import re
from functools import lru_cache
from typing import Final

_STAND_INS: Final = {
    *(
        "tbd",
        "tba",
        "tbc",
        "todo",
        "to do",
        "to follow",
        "fill in",
        "insert here",
        "pending",
        "test",
        "asdf",
    ),
    *(f"to be {done}" for done in ("completed", "confirmed", "added", "done", "determined", "supplied")),
    *("n/a", "na", "n.a", "not applicable", "not available", "unknown", "not known"),
    *("null", "nil", "undefined", "lorem ipsum"),
}
_ONLY_SIGNS: Final = re.compile(r"[\W_]*")
_ONLY_X: Final = re.compile(r"[xX\W_]+")
_ONLY_BRACKETS: Final = re.compile(r"(\s*(\[[^\[\]]*\]|<[^<>]*>|\{+[^{}]*\}+)\s*)+")
_LEFT_BEHIND: Final = re.compile(
    r"\[(?:name|date|place|number|reference|authority|court|state|insert|to be|add|tbd|tbc|\.\.\.|…|_+|x+)"
    r"[^\[\]\n]{0,80}\]"
    r"|\{\{[^{}\n]{0,80}\}\}|\b(?:TODO|TBD|TBC|XXX+)\b|_{4,}|\bto be completed\b|\blorem ipsum\b"
    r"|\bXX\.XX\b|\?{3,}|\bError! [A-Z]\w+ \w+ not found\b|\(describe here\b[^()\n]{0,80}\)"
    r"|\bdelete as applicable\b|\bsuspect/accused\b",
    re.IGNORECASE,
)
# A set of characters is found many times faster than words in any case, and most texts have none of these.
_MAY_BE_LEFT_BEHIND: Final = re.compile(
    r"[\[{_]|T[OB]|[Xx]{2}[Xx.]|[Tt]o be c|[Ll]orem|\?{3}|Error!|\([Dd]escribe h|[Dd]elete as|t/a"
)
# Longer than any stand-in: what is longer is not looked up.
_LONGEST: Final = 60


def says_something(text: str) -> bool:
    """False for white space, signs only, "TBD", "xxx", "n/a", "[name]" and their like."""
    stripped = text.strip()
    if len(stripped) > _LONGEST:
        return any(map(str.isalnum, stripped))
    return _is_answer(stripped)


@lru_cache(maxsize=4096)
def _is_answer(stripped: str) -> bool:
    """Kept, because the rows of a schedule say the same short things again and again."""
    return not (
        _ONLY_SIGNS.fullmatch(stripped)
        or _ONLY_X.fullmatch(stripped)
        or _ONLY_BRACKETS.fullmatch(stripped)
        or stripped.casefold().strip(" .…:;-") in _STAND_INS
    )


def may_be_left_behind(text: str) -> bool:
    return _MAY_BE_LEFT_BEHIND.search(text) is not None


def left_behind(text: str) -> str:
    """The first placeholder that stands inside a text; "" when there is none."""
    if not may_be_left_behind(text):
        return ""
    match = _LEFT_BEHIND.search(text)
    return match[0] if match else ""

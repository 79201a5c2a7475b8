"""Whether a text says something. A placeholder is not an answer."""

import re
from typing import Final

from requests_app.content import stand_ins

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


def says_something(text: str) -> bool:
    """False for white space, signs only, "TBD", "xxx", "n/a", "none", "[name]" and their like."""
    return bool(text.strip()) and not stand_ins.is_one(text)


def says_a_name(text: str) -> bool:
    """The same of a name: somebody may be called Na, Nil or None."""
    return bool(text.strip()) and not stand_ins.is_one(text, in_name=True)


def may_be_left_behind(text: str) -> bool:
    return _MAY_BE_LEFT_BEHIND.search(text) is not None


def left_behind(text: str) -> str:
    """The first placeholder that stands inside a text; "" when there is none."""
    if not may_be_left_behind(text):
        return ""
    match = _LEFT_BEHIND.search(text)
    return match[0] if match else ""

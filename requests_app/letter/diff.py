"""What changed between two texts, word by word. Pure, with a bound on time for any two texts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Literal

Kind = Literal["same", "gone", "new"]

# Scripts without blanks between words are compared letter by letter.
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff"
# A word or one mark, with the blanks behind it.
_TOKEN = re.compile(rf"\s*(?:[{_UNSPACED}]|[^\W{_UNSPACED}]+|[^\w\s])\s*|\s+")
# Comparing takes the product of both lengths at worst: beyond this, a passage counts as replaced.
_MOST_COMPARISONS = 30_000_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text that stands in both texts, only in the earlier one, or only in the later one."""

    kind: Kind
    text: str


def words(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces; those that are not "gone" make up the later text. White space alone is no
    difference.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    keys = [[token.strip() for token in tokens] for tokens in (old, new)]
    head = _common(keys[0], keys[1])
    tail = _common(keys[0][head:][::-1], keys[1][head:][::-1])
    ends = len(old) - tail, len(new) - tail
    middle = _opcodes(keys[0][head : ends[0]], keys[1][head : ends[1]])
    pieces = [Piece("same", "".join(new[:head]))]
    for kind, i1, i2, j1, j2 in middle:
        gone, fresh = "".join(old[head + i1 : head + i2]), "".join(new[head + j1 : head + j2])
        pieces += [Piece("same", fresh)] if kind == "equal" else [Piece("gone", gone), Piece("new", fresh)]
    pieces.append(Piece("same", "".join(new[ends[1] :])))
    return tuple(piece for piece in pieces if piece.text)


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    if len(old) * len(new) > _MOST_COMPARISONS:
        return [("replace", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()

"""Which of several identifiers of a line is meant: the one that leads to a person."""

import re
from typing import Final

from requests_app.formats import identifiers
from requests_app.formats.judgement import Sure
from requests_app.intake import left_out
from requests_app.intake.columns import KINDS
from requests_app.intake.finding import Found
from requests_app.intake.row import Row

_AT_MOST: Final = 40
_OURS: Final = re.compile(
    r"(?<![a-z])(?:src|source|client|from|remote|rhost|saddr|peer|c-ip|framed|assigned|login|nat|x-forwarded-for"
    r"|forwarded)(?:[-_ ]?(?:ip|addr(?:ess)?|host))*\W{1,4}$",
    re.IGNORECASE,
)
_THEIRS: Final = re.compile(
    r"(?:(?<![a-z])(?:dst|dest|destination|daddr|server|nas|local|upstream|backend|s-ip|by|to|via)"
    r"(?:[-_ ]?(?:ip|addr(?:ess)?|host))*\W{1,4}|(?:->|=>|→|>)\s{0,3}\W?)$",
    re.IGNORECASE,
)
_NAMED_SERVER: Final = re.compile(r"dst|dest|daddr|server|nas|local|upstream|backend|s-ip", re.IGNORECASE)
_FLOWS_ON: Final = re.compile(r"\s{0,3}(?:->|=>|→|>)")


def chosen(row: Row, text: str, found: list[Found]) -> Found:
    """Return the identifier meant: chosen by kind, then by side, then by whether it can be traced. A
    tie is a doubt.
    """
    kind = min((judged.kind for _, _, judged in found), key=_rank)
    same = sorted((each for each in found if each[2].kind == kind), key=lambda each: each[0])
    if kind == "ip":
        same = _to_a_person(row, text, same)
    values = list(dict.fromkeys(each[2].value for each in same))
    if len(values) > 1:
        row.doubts.append(f"The line names several of one kind; {values[0]} stands first and was taken.")
        row.less_sure(Sure.DOUBTFUL)
        left_out.others(row, values[1:])
    return same[0]


def _rank(kind: str) -> int:
    return KINDS.index(kind) if kind in KINDS else len(KINDS)


def _to_a_person(row: Row, text: str, found: list[Found]) -> list[Found]:
    sides = [_side(text, each) for each in found]
    ours = [each for each, side in zip(found, sides, strict=True) if side == "ours"]
    open_ = [each for each, side in zip(found, sides, strict=True) if side != "theirs"]
    kept = next((public for each in (ours, open_) if (public := _traceable(each))), ours or open_)
    if not kept:
        if any(_NAMED_SERVER.search(_before(text, each)) for each in found):
            row.doubts.append("The line names this address as the one of a server or of the other side.")
        return _traceable(found) or found
    _say_what_is_left(row, text, [each for each in found if each not in kept], kept)
    return kept


def _say_what_is_left(row: Row, text: str, rest: list[Found], kept: list[Found]) -> None:
    taken = {each[2].value for each in kept}
    for each in rest:
        value = each[2].value
        if value in taken:
            continue
        if _side(text, each) == "theirs":
            row.notes.append(f"Of the other side: {value}")
        elif not _traceable([each]):
            row.notes.append(f"Private, leads to nobody outside: {value}")
        else:
            left_out.others(row, [value])


def _traceable(found: list[Found]) -> list[Found]:
    return [e for e in found if (a := identifiers.ip(e[2].value)) and not identifiers.is_untraceable(a)]


def _before(text: str, each: Found) -> str:
    return text[max(each[0] - _AT_MOST, 0) : each[0]]


def _side(text: str, each: Found) -> str:
    """Return "ours" for the client's address, "theirs" for the server's; "" means that nothing says so."""
    before = _before(text, each).rstrip("[(\"' ")
    before = f"{before} "
    if _THEIRS.search(before):
        return "theirs"
    return "ours" if _OURS.search(before) or _FLOWS_ON.match(text, each[1]) else ""

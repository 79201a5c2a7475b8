"""A line without columns: times and identifiers are found where they stand, whatever stands around them."""

import re
from collections.abc import Iterator
from typing import Final

from requests_app.formats import identifiers, timestamps
from requests_app.formats.judgement import Judgement, Sure
from requests_app.intake import fill
from requests_app.intake.row import Assumptions, Row

# Which of several identifiers of a line is meant: addresses of those who came, before what they came for.
_FIRST: Final = [
    "ip",
    "email",
    "phone",
    "bank_account",
    "wallet",
    "device",
    "card",
    "account",
    "message",
    "url",
    "file_hash",
    "domain",
]
_LABELLED: Final = (
    ("message", re.compile(r"message-id\s*[=:]\s*(<?[^\s<>,;]+@[^\s<>,;]+>?)", re.IGNORECASE)),
    ("device", re.compile(r"\bimei(?:sv)?\s*[=:]?\s*(\d[\d -]{12,18}\d)\b", re.IGNORECASE)),
    (
        "bank_account",
        re.compile(r"\b(?i:iban)\s*[=:]?\s*([A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?)\b"),
    ),
    (
        "phone",
        re.compile(r"\b(?:tel|phone|msisdn|mobile)\s*[=:.]?\s*(\(?\+?\d[\d ()/-]{4,20}\d)", re.IGNORECASE),
    ),
    (
        "file_hash",
        re.compile(r"\b((?:md5|sha-?(?:1|224|256|384|512))\s*[=:]\s*[0-9A-Fa-f]+)\b", re.IGNORECASE),
    ),
    (
        "card",
        re.compile(r"\b(?:card|pan)\s*(?:no\.?|number)?\s*[=:]\s*(\d[\d*xX -]{10,24}\d)", re.IGNORECASE),
    ),
)
_ANY_LABEL: Final = re.compile(
    r"message-id|imei|iban|tel|phone|msisdn|mobile|md5|sha|card|pan", re.IGNORECASE
)
# A shape is looked for only where its sign stands in the line.
_BARE: Final = (
    ("url", "://", re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s\"'<>|]+")),
    (
        "email",
        "@",
        re.compile(r"(?<=<)[^\s<>@]+@[^\s<>@]+(?=>)|[^\s\"'<>(),;:=\[\]{}|@]+@[^\s\"'<>(),;:=\[\]{}|@]+"),
    ),
    ("ip", "[", re.compile(r"(?<![\w.:])\[[0-9A-Fa-f:.]+(?:%\w+)?\](?::\d{1,6})?")),
    (
        "ip",
        ".",
        re.compile(
            r"(?<![\w.])\d{1,3}(?:(?:\.|\[\.\])\d{1,3}){3}"
            r"(?:[:#]\d{1,6}(?!\d)|/\d{1,2}(?![\d/]))?(?![\w.]*\w)"
        ),
    ),
    (
        "ip",
        ":",
        re.compile(
            r"(?<![\w:.])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}"
            r"(?::\d{1,3}(?:\.\d{1,3}){3})?(?:/\d{1,3})?(?![\w:])"
        ),
    ),
    ("bank_account", "", re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b")),
    ("phone", "+", re.compile(r"(?<![\w+])\+\d[\d ()/-]{5,20}\d\b")),
    (
        "wallet",
        "",
        re.compile(
            r"\b(?:0x[0-9A-Fa-f]{40}|(?:bc|tb|ltc)1[02-9ac-hj-np-z]{6,87}|[13][1-9A-HJ-NP-Za-km-z]{25,34})\b"
        ),
    ),
    ("file_hash", "", re.compile(r"\b[0-9A-Fa-f]{32,128}\b")),
)
# Longer than any identifier that is written in groups.
_LONGEST_ALONE: Final = 120
_DOMAIN: Final = re.compile(r"(?<![\w@./-])(?:[^\W_][\w-]*\.)+[^\W\d_]{2,}\b(?![\w/(=])")
_SOURCE: Final = re.compile(
    r"(?:\b(?:src|source|client|from|remote|rhost|saddr|peer|c-ip|src_?ip|client_?ip|remote_?(?:addr|ip))\W{1,4})$",
    re.IGNORECASE,
)
_PORT: Final = re.compile(
    r"(?:\bspt|\bsport|(?<![A-Za-z])s(?:ou)?rce?[ _-]?port"
    r"|(?<!dst )(?<!dst_)(?<!destination )(?<![A-Za-z])port)\W{1,4}(\d{1,5})\b",
    re.IGNORECASE,
)
_NEXT_FIGURE: Final = re.compile(r"[\s,;|]{1,3}(\d{1,5})(?=[\s,;|]|$)")

Found = tuple[int, int, Judgement]


def read(row: Row, text: str, given: Assumptions) -> None:
    stamps = timestamps.find_all(text, given.times)
    rest = _blanked(text, ((stamp.start, stamp.stop) for stamp in stamps))
    fill.times_of(row, stamps)
    found = list(_identifiers(rest, given))
    if not found:
        _nothing_known(row, rest, given)
        return
    chosen = _chosen(row, rest, found)
    fill.identifier(row, chosen[2])
    if row.type == "ip" and row.port is None:
        _port(row, rest, chosen)
    _mention_others(row, chosen, found)


def _blanked(text: str, spans: Iterator[tuple[int, int]]) -> str:
    for start, stop in spans:
        text = text[:start] + " " * (stop - start) + text[stop:]
    return text


def _identifiers(text: str, given: Assumptions) -> Iterator[Found]:
    """Each piece of the line once: what was taken for one thing is not looked at for another."""
    alone = len(text.strip()) <= _LONGEST_ALONE and identifiers.find(text, given.country)
    if alone:
        yield 0, len(text), alone
        return
    for kind, shape in _shapes_in(text):
        for match in shape.finditer(text):
            group = shape.groups
            judged = _judged(kind, match[group], given)
            if judged is not None:
                yield match.start(group), match.end(group), judged
                text = _blanked(text, iter([match.span(group)]))
    for match in _DOMAIN.finditer(text):
        if judged := identifiers.find(match[0]):
            yield match.start(), match.end(), judged


def _shapes_in(text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    if _ANY_LABEL.search(text):
        yield from _LABELLED
    yield from ((kind, shape) for kind, sign, shape in _BARE if sign in text)


def _judged(kind: str, text: str, given: Assumptions) -> Judgement | None:
    """What has the shape of a kind and is none is not worth a word in the middle of a log."""
    if kind in ("ip", "wallet", "bank_account", "file_hash", "email"):
        trimmed = text.rstrip(".")
        judged = identifiers.find(trimmed, given.country)
        if kind == "file_hash" and judged is None:
            judged = identifiers.judge(kind, trimmed)
            return None if judged.wrong and ":" not in text and "=" not in text else judged
        return judged if judged and judged.kind in (kind, "wallet") else None
    return identifiers.judge(kind, text.rstrip(".,;"), given.country)


def _chosen(row: Row, text: str, found: list[Found]) -> Found:
    kind = min((judged.kind for _, _, judged in found), key=_rank)
    same = [each for each in found if each[2].kind == kind]
    if len({judged.value for _, _, judged in same}) == 1:
        return same[0]
    same.sort()
    for each in same:
        if _SOURCE.search(text[: each[0]].rstrip("[(\"' ") + " ") or _SOURCE.search(text[: each[0]]):
            return each
    row.doubts.append(f"The line names several of one kind; {same[0][2].value} stands first and was taken.")
    row.less_sure(Sure.DOUBTFUL)
    return same[0]


def _rank(kind: str) -> int:
    return _FIRST.index(kind) if kind in _FIRST else len(_FIRST)


def _port(row: Row, text: str, chosen: Found) -> None:
    if match := _PORT.search(text[chosen[1] :]) or _PORT.search(text):
        _set_port(row, match[1])
    elif match := _NEXT_FIGURE.match(text[chosen[1] :]):
        _set_port(row, match[1])
        row.less_sure(Sure.LIKELY)
        row.doubts.append(f"{match[1]} stands behind the address and was taken for its port.")


def _set_port(row: Row, digits: str) -> None:
    if 1 <= int(digits) <= 65535:
        row.port = int(digits)
    else:
        row.problems.append(f"There is no port {digits}: ports run from 1 to 65535.")


def _mention_others(row: Row, chosen: Found, found: list[Found]) -> None:
    others = dict.fromkeys(j.value for _, _, j in found if j.value != chosen[2].value and not j.wrong)
    if others:
        row.notes.append(f"Also in the line: {', '.join(list(others)[:5])[:300]}")


def _nothing_known(row: Row, rest: str, given: Assumptions) -> None:
    words = " ".join(rest.split()).strip(",;|\"' ")
    if given.kind and words:
        fill.identifier(row, identifiers.judge(given.kind, words, given.country))
        return
    row.problems.append("Nothing in this line is an identifier that the portal knows.")
    row.less_sure(Sure.DOUBTFUL)
    if words and len(words) <= 80:
        row.asks.add("kind")

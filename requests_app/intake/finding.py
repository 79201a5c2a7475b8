"""Identifiers in a line, wherever they stand."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from requests_app.formats import identifiers
from requests_app.formats.judgement import Judgement

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
    (
        "device",
        "",
        re.compile(
            r"(?<![\w:-])(?:(?:[0-9A-Fa-f]{2}:){5}|(?:[0-9A-Fa-f]{2}-){5})[0-9A-Fa-f]{2}(?![\w:-])"
            r"|(?<![\w.])(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4}(?![\w.])"
        ),
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

Found = tuple[int, int, Judgement]


def identifiers_in(text: str, country: str) -> Iterator[Found]:
    """Return the identifiers; a piece of the line that was taken for one is not looked at again."""
    alone = len(text.strip()) <= _LONGEST_ALONE and identifiers.find(text, country)
    if alone:
        yield 0, len(text), alone
        return
    for kind, shape in _shapes_in(text):
        for match in shape.finditer(text):
            group = shape.groups
            judged = _judged(kind, match[group], country)
            if judged is not None:
                yield match.start(group), match.end(group), judged
                text = blanked(text, [match.span(group)])
    for match in _DOMAIN.finditer(text):
        if judged := identifiers.find(match[0]):
            yield match.start(), match.end(), judged


def _shapes_in(text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    if _ANY_LABEL.search(text):
        yield from _LABELLED
    yield from ((kind, shape) for kind, sign, shape in _BARE if sign in text)


# What is written like a mailbox may be the number of a messenger.
_MAY_BE: Final = {"email": ("email", "phone", "account")}


def _judged(kind: str, text: str, country: str) -> Judgement | None:
    """Return what the piece is; None where it only looks like one, which is common in a log and not
    worth a word.
    """
    if kind in ("ip", "wallet", "bank_account", "file_hash", "email"):
        trimmed = text.rstrip(".")
        judged = identifiers.find(trimmed, country)
        if kind == "file_hash" and judged is None:
            judged = identifiers.judge(kind, trimmed)
            return None if judged.wrong and ":" not in text and "=" not in text else judged
        return judged if judged and judged.kind in _MAY_BE.get(kind, (kind, "wallet")) else None
    return identifiers.judge(kind, text.rstrip(".,;"), country)


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, stop in spans:
        text = text[:start] + " " * (stop - start) + text[stop:]
    return text

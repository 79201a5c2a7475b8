"""A line without columns: times and identifiers are found wherever they stand."""

import re
from typing import Final

from requests_app.formats import addresses, identifiers, timestamps
from requests_app.formats.judgement import Sure
from requests_app.intake import choice, fill, left_out
from requests_app.intake.finding import Found, blanked, identifiers_in
from requests_app.intake.row import Assumptions, Row

_TO: Final = r"(?:\s?[-–]\s?|\s?\.\.\s?|\s(?:to|bis|à|a)\s)"
_PORT: Final = re.compile(
    r"(?:\bspt|\bsport|(?<![A-Za-z])[A-Za-z_]{0,16}"
    r"(?:s(?:ou)?rce?|client|remote|nat|peer)[A-Za-z]{0,6}[ _-]?port"
    r"|(?<!dst )(?<!dst_)(?<!destination )(?<![A-Za-z])ports?)\W{1,4}(\d{1,5})"
    rf"(?:{_TO}(\d{{1,5}}))?\b",
    re.IGNORECASE,
)
_NEXT_FIGURE: Final = re.compile(rf"[\s,;|\"']{{1,5}}(\d{{1,5}})(?:{_TO}(\d{{1,5}}))?(?=[\s,;|\"']|$)")
_REST_OF_RANGE: Final = re.compile(rf"{_TO}(\d{{1,5}})(?![\w.])")

Span = tuple[int, int]


def read(row: Row, text: str, given: Assumptions) -> None:
    text = addresses.refanged(text)
    stamps = timestamps.find_all(text, given.times)
    rest = blanked(text, ((stamp.start, stamp.stop) for stamp in stamps))
    fill.times_of(row, stamps)
    found = list(identifiers_in(rest, given.country))
    if not found:
        left_out.tell(row, rest)
        _nothing_known(row, rest, given)
        return
    chosen = choice.chosen(row, rest, found)
    fill.identifier(row, chosen[2])
    spans = [(start, stop) for start, stop, _ in found]
    if row.type == "ip":
        spans += _port(row, rest, chosen)
    _mention_others(row, chosen, found)
    left_out.tell(row, blanked(rest, spans))


def _port(row: Row, text: str, chosen: Found) -> list[Span]:
    """Return the port of the address, and its place in the line."""
    after = chosen[1]
    if row.port is not None:
        if match := _REST_OF_RANGE.match(text, after):
            _set(row, str(row.port), match[1])
            return [match.span()]
        return []
    if match := _PORT.search(text, after) or _PORT.search(text):
        _set(row, match[1], match[2])
        return [match.span()]
    if match := _NEXT_FIGURE.match(text, after):
        _set(row, match[1], match[2])
        row.less_sure(Sure.LIKELY)
        if row.port is not None:
            row.doubts.append(f"{match[1]} stands behind the address and was taken for its port.")
        return [match.span()]
    return []


def _set(row: Row, digits: str, last: str | None) -> None:
    if last and 0 < int(digits) < int(last) <= 65535:
        fill.ports(row, int(digits), int(last))
    elif 1 <= int(digits) <= 65535:
        row.port = int(digits)
    else:
        row.problems.append(f"There is no port {digits}: ports run from 1 to 65535.")


# Identifiers that are no address beside the one that was taken; a second address is a doubt of its own.
_MENTIONED: Final = ("ip",)


def _mention_others(row: Row, chosen: Found, found: list[Found]) -> None:
    others = dict.fromkeys(
        judged.value
        for _, _, judged in found
        if judged.value != chosen[2].value and not judged.wrong and judged.kind not in _MENTIONED
    )
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

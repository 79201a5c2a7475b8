"""What was pasted or uploaded, as lines: in any encoding, and without losing anything."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from requests_app.checks.characters import HIDDEN

MOST_ROWS: Final = 10_000
MOST_BYTES: Final = 8 * 2**20
# A line of a log has a few hundred characters; what is longer is no line of a log and is not searched.
LONGEST_LINE: Final = 5_000

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_END: Final = re.compile(r"\r\n|\n|\r")
# PostgreSQL keeps neither; the sign that stands for the one, and the mark that stands for any, are seen.
_UNKEEPABLE: Final = {0: "\u2400"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


# Files of programs that a reader would take for text only by mistake, by their first bytes.
_NO_TEXT: Final = {
    b"PK\x03\x04": "This is a spreadsheet or an archive. Save it as CSV, or copy the cells and paste them.",
    b"%PDF": "This is a PDF. Open it, copy the rows and paste them.",
    b"\xd0\xcf\x11\xe0": "This is an old Office file. Save it as CSV, or copy the cells and paste them.",
    b"\x1f\x8b": "This file is compressed. Unpack it first.",
}


def refusal(content: bytes) -> str:
    """Return why a file cannot be read as text; "" means that it may be text."""
    if len(content) > MOST_BYTES:
        return f"The file is larger than {MOST_BYTES // 2**20} MB. Divide it."
    return next((text for start, text in _NO_TEXT.items() if content.startswith(start)), "")


class TooMuch(ValueError):
    """More than one paste may hold; the message says how much it is and what to do."""


@dataclass(frozen=True, slots=True)
class Line:
    """`number` counts from 1 and counts empty lines too, as the officer's own editor does."""

    number: int
    text: str

    @property
    def plain(self) -> str:
        """Return the line without invisible characters; no-break spaces and tabs become what they mean."""
        return HIDDEN.sub("", self.text.replace("\u2400", "")).replace("\u00a0", " ").replace("\u202f", " ")

    @property
    def has_hidden(self) -> bool:
        return "\u2400" in self.text or bool(HIDDEN.search(self.text))


def decoded(content: bytes) -> tuple[str, str]:
    """Return the text of a file, and the name of its encoding where that had to be assumed, else ""."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace"), ""
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError:
        # Every byte means something in it, so that no line is lost to a wrong assumption.
        return content.decode("cp1252", errors="replace"), "Windows-1252"


def keepable(text: str) -> str:
    return text.translate(_UNKEEPABLE)


def lines_of(text: str) -> list[Line]:
    """Return the lines that hold anything. Only line ends divide lines: other separators stand inside
    texts.
    """
    found = [Line(number, line) for number, line in enumerate(_LINE_END.split(text), start=1)]
    kept = [line for line in found if line.plain.strip()]
    if len(kept) > MOST_ROWS:
        raise TooMuch(
            f"The text has {len(kept):,} lines. One paste takes {MOST_ROWS:,}: divide it into several."
        )
    return kept

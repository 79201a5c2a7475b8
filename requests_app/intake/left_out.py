"""What of a line was not read. A row that leaves out a time, address, port or amount is never good."""

import re
from collections.abc import Iterable
from typing import Final

from requests_app.formats import leftovers, timestamps
from requests_app.formats.logged_times import Answers
from requests_app.intake import finding
from requests_app.intake.row import Row

_SHOWN: Final = 60
_MOST_SAID: Final = 6
_PORT: Final = re.compile(
    r"([A-Za-z_ -]{0,20})\bport\b\W{1,4}(\d{1,5})\b|\b(\w{0,20}port)\W{1,4}(\d{1,5})\b", re.IGNORECASE
)
# The port of the other side, which leads to nobody.
_THEIRS: Final = re.compile(r"d(?:e?st)|destination|server|local|\bto\b", re.IGNORECASE)
_KINDS: Final = {"ip", "wallet", "bank_account", "card", "phone", "device"}
_NOTHING_SAID: Final = Answers(figures=True)


def tell(row: Row, rest: str, *, has_time: bool | None = None) -> None:
    """`rest` is the line without what was taken from it, blanks in its place."""
    _times(row, rest, row.has_time if has_time is None else has_time)
    for amount in leftovers.amounts_in(rest):
        left_out(row, "an amount", amount)
    for before, port, name, other in _PORT.findall(rest):
        figures = int(port or other)
        if not _THEIRS.search(before + name) and 0 < figures <= 65535 and figures != row.port:
            left_out(row, "a port", str(figures))


def _times(row: Row, rest: str, has_time: bool) -> None:
    times = leftovers.times_in(rest)
    if has_time:
        for text in times:
            left_out(row, "a time", text)
        return
    times = times or leftovers.words_in(rest)
    if times:
        unread(row, " ".join(times))
    for figures in () if times else leftovers.figures_in(rest):
        row.doubts.append(
            f"“{figures}” was left out: bare figures are a time only where something says so. Is it an id?"
        )


def unread(row: Row, text: str) -> None:
    """A time stands there: that there is none would be untrue."""
    row.has_time = True
    row.problems.append(
        f"“{text[:_SHOWN]}” looks like a time and cannot be read. "
        "Write it with its day: 2026-03-14 09:12:44."
    )


def left_out(row: Row, what: str, text: str) -> None:
    said = f"Left out: {what}, “{text[:_SHOWN]}”."
    if len(row.doubts) < _MOST_SAID and said not in row.doubts:
        row.doubts.append(said)


def others(row: Row, values: Iterable[str]) -> None:
    for value in dict.fromkeys(values):
        left_out(row, "an address", value)


def cell(row: Row, text: str) -> None:
    """A cell under a heading that says nothing, or beside another one of its kind."""
    stamps = (
        timestamps.find_all(text, _NOTHING_SAID) if timestamps.read(text) else timestamps.find_all(text)
    )
    rest = text
    for stamp in stamps:
        rest = rest[: stamp.start] + " " * (stamp.stop - stamp.start) + rest[stamp.stop :]
        local = str(stamp.local) if stamp.local else ""
        if not local or (local not in (row.start, row.end) and not _is_day_of(row, local, stamp.whole_day)):
            left_out(row, "a time", text[stamp.start : stamp.stop])
    for start, stop, judged in finding.identifiers_in(rest, ""):
        rest = rest[:start] + " " * (stop - start) + rest[stop:]
        if judged.kind in _KINDS and judged.value != row.identifier:
            left_out(row, "an address" if judged.kind == "ip" else "an identifier", judged.value)
    tell(row, rest, has_time=True)


def _is_day_of(row: Row, local: str, whole_day: bool) -> bool:
    return whole_day and local[:10] in (row.start[:10], row.end[:10])

"""Rules on the files of annexes: none leaves the house before somebody has looked into it."""

from collections.abc import Iterator
from typing import Final

from requests_app.checks.findings import Severity
from requests_app.checks.reading import FileState, Reading
from requests_app.checks.rule import PRACTITIONERS, Rules, cite
from requests_app.content.place import Place

RULES: Final = Rules()
_SAFE: Final = cite("nobody opens a file that was not looked into", PRACTITIONERS)
_COUNTED: Final = cite("who opens the parcel counts what the list of annexes promises", PRACTITIONERS)


@RULES.add(
    "file-waiting",
    Severity.BLOCK,
    "The file is being examined. Go on with your work; this line goes away by itself.",
    _SAFE,
)
def file_waiting(reading: Reading) -> Iterator[Place]:
    return _in_state(reading, "waiting")


@RULES.add("file-refused", Severity.BLOCK, "The file is refused. Attach another one.", _SAFE)
def file_refused(reading: Reading) -> Iterator[Place]:
    return _in_state(reading, "refused")


@RULES.add(
    "file-unexamined",
    Severity.BLOCK,
    "The file could not be examined. Open the annex and have it examined again, or attach it again.",
    _SAFE,
)
def file_unexamined(reading: Reading) -> Iterator[Place]:
    return _in_state(reading, "failed")


@RULES.add(
    "annex-of-no-pages",
    Severity.WARN,
    "An annex has at least one page. Count them, or leave the number out.",
    _COUNTED,
)
def annex_of_no_pages(reading: Reading) -> Iterator[Place]:
    """A number that was left out is no nought."""
    for annex in reading.snapshot.annexes:
        if annex.pages == 0:
            yield Place("annexes", "pages", annex.id)


def _in_state(reading: Reading, state: FileState) -> Iterator[Place]:
    for annex in reading.snapshot.annexes:
        found = reading.files.get(annex.id)
        if found and found[0] == state:
            yield Place("annexes", "file", annex.id, found[1])

"""What was found in a file: plain values that pass from the limited process to the portal."""

import msgspec


class Refused(Exception):
    """The file may not come in; the code names the reason, whose words stand in `reasons`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Detail(msgspec.Struct, frozen=True):
    """One line of the report: what was looked at, and what it is; `warn` asks the officer to look."""

    code: str
    value: str = ""
    warn: bool = False


class Report(msgspec.Struct, frozen=True):
    """Of one file. `refused` is a code, "" for a file that may come in; `text` is what there is to read."""

    refused: str = ""
    kind: str = ""
    pages: int | None = None
    details: tuple[Detail, ...] = ()
    text: str = ""
    previews: tuple[int, ...] = ()


class Inspected(msgspec.Struct, frozen=True):
    """A report with the pictures of its first pages, as PNG."""

    report: Report
    pictures: tuple[bytes, ...] = ()

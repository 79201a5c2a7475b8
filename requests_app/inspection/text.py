"""Inside a text or a table of values: it is shown as text, and cells on which a spreadsheet would act
are reported.
"""

import re
from typing import Final

from requests_app.inspection import kinds
from requests_app.inspection.report import Detail, Inspected, Refused, Report

_DDE: Final = re.compile(r"[=+\-@].{0,40}(\||\bDDE\b|\bWEBSERVICE\b|\bHYPERLINK\s*\()", re.IGNORECASE)
_COMPUTED: Final = re.compile(r"(^|[,;\t\n]\"?)[=@]\w", re.MULTILINE)
MOST_SHOWN: Final = 20_000


def inspect(content: bytes, kind: str) -> Inspected:
    text = kinds.as_text(content)
    if text is None:
        raise Refused("unreadable")
    if kind == kinds.CSV and _DDE.search(text):
        raise Refused("office_dde")
    details = [Detail("lines", str(text.count("\n") + 1))]
    if kind == kinds.CSV and _COMPUTED.search(text):
        details.append(Detail("computed_cells", warn=True))
    return Inspected(Report(details=tuple(details), text=text[:MOST_SHOWN]))

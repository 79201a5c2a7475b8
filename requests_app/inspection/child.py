"""The process that looks into one uploaded file and ends. Its limits are those of `sandbox`.

Everything it needs is imported before the limits are set. It writes a report and pictures, nothing
else.
"""

import os
import sys

import msgspec
import pypdfium2  # The library it loads must be there before no library may be loaded.

from requests_app import sandbox
from requests_app.inspection import image, kinds, office, pdf, text
from requests_app.inspection.report import Inspected, Refused, Report

assert pypdfium2  # noqa: S101 - imported for its effect


def inspect(content: bytes) -> Inspected:
    """Return the report and the pictures; a refusal is a report too."""
    kind = ""
    try:
        kind = kinds.recognise(content)
        found = _of_kind(content, kind)
    except Refused as reason:
        return Inspected(Report(refused=reason.code, kind=kind))
    return msgspec.structs.replace(found, report=msgspec.structs.replace(found.report, kind=kind))


def _of_kind(content: bytes, kind: str) -> Inspected:
    if kind == kinds.PDF:
        return pdf.inspect(content)
    if kind in kinds.IMAGES:
        return image.inspect(content, kind)
    if kind in kinds.OFFICE:
        return office.inspect(content)
    return text.inspect(content, kind)


def main() -> None:
    source, target, memory, cpu, size = (int(word) for word in sys.argv[1:6])
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stderr.fileno())
    try:
        sandbox.limit(memory=memory, cpu=cpu, size=size)
        sandbox.forbid()
        content = os.pread(source, os.fstat(source).st_size, 0)
        sandbox.write(target, msgspec.msgpack.encode(inspect(content)))
    except (MemoryError, RecursionError):
        os._exit(sandbox.TOO_COMPLEX)
    except BaseException:
        os._exit(sandbox.FAILED)
    os._exit(sandbox.DONE)


if __name__ == "__main__":
    main()

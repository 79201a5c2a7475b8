"""Files that officers attach: what may come in, and the private store that keeps it.

A file is known by its content; its name on the officer's machine is used for nothing. What is obvious
is refused here; a worker looks for what is hidden inside (`file_jobs`).
"""

import hashlib
import os
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from requests_app.inspection import kinds
from requests_app.inspection.reasons import REASONS
from requests_app.inspection.report import Refused

# Bytes of one file, by what it is: a large text is a log, and belongs in the schedule of data.
MOST_BYTES = 20 * 2**20
MOST_OF_KIND = {kinds.TEXT: 2 * 2**20, kinds.CSV: 2 * 2**20}
# Of all annexes of one request together: what a mailbox abroad, and a printer, can take.
MOST_TOGETHER = 100 * 2**20


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that may be kept and is not stored yet."""

    content: bytes
    kind: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that is stored and that no row names yet."""

    name: uuid.UUID
    kind: str
    sha256: str
    size: int


def accept(file: "UploadedFile[Any]", *, together: int = 0) -> Upload:
    """Return the content when it may be kept; raise a ValidationError that says what to do otherwise.

    `together` counts the bytes of the request's other annexes.
    """
    _refuse_larger(file.size or 0, MOST_BYTES)
    content = file.read()
    try:
        kind = kinds.recognise(content)
    except Refused as reason:
        raise ValidationError(gettext(REASONS[reason.code]), code=reason.code) from None
    _refuse_larger(len(content), MOST_OF_KIND.get(kind, MOST_BYTES))
    if together + len(content) > MOST_TOGETHER:
        raise ValidationError(
            _("All annexes together are larger than %(size)s MB. Send some of them with another request."),
            code="too_large",
            params={"size": MOST_TOGETHER // 2**20},
        )
    return Upload(content, kind)


def _refuse_larger(size: int, most: int) -> None:
    if size > most:
        raise ValidationError(
            _("The file is larger than %(size)s MB. Split it, or scan it at a lower resolution."),
            code="too_large",
            params={"size": most // 2**20},
        )


def store(upload: Upload) -> Stored:
    """Keep the bytes under a name of their own; a full disk keeps nothing and says so."""
    name = uuid.uuid4()
    try:
        write(path_of(name), upload.content)
    except OSError:
        raise ValidationError(
            _("There is no room for the file. Nothing was lost; tell those who run the portal."),
            code="no_room",
        ) from None
    return Stored(name, upload.kind, upload.sha256, len(upload.content))


def write(path: Path, content: bytes) -> None:
    """Write the file so that it is complete or absent under its name, whatever happens meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(f"{path.suffix}.part")
    try:
        with partial.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.rename(path)
    except OSError:
        partial.unlink(missing_ok=True)
        raise


def discard(name: uuid.UUID) -> None:
    """Remove a file, and the previews made of it."""
    path = path_of(name)
    for each in (path, *path.parent.glob(f"{name.hex}.*")):
        each.unlink(missing_ok=True)


def path_of(name: uuid.UUID) -> Path:
    return _home() / name.hex[:2] / name.hex


def preview_of(name: uuid.UUID, number: int) -> Path:
    return path_of(name).with_suffix(f".{number}.png")


def open_stored(name: uuid.UUID) -> BinaryIO:
    return path_of(name).open("rb")


def everything() -> Iterator[Path]:
    """Return every file in the store, with previews and files that a stopped machine left half-written."""
    return (path for path in _home().glob("*/*") if path.is_file())


def _home() -> Path:
    return Path(settings.MEDIA_ROOT) / "annexes"

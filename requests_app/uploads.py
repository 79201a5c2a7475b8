"""Files that officers attach: what may come in, and the private store that keeps it.

A file is known by its content; the name it had on the officer's machine is never used for anything.
"""

import hashlib
import io
import os
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import pikepdf
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image

MOST_BYTES = 20 * 2**20
MOST_PIXELS = 100_000_000
# Kinds of action, and keys, that make a PDF act, carry other files or load something: no scanned order
# needs them. A plain link or an opening page is none of them.
ACTIVE = frozenset(
    {
        "/EF",
        "/EmbeddedFile",
        "/EmbeddedFiles",
        "/GoToE",
        "/GoToR",
        "/ImportData",
        "/JS",
        "/JavaScript",
        "/Launch",
        "/Movie",
        "/Rendition",
        "/RichMedia",
        "/RichMediaExecute",
        "/Sound",
        "/SubmitForm",
        "/XFA",
    }
)
MAGIC = {b"%PDF-": "application/pdf", b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
ENCRYPTED = _("The PDF is encrypted. Save it without a password.")
FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG"}
SUFFIXES = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}


@dataclass(frozen=True, slots=True)
class Upload:
    """An accepted file, not stored yet."""

    content: bytes
    media_type: str
    pages: int

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def accept(file: "UploadedFile[Any]") -> Upload:
    """The content, when it is what the portal takes; a ValidationError that says what to do otherwise."""
    if (file.size or 0) > MOST_BYTES:
        raise ValidationError(
            _("The file is larger than %(size)s MB. Split it, or scan it at a lower resolution."),
            code="too_large",
            params={"size": MOST_BYTES // 2**20},
        )
    content = file.read()
    media_type = media_type_of(content)
    if not media_type:
        raise ValidationError(_("This is not a PDF, PNG or JPEG file."), code="wrong_type")
    pages = _pages_of_pdf(content) if media_type == "application/pdf" else _one_image(content, media_type)
    return Upload(content, media_type, pages)


def media_type_of(content: bytes) -> str:
    return next((name for magic, name in MAGIC.items() if content.startswith(magic)), "")


def _pages_of_pdf(content: bytes) -> int:
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if pdf.is_encrypted:
                raise _refusal(ENCRYPTED)
            _refuse_active(pdf)
            return len(pdf.pages)
    except pikepdf.PasswordError:
        raise _refusal(ENCRYPTED) from None
    except (pikepdf.PdfError, RecursionError, ValueError):
        raise _refusal(_("The PDF cannot be read. Print it to a new PDF file and attach that.")) from None


def _refuse_active(pdf: pikepdf.Pdf) -> None:
    for found in pdf.objects:
        if isinstance(found, pikepdf.Dictionary | pikepdf.Stream) and _is_active(found):
            raise _refusal(
                _("The PDF holds scripts or other files. Print it to a new PDF file and attach that.")
            )


def _is_active(found: pikepdf.Object) -> bool:
    """Looks into direct dictionaries and arrays too: the file lists indirect objects only."""
    waiting = [found]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting.extend(part for part in node.as_list() if _is_container(part))
            continue
        if _names_of(node) & ACTIVE:
            return True
        waiting.extend(part for _, part in node.items() if _is_container(part))
    return False


def _names_of(node: pikepdf.Object) -> set[str]:
    kinds = {str(node.get(key)) for key in ("/S", "/Type", "/Subtype") if key in node}
    return kinds | set(node.keys())


def _is_container(part: object) -> bool:
    return isinstance(part, pikepdf.Dictionary | pikepdf.Array) and not part.is_indirect


def _one_image(content: bytes, media_type: str) -> int:
    try:
        with Image.open(io.BytesIO(content), formats=[FORMATS[media_type]]) as image:
            if image.width * image.height > MOST_PIXELS:
                raise _refusal(_("The picture is too large. Scan it at a lower resolution."))
            image.verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise _refusal(_("The picture cannot be read. Scan or export it again.")) from None
    return 1


def _refusal(message: Any) -> ValidationError:
    return ValidationError(message, code="refused")


def store(upload: Upload) -> uuid.UUID:
    """Keep the bytes under a name of their own; complete or absent, whatever happens meanwhile."""
    name = uuid.uuid4()
    path = path_of(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".part")
    with partial.open("xb") as file:
        file.write(upload.content)
        file.flush()
        os.fsync(file.fileno())
    partial.rename(path)
    return name


def discard(name: uuid.UUID) -> None:
    """Take back a file that nothing came to refer to."""
    path_of(name).unlink(missing_ok=True)


def path_of(name: uuid.UUID) -> Path:
    return Path(settings.MEDIA_ROOT) / "annexes" / name.hex[:2] / name.hex


def open_stored(name: uuid.UUID) -> BinaryIO:
    return path_of(name).open("rb")

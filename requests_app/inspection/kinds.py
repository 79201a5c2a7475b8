"""What a file is, by its content alone: name and declared type are chosen by the sender.

This is cheap enough for the web process; what is inside is looked at in a process of its own.
"""

import io
import re
import zipfile
from typing import Final

from requests_app.inspection.report import Refused

PDF, PNG, JPEG, TIFF, TEXT, CSV = "pdf", "png", "jpeg", "tiff", "text", "csv"
IMAGES: Final = frozenset({PNG, JPEG, TIFF})
OOXML: Final = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
ODF: Final = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
OFFICE: Final = frozenset({*OOXML.values(), *ODF.values()})

MEDIA_TYPES: Final = {
    PDF: "application/pdf",
    PNG: "image/png",
    JPEG: "image/jpeg",
    TIFF: "image/tiff",
    TEXT: "text/plain; charset=utf-8",
    CSV: "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
SUFFIXES: Final = {kind: f".{kind}" for kind in MEDIA_TYPES} | {JPEG: ".jpg", TIFF: ".tif", TEXT: ".txt"}

_MAGIC: Final = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
)
# What it is recognised as only to tell the officer what to do instead.
_UNWANTED: Final = (
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"#!", "program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_office"),
    (b"{\\rtf", "rich_text"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"GIF8", "other_picture"),
    (b"BM", "other_picture"),
)
_MARKUP: Final = re.compile(rb"\s*(<\?xml|<!doctype|<html|<svg|<script|<head|<body|<!--)", re.IGNORECASE)
_MAIL: Final = re.compile(rb"\s*(return-path|received|delivered-to|from|message-id|mime-version):", re.I)
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MOST_ENTRIES: Final = 5000


def recognise(content: bytes) -> str:
    """Return the kind of the file; raises Refused with the reason for a kind that may not come in."""
    if not content:
        raise Refused("empty")
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    if content.startswith(b"PK\x03\x04"):
        return _in_zip(content)
    for magic, code in _UNWANTED:
        if content.startswith(magic):
            raise Refused(code)
    if content[257:262] == b"ustar" or content.startswith(b"PK"):
        raise Refused("archive")
    return _of_text(content)


def _in_zip(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if len(names) > _MOST_ENTRIES:
                raise Refused("bomb")
            for main, kind in OOXML.items():
                if main in names and "[Content_Types].xml" in names:
                    return kind
            return _of_opendocument(archive, names)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, EOFError):
        raise Refused("unreadable") from None


def _of_opendocument(archive: zipfile.ZipFile, names: list[str]) -> str:
    """Return the kind that the first entry of the archive names, uncompressed."""
    if names[:1] != ["mimetype"] or archive.getinfo("mimetype").file_size > 200:
        raise Refused("archive")
    kind = ODF.get(archive.read("mimetype").strip())
    if kind is None:
        raise Refused("archive")
    return kind


def _of_text(content: bytes) -> str:
    text = as_text(content)
    if text is None:
        raise Refused("unknown")
    start = text[:2000].encode()
    if _MARKUP.match(start):
        raise Refused("markup")
    if _MAIL.match(start):
        raise Refused("mail")
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    for mark in (",", ";", "\t"):
        counts = {line.count(mark) for line in lines}
        if len(lines) > 1 and len(counts) == 1 and counts != {0}:
            return CSV
    return TEXT


def as_text(content: bytes) -> str | None:
    """Return the text of the file; None when it is no text, or in an encoding that must be guessed."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else text

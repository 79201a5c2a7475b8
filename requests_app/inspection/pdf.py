"""Inside a PDF: whatever acts or carries files is refused; what may trouble a reader abroad is reported."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final

import pikepdf
import pypdfium2

from requests_app.inspection.report import Detail, Inspected, Refused, Report

MOST_PAGES: Final = 2000
MOST_OBJECTS: Final = 400_000
_SHOWN_PAGES: Final = 3
_PREVIEW_PIXELS: Final = 900
_LOW_DPI: Final = 150
# What makes a PDF act, carry other files or load something, each with the reason told. No scanned order
# needs any of them. A plain link or an opening page is none of them.
_ACTIVE: Final = {
    "/JS": "pdf_script",
    "/JavaScript": "pdf_script",
    "/Launch": "pdf_launch",
    "/EF": "pdf_files",
    "/EmbeddedFile": "pdf_files",
    "/EmbeddedFiles": "pdf_files",
    "/GoToE": "pdf_files",
    "/GoToR": "pdf_remote",
    "/ImportData": "pdf_remote",
    "/SubmitForm": "pdf_remote",
    "/Movie": "pdf_media",
    "/Rendition": "pdf_media",
    "/RichMedia": "pdf_media",
    "/RichMediaExecute": "pdf_media",
    "/Sound": "pdf_media",
    "/3D": "pdf_media",
    "/XFA": "pdf_form",
}
_NAMES: Final = ("/Author", "/Creator", "/Title", "/Subject", "/Keywords", "/Company")
_PDFA: Final = re.compile(rb"pdfaid:part\W+(\d)")


def inspect(content: bytes) -> Inspected:
    _refuse_polyglot(content)
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            report = _report(pdf)
    except pikepdf.PasswordError:
        raise Refused("encrypted") from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError):
        raise Refused("unreadable") from None
    pictures = _pictures(content)
    return Inspected(report, pictures)


def _refuse_polyglot(content: bytes) -> None:
    """Refuse a file that is a PDF to one program and something else to another."""
    end = content.rfind(b"%%EOF")
    if end < 0:
        raise Refused("unreadable")
    if content[end + 5 :].strip(b"\r\n \x00") or zipfile.is_zipfile(io.BytesIO(content)):
        raise Refused("two_in_one")


def _report(pdf: pikepdf.Pdf) -> Report:
    if pdf.is_encrypted:
        raise Refused("encrypted")
    if len(pdf.objects) > MOST_OBJECTS or len(pdf.pages) > MOST_PAGES:
        raise Refused("too_many_pages")
    if not len(pdf.pages):
        raise Refused("unreadable")
    links = 0
    for found in pdf.objects:
        if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            links += _looked_into(found)
    return Report(pages=len(pdf.pages), details=tuple(_details(pdf, links)))


def _looked_into(found: pikepdf.Object) -> int:
    """Refuses what acts; counts links. Direct dictionaries too: the file lists indirect objects only."""
    links, waiting = 0, [found]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting.extend(part for part in node.as_list() if _is_container(part))
            continue
        names = _names_of(node)
        for name in names & _ACTIVE.keys():
            raise Refused(_ACTIVE[name])
        if isinstance(node, pikepdf.Stream) and "/F" in node:
            raise Refused("pdf_remote")
        links += "/URI" in names
        waiting.extend(part for _, part in node.items() if _is_container(part))
    return links


def _names_of(node: pikepdf.Object) -> set[str]:
    kinds = {str(node.get(key)) for key in ("/S", "/Type", "/Subtype") if key in node}
    return kinds | set(node.keys())


def _is_container(part: object) -> bool:
    return isinstance(part, pikepdf.Dictionary | pikepdf.Array) and not part.is_indirect


def _details(pdf: pikepdf.Pdf, links: int) -> Iterator[Detail]:
    yield Detail("pdf_version", pdf.pdf_version)
    yield Detail("page_size", ", ".join(_sizes(pdf)))
    yield _fonts(pdf)
    yield from _resolution(pdf)
    if part := _pdfa(pdf):
        yield Detail("pdfa", part)
    if links:
        yield Detail("links", str(links), warn=True)
    if signatures := _signatures(pdf):
        yield Detail("signatures", str(signatures))
    for name in _NAMES:
        if name in pdf.docinfo and str(pdf.docinfo[name]).strip():
            yield Detail(f"metadata_{name[1:].lower()}", str(pdf.docinfo[name])[:200], warn=True)


def _sizes(pdf: pikepdf.Pdf) -> list[str]:
    """Return the sizes of the pages in millimetres, each once, as the page is turned."""
    found: dict[str, None] = {}
    for page in pdf.pages:
        left, bottom, right, top = (float(edge) for edge in page.mediabox)
        width, height = (round(abs(points) * 25.4 / 72) for points in (right - left, top - bottom))
        found[f"{width} × {height} mm"] = None
    return list(found)[:6]


def _fonts(pdf: pikepdf.Pdf) -> Detail:
    """Report fonts that are not embedded: the reader's machine replaces them and their letters."""
    missing, count = set(), 0
    for font in _resources(pdf, "/Font"):
        descended = font.get("/DescendantFonts")
        inner = descended[0] if descended is not None and len(descended) else font
        descriptor = inner.get("/FontDescriptor")
        count += 1
        embedded = descriptor is not None and any(
            name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3")
        )
        if not embedded and str(font.get("/Subtype")) != "/Type3":
            missing.add(str(font.get("/BaseFont", "?")).lstrip("/"))
    if not count:
        return Detail("fonts_none")
    if missing:
        return Detail("fonts_missing", ", ".join(sorted(missing)[:8]), warn=True)
    return Detail("fonts_embedded", str(count))


def _resources(pdf: pikepdf.Pdf, name: str) -> Iterator[Any]:
    seen = set()
    for page in pdf.pages:
        resources = page.get("/Resources")
        group: Any = resources.get(name) if resources is not None else None
        if group is None:
            continue
        for each in (group[key] for key in group.keys()):  # noqa: SIM118 - a pikepdf object, no dict
            if each.objgen not in seen or each.objgen == (0, 0):
                seen.add(each.objgen)
                yield each


def _resolution(pdf: pikepdf.Pdf) -> Iterator[Detail]:
    """Report pictures as large as a page below 150 dots an inch, in which small print cannot be read."""
    lowest = None
    for page in pdf.pages:
        width = abs(float(page.mediabox[2]) - float(page.mediabox[0])) / 72 or 1
        for picture in page.get_images(recursive=False).values():
            dots = round(int(picture.get("/Width", 0)) / width)
            if int(picture.get("/Width", 0)) > 400:
                lowest = dots if lowest is None else min(lowest, dots)
    if lowest is not None:
        yield Detail("resolution", str(lowest), warn=lowest < _LOW_DPI)


def _pdfa(pdf: pikepdf.Pdf) -> str:
    metadata = pdf.Root.get("/Metadata")
    if not isinstance(metadata, pikepdf.Stream):
        return ""
    found = _PDFA.search(metadata.read_bytes()[:1_000_000])
    return found.group(1).decode() if found else ""


def _signatures(pdf: pikepdf.Pdf) -> int:
    return sum(
        isinstance(each, pikepdf.Dictionary) and str(each.get("/FT")) == "/Sig" and "/V" in each
        for each in pdf.objects
    )


def _pictures(content: bytes) -> tuple[bytes, ...]:
    """Return the first pages as PNG; the PDF itself is never shown."""
    try:
        document = pypdfium2.PdfDocument(content)
        return tuple(_picture(document[number]) for number in range(min(_SHOWN_PAGES, len(document))))
    except pypdfium2.PdfiumError:
        raise Refused("unreadable") from None


def _picture(page: Any) -> bytes:
    longest = max(page.get_width(), page.get_height(), 1)
    image = page.render(scale=_PREVIEW_PIXELS / longest, may_draw_forms=False).to_pil()
    target = io.BytesIO()
    image.convert("RGB").save(target, "PNG")
    return target.getvalue()

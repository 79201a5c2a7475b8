"""Inside a picture: it is decoded completely, and shown as a new picture made from its pixels."""

import io
from collections.abc import Iterator
from typing import Final

from PIL import Image, UnidentifiedImageError
from PIL.ExifTags import TAGS

from requests_app.inspection.report import Detail, Inspected, Refused, Report

MOST_PIXELS: Final = 100_000_000
MOST_PAGES: Final = 500
_PREVIEW: Final = (900, 900)
_FORMATS: Final = {"png": "PNG", "jpeg": "JPEG", "tiff": "TIFF"}
_LOW_DPI: Final = 150
_GPS: Final = 0x8825
_TELLING: Final = {
    "Artist",
    "Copyright",
    "Make",
    "Model",
    "Software",
    "DateTime",
    "BodySerialNumber",
    "XPAuthor",
}
# What a second program would read behind the end of a picture, or inside it.
_HIDDEN: Final = (
    b"PK\x05\x06",
    b"PK\x03\x04",
    b"%PDF-",
    b"<script",
    b"<html",
    b"<svg",
    b"<?php",
    b"MZ\x90",
)


def inspect(content: bytes, kind: str) -> Inspected:
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    _refuse_polyglot(content, kind)
    try:
        with Image.open(io.BytesIO(content), formats=[_FORMATS[kind]]) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Refused("too_many_points")
            pages = getattr(image, "n_frames", 1) if kind == "tiff" else 1
            if pages > MOST_PAGES:
                raise Refused("too_many_pages")
            details = tuple(_details(image))
            image.load()
            picture = _picture(image)
    except Image.DecompressionBombError:
        raise Refused("too_many_points") from None
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError):
        raise Refused("unreadable") from None
    return Inspected(Report(pages=pages, details=details), (picture,))


def _refuse_polyglot(content: bytes, kind: str) -> None:
    if kind == "png" and b"IEND" not in content:
        raise Refused("unreadable")
    end = {"png": content.rfind(b"IEND") + 8, "jpeg": content.rfind(b"\xff\xd9") + 2}.get(kind)
    if kind == "png" and end is not None and end < len(content) and end > 8:
        raise Refused("two_in_one")
    tail = content[end:] if end is not None and end > 8 else content[-65_600:] if kind == "tiff" else b""
    if any(mark in tail for mark in _HIDDEN):
        raise Refused("two_in_one")


def _details(image: Image.Image) -> Iterator[Detail]:
    yield Detail("picture_size", f"{image.width} × {image.height}")
    dots = image.info.get("dpi")
    if dots and float(dots[0]) > 1:
        yield Detail("resolution", str(round(float(dots[0]))), warn=float(dots[0]) < _LOW_DPI)
    exif = image.getexif()
    if exif.get_ifd(_GPS):
        yield Detail("metadata_place", warn=True)
    for number, value in exif.items():
        name = TAGS.get(number, "")
        if name in _TELLING and str(value).strip():
            yield Detail(
                "metadata_picture", f"{name}: {str(value)[:120]}", warn=name not in {"Make", "Model"}
            )


def _picture(image: Image.Image) -> bytes:
    image.thumbnail(_PREVIEW)
    target = io.BytesIO()
    image.convert("RGB").save(target, "PNG")
    return target.getvalue()

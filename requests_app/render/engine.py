"""WeasyPrint, fenced in. Only the child process imports this: it costs half a second and much C code.

PDF/UA-1 rather than PDF/A: a tagged file is what lets a reader's software, and a machine, follow the
letter. Equal HTML, fonts and library give equal bytes: nothing here reads a clock.
"""

import re
from collections.abc import Mapping
from typing import Any, NoReturn

import pydyf
import weasyprint
from weasyprint.urls import URLFetcher, URLFetcherResponse

_VERSION = re.compile(rb"WeasyPrint [0-9.]+")
_TYPES = {"css": "text/css", "png": "image/png", "svg": "image/svg+xml"}


class NotOurs(ValueError):
    """A document asked for something that is not one of our own assets."""


class Fetcher(URLFetcher):  # type: ignore[misc]
    """Knows `asset:` names out of memory and nothing else: no file, no host, no redirect, no data URL."""

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=("asset",), allow_redirects=False)
        self._assets = assets

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        name = url.removeprefix("asset:")
        if name == url or name not in self._assets:
            raise NotOurs("blocked")
        kind = _TYPES[name.rpartition(".")[2]]
        return URLFetcherResponse(url, self._assets[name], {"Content-Type": kind})

    def open(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise NotOurs("blocked")


def pdf(html: str, assets: Mapping[str, bytes]) -> bytes:
    """Whoever writes `assets` decides how the letter looks; the HTML has no say."""
    document = weasyprint.HTML(string=html, base_url="asset:", url_fetcher=Fetcher(assets))
    written: bytes = document.write_pdf(pdf_variant="pdf/ua-1", finisher=_without_version)
    return written


def _without_version(_document: Any, file: pydyf.PDF) -> None:
    """Which release made the file helps an attacker and no reader."""
    file.info["Producer"] = pydyf.String("WeasyPrint")
    for entry in file.objects:
        if isinstance(entry, pydyf.Stream) and entry.extra.get("Type") == "/Metadata":
            entry.stream = [_VERSION.sub(b"WeasyPrint", part) for part in entry.stream]

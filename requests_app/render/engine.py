"""WeasyPrint with limits. Only the child process imports this module, which costs half a second and
much C code.

PDF/UA-1 rather than PDF/A: a tagged file lets a reader's software, and a machine, follow the letter.
Equal HTML, fonts and library give equal bytes, because nothing here reads a clock.
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
    """The document asked for something that is not one of our own assets."""


class Fetcher(URLFetcher):  # type: ignore[misc]
    """Serves `asset:` names from memory and refuses everything else: files, hosts, redirects, data URLs."""

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
    """Return the PDF. Only `assets` decide how the letter looks; the HTML cannot load anything else."""
    document = weasyprint.HTML(string=html, base_url="asset:", url_fetcher=Fetcher(assets))
    written: bytes = document.write_pdf(pdf_variant="pdf/ua-1", finisher=_without_version)
    return written


def _without_version(_document: Any, file: pydyf.PDF) -> None:
    """Remove the engine's version from the PDF: it helps an attacker and no reader."""
    file.info["Producer"] = pydyf.String("WeasyPrint")
    for entry in file.objects:
        if isinstance(entry, pydyf.Stream) and entry.extra.get("Type") == "/Metadata":
            entry.stream = [_VERSION.sub(b"WeasyPrint", part) for part in entry.stream]

"""PDFs are dear, so that each is made once a session."""

import dataclasses
import io
import re

import pytest
from pypdf import PdfReader

from requests_app.content.snapshot import Snapshot
from requests_app.letter.compose import compose
from requests_app.letter.setting import Stamp
from requests_app.render import html, pdf
from tests.letter.writing import PRESERVATION, REQUEST, SETTING, STAMP


def printed(snapshot: Snapshot, stamp: Stamp = STAMP) -> bytes:
    return pdf.to_pdf(html.printed(compose(snapshot, SETTING, stamp)))


def words_of(page: str) -> str:
    """The text layer with its spaces made equal, as a search does."""
    return re.sub(r"\s+", " ", page)


def pages_of(content: bytes) -> list[str]:
    return [words_of(page.extract_text()) for page in PdfReader(io.BytesIO(content)).pages]


@pytest.fixture(scope="session")
def final() -> bytes:
    return printed(REQUEST)


@pytest.fixture(scope="session")
def draft() -> bytes:
    return printed(PRESERVATION, dataclasses.replace(STAMP, approved=False))

"""What is vendored is what was downloaded: every file is listed, with the sum that it has."""

import hashlib
import re
from pathlib import Path

from django.conf import settings

VENDOR = Path(settings.BASE_DIR) / "static" / "vendor"
ROW = re.compile(r"^\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|$", re.M)


def listed() -> dict[str, str]:
    return dict(ROW.findall((VENDOR / "VENDOR.md").read_text()))


def present() -> dict[str, str]:
    files = [path for path in VENDOR.rglob("*") if path.is_file() and path.name != "VENDOR.md"]
    return {str(path.relative_to(VENDOR)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_every_vendored_file_is_listed_with_its_sum():
    assert present() == listed()


def test_style_sheets_reach_for_nothing_elsewhere():
    sheets = [*VENDOR.rglob("*.css"), *(VENDOR.parent / "css").glob("*.css")]

    addresses = [url for sheet in sheets for url in re.findall(r"url\([\"']?([^\"')]+)", sheet.read_text())]

    assert [url for url in addresses if url.startswith(("http", "//"))] == []


def test_style_sheets_know_both_directions():
    """Left and right are words of one direction; start and end are of both."""
    one_sided = re.compile(r"(?:margin|padding|border)-(?:left|right)\b|^\s*(?:left|right)\s*:", re.M)
    sheets = sorted((VENDOR.parent / "css").glob("*.css"))

    assert [sheet.name for sheet in sheets if one_sided.search(sheet.read_text())] == []

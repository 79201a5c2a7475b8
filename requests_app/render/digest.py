"""One digest of everything but its text on which a printed letter depends: when it changes, a new
document is made.
"""

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import Final

from django.conf import settings

_SOURCES: Final = (
    ("templates/letter", "*.html"),
    ("static/letter", "letter*.css"),
    ("static/fonts/print", "VENDOR.md"),
    ("requests_app/letter", "**/*.toml"),
    ("requests_app/letter", "**/*.py"),
    ("requests_app/render", "engine.py"),
    ("requests_app/render", "coverage.py"),
)


def _files(root: Path) -> list[Path]:
    return sorted(file for folder, pattern in _SOURCES for file in (root / folder).glob(pattern))


def of(root: Path) -> str:
    """Return the digest of the checkout in this folder.

    VENDOR.md holds the digest of every font; the fonts themselves are too large to read at each
    start.
    """
    total = hashlib.sha256(version("weasyprint").encode())
    for file in _files(root):
        name = file.relative_to(root).as_posix()
        total.update(f"{name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


TEMPLATE_DIGEST: Final = of(settings.BASE_DIR)

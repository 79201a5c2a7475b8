"""manage.py render_request FILE|REFERENCE [--face pdf|html|text] -o FILE

Exit code 2 when the request cannot be read, with the place that is wrong, or the letter not be made.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from requests_app.documents import letters
from requests_app.letter.letter import Letter
from requests_app.management.request_sources import from_file_or_reference
from requests_app.render import html, pdf, text

# Each takes the letter and the number of its identifiers, for which the engine gets more time.
FACES: dict[str, Callable[[Letter, int], bytes]] = {
    "pdf": lambda letter, rows: pdf.to_pdf(html.printed(letter), limits=pdf.limits_for(rows)),
    "html": lambda letter, _rows: html.printed(letter).encode(),
    "text": lambda letter, _rows: text.to_text(letter).encode(),
}


class Command(BaseCommand):
    help = "Write the letter of a request, as a draft, into a file."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("source", metavar="FILE|REFERENCE")
        parser.add_argument("--face", choices=FACES, default="pdf")
        parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        snapshot = from_file_or_reference(options["source"])
        try:
            letter = letters.of(snapshot).letter()
            _write(options["output"], FACES[options["face"]](letter, len(snapshot.data_items)))
        except (pdf.RenderFailed, OSError) as reason:
            raise CommandError(str(reason), returncode=2) from reason


def _write(target: Path, content: bytes) -> None:
    """Whole or not at all, and never through a device or a pipe by renaming over it."""
    if target.exists() and not target.is_file():
        target.write_bytes(content)
        return
    part = target.with_name(f".{target.name}.part")
    part.write_bytes(content)
    part.replace(target)

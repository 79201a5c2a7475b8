"""Typst sets the letter from its own language, with our fonts."""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.rivals.blocks import Grid, Heading, Piece, pieces
from requests_app.letter.letter import Letter
from requests_app.render.pdf import FONTS

try:
    import typst
except ImportError:
    typst = None

_SETUP = """#set page(paper: "a4", margin: (top: 32mm, right: 27mm, bottom: 30mm, left: 31mm),
  header: align(center)[#strong("{mark}")],
  footer: context [{reference} #h(1fr) page #counter(page).display() of #counter(page).final().first()])
#set text(font: ("Source Serif 4", "Noto Sans SC"), size: 10.75pt, lang: "en")
"""
_ALONE = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]])"


def missing() -> str:
    return "" if typst else "typst"


def make(letter: Letter) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source = _source(letter, folder)
        content: bytes = typst.compile(str(source), font_paths=[str(FONTS)])
        return content


def make_in_a_fresh_process(letter: Letter) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "letter.pdf"
        command = [sys.executable, "-c", _ALONE, str(_source(letter, folder)), str(target), str(FONTS)]
        subprocess.run(command, check=True)
        return target.read_bytes()


def _source(letter: Letter, folder: str) -> Path:
    mark, reference = letter.furniture.classification, letter.furniture.reference
    head = _SETUP.replace("{mark}", mark).replace("{reference}", f"#{_string(reference)}")
    file = Path(folder) / "letter.typ"
    file.write_text(head + "\n\n".join(map(_piece, pieces(letter))), encoding="utf-8")
    return file


def _piece(piece: Piece) -> str:
    if isinstance(piece, Heading):
        return f"#heading(level: {piece.rank}, {_string(piece.text)})"
    if isinstance(piece, Grid):
        cells = ", ".join(_string(text) for row in piece.rows for text in row)
        return f"#table(columns: {len(piece.rows[0])}, {cells})" if piece.rows else ""
    return f"#par({_string(piece.text)})"


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'

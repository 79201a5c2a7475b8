"""python-docx writes the letter, LibreOffice turns it into PDF."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from bench.rivals.blocks import Grid, Heading, pieces
from requests_app.letter.letter import Letter

try:
    import docx
except ImportError:
    docx = None


def missing() -> str:
    """What must be installed, "" when nothing."""
    wanted = {"python-docx": docx is not None, "LibreOffice (soffice)": shutil.which("soffice") is not None}
    return ", ".join(name for name, found in wanted.items() if not found)


def make(letter: Letter) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "letter.docx"
        _write(letter, file)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return file.with_suffix(".pdf").read_bytes()


def _write(letter: Letter, file: Path) -> None:
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = letter.furniture.classification
    section.footer.paragraphs[0].text = letter.furniture.reference
    for piece in pieces(letter):
        if isinstance(piece, Heading):
            document.add_heading(piece.text, piece.rank)
        elif isinstance(piece, Grid):
            _table(document, piece.rows)
        else:
            document.add_paragraph(piece.text)
    document.save(str(file))


def _table(document: object, rows: list[list[str]]) -> None:
    if not rows:
        return
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text

"""The PDF of the S1 follow-up request: ours warm and fresh, beside two other ways to make it."""

import statistics
from collections.abc import Callable
from functools import partial
from pathlib import Path

from django.core.management import call_command

from bench.rivals import office, typesetter
from bench.table import Bar, Table
from bench.timing import in_turn, milliseconds
from requests_app import exchange
from requests_app.documents import law_half
from requests_app.letter.compose import compose
from requests_app.letter.letter import Letter
from requests_app.render import html, pdf

DATABASE = True
EXAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "s1-follow-up.json"
OURS, FRESH = "ours, ready process", "ours, fresh process"
# An officer who has just approved looks at the page that long without wondering.
WARM_LIMIT_MS, FRESH_LIMIT_MS = 1_500.0, 4_000.0


def measure(rounds: str = "5") -> Table:
    call_command("load_treaties", verbosity=0)
    snapshot = exchange.decode(EXAMPLE.read_bytes())
    letter = compose(snapshot, law_half.setting_of(snapshot))
    acts, notes = _acts(letter)
    times = in_turn(acts, repeat=int(rounds))
    ours = statistics.median(times[OURS])
    rows = [
        {"way": name, **milliseconds(found), "times ours": statistics.median(found) / ours}
        for name, found in times.items()
    ]
    bars = [
        Bar(f"{OURS}, p50 ms", statistics.median(times[OURS]) * 1000, WARM_LIMIT_MS),
        Bar(f"{FRESH}, p50 ms", statistics.median(times[FRESH]) * 1000, FRESH_LIMIT_MS),
    ]
    return Table(rows, bars, notes)


def _acts(letter: Letter) -> tuple[dict[str, Callable[[], object]], list[str]]:
    """Fresh goes first in each round: it leaves a process behind that the warm one then finds ready."""
    acts: dict[str, Callable[[], object]] = {
        FRESH: partial(_fresh, letter),
        OURS: partial(_warm, letter),
        "of it: HTML": partial(html.printed, letter),
    }
    rivals: dict[str, tuple[str, Callable[[], object]]] = {
        "python-docx, LibreOffice": (office.missing(), partial(office.make, letter)),
        "Typst, in this process": (typesetter.missing(), partial(typesetter.make, letter)),
        "Typst, fresh process": (
            typesetter.missing(),
            partial(typesetter.make_in_a_fresh_process, letter),
        ),
    }
    acts |= {name: act for name, (missing, act) in rivals.items() if not missing}
    notes = [
        f"Not measured: {name}; not installed: {missing}"
        for name, (missing, _) in rivals.items()
        if missing
    ]
    notes.append("Only ours is tagged (PDF/UA-1); the others set the same words with less layout.")
    return acts, notes


def _warm(letter: Letter) -> bytes:
    return pdf.to_pdf(html.printed(letter))


def _fresh(letter: Letter) -> bytes:
    pdf.close()
    return _warm(letter)

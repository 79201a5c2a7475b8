"""How long a command takes before it does anything: Python, then Django, then the printing engine."""

import subprocess
import sys
from collections.abc import Callable
from functools import partial

from bench.table import Bar, Table
from bench.timing import in_turn, milliseconds

STARTS = {
    "python": "pass",
    "django": "import django; django.setup()",
    "django and urls": "import django; django.setup(); import mla_portal.urls",
    "weasyprint": "import weasyprint",
}
# A person who types a command waits for this, every time.
LIMIT_MS = 1500.0


def measure(rounds: str = "5") -> Table:
    acts: dict[str, Callable[[], object]] = {name: partial(_start, code) for name, code in STARTS.items()}
    figures = {name: milliseconds(times) for name, times in in_turn(acts, repeat=int(rounds)).items()}
    bar = Bar("django and urls, p50 ms", figures["django and urls"]["p50 ms"], LIMIT_MS)
    return Table(rows=[{"start": name, **row} for name, row in figures.items()], bars=[bar])


def _start(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)

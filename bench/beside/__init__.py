"""The save of one row among 200, here and in another checkout, in alternation: `script/bench beside PATH`.

The other checkout must have its packages (`script/bench` has run in it once). Each of the two has a process
and a database of its own on one server. They save in turn, so that the load of the machine meets both.
"""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from bench.table import Bar, Cell, Table
from bench.timing import milliseconds

HERE = Path(__file__).resolve().parent.parent.parent
SAVER = Path(__file__).with_name("saver.py")
# A save among many rows is to take at most two thirds of what it took before it was worked on.
MOST_OF_THE_OTHER = 2 / 3


def measure(other: str = "../base", repeat: str = "100") -> Table:
    savers = [Saver(Path(other).resolve(), "other"), Saver(HERE, "here")]
    try:
        for saver in savers:
            saver.wait_until_ready()
        for _ in range(int(repeat)):
            for saver in savers:
                saver.save()
    finally:
        for saver in savers:
            saver.end()
    before, after = savers
    pairs = [now / then for then, now in zip(before.times, after.times, strict=True)]
    least, p95 = (after.row()[name] / before.row()[name] for name in ("least ms", "p95 ms"))
    bars = [
        Bar("p95 of a save, times the other", p95, MOST_OF_THE_OTHER),
        Bar("least of a save, times the other", least, MOST_OF_THE_OTHER),
        Bar("median of the pairs, times the other", median(pairs), MOST_OF_THE_OTHER),
    ]
    rows: list[dict[str, Cell]] = [{"checkout": saver.commit, **saver.row()} for saver in savers]
    return Table(rows, bars)


class Saver:
    """A process of one checkout that saves once for each line it is sent, and answers with its times."""

    def __init__(self, checkout: Path, database: str) -> None:
        self.times: list[float] = []
        self.processor: list[float] = []
        self.commit = _commit(checkout)
        url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/beside_{database}").geturl()
        python = checkout / ".venv" / "bin" / "python"
        self._process = subprocess.Popen(
            [str(python if python.exists() else sys.executable), "-W", "ignore", str(SAVER)],
            cwd=checkout,
            env=os.environ | {"DATABASE_URL": url, "PYTHONPATH": str(checkout)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def wait_until_ready(self) -> None:
        self._answer()

    def save(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("save\n")
        self._process.stdin.flush()
        wall, processor = self._answer().split()
        self.times.append(float(wall))
        self.processor.append(float(processor))

    def row(self) -> dict[str, float]:
        return milliseconds(self.times) | {
            "processor least ms": min(self.processor) * 1000,
            "processor p50 ms": median(self.processor) * 1000,
        }

    def end(self) -> None:
        self._process.communicate()

    def _answer(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the process of a checkout has ended: what it said stands above")
        return line


def _commit(checkout: Path) -> str:
    said = subprocess.run(
        ["git", "-C", str(checkout), "rev-parse", "--short", "HEAD"],
        capture_output=True,
        text=True,
        check=True,
    )
    return said.stdout.strip()

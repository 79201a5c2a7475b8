"""The lock files: every version of every package, direct or not, with the hashes of all its files.

One lock serves Python 3.11 and newer on every kind of machine; where only some versions of Python
need a package, its line says so. The tool that writes them is installed only while the command runs,
and is locked itself.
"""

import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from script.runtime.checkout import Checkout
from script.runtime.say import CannotGoOn

TOOL = "requirements-lock.txt"
# The first stands alone; the others take from it the version of what they share with it.
SOURCES = (
    "requirements.in",
    "requirements-build.in",
    "requirements-embedded.in",
    "requirements-dev.in",
    "requirements-lock.in",
)
# Without what would name the host of a registry: each installation chooses its own.
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-header",
    "--quiet",
)


def write(checkout: Checkout, arguments: Sequence[str] = ()) -> None:
    with tempfile.TemporaryDirectory() as directory:
        pip = [str(checkout.python), "-m", "pip", "install", "--quiet", "--require-hashes", "--no-deps"]
        _run([*pip, "--target", directory, "-r", str(checkout.root / TOOL)], checkout.root)
        for command in commands(Path(directory, "bin", "uv"), arguments):
            _run(command, checkout.root)


def commands(tool: Path, arguments: Sequence[str]) -> Iterable[list[str]]:
    for source in SOURCES:
        target = Path(source).with_suffix(".txt").name
        yield [str(tool), "pip", "compile", source, "--output-file", target, *OPTIONS, *arguments]


def _run(command: list[str], root: Path) -> None:
    done = subprocess.run(command, check=False, cwd=root, capture_output=True, text=True)
    if done.returncode:
        raise CannotGoOn(f"the locks could not be written:\n{done.stderr.strip()[-2000:]}")

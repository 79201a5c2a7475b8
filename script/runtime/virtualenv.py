"""The virtual environment and the pinned Python packages in it."""

import hashlib
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from script.runtime import packages
from script.runtime.checkout import Checkout
from script.runtime.say import CannotGoOn, say

RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"


def ensure(checkout: Checkout, *, development: bool = False) -> None:
    """A working environment with exactly the pinned packages; nothing is done when nothing changed."""
    if not _works(checkout.python):
        _create(checkout)
    names = [RUNTIME, DEVELOPMENT] if development else [RUNTIME]
    if not _is_current(checkout, names):
        _install(checkout, names)


def _works(python: Path) -> bool:
    """A virtual environment breaks when the Python it came from is upgraded or removed."""
    if not python.exists():
        return False
    probe = [str(python), "-c", "import pip"]
    return subprocess.run(probe, check=False, capture_output=True).returncode == 0


def _create(checkout: Checkout) -> None:
    say(f"making a virtual environment with Python {sys.version.split()[0]}")
    if not _has_ensurepip():
        _provide_pip(checkout)
    venv.create(checkout.venv, clear=True, symlinks=True, with_pip=_has_ensurepip())
    if not _has_ensurepip():
        _install_pip_from(_pip_wheel(checkout), checkout)


def _has_ensurepip() -> bool:
    """Debian splits it from Python into python3-venv."""
    probe = [sys.executable, "-c", "import ensurepip; ensurepip.version()"]
    return subprocess.run(probe, check=False, capture_output=True).returncode == 0


def _provide_pip(checkout: Checkout) -> None:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    packages.provide([f"python{version}-venv"], purpose="a virtual environment", unpack_to=checkout.native)


def _pip_wheel(checkout: Checkout) -> Path:
    """From the package that python3-venv depends on, unpacked because it could not be installed."""
    wheels = sorted((checkout.native / "usr/share/python-wheels").glob("pip-*.whl"))
    if not wheels:
        raise CannotGoOn(
            "a virtual environment needs the package python3-venv: install it, then run this again."
        )
    return wheels[-1]


def _install_pip_from(wheel: Path, checkout: Checkout) -> None:
    pip = [str(checkout.python), str(wheel / "pip"), "install", "--quiet", "--no-index", str(wheel)]
    subprocess.run(pip, check=True, stdout=subprocess.DEVNULL)


def _install(checkout: Checkout, names: Sequence[str]) -> None:
    say(f"installing the Python packages of {' and '.join(names)} (a minute or two)")
    wanted = [word for name in names for word in ("-r", str(checkout.root / name))]
    pip = [str(checkout.python), "-m", "pip", "install", "--quiet", "--no-input"]
    command = [*pip, "--disable-pip-version-check", *wanted]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise CannotGoOn(f"pip could not install {' and '.join(names)}:\n{done.stderr.strip()[-2000:]}")
    for name in names:
        _mark(checkout, name).write_text(_digest(checkout, name))


def _is_current(checkout: Checkout, names: Sequence[str]) -> bool:
    marks = [(_mark(checkout, name), _digest(checkout, name)) for name in names]
    return all(mark.is_file() and mark.read_text() == digest for mark, digest in marks)


def _mark(checkout: Checkout, name: str) -> Path:
    """Inside the environment, so that it goes when the environment goes."""
    return checkout.venv / f"installed-{name}.sha256"


def _digest(checkout: Checkout, name: str) -> str:
    return hashlib.sha256((checkout.root / name).read_bytes()).hexdigest()

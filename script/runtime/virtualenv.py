"""The virtual environment and the locked Python packages in it."""

import hashlib
import re
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from script.runtime import packages
from script.runtime.checkout import Checkout
from script.runtime.say import CannotGoOn, say

BUILD = "requirements-build.txt"
RUNTIME = "requirements.txt"
EMBEDDED = "requirements-embedded.txt"
DEVELOPMENT = "requirements-dev.txt"
LOCKS = (BUILD, RUNTIME, EMBEDDED, DEVELOPMENT)
# What a package is built with comes from a lock as well: pip fetches nothing for it.
FROM_LOCKS = ("--require-hashes", "--no-build-isolation")
# Python brings its own along.
OF_THE_ENVIRONMENT = frozenset({"pip"})
INSTALLED = """
from importlib.metadata import distributions
print(*{found.metadata["Name"] for found in distributions()})
"""


def ensure(checkout: Checkout, *, development: bool = False) -> None:
    """Make an environment that holds the locked packages and no others; do nothing when nothing changed."""
    if not _works(checkout.python):
        _create(checkout)
    build, *others = needed(checkout, development=development)
    for names in ([build], others):
        if not _is_current(checkout, names):
            _install(checkout, names)


def needed(checkout: Checkout, *, development: bool = False) -> list[str]:
    """Return the lock files to install; the tests need the embedded servers wherever the portal's are."""
    points_elsewhere = checkout.setting("DATABASE_URL") and checkout.setting("REDIS_URL")
    embedded = [] if points_elsewhere and not development else [EMBEDDED]
    return [BUILD, RUNTIME, *embedded, *([DEVELOPMENT] if development else [])]


def locked(text: str) -> dict[str, str]:
    """Return the version of each package that a lock file names, by the package's normal name."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", text, re.M)
    return {normal(name): version for name, version in found}


def normal(name: str) -> str:
    """Return the one spelling that all spellings of a package's name stand for."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _works(python: Path) -> bool:
    """Whether the environment works: it breaks when its Python is upgraded or removed."""
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
    """Whether Python has ensurepip, which Debian moves into python3-venv."""
    probe = [sys.executable, "-c", "import ensurepip; ensurepip.version()"]
    return subprocess.run(probe, check=False, capture_output=True).returncode == 0


def _provide_pip(checkout: Checkout) -> None:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    packages.provide([f"python{version}-venv"], purpose="a virtual environment", unpack_to=checkout.native)


def _pip_wheel(checkout: Checkout) -> Path:
    """Return pip's wheel from the package that python3-venv depends on, unpacked because it could not
    be installed.
    """
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
    listed = " and ".join(names)
    say(f"installing the Python packages of {listed} (a minute or two)")
    wanted = [word for name in names for word in ("-r", str(checkout.root / name))]
    if failure := _pip(checkout, "install", *FROM_LOCKS, *wanted):
        raise CannotGoOn(f"pip could not install {listed}:\n{failure[-2000:]}")
    _remove_strangers(checkout)
    for name in names:
        _mark(checkout, name).write_text(_digest(checkout, name))


def _remove_strangers(checkout: Checkout) -> None:
    """Uninstall what no lock names, such as packages of an earlier version of the portal."""
    texts = [(checkout.root / name).read_text() for name in LOCKS if (checkout.root / name).is_file()]
    known = OF_THE_ENVIRONMENT.union(*map(locked, texts))
    probe = [str(checkout.python), "-c", INSTALLED]
    installed = subprocess.run(probe, check=True, capture_output=True, text=True).stdout.split()
    strangers = sorted(name for name in installed if normal(name) not in known)
    if not strangers:
        return
    say(f"removing Python packages that no lock names: {' '.join(strangers)}")
    if failure := _pip(checkout, "uninstall", "--yes", *strangers):
        raise CannotGoOn(f"pip could not remove {' '.join(strangers)}:\n{failure[-2000:]}")


def _pip(checkout: Checkout, command: str, *arguments: str) -> str:
    """Run pip; return its complaint, where "" means that it succeeded."""
    pip = [str(checkout.python), "-m", "pip", command, "--quiet", "--no-input"]
    done = subprocess.run(
        [*pip, "--disable-pip-version-check", *arguments], check=False, capture_output=True, text=True
    )
    return (done.stderr.strip() or "no message") if done.returncode else ""


def _is_current(checkout: Checkout, names: Sequence[str]) -> bool:
    marks = [(_mark(checkout, name), _digest(checkout, name)) for name in names]
    return all(mark.is_file() and mark.read_text() == digest for mark, digest in marks)


def _mark(checkout: Checkout, name: str) -> Path:
    """Return the path of the mark inside the environment, which goes when the environment goes."""
    return checkout.venv / f"installed-{name}.sha256"


def _digest(checkout: Checkout, name: str) -> str:
    return hashlib.sha256((checkout.root / name).read_bytes()).hexdigest()

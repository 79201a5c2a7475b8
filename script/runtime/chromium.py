"""The Chromium that the browser journeys drive."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from script.runtime import native, packages
from script.runtime.checkout import Checkout
from script.runtime.say import CannotGoOn, say

NAMES = ("chromium", "google-chrome", "chromium-browser")
PURPOSE = "the browser tests"


def ensure(checkout: Checkout) -> dict[str, str]:
    """Yields the variable by which the journeys find it; empty when they were declined."""
    if checkout.is_on("WITHOUT_BROWSER"):
        return {}
    found = _working(checkout) or _provided(checkout)
    if found is None:
        raise CannotGoOn(
            f"{PURPOSE} need Chromium, and none could be installed: install Debian's chromium or Google"
            " Chrome, name it in CHROMIUM=/path/to/it, or leave those tests out with WITHOUT_BROWSER=1."
        )
    return {"CHROMIUM": str(found)}


def _working(checkout: Checkout) -> Path | None:
    """Starting it is the only proof: Ubuntu's package of that name is a stub that asks for a snap."""
    environ = {**checkout.process, **native.environment(checkout)}
    return next((path for path in _candidates(checkout) if _starts(path, environ)), None)


def _candidates(checkout: Checkout) -> Iterator[Path]:
    if named := checkout.setting("CHROMIUM"):
        yield Path(named)
        return
    yield from (Path(path) for name in NAMES if (path := shutil.which(name)))
    yield checkout.native / "usr/lib/chromium/chromium"
    yield from sorted(_playwright_browsers(checkout).glob("chromium-*/chrome-linux*/chrome"), reverse=True)


def _playwright_browsers(checkout: Checkout) -> Path:
    return checkout.var / "browsers"


def _starts(path: Path, environ: Mapping[str, str]) -> bool:
    if not path.exists():
        return False
    try:
        done = subprocess.run(
            [str(path), "--version"], check=False, env=environ, capture_output=True, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _provided(checkout: Checkout) -> Path | None:
    if _is_a_real_package():
        packages.provide(["chromium"], purpose=PURPOSE, unpack_to=checkout.native)
    else:
        _download(checkout)
    return _working(checkout)


def _is_a_real_package() -> bool:
    """Ubuntu has no chromium of its own but in the snap store."""
    release = Path("/etc/os-release")
    return bool(shutil.which("apt-get")) and "ID=ubuntu" not in release.read_text().splitlines()


def _download(checkout: Checkout) -> None:
    """Playwright's own build, with the libraries it needs when we may install them."""
    say(f"{PURPOSE}: no Chromium among this system's packages; downloading Playwright's")
    playwright = str(checkout.venv / "bin" / "playwright")
    dependencies = ["--with-deps"] if os.geteuid() == 0 else []
    environ = {**checkout.process, "PLAYWRIGHT_BROWSERS_PATH": str(_playwright_browsers(checkout))}
    command = [playwright, "install", *dependencies, "--only-shell", "chromium"]
    subprocess.run(command, check=False, env=environ, capture_output=True)

"""The Chromium that the browser tests use."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from script.runtime import packages
from script.runtime.checkout import Checkout
from script.runtime.say import CannotGoOn, say
from script.runtime.unpacking import library_path, unpack_from_debian

NAMES = ("chromium", "google-chrome", "chromium-browser")
PURPOSE = "the browser tests"
LAUNCHER = """\
#!/bin/sh
LD_LIBRARY_PATH='{libraries}' FONTCONFIG_FILE='{fonts}' exec '{program}' "$@"
"""
# A system too bare for Chromium may have no fonts, and text without any font has no height to be seen at.
# What the system has is not unpacked again, so both places are named.
FONTS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{unpacked}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


def ensure(checkout: Checkout) -> dict[str, str]:
    """Return the variable by which the tests find the browser; nothing when browser tests were declined."""
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
    return next((path for path in _candidates(checkout) if _starts(path)), None)


def _candidates(checkout: Checkout) -> Iterator[Path]:
    if named := checkout.setting("CHROMIUM"):
        yield Path(named)
        return
    yield from (Path(path) for name in NAMES if (path := shutil.which(name)))
    yield _launcher(checkout)


def _launcher(checkout: Checkout) -> Path:
    return checkout.browser / "chromium"


def _starts(path: Path) -> bool:
    """Whether the browser starts. Only a trial tells: Ubuntu's program of that name is a stub that
    asks for a snap.
    """
    try:
        done = subprocess.run([str(path), "--version"], check=False, capture_output=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _provided(checkout: Checkout) -> Path | None:
    if _is_ubuntu():
        say(f"{PURPOSE}: Ubuntu has Chromium only as a snap; unpacking Debian's under {checkout.browser}")
        unpack_from_debian(["chromium"], checkout.browser)
    else:
        packages.provide(["chromium"], purpose=PURPOSE, unpack_to=checkout.browser)
    _write_launcher(checkout)
    return _working(checkout)


def _is_ubuntu() -> bool:
    release = Path("/etc/os-release")
    return release.exists() and "ID=ubuntu" in release.read_text().splitlines()


def _write_launcher(checkout: Checkout) -> None:
    """Write a launcher for an unpacked browser, so that only the browser sees its libraries."""
    program = checkout.browser / "usr/lib/chromium/chromium"
    if not program.exists():
        return
    fonts = checkout.browser / "fonts.conf"
    fonts.write_text(
        FONTS.format(unpacked=checkout.browser / "usr/share/fonts", cache=checkout.browser / "cache")
    )
    launcher = _launcher(checkout)
    libraries = library_path(checkout.browser)
    launcher.write_text(LAUNCHER.format(libraries=libraries, fonts=fonts, program=program))
    launcher.chmod(0o755)

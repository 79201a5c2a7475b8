"""The native libraries that Python packages load and do not contain."""

import os
import subprocess
from collections.abc import Iterable, Mapping

from script.runtime import packages
from script.runtime.checkout import Checkout
from script.runtime.say import CannotGoOn
from script.runtime.unpacking import library_path

# Without libharfbuzz-subset WeasyPrint works, but a letter takes six times as long.
PRINTING = {
    "libgobject-2.0.so.0": "libpango-1.0-0",
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libharfbuzz.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libfontconfig.so.1": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
DRIVING_A_BROWSER = {"libatomic.so.1": "libatomic1"}
PROBE = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""


def environment(checkout: Checkout) -> dict[str, str]:
    """Return the variables that the portal's processes need to find unpacked libraries."""
    unpacked = library_path(checkout.native)
    inherited = checkout.process.get("LD_LIBRARY_PATH", "")
    path = os.pathsep.join(part for part in (unpacked, inherited) if part)
    return {"LD_LIBRARY_PATH": path} if unpacked else {}


def ensure(checkout: Checkout, *, development: bool = False) -> None:
    _ensure(checkout, PRINTING, purpose="printing letters")
    if development:
        _ensure(checkout, DRIVING_A_BROWSER, purpose="the browser tests")


def _ensure(checkout: Checkout, package_of: Mapping[str, str], *, purpose: str) -> None:
    missing = _missing(checkout, package_of)
    if not missing:
        return
    wanted = sorted({package_of[name] for name in missing})
    packages.provide(wanted, purpose=purpose, unpack_to=checkout.native)
    if still := _missing(checkout, package_of):
        raise CannotGoOn(f"{purpose} needs {', '.join(still)}, which {' '.join(wanted)} did not bring.")


def _missing(checkout: Checkout, names: Iterable[str]) -> list[str]:
    """Return the missing libraries. A new process is asked, because the library path is read when a
    process starts.
    """
    probe = [str(checkout.python), "-c", PROBE, *names]
    environ = {**checkout.process, **environment(checkout)}
    return subprocess.run(probe, check=True, env=environ, capture_output=True, text=True).stdout.split()

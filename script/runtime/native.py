"""The native libraries WeasyPrint loads, which no Python package brings along."""

import os
import subprocess

from script.runtime import packages
from script.runtime.checkout import Checkout
from script.runtime.say import CannotGoOn
from script.runtime.unpacking import library_path

# Without libharfbuzz-subset WeasyPrint works, but a letter takes six times as long.
PACKAGE_OF = {
    "libgobject-2.0.so.0": "libpango-1.0-0",
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libharfbuzz.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libfontconfig.so.1": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
PROBE = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""


def environment(checkout: Checkout) -> dict[str, str]:
    """What the portal's processes need in their environment to find unpacked libraries."""
    unpacked = library_path(checkout.native)
    inherited = checkout.process.get("LD_LIBRARY_PATH", "")
    path = os.pathsep.join(part for part in (unpacked, inherited) if part)
    return {"LD_LIBRARY_PATH": path} if unpacked else {}


def ensure(checkout: Checkout) -> None:
    missing = _missing(checkout)
    if not missing:
        return
    wanted = sorted({PACKAGE_OF[name] for name in missing})
    packages.provide(wanted, purpose="printing letters", unpack_to=checkout.native)
    if still := _missing(checkout):
        raise CannotGoOn(f"printing letters needs {', '.join(still)}, which the packages did not bring.")


def _missing(checkout: Checkout) -> list[str]:
    """Asked of a fresh process: the library path is read once, when a process starts."""
    probe = [str(checkout.python), "-c", PROBE, *PACKAGE_OF]
    environ = {**checkout.process, **environment(checkout)}
    return subprocess.run(probe, check=True, env=environ, capture_output=True, text=True).stdout.split()

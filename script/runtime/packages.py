"""System packages: installed as root or with sudo, or unpacked under `var` by a user who may not
install them.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from script.runtime.processes import succeeds
from script.runtime.say import CannotGoOn, say
from script.runtime.unpacking import unpack


def provide(packages: Sequence[str], *, purpose: str, unpack_to: Path) -> None:
    """Make the packages available by the first way that works."""
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        raise CannotGoOn(f"{purpose} needs {names} (Debian's names): install them, then run this again.")
    if _install(packages, purpose):
        return
    say(f"{purpose}: unpacking {names} under {unpack_to} (no root needed)")
    if not unpack(packages, unpack_to):
        raise CannotGoOn(
            f"{purpose} needs {names}, and apt-get could not fetch them: apt-get install {names}"
        )


def _install(packages: Sequence[str], purpose: str) -> bool:
    prefix = _as_root()
    if prefix is None:
        return False
    say(f"{purpose}: installing {' '.join(packages)}{' with sudo' if prefix else ''}")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    install = [*apt, "-y", "--no-install-recommends", "install", *packages]
    return succeeds([*apt, "update"]) and succeeds(install)


def _as_root() -> list[str] | None:
    """Return the command prefix with which root runs a command; None means that there is no such way."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and (succeeds(["sudo", "-n", "true"]) or _sudo_after_asking()):
        return ["sudo"]
    return None


def _sudo_after_asking() -> bool:
    if not sys.stdin.isatty():
        return False
    say("a system package is missing; sudo may ask for your password")
    return subprocess.run(["sudo", "-v"], check=False).returncode == 0

"""System packages: installed as root or with sudo, or unpacked under `var` by someone who may not."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from script.runtime.say import CannotGoOn, say

QUIET = {"DEBIAN_FRONTEND": "noninteractive"}
LIBRARY_DIRECTORIES = ("usr/lib/*-linux-gnu*", "lib/*-linux-gnu*")
# Debian keeps some libraries of Chromium one level down and finds them by a path compiled in.
NESTED_LIBRARIES = ("nss", "pulseaudio")


def provide(packages: Sequence[str], *, purpose: str, unpack_to: Path) -> None:
    """Make the packages available by the first way that works."""
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        raise CannotGoOn(f"{purpose} needs {names} (Debian's names): install them, then run this again.")
    if _install(packages, purpose) or _unpack(packages, purpose, unpack_to):
        return
    raise CannotGoOn(f"{purpose} needs {names}, and apt-get could not fetch them: apt-get install {names}")


def library_path(unpacked: Path) -> str:
    """What LD_LIBRARY_PATH needs so that unpacked packages are found; empty when there are none."""
    found = [path for pattern in LIBRARY_DIRECTORIES for path in sorted(unpacked.glob(pattern))]
    nested = [path / name for path in found for name in NESTED_LIBRARIES if (path / name).is_dir()]
    return os.pathsep.join(map(str, found + nested))


def _install(packages: Sequence[str], purpose: str) -> bool:
    prefix = _as_root()
    if prefix is None:
        return False
    say(f"{purpose}: installing {' '.join(packages)}{' with sudo' if prefix else ''}")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    install = [*apt, "-y", "--no-install-recommends", "install", *packages]
    return _succeeds([*apt, "update"]) and _succeeds(install)


def _as_root() -> list[str] | None:
    """The words to put before a command so that root runs it; None when there is no such way."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and (_succeeds(["sudo", "-n", "true"]) or _sudo_after_asking()):
        return ["sudo"]
    return None


def _sudo_after_asking() -> bool:
    if not sys.stdin.isatty():
        return False
    say("a system package is missing; sudo may ask for your password (Ctrl-C: go on without it)")
    try:
        return subprocess.run(["sudo", "-v"], check=False).returncode == 0
    except KeyboardInterrupt:
        return False


def _unpack(packages: Sequence[str], purpose: str, target: Path) -> bool:
    """Without root: apt with lists and a cache of its own, and dpkg as a mere archiver."""
    say(f"{purpose}: unpacking {' '.join(packages)} under {target} (no root needed)")
    apt = _private_apt(target / "apt")
    download = [*apt, "-y", "--no-install-recommends", "--download-only", "install", *packages]
    if not (_succeeds([*apt, "update"]) and _succeeds(download)):
        return False
    archives = target / "apt" / "cache" / "archives"
    unpacked = all(_succeeds(["dpkg-deb", "-x", str(deb), str(target)]) for deb in archives.glob("*.deb"))
    shutil.rmtree(target / "apt")
    return unpacked


def _private_apt(home: Path) -> list[str]:
    for needed in ("lists/partial", "cache/archives/partial"):
        (home / needed).mkdir(parents=True, exist_ok=True)
    options = {
        "Dir::State::lists": home / "lists",
        "Dir::Cache": home / "cache",
        "APT::Sandbox::User": "",
        "Debug::NoLocking": "true",
    }
    return [
        "apt-get",
        "-qq",
        *(word for name, value in options.items() for word in ("-o", f"{name}={value}")),
    ]


def _succeeds(command: Sequence[str]) -> bool:
    done = subprocess.run(
        command,
        check=False,
        env=os.environ | QUIET,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    return done.returncode == 0

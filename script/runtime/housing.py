"""Where the embedded servers live, and under which account they run.

PostgreSQL refuses to run as root. When root starts the portal, both servers run as `nobody`, or as
the owner of data that already exist. A checkout under /root is closed to that account, and /root must
not be opened for it: then programs and data lie under /var/lib/mla-portal, with a link in `var`.
"""

import hashlib
import os
import pwd
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from script.runtime.checkout import Checkout
from script.runtime.say import CannotGoOn

# The kernel's limit for the path of a socket is 107 bytes; the longest name within is `.s.PGSQL.5432`.
LONGEST_SOCKET_DIRECTORY = 107 - len("/.s.PGSQL.5432")


@dataclass(frozen=True)
class Housing:
    """The directories of the embedded servers, and their account."""

    home: Path
    account: pwd.struct_passwd
    sockets: Path

    @property
    def spawning(self) -> dict[str, Any]:
        """Return the arguments that start a process as the account, with none of our environment."""
        environ = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}
        if self.account.pw_uid == os.geteuid():
            return {"cwd": "/", "env": environ}
        return {
            "cwd": "/",
            "env": environ,
            "user": self.account.pw_uid,
            "group": self.account.pw_gid,
            "extra_groups": [],
        }

    def give(self, path: Path) -> None:
        """Make the account the owner of a directory, closed to everyone else."""
        path.mkdir(parents=True, exist_ok=True)
        path.chmod(0o700)
        if self.account.pw_uid != path.stat().st_uid:
            os.chown(path, self.account.pw_uid, self.account.pw_gid)


def find(checkout: Checkout) -> Housing:
    home = _home(checkout)
    account = _account(home)
    housing = Housing(home, account, _sockets(home))
    housing.give(housing.sockets)
    return housing


def _home(checkout: Checkout) -> Path:
    pointer = checkout.var / "services"
    if not (pointer.exists() or pointer.is_symlink() or _suits_the_account(checkout.var)):
        name = hashlib.sha256(bytes(pointer)).hexdigest()[:12]
        _make_open(checkout.outside, checkout.outside / name)
        pointer.symlink_to(checkout.outside / name)
    home = pointer.resolve()
    home.mkdir(parents=True, exist_ok=True)
    if not _suits_the_account(home):
        raise CannotGoOn(
            f"{home} is closed to the account that PostgreSQL runs as: chmod o+x it and its parents."
        )
    return home


def _suits_the_account(path: Path) -> bool:
    """Whether the account can reach the path; an ordinary user runs the servers under their own account."""
    parts = (path.resolve(), *path.resolve().parents)
    return os.geteuid() != 0 or all(part.stat().st_mode & 0o001 for part in parts)


def _make_open(*directories: Path) -> None:
    """Open the directory whatever root's umask is; private files lie in closed directories below it."""
    for directory in directories:
        directory.mkdir(parents=True, exist_ok=True)
        directory.chmod(0o755)


def _account(home: Path) -> pwd.struct_passwd:
    data = home / "postgres"
    uid = data.stat().st_uid if data.exists() else os.geteuid()
    if os.geteuid() == 0:
        return pwd.getpwuid(uid) if uid else pwd.getpwnam("nobody")
    if uid != os.geteuid():
        raise CannotGoOn(
            f"{data} belongs to {pwd.getpwuid(uid).pw_name}: run this as that user, or as root."
        )
    return pwd.getpwuid(uid)


def _sockets(home: Path) -> Path:
    beside = home / "sockets"
    if len(bytes(beside)) <= LONGEST_SOCKET_DIRECTORY:
        return beside
    record = home / "sockets.path"
    if record.is_file() and _is_still_ours(recorded := Path(record.read_text()), home):
        return recorded
    made = Path(tempfile.mkdtemp(prefix="mla-portal-"))
    record.write_text(str(made))
    return made


def _is_still_ours(directory: Path, home: Path) -> bool:
    """Whether the temporary directory is still ours: it may have been removed, and its name taken by
    someone else.
    """
    if not directory.is_dir() or directory.is_symlink():
        return False
    state = directory.stat()
    return state.st_uid in {os.geteuid(), _account(home).pw_uid} and not state.st_mode & 0o077

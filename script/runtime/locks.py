"""Locks between the commands of one checkout.

They are `flock`s: the kernel releases them when a process dies, so no lock can be stale.
"""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from script.runtime.say import say

LEAVING = "leaving"
LOOK_EVERY_SECONDS = 0.1


@dataclass(frozen=True)
class Held:
    """A lock that this command holds; it can announce that it will release the lock soon."""

    file: TextIO

    def leave(self) -> None:
        self.file.write(LEAVING)
        self.file.flush()


@contextmanager
def exclusive(path: Path, *, waiting_for: str = "") -> Iterator[None]:
    """Hold the lock; wait for it, and print the message when there is one."""
    with _opened(path) as file:
        if not _tried(file, fcntl.LOCK_EX):
            if waiting_for:
                say(f"waiting for {waiting_for}")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def only_one(path: Path, *, waiting_for: str = "the other to end") -> Iterator[Held | None]:
    """Hold the lock if it is free or its holder is about to leave; None means that the holder stays."""
    with _opened(path) as file:
        yield Held(file) if _taken(file, path, waiting_for) else None


def _taken(file: TextIO, path: Path, waiting_for: str) -> bool:
    """Try again and again, because a third command may take the lock and stay."""
    told = False
    while not _tried(file, fcntl.LOCK_EX):
        if path.read_text() != LEAVING:
            return False
        if not told:
            say(f"waiting for {waiting_for}")
            told = True
        time.sleep(LOOK_EVERY_SECONDS)
    file.truncate(0)
    return True


def share(path: Path) -> TextIO:
    """Count as one user of what the lock stands for, until the file is closed."""
    file = _opened(path)
    fcntl.flock(file, fcntl.LOCK_SH)
    return file


def is_free(path: Path) -> bool:
    with _opened(path) as file:
        return _tried(file, fcntl.LOCK_EX)


def _opened(path: Path) -> TextIO:
    return path.open("a")


def _tried(file: TextIO, operation: int) -> bool:
    try:
        fcntl.flock(file, operation | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True

"""Locks between the commands of one checkout.

They are `flock`s: the kernel gives them back when a process dies, however it dies. No lock can be stale.
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
    """A lock that was free; whoever holds it can say that it will be free again soon."""

    file: TextIO

    def leave(self) -> None:
        self.file.write(LEAVING)
        self.file.flush()


@contextmanager
def exclusive(path: Path, *, waiting_for: str = "") -> Iterator[None]:
    """Hold the lock; wait for it, and say so when there is something to say."""
    with _opened(path) as file:
        if not _tried(file, fcntl.LOCK_EX):
            if waiting_for:
                say(f"waiting for {waiting_for}")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def only_one(path: Path, *, waiting_for: str = "the other to end") -> Iterator[Held | None]:
    """Hold the lock if it is free, or as soon as its holder has left; None means that the holder stays."""
    with _opened(path) as file:
        yield Held(file) if _taken(file, path, waiting_for) else None


def _taken(file: TextIO, path: Path, waiting_for: str) -> bool:
    """Looked at again and again: a third command may have taken the lock, and may stay."""
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
    """Be counted as one user of what the lock stands for, until the file is closed."""
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

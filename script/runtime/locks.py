"""Locks between the commands of one checkout.

They are `flock`s: the kernel gives them back when a process dies, however it dies. No lock can be stale.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from script.runtime.say import say


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
def only_one(path: Path) -> Iterator[bool]:
    """Hold the lock if it is free; tells whether it was."""
    with _opened(path) as file:
        yield _tried(file, fcntl.LOCK_EX)


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

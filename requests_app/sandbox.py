"""Limits for a process that reads what others wrote: rlimits, and an audit hook that refuses files,
sockets and programs.

Used by the processes that print letters and that look into uploaded files. Pure: no Django.
"""

import os
import resource
import sys
from pathlib import Path
from typing import Any

# How such a process says how it ended: an exit code, since a text could hold the case.
DONE, TOO_COMPLEX, FAILED = 0, 3, 4

_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.system",
    "os.posix_spawn",
    "os.fork",
    "ctypes.dlopen",
)


def limit(*, memory: int, cpu: int, size: int) -> None:
    for name, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, cpu),
        (resource.RLIMIT_FSIZE, size),
        # A dump of this process would be a copy of the case.
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(name, (value, value))


def forbid() -> None:
    """Install the audit hook, the second defence after the limits should a parser have a hole."""
    readable = (sys.prefix, sys.base_prefix, str(Path(os.__file__).parent))

    def refuse(event: str, args: tuple[Any, ...]) -> None:
        if event.startswith(_FORBIDDEN):
            raise PermissionError(event)
        if event == "open" and isinstance(args[0], str) and not _may_open(args, readable):
            raise PermissionError(event)

    sys.addaudithook(refuse)


def _may_open(args: tuple[Any, ...], readable: tuple[str, ...]) -> bool:
    """Whether a file may be opened: modules that are imported late may, writing never."""
    path, _mode, flags = args
    return path.startswith(readable) and not flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)


def write(target: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(target, view) :]

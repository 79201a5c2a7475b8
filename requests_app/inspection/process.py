"""Look into a file in a separate process that may be killed; only a report and pictures come back."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import msgspec
from django.conf import settings

from requests_app import sandbox
from requests_app.inspection.report import Inspected, Report

_PNG = b"\x89PNG\r\n\x1a\n"
_MOST_PICTURE = 8 * 2**20


class InspectionFailed(Exception):
    """The process gave no usable result; trying again may help."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for one file: bytes of memory and of output, seconds of processor time and of the clock."""

    memory: int = 1 << 30
    size: int = 32 << 20
    cpu: int = 20
    wall: float = 90.0


LIMITS = Limits()
TOO_COMPLEX = Inspected(Report(refused="too_complex"))


def inspect(path: Path, *, limits: Limits = LIMITS) -> Inspected:
    """Return what was found. A file that takes too much time or memory is refused: trying again would
    not help.
    """
    source, target = os.open(path, os.O_RDONLY), os.memfd_create("report")
    try:
        status = _run(source, target, limits)
        if status in (sandbox.TOO_COMPLEX, -signal.SIGXCPU, -signal.SIGKILL, -signal.SIGXFSZ):
            return TOO_COMPLEX
        if status != sandbox.DONE:
            raise InspectionFailed(f"ended with status {status}")
        return _checked(os.pread(target, os.fstat(target).st_size, 0))
    finally:
        os.close(source)
        os.close(target)


def _run(source: int, target: int, limits: Limits) -> int:
    words = [str(word) for word in (source, target, limits.memory, limits.cpu, limits.size)]
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    child = subprocess.Popen(
        [sys.executable, "-m", "requests_app.inspection.child", *words],
        pass_fds=(source, target),
        cwd=settings.BASE_DIR,
        env={**kept, "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return child.wait(limits.wall)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        raise InspectionFailed("ran out of time") from None


def _checked(data: bytes) -> Inspected:
    """Return the report after checking its form, because the process may have been taken over by the
    file.
    """
    try:
        found = msgspec.msgpack.decode(data, type=Inspected)
    except msgspec.DecodeError:
        raise InspectionFailed("wrote no report") from None
    if any(len(each) > _MOST_PICTURE or not each.startswith(_PNG) for each in found.pictures):
        raise InspectionFailed("wrote no picture")
    return found

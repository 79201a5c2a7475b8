"""Child processes: passing signals on, dying with the parent, stopping a whole group."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

PR_SET_PDEATHSIG = 1
ENDING = (signal.SIGTERM, signal.SIGHUP)


def die_with_parent() -> None:
    """Run in the child: have the kernel kill it when its parent dies (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def succeeds(command: Sequence[str]) -> bool:
    """Return whether the command succeeds; its output is dropped and it gets no input."""
    done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, capture_output=True)
    return done.returncode == 0


def run_in_foreground(
    command: Sequence[str], *, environ: Mapping[str, str], cwd: Path | None = None
) -> int:
    """Run the command as if it had been typed, and return its exit code as a shell would.

    Ctrl-C reaches the child from the terminal; here it must only not end the wait.
    """
    with subprocess.Popen(command, env=environ, cwd=cwd) as child, _passing_on(child):
        code = child.wait()
    return code if code >= 0 else 128 - code


@contextmanager
def _passing_on(child: subprocess.Popen[bytes]) -> Iterator[None]:
    def pass_on(number: int, _frame: FrameType | None) -> None:
        child.send_signal(number)

    handlers = dict.fromkeys(ENDING, pass_on) | {signal.SIGINT: lambda _number, _frame: None}
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def ending_orderly() -> Iterator[None]:
    """Turn SIGTERM and a closed terminal into the exception of Ctrl-C, so that what was started is
    stopped.
    """

    def end(number: int, _frame: FrameType | None) -> None:
        for ending in (*ENDING, signal.SIGINT):
            signal.signal(ending, signal.SIG_IGN)
        raise SystemExit(128 + number)

    for number in (*ENDING, signal.SIGINT):
        if number != signal.SIGHUP or signal.getsignal(number) is not signal.SIG_IGN:  # nohup asks to stay
            signal.signal(number, end)
    yield


def stop_group(process: subprocess.Popen[bytes], *, within: float) -> None:
    """Ask the leader to finish; kill what is left of its group after that."""
    if process.poll() is None:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(within)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()

"""A separate process that keeps the servers of the tests running between two commands.

It counts as one more user of the servers, and leaves when no other user has come or gone for a while;
then they are stopped by the usual rule. It holds no terminal and no pipe. When it is killed, the next
command starts another one.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from script.runtime import locks, services
from script.runtime.checkout import Checkout
from script.runtime.processes import ending_orderly
from script.runtime.say import CannotGoOn

CODE = Path(__file__).resolve().parents[2]
STAY_SECONDS = 600.0
LOOK_EVERY_SECONDS = 2.0
STOPPED_WITHIN_SECONDS = 60


def keep_up(checkout: Checkout, apart: str) -> None:
    """Start the keeper, unless it runs already or nothing is to stay."""
    if stay_seconds(checkout) <= 0 or not locks.is_free(_lock(checkout)):
        return
    command = [
        sys.executable,
        "-m",
        "script.runtime.idle",
        str(checkout.root),
        str(checkout.outside),
        apart,
    ]
    subprocess.Popen(
        command,
        cwd=CODE,
        env=dict(checkout.process),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def stay_seconds(checkout: Checkout) -> float:
    """Return for how many seconds servers stay after their last use; none on a build machine."""
    if given := checkout.setting("SERVICES_STAY_SECONDS"):
        return float(given)
    return 0.0 if checkout.is_on("CI") else STAY_SECONDS


def stop(checkout: Checkout, apart: str) -> bool:
    """End the keeper, and stop the servers that nobody uses; return whether there was a keeper."""
    kept = not locks.is_free(_lock(checkout))
    if kept:
        _end_keeper(checkout)
    if servers := list(services.needed(checkout, apart).values()):
        services.stop_unused(servers)
    return kept


def _end_keeper(checkout: Checkout) -> None:
    """End the keeper. The process id in the lock file is its own as long as it holds the lock."""
    deadline = time.monotonic() + STOPPED_WITHIN_SECONDS
    while not locks.is_free(_lock(checkout)):
        if time.monotonic() > deadline:
            raise CannotGoOn(f"the process named in {_lock(checkout)} does not end.")
        if number := _lock(checkout).read_text().strip():
            with suppress(ProcessLookupError):
                os.kill(int(number), signal.SIGTERM)
        time.sleep(0.05)


def keep(checkout: Checkout, apart: str) -> None:
    """Hold the servers until they are idle."""
    seconds = stay_seconds(checkout)
    with _being_the_keeper(checkout) as is_first:
        servers = list(services.needed(checkout, apart).values()) if is_first else []
        if not servers:
            return
        with services.in_use(servers) as held:
            while not services.are_idle(held, seconds=seconds):
                time.sleep(min(LOOK_EVERY_SECONDS, seconds / 4))


@contextmanager
def _being_the_keeper(checkout: Checkout) -> Iterator[bool]:
    with locks.only_one(_lock(checkout)) as is_first:
        if is_first:
            _lock(checkout).write_text(str(os.getpid()))
        yield is_first is not None


def _lock(checkout: Checkout) -> Path:
    return checkout.run / "keeper.lock"


def main(words: Sequence[str]) -> None:
    root, outside, apart = words
    with ending_orderly():
        keep(Checkout(Path(root), outside=Path(outside)), apart)


if __name__ == "__main__":
    main(sys.argv[1:])

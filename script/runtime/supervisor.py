"""The processes of the portal, kept running and stopped together."""

import subprocess
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from script.runtime.processes import die_with_parent, stop_group
from script.runtime.say import CannotGoOn, say

LOOK_EVERY_SECONDS = 0.25
RESTART_PAUSE_SECONDS = 1.0
# So many deaths within so many seconds are no accident.
DEATHS_ALLOWED, DEATHS_WITHIN_SECONDS = 5, 60


@dataclass
class Child:
    """A process of the portal."""

    name: str
    command: Sequence[str]
    environ: Mapping[str, str]
    cwd: Path
    log: Path
    stop_within: float = 10
    process: subprocess.Popen[bytes] | None = None
    deaths: deque[float] = field(default_factory=lambda: deque(maxlen=DEATHS_ALLOWED))

    def start(self) -> None:
        """Start the process in its own group: Ctrl-C reaches only the supervisor, which ends its
        children in order.
        """
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                env=self.environ,
                cwd=self.cwd,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=die_with_parent,
            )

    def stop(self) -> None:
        if self.process:
            stop_group(self.process, within=self.stop_within)

    def has_died(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def restart(self) -> None:
        self.deaths.append(time.monotonic())
        if self._dies_too_often():
            raise CannotGoOn(
                f"{self.name} ended {DEATHS_ALLOWED} times within a minute:\n{last_lines(self.log)}"
            )
        code = self.process.returncode if self.process else 0
        say(f"{self.name} ended with code {code}: starting it again (its log: {self.log})")
        self.stop()
        time.sleep(RESTART_PAUSE_SECONDS)
        self.start()

    def _dies_too_often(self) -> bool:
        return (
            len(self.deaths) == DEATHS_ALLOWED and self.deaths[-1] - self.deaths[0] < DEATHS_WITHIN_SECONDS
        )


class Mortal(Protocol):
    """Something that may die and can be started again."""

    def has_died(self) -> bool: ...

    def restart(self) -> None: ...


def keep_alive(watched: Sequence[Mortal], *, until: Callable[[], bool]) -> None:
    """Restart whatever dies, until the condition holds."""
    while not until():
        for one in watched:
            if one.has_died():
                one.restart()
        time.sleep(LOOK_EVERY_SECONDS)


def stop_all(children: Sequence[Child]) -> None:
    """Stop all, the last started first; every one is asked before any is waited for."""
    for child in children:
        if child.process and child.process.poll() is None:
            child.process.terminate()
    for child in reversed(children):
        child.stop()


def last_lines(log: Path, count: int = 15) -> str:
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    return "\n".join(f"   {line}" for line in lines[-count:])

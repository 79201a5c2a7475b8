"""The embedded PostgreSQL and Redis, shared by all commands that run in this checkout at the same
time.

Each command holds a shared lock while it needs them. The last one to leave stops them, whichever
command started them. `idle.py` is such a user as well: it keeps the servers of tests for a while, so
that the next run need not start them.
"""

import fcntl
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from script.runtime import housing, locks, programs
from script.runtime.checkout import Checkout
from script.runtime.postgres import ROLE, TEST_ROLE, Postgres
from script.runtime.say import say
from script.runtime.valkey import Valkey

LOOK_EVERY_SECONDS = 3.0

Server = Postgres | Valkey
# A server, and the file whose lock counts this process among its users.
Held = tuple[Server, TextIO]


@dataclass
class Watched:
    """An embedded server that is started again when it was killed."""

    server: Server
    looked: float = field(default_factory=time.monotonic)

    def has_died(self) -> bool:
        """Whether the server has died. It is asked only now and then, because asking costs more than
        for a process.
        """
        if time.monotonic() - self.looked < LOOK_EVERY_SECONDS:
            return False
        self.looked = time.monotonic()
        return not self.server.is_running()

    def restart(self) -> None:
        with locks.exclusive(changing(self.server)):
            if not self.server.is_running():
                say(f"{self.server.data.name} does not answer: starting it again")
                self.server.start()


@dataclass(frozen=True)
class Embedded:
    """The servers that run here, and what the environment must say of them."""

    urls: dict[str, str]
    watched: Sequence[Watched] = ()


@contextmanager
def running(checkout: Checkout, *, apart: str = "") -> Iterator[Embedded]:
    """Run the servers that the environment does not point to; yield the variables by which they are
    found.

    `apart` names a use that gets a Redis of its own and no rights in the portal's database.
    """
    servers = needed(checkout, apart)
    if not servers:
        yield Embedded({})
        return
    with in_use(list(servers.values())):
        urls = {name: server.url for name, server in servers.items()}
        yield Embedded(urls, [Watched(server) for server in servers.values()])


def needed(checkout: Checkout, apart: str) -> dict[str, Server]:
    """Return the servers that the environment does not point to, by the name of the setting."""
    names = [name for name in ("DATABASE_URL", "REDIS_URL") if not checkout.setting(name)]
    known = _servers(checkout, apart) if names else {}
    return {name: known[name] for name in names}


def _servers(checkout: Checkout, apart: str) -> dict[str, Server]:
    house = housing.find(checkout)
    house.give(house.home / "log")
    found = programs.find(checkout, house)
    role, redis = (TEST_ROLE, f"valkey-{apart}") if apart else (ROLE, "valkey")
    postgres, valkey = Postgres(found.postgres, house, role), Valkey(found.valkey, house, redis)
    return {"DATABASE_URL": postgres, "REDIS_URL": valkey}


@contextmanager
def in_use(servers: list[Server]) -> Iterator[list[Held]]:
    held: list[Held] = []
    try:
        with locks.exclusive(changing(servers[0])):
            for server in servers:
                held.append((server, _join(server)))
                if not server.is_running():
                    server.start()
        yield held
    finally:
        with locks.exclusive(changing(servers[0])):
            for server, users in reversed(held):
                os.utime(users.fileno())
                users.close()
                if locks.is_free(_users(server)) and server.is_running():
                    server.stop()


def stop_unused(servers: list[Server]) -> None:
    """Stop servers that run without a user, which happens after the last user was killed."""
    with locks.exclusive(changing(servers[0])):
        for server in servers:
            if locks.is_free(_users(server)) and server.is_running():
                server.stop()


def are_idle(held: list[Held], *, seconds: float) -> bool:
    """Return whether nobody else uses any server, and nobody has come or gone for so many seconds."""
    if any(time.time() - Path(users.name).stat().st_mtime < seconds for _, users in held):
        return False
    with locks.exclusive(changing(held[0][0])):
        return not any(_has_others(server, own) for server, own in held)


def _has_others(server: Server, own: TextIO) -> bool:
    """Whether there are other users. Ask while holding `changing`, so that nobody can come or go
    meanwhile.
    """
    fcntl.flock(own, fcntl.LOCK_UN)
    others = not locks.is_free(_users(server))
    fcntl.flock(own, fcntl.LOCK_SH)
    return others


def _join(server: Server) -> TextIO:
    users = locks.share(_users(server))
    os.utime(users.fileno())
    return users


def changing(server: Server) -> Path:
    return server.housing.home / "changing.lock"


def _users(server: Server) -> Path:
    return server.housing.home / f"{server.data.name}.users"

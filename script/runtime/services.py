"""The embedded PostgreSQL and Redis, shared by every command that runs in this checkout at the same time.

Each command holds a shared lock while it needs them. Whoever leaves last stops them, whoever started them.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from script.runtime import housing, locks, programs
from script.runtime.checkout import Checkout
from script.runtime.postgres import ROLE, TEST_ROLE, Postgres
from script.runtime.say import say
from script.runtime.valkey import Valkey

LOOK_EVERY_SECONDS = 3.0

Server = Postgres | Valkey


@dataclass
class Watched:
    """An embedded server that is started again when it was killed."""

    server: Server
    looked: float = field(default_factory=time.monotonic)

    def has_died(self) -> bool:
        """Looked at now and then only: asking costs more than asking for a process."""
        if time.monotonic() - self.looked < LOOK_EVERY_SECONDS:
            return False
        self.looked = time.monotonic()
        return not self.server.is_running()

    def restart(self) -> None:
        with locks.exclusive(_changing(self.server)):
            if not self.server.is_running():
                say(f"{self.server.data.name} does not answer: starting it again")
                self.server.start()


@dataclass(frozen=True)
class Embedded:
    """What runs here, and what the environment must say of it."""

    urls: dict[str, str]
    watched: Sequence[Watched] = ()


@contextmanager
def running(checkout: Checkout, *, apart: str = "") -> Iterator[Embedded]:
    """Nothing is started that the environment points to already.

    `apart` names a use that gets a Redis of its own and no rights in the portal's database.
    """
    names = [name for name in ("DATABASE_URL", "REDIS_URL") if not checkout.setting(name)]
    if not names:
        yield Embedded({})
        return
    known = _servers(checkout, apart)
    servers = {name: known[name] for name in names}
    with _in_use(list(servers.values())):
        urls = {name: server.url for name, server in servers.items()}
        yield Embedded(urls, [Watched(server) for server in servers.values()])


def _servers(checkout: Checkout, apart: str) -> dict[str, Server]:
    house = housing.find(checkout)
    house.give(house.home / "log")
    found = programs.find(checkout, house)
    role, redis = (TEST_ROLE, f"valkey-{apart}") if apart else (ROLE, "valkey")
    postgres, valkey = Postgres(found.postgres, house, role), Valkey(found.valkey, house, redis)
    return {"DATABASE_URL": postgres, "REDIS_URL": valkey}


@contextmanager
def _in_use(servers: list[Server]) -> Iterator[None]:
    held = []
    try:
        with locks.exclusive(_changing(servers[0])):
            for server in servers:
                held.append((server, locks.share(_users(server))))
                if not server.is_running():
                    server.start()
        yield
    finally:
        with locks.exclusive(_changing(servers[0])):
            for server, users in reversed(held):
                users.close()
                if locks.is_free(_users(server)) and server.is_running():
                    server.stop()


def _changing(server: Server) -> Path:
    return server.housing.home / "changing.lock"


def _users(server: Server) -> Path:
    return server.housing.home / f"{server.data.name}.users"

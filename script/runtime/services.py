"""The embedded PostgreSQL and Redis, shared by every command that runs in this checkout at the same time.

Each command holds a shared lock while it needs them. Whoever leaves last stops them, whoever started them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from script.runtime import housing, locks, programs
from script.runtime.checkout import Checkout
from script.runtime.housing import Housing
from script.runtime.postgres import Postgres
from script.runtime.valkey import Valkey

Server = Postgres | Valkey


@contextmanager
def running(checkout: Checkout, *, own_redis: str = "") -> Iterator[dict[str, str]]:
    """The services run; yields what the environment must say of them.

    Nothing is started that the environment points to already. `own_redis` names a Redis apart.
    """
    wants_database = not checkout.setting("DATABASE_URL")
    wants_redis = not checkout.setting("REDIS_URL")
    if not (wants_database or wants_redis):
        yield {}
        return
    house = housing.find(checkout)
    house.give(house.home / "log")
    found = programs.find(checkout, house)
    postgres = Postgres(found.postgres, house)
    redis = Valkey(found.valkey, house, own_redis or "valkey")
    servers = [server for server, wanted in ((postgres, wants_database), (redis, wants_redis)) if wanted]
    with _in_use(servers, house):
        yield _environment(postgres, redis, wants_database=wants_database, wants_redis=wants_redis)


def _environment(
    postgres: Postgres, redis: Valkey, *, wants_database: bool, wants_redis: bool
) -> dict[str, str]:
    database = {"DATABASE_URL": postgres.url} if wants_database else {}
    return database | ({"REDIS_URL": redis.url} if wants_redis else {})


@contextmanager
def _in_use(servers: list[Server], house: Housing) -> Iterator[None]:
    changing = house.home / "changing.lock"
    held = []
    try:
        with locks.exclusive(changing):
            for server in servers:
                held.append((server, locks.share(_users(server, house))))
                if not server.is_running():
                    server.start()
        yield
    finally:
        with locks.exclusive(changing):
            for server, users in reversed(held):
                users.close()
                if locks.is_free(_users(server, house)) and server.is_running():
                    server.stop()


def _users(server: Server, house: Housing) -> Path:
    return house.home / f"{server.data.name}.users"

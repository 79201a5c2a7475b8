"""With real servers: the embedded PostgreSQL and Valkey of a checkout made for the test."""

import os
import signal
import subprocess
from pathlib import Path

import psycopg2
import pytest
import redis

from script.runtime import housing, programs, services
from script.runtime.checkout import Checkout
from script.runtime.postgres import Postgres
from script.runtime.services import Embedded
from script.runtime.supervisor import keep_alive
from script.runtime.valkey import Valkey

pytestmark = pytest.mark.fault


def ask(url: str, query: str) -> str:
    connection = psycopg2.connect(url)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(query)
            return str(cursor.fetchone()[0])
    finally:
        connection.close()


def run(url: str, statement: str) -> None:
    connection = psycopg2.connect(url)
    connection.autocommit = True
    connection.cursor().execute(statement)
    connection.close()


def broker(url: str) -> redis.Redis:
    return redis.Redis.from_url(url)


@pytest.fixture
def checkout(shared_checkout) -> Checkout:
    return shared_checkout


@pytest.fixture
def servers(checkout):
    house = housing.find(checkout)
    house.give(house.home / "log")
    found = programs.find(checkout, house)
    return Postgres(found.postgres, house), Valkey(found.valkey, house)


def test_both_run_while_they_are_needed_and_keep_what_they_were_given(checkout, servers):
    with services.running(checkout) as embedded:
        run(embedded.urls["DATABASE_URL"], "CREATE TABLE kept AS SELECT 'law' AS word")
        broker(embedded.urls["REDIS_URL"]).set("kept", "job")
    assert [server.is_running() for server in servers] == [False, False]

    with services.running(checkout) as embedded:
        assert ask(embedded.urls["DATABASE_URL"], "SELECT word FROM kept") == "law"
        assert broker(embedded.urls["REDIS_URL"]).get("kept") == b"job"


def test_the_last_of_two_users_stops_them(checkout, servers):
    with services.running(checkout):
        with services.running(checkout):
            pass
        assert [server.is_running() for server in servers] == [True, True]
    assert [server.is_running() for server in servers] == [False, False]


def test_nothing_listens_on_the_network_and_the_log_quotes_nothing(checkout):
    with services.running(checkout) as embedded:
        database, redis_ = embedded.urls["DATABASE_URL"], broker(embedded.urls["REDIS_URL"])
        shown = [
            ask(database, f"SHOW {name}")
            for name in ("listen_addresses", "fsync", "log_min_error_statement", "log_error_verbosity")
        ]
        kept = [redis_.config_get(name)[name] for name in ("port", "appendonly")]

    assert (shown, kept) == (["", "on", "panic", "terse"], ["0", "yes"])


def test_the_same_order_of_words_everywhere_and_no_power_the_portal_does_not_need(checkout):
    locale = "SELECT datlocprovider::text || ' ' || datlocale FROM pg_database WHERE datname = 'mla_portal'"
    power = "SELECT rolsuper::text || ' ' || rolcreatedb::text FROM pg_roles WHERE rolname = current_user"

    with services.running(checkout) as embedded:
        answers = [ask(embedded.urls["DATABASE_URL"], query) for query in (locale, power)]

    assert answers == ["b C.UTF-8", "false true"]


def test_only_tests_may_go_round_the_triggers_and_they_cannot_in_the_portals_database(checkout):
    with services.running(checkout) as portal, services.running(checkout, apart="test") as test:
        run(portal.urls["DATABASE_URL"], "CREATE TABLE chain AS SELECT 1 AS link")
        run(test.urls["DATABASE_URL"], "SET session_replication_role = replica")

        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            run(portal.urls["DATABASE_URL"], "SET session_replication_role = replica")
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            run(test.urls["DATABASE_URL"], "DELETE FROM chain")


def test_servers_of_someone_else_are_left_alone(checkout, servers):
    named = {"DATABASE_URL": "postgres://example.org/x", "REDIS_URL": "redis://example.org"}

    with services.running(Checkout(checkout.root, process=named)) as embedded:
        assert embedded == Embedded({})
        assert [server.is_running() for server in servers] == [False, False]


def test_only_the_one_that_is_missing_is_started(checkout, servers):
    process = {**checkout.process, "DATABASE_URL": "postgres://example.org/x"}

    with services.running(Checkout(checkout.root, process, checkout.outside)) as embedded:
        assert list(embedded.urls) == ["REDIS_URL"]
        assert [server.is_running() for server in servers] == [False, True]


def test_a_redis_apart_can_be_wiped_without_touching_the_shared_one(checkout):
    with services.running(checkout) as shared, services.running(checkout, apart="test") as own:
        broker(shared.urls["REDIS_URL"]).set("kept", "job")
        broker(own.urls["REDIS_URL"]).flushall()

        assert broker(shared.urls["REDIS_URL"]).get("kept") == b"job"


def test_killed_servers_come_back_with_all_that_was_committed(checkout, servers, another_process):
    postgres, _ = servers
    with services.running(checkout) as embedded:
        run(embedded.urls["DATABASE_URL"], "CREATE TABLE spared AS SELECT 'law' AS word")
        broker(embedded.urls["REDIS_URL"]).set("kept", "job")
        kill_with_children(int((postgres.data / "postmaster.pid").read_text().split()[0]))
        os.kill(broker(embedded.urls["REDIS_URL"]).info()["process_id"], signal.SIGKILL)
    # The number in the lock files belongs to someone else by now, as it may after a reboot.
    for lock in (postgres.data / "postmaster.pid", postgres.housing.sockets / ".s.PGSQL.5432.lock"):
        lock.write_text(f"{another_process.pid}\n" + lock.read_text().partition("\n")[2])

    with services.running(checkout) as embedded:
        assert ask(embedded.urls["DATABASE_URL"], "SELECT word FROM spared") == "law"
        assert broker(embedded.urls["REDIS_URL"]).get("kept") == b"job"


def test_a_server_killed_while_it_is_needed_is_started_again_and_that_is_said(
    checkout, capsys, monkeypatch
):
    monkeypatch.setattr(services, "LOOK_EVERY_SECONDS", 0)
    with services.running(checkout) as embedded:
        redis_ = broker(embedded.urls["REDIS_URL"])
        redis_.set("kept", "job")
        os.kill(redis_.info()["process_id"], signal.SIGKILL)

        keep_alive(embedded.watched, until=lambda: "starting it again" in capsys.readouterr().err)

        assert redis_.get("kept") == b"job"


@pytest.fixture
def another_process(servers):
    """Of the same account: PostgreSQL takes no notice of a number it has no rights over."""
    process = subprocess.Popen(["sleep", "60"], **servers[0].housing.spawning)
    yield process
    process.kill()
    process.wait()


def kill_with_children(pid: int) -> None:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    for number in [pid, *map(int, children)]:
        os.kill(number, signal.SIGKILL)

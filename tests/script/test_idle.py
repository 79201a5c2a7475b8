"""Servers that stay up between two commands, with the real programs and a real keeper."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from script.runtime import idle, locks, services
from script.runtime.checkout import Checkout
from script.runtime.say import CannotGoOn

pytestmark = pytest.mark.fault
APART = "kept"
# Nothing takes so long; a test that reaches it fails.
PATIENCE_SECONDS = 60


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def staying(checkout: Checkout, seconds: float, **more: str) -> Checkout:
    process = {**checkout.process, "SERVICES_STAY_SECONDS": str(seconds), **more}
    return Checkout(checkout.root, process, checkout.outside)


def keeper(checkout: Checkout) -> Path:
    return checkout.run / "keeper.lock"


def is_kept(checkout: Checkout) -> bool:
    return not locks.is_free(keeper(checkout))


def running(checkout: Checkout) -> list[bool]:
    return [server.is_running() for server in services.needed(checkout, APART).values()]


def use(checkout: Checkout) -> list[str]:
    """A command that needs the servers; tells which processes they are."""
    with services.running(checkout, apart=APART):
        idle.keep_up(checkout, APART)
        if idle.stay_seconds(checkout) > 0:
            until(lambda: is_kept(checkout) and bool(keeper(checkout).read_text()))
            until(lambda: len(users(checkout)) > 1)
        return [number_of_postgres(checkout)]


def users(checkout: Checkout) -> list[str]:
    """Who holds the lock of PostgreSQL's users, as the kernel lists them."""
    node = (checkout.var / "services" / "postgres.users").stat().st_ino
    return [line for line in Path("/proc/locks").read_text().splitlines() if f":{node} " in line]


def number_of_postgres(checkout: Checkout) -> str:
    return (checkout.var / "services" / "postgres" / "postmaster.pid").read_text().split()[0]


@pytest.fixture
def checkout(shared_checkout) -> Iterator[Checkout]:
    yield shared_checkout
    idle.stop(shared_checkout, APART)


def test_they_stay_for_the_next_command_and_stop_on_command(checkout):
    patient = staying(checkout, 600)

    first, again = use(patient), use(patient)

    assert (again, running(patient)) == (first, [True, True])
    assert idle.stop(patient, APART)
    assert (running(patient), is_kept(patient)) == ([False, False], False)


def test_they_stop_by_themselves_when_nobody_comes(checkout):
    use(staying(checkout, 0.4))

    until(lambda: not is_kept(checkout))
    assert running(checkout) == [False, False]


def test_who_still_uses_them_keeps_them_however_long_that_takes(checkout):
    servers = list(services.needed(checkout, APART).values())
    with services.in_use(servers) as held:
        with services.in_use(servers):
            long_ago(checkout)
            assert not services.are_idle(held, seconds=600)
        assert not services.are_idle(held, seconds=600), "the other left only just now"
        long_ago(checkout)
        assert services.are_idle(held, seconds=600)


def long_ago(checkout: Checkout) -> None:
    for path in (checkout.var / "services").glob("*.users"):
        os.utime(path, (time.time() - 3600,) * 2)


def test_two_commands_at_once_have_one_keeper(checkout):
    patient = staying(checkout, 600)
    use(patient)
    number = keeper(checkout).read_text()

    with services.running(patient, apart=APART), services.running(patient, apart=APART):
        idle.keep_up(patient, APART)
        idle.keep(patient, APART)  # As a second keeper would that was started in the same moment.

    assert (keeper(checkout).read_text(), running(checkout)) == (number, [True, True])


def test_after_a_killed_keeper_the_next_command_starts_another(checkout):
    patient = staying(checkout, 600)
    first = use(patient)
    os.kill(int(keeper(checkout).read_text()), signal.SIGKILL)
    until(lambda: not is_kept(checkout))

    assert running(checkout) == [True, True]
    assert (use(patient), is_kept(checkout)) == (first, True)


def test_servers_without_keeper_and_user_are_stopped_on_command(checkout):
    patient = staying(checkout, 600)
    use(patient)
    os.kill(int(keeper(checkout).read_text()), signal.SIGKILL)
    until(lambda: not is_kept(checkout))

    assert not idle.stop(patient, APART)
    assert running(checkout) == [False, False]


def test_the_keeper_holds_neither_terminal_nor_pipe(checkout):
    use(staying(checkout, 600))

    number = int(keeper(checkout).read_text())
    opened = {str(Path(f"/proc/{number}/fd/{stream}").readlink()) for stream in (0, 1, 2)}
    assert opened == {"/dev/null"}
    assert os.getsid(number) == number


def test_a_build_machine_is_left_as_it_was_found(checkout):
    built = Checkout(checkout.root, {**checkout.process, "CI": "true"}, checkout.outside)

    use(built)

    assert (idle.stay_seconds(built), is_kept(built), running(built)) == (0, False, [False, False])


@pytest.mark.parametrize(
    ("process", "seconds"),
    [({}, 600), ({"CI": "true"}, 0), ({"CI": "true", "SERVICES_STAY_SECONDS": "5"}, 5)],
)
def test_how_long_they_stay(tmp_path, process, seconds):
    assert idle.stay_seconds(Checkout(tmp_path, process)) == seconds


def test_a_keeper_that_does_not_end_is_named(checkout, monkeypatch):
    monkeypatch.setattr(idle, "STOPPED_WITHIN_SECONDS", 0)
    monkeypatch.setattr(os, "kill", lambda *_: None)
    with locks.only_one(keeper(checkout)), pytest.raises(CannotGoOn, match=r"keeper\.lock does not end"):
        keeper(checkout).write_text(str(os.getpid()))
        idle.stop(checkout, APART)

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from script.runtime import housing
from script.runtime.checkout import Checkout
from script.runtime.say import CannotGoOn
from tests.script.conftest import open_directory

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root hands over to another account")


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    yield from open_directory()


def test_the_servers_live_under_var(checkout):
    house = housing.find(checkout)

    assert house.home == (checkout.var / "services").resolve()
    assert house.sockets == house.home / "sockets"
    assert house.sockets.stat().st_mode & 0o777 == 0o700


def test_a_path_too_long_for_a_socket_gets_a_short_directory_and_keeps_it(root):
    checkout = Checkout(root / ("d" * 90), process={}, outside=root / "outside")
    checkout.make_directories()

    first, second = housing.find(checkout), housing.find(checkout)

    assert len(bytes(first.sockets)) <= housing.LONGEST_SOCKET_DIRECTORY
    assert first.sockets == second.sockets
    first.sockets.rmdir()


def test_a_socket_directory_that_others_can_enter_is_not_trusted(root):
    checkout = Checkout(root / ("d" * 90), process={}, outside=root / "outside")
    checkout.make_directories()
    first = housing.find(checkout).sockets
    first.chmod(0o777)

    second = housing.find(checkout).sockets

    assert second != first
    first.rmdir()
    second.rmdir()


@as_root
def test_root_hands_over_to_nobody_and_leaves_the_checkout_closed(checkout, elsewhere):
    checkout.root.chmod(0o700)
    closed = Checkout(checkout.root, process={}, outside=elsewhere)

    house = housing.find(closed)

    assert house.account.pw_name == "nobody"
    assert house.home.parent == closed.outside
    assert (checkout.var / "services").is_symlink()
    assert checkout.root.stat().st_mode & 0o777 == 0o700


@as_root
def test_root_runs_the_servers_as_the_owner_of_the_data(checkout):
    data = housing.find(checkout).home / "postgres"
    data.mkdir()
    os.chown(data, 1, 1)

    assert housing.find(checkout).account.pw_uid == 1


def test_data_of_another_user_is_refused_in_one_line(checkout, monkeypatch):
    home = housing.find(checkout).home
    (home / "postgres").mkdir()
    monkeypatch.setattr(housing.os, "geteuid", lambda: (home / "postgres").stat().st_uid + 1)

    with pytest.raises(CannotGoOn, match="belongs to"):
        housing.find(checkout)

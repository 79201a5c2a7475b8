import socket

import pytest

from script.runtime import portal
from script.runtime.checkout import Checkout
from script.runtime.portal import Address, free_address
from script.runtime.say import CannotGoOn


@pytest.fixture
def taken():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_taken_port_nobody_asked_for_gives_way_to_a_free_one(tmp_path, taken, monkeypatch, capsys):
    monkeypatch.setattr(portal, "DEFAULT_PORT", taken)

    address = free_address(Checkout(tmp_path, process={}))

    assert address.port != taken
    assert f"port {taken} is taken by something else: using {address.port}" in capsys.readouterr().err


def test_a_taken_port_that_was_asked_for_is_refused(tmp_path, taken):
    with pytest.raises(CannotGoOn, match=f"port {taken} of 127.0.0.1 is taken"):
        free_address(Checkout(tmp_path, process={"PORT": str(taken)}))


@pytest.mark.parametrize(
    ("process", "complaint"),
    [({"PORT": "http"}, "not a number"), ({"HOST": "no-such-host.invalid"}, "no address of this machine")],
)
def test_nonsense_is_named(tmp_path, process, complaint):
    with pytest.raises(CannotGoOn, match=complaint):
        free_address(Checkout(tmp_path, process=process))


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:80"),
        ("0.0.0.0", "http://127.0.0.1:80"),
        ("::1", "http://[::1]:80"),
        ("portal.example.org", "http://portal.example.org:80"),
    ],
)
def test_the_address_is_one_a_browser_takes(host, url):
    assert Address(host, 80).url == url


@pytest.mark.parametrize(
    ("allowed", "host"),
    [
        ("", "localhost"),
        ("*", "localhost"),
        (".example.org,b.example.org", "example.org"),
        ("a.test", "a.test"),
    ],
)
def test_health_is_asked_for_as_a_proxy_would_ask(tmp_path, allowed, host):
    checkout = Checkout(tmp_path, process={"ALLOWED_HOSTS": allowed})

    asked = portal.Health(checkout, Address("127.0.0.1", 8000)).request

    assert (asked.full_url, asked.headers) == (
        "http://127.0.0.1:8000/healthz",
        {"X-forwarded-proto": "https", "Host": host},
    )

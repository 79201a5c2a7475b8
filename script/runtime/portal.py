"""What `script/server` runs: web, worker, beat and sweeper, and the address of the portal."""

import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from script.runtime.checkout import Checkout
from script.runtime.say import CannotGoOn, say
from script.runtime.supervisor import Child, Mortal, keep_alive, last_lines, stop_all

COMMANDS = {
    "web": "granian mla_portal.wsgi:application --interface wsgi --no-ws --workers 2"
    " --respawn-failed-workers",
    "worker": "celery -A mla_portal worker --pool prefork --concurrency 2 --queues urgent,ordinary"
    " --without-gossip --without-mingle --loglevel INFO",
    "beat": "celery -A mla_portal beat --loglevel INFO --pidfile=",
    "sweeper": "python manage.py sweep_jobs",
}
DEFAULT_HOST, DEFAULT_PORT = "127.0.0.1", 8000
READY_WITHIN_SECONDS = 90
# Time to finish the letter at hand; a job that was not finished is done again after the next start.
WORKER_STOPS_WITHIN_SECONDS = 20


@dataclass(frozen=True)
class Address:
    """Host and port of the portal."""

    host: str
    port: int

    @property
    def url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{'127.0.0.1' if host in {'0.0.0.0', '[::]'} else host}:{self.port}"  # noqa: S104


def free_address(checkout: Checkout) -> Address:
    """Return HOST and PORT; without PORT the usual port, or a free one when that is taken."""
    host = checkout.setting("HOST") or DEFAULT_HOST
    wanted = checkout.setting("PORT")
    if wanted and not wanted.isdigit():
        raise CannotGoOn(f"PORT is {wanted!r}, which is not a number.")
    address = Address(host, int(wanted or DEFAULT_PORT))
    if _can_listen(address):
        return address
    if wanted:
        raise CannotGoOn(
            f"port {address.port} of {host} is taken: stop what listens there, or set another PORT."
        )
    free = Address(host, _any_port(host))
    say(f"port {address.port} is taken by something else: using {free.port}")
    return free


def children(checkout: Checkout, address: Address, environ: Mapping[str, str]) -> list[Child]:
    more = {
        "web": ["--host", address.host, "--port", str(address.port)],
        "beat": ["--schedule", str(checkout.run / "beat-schedule")],
    }
    return [
        Child(
            name=name,
            command=[str(checkout.venv / "bin" / program), *words, *more.get(name, [])],
            environ=environ,
            cwd=checkout.root,
            log=_fresh_log(checkout.log / f"{name}.log"),
            stop_within=WORKER_STOPS_WITHIN_SECONDS if name == "worker" else 10,
        )
        for name, (program, *words) in ((name, line.split()) for name, line in COMMANDS.items())
    ]


class Health:
    """The last answer of /healthz."""

    def __init__(self, checkout: Checkout, address: Address) -> None:
        """Prepare to ask as a proxy asks: a production run refuses plain HTTP and other hosts."""
        self.address = address
        headers = {"X-Forwarded-Proto": "https", "Host": _served_host(checkout)}
        self.request = urllib.request.Request(f"{address.url}/healthz", headers=headers)  # noqa: S310 - http
        self.good = False
        self.answer = "nothing"

    def is_good(self) -> bool:
        try:
            with urllib.request.urlopen(self.request, timeout=5) as response:  # noqa: S310 - our own address
                self.good, self.answer = True, response.read().decode()
        except urllib.error.HTTPError as error:
            self.answer = error.read().decode(errors="replace")[:500]
        except OSError:
            pass
        return self.good


def run(
    team: Sequence[Child],
    servers: Sequence[Mortal],
    health: Health,
    *,
    welcome: str,
    leave: Callable[[], None],
) -> None:
    """Run the processes until a signal ends them; `leave` is called before anything is stopped."""
    try:
        for child in team:
            child.start()
        _wait_until(health, team)
        print(f"{welcome}\nThe portal is ready: {health.address.url}  (Ctrl-C stops it)", flush=True)
        keep_alive([*servers, *team], until=lambda: False)
    finally:
        leave()
        say("stopping")
        stop_all(team)


def _wait_until(health: Health, team: Sequence[Child]) -> None:
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    keep_alive(team, until=lambda: health.is_good() or time.monotonic() > deadline)
    if not health.good:
        logs = "\n".join(f"{child.name} ({child.log}):\n{last_lines(child.log, 5)}" for child in team)
        raise CannotGoOn(
            f"not healthy after {READY_WITHIN_SECONDS} s; /healthz says {health.answer}\n{logs}"
        )


def _served_host(checkout: Checkout) -> str:
    first = checkout.setting("ALLOWED_HOSTS").partition(",")[0].strip().removeprefix(".")
    return first if first not in {"", "*"} else "localhost"


def _fresh_log(path: Path) -> Path:
    """Return the log of this run; the log of the previous run is kept beside it."""
    if path.exists():
        path.replace(path.with_suffix(".log.1"))
    return path


def _can_listen(address: Address) -> bool:
    try:
        family, kind, protocol, _, target = socket.getaddrinfo(
            address.host, address.port, type=socket.SOCK_STREAM
        )[0]
    except socket.gaierror as error:
        raise CannotGoOn(
            f"HOST is {address.host!r}, which is no address of this machine: {error.strerror}"
        ) from None
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(target)
        except OSError:
            return False
    return True


def _any_port(host: str) -> int:
    with socket.create_server((host, 0)) as probe:
        port: int = probe.getsockname()[1]
    return port

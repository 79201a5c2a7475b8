"""The commands of script/, each as the sequence of what it needs and what it runs."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from script.runtime import (
    chromium,
    idle,
    lockfiles,
    locks,
    native,
    portal,
    preparation,
    services,
    tiers,
    virtualenv,
)
from script.runtime.checkout import Checkout
from script.runtime.checks import CHECKS, failures
from script.runtime.processes import ending_orderly, run_in_foreground
from script.runtime.say import CannotGoOn, say

TESTS = "test"
Command = Callable[[Checkout, Sequence[str]], int]


def main(root: Path, words: Sequence[str]) -> int:
    name, *arguments = words
    try:
        with ending_orderly():
            return COMMANDS[name](Checkout(root), arguments)
    except CannotGoOn as problem:
        say(str(problem))
        return 3


def server(checkout: Checkout, _arguments: Sequence[str]) -> int:
    _set_up(checkout)
    lock_file = checkout.run / "server.lock"
    with locks.only_one(lock_file, waiting_for="the script/server that is stopping") as held:
        if held is None:
            raise CannotGoOn("script/server runs already in this checkout.")
        address = portal.free_address(checkout)
        with services.running(checkout) as embedded:
            environ = _for_showing(checkout, embedded.urls)
            welcome = preparation.run(checkout, environ, "--to-serve")
            preparation.collect_static(checkout, environ)
            team = portal.children(checkout, address, environ)
            health = portal.Health(checkout, address)
            portal.run(team, embedded.watched, health, welcome=welcome, leave=held.leave)
    return 0


def manage(checkout: Checkout, arguments: Sequence[str]) -> int:
    _set_up(checkout)
    with services.running(checkout) as embedded:
        environ = _for_showing(checkout, embedded.urls)
        if arguments and arguments[0] not in preparation.NEED_NO_DATA:
            preparation.run_if_changed(checkout, environ)
        return run_in_foreground(_python(checkout, "manage.py", *arguments), environ=environ)


def test(checkout: Checkout, arguments: Sequence[str]) -> int:
    """Run pytest with its own databases on the shared PostgreSQL, and a Redis that tests may wipe and
    kill.
    """
    _set_up(checkout, development=True)
    browser = chromium.ensure(checkout)
    with _alone(checkout), services.running(checkout, apart=TESTS) as embedded:
        idle.keep_up(checkout, TESTS)
        environ = tiers.compiled(_environment(checkout, embedded.urls | browser))
        chosen = tiers.options(arguments, with_browser=bool(browser))
        return run_in_foreground(_module(checkout, "pytest", *chosen), environ=environ, cwd=checkout.root)


def services_(checkout: Checkout, arguments: Sequence[str]) -> int:
    """Stop the servers that stay up after tests."""
    if list(arguments) != ["stop"]:
        raise CannotGoOn("the one thing to be said to the servers is: script/services stop")
    checkout.make_directories()
    kept = idle.stop(checkout, TESTS)
    say("stopped the servers that stayed up after tests" if kept else "no servers were kept up")
    return 0


def bench(checkout: Checkout, arguments: Sequence[str]) -> int:
    _set_up(checkout, development=True)
    with _alone(checkout), services.running(checkout, apart="bench") as embedded:
        command = _module(checkout, "bench", *arguments)
        return run_in_foreground(command, environ=_environment(checkout, embedded.urls), cwd=checkout.root)


def check(checkout: Checkout, _arguments: Sequence[str]) -> int:
    _set_up(checkout, development=True)
    with services.running(checkout) as embedded:
        failed = failures(CHECKS, checkout, _environment(checkout, embedded.urls))
    say(f"failed: {', '.join(failed)}" if failed else "every check passed")
    return 1 if failed else 0


def lock(checkout: Checkout, arguments: Sequence[str]) -> int:
    """Write the lock files; `--upgrade` is passed on to the tool that does it."""
    _set_up(checkout)
    lockfiles.write(checkout, arguments)
    return 0


def sbom(checkout: Checkout, arguments: Sequence[str]) -> int:
    """Print the list of components, with the Python of a development environment."""
    _set_up(checkout, development=True)
    command = _python(checkout, "script/runtime/sbom.py", *arguments)
    return run_in_foreground(command, environ=_environment(checkout, {}))


COMMANDS: dict[str, Command] = {
    "server": server,
    "manage": manage,
    "test": test,
    "bench": bench,
    "check": check,
    "services": services_,
    "lock": lock,
    "sbom": sbom,
}


def _set_up(checkout: Checkout, *, development: bool = False) -> None:
    checkout.make_directories()
    with locks.exclusive(checkout.run / "setup.lock", waiting_for="another command to finish setting up"):
        virtualenv.ensure(checkout, development=development)
        native.ensure(checkout, development=development)


@contextmanager
def _alone(checkout: Checkout) -> Iterator[None]:
    """Hold the lock on tests: two runs would use the same test databases."""
    with locks.exclusive(
        checkout.run / "tests.lock", waiting_for="another script/test or script/bench to end"
    ):
        yield


def _environment(checkout: Checkout, urls: dict[str, str]) -> dict[str, str]:
    own = {"PYTHONUTF8": "1", "VAR_DIR": str(checkout.var), "DJANGO_SETTINGS_MODULE": "mla_portal.settings"}
    return {**checkout.process, **own, **native.environment(checkout), **urls}


def _for_showing(checkout: Checkout, urls: dict[str, str]) -> dict[str, str]:
    """Return the environment of a portal for a demonstration, unless the environment declines that."""
    demo = {"DEMO": "true"} if preparation.with_demo(checkout) else {}
    return _environment(checkout, urls) | demo


def _python(checkout: Checkout, file: str, *arguments: str) -> list[str]:
    return [str(checkout.python), str(checkout.root / file), *arguments]


def _module(checkout: Checkout, name: str, *arguments: str) -> list[str]:
    return [str(checkout.python), "-m", name, *arguments]

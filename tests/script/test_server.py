"""`script/server` from a fresh `var` to the last process gone."""

import json
import os
import re
import signal
import subprocess
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as PortalOutOfReach

from tests.browsing import PATIENCE_MS, until

# Nothing takes so long; a test that reaches it fails.
PATIENCE_SECONDS = 180
ROOT = Path(__file__).parents[2]
READY = re.compile(r"The portal is ready: (http://\S+)")
PARTS = {"granian", "celery", "sweep_jobs", "postgres", "valkey-server"}

pytestmark = pytest.mark.fault


def started(root: Path, *, stderr: int | None = None) -> subprocess.Popen[str]:
    """A server with a database and a broker of its own: what the tests were given is taken away."""
    environ = {
        name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "REDIS_URL"}
    }
    return subprocess.Popen(
        [str(ROOT / "script" / "server")],
        env=environ | {"VAR_DIR": str(root / "var"), "DEMO": "true", "PRODUCTION": "false"},
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
    )


@pytest.fixture
def server(root):
    process = started(root)
    yield process
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=PATIENCE_SECONDS)


def test_a_second_one_is_refused_while_the_first_runs_and_waits_while_it_stops(server, root):
    address_of(server)
    refused = started(root, stderr=subprocess.PIPE)
    said = refused.communicate(timeout=PATIENCE_SECONDS)[1]

    server.send_signal(signal.SIGTERM)
    wait_until_it_is_leaving(root)
    second = started(root, stderr=subprocess.PIPE)
    waited = any("waiting for the script/server that is stopping" in line for line in second.stderr)
    address = address_of(second)
    with urllib.request.urlopen(f"{address}/healthz") as response:
        status = response.status
    second.send_signal(signal.SIGTERM)
    second.communicate(timeout=PATIENCE_SECONDS)

    assert (refused.returncode, said) == (3, "-- script/server runs already in this checkout.\n")
    assert (waited, status, server.wait(timeout=PATIENCE_SECONDS)) == (True, 200, 128 + signal.SIGTERM)
    assert parts_running(root) == set()


def wait_until_it_is_leaving(root: Path) -> None:
    lock = root / "var" / "run" / "server.lock"
    for _ in range(PATIENCE_SECONDS * 20):
        if lock.read_text():
            return
        time.sleep(0.05)
    pytest.fail("it does not stop")


def test_it_is_healthy_when_it_says_so_and_leaves_nothing_behind(server, root):
    address = address_of(server)
    with urllib.request.urlopen(f"{address}/healthz") as response:
        health = json.load(response)
    during = parts_running(root)

    server.send_signal(signal.SIGTERM)
    code = server.wait(timeout=PATIENCE_SECONDS)

    assert {part["ok"] for part in health.values() if isinstance(part, dict)} == {True}
    assert during == PARTS
    assert (code, parts_running(root)) == (128 + signal.SIGTERM, set())


def test_nothing_typed_is_lost_while_parts_are_killed_and_started_again(server, root, browser):
    page = a_draft(browser, address_of(server))
    field, text = page.locator("#id_purpose"), ""
    for part in ("granian", "postgres", "valkey-server"):
        field.press_sequentially(f"{text and ' '}Before {part} ends.", delay=5)
        kill(part, root)
        field.press_sequentially(f" After {part} ended.", delay=5)
        text = field.input_value()
        wait_until_the_server_has(text, page)

    until(page, "localStorage.length === 0")


def wait_until_the_server_has(text: str, page: Page) -> None:
    for _ in range(PATIENCE_SECONDS * 4):
        with suppress(PortalOutOfReach):
            if text in page.context.request.get(page.url).text():
                return
        page.wait_for_timeout(250)
    pytest.fail(f"not saved: {text}")


def kill(part: str, root: Path) -> None:
    """At once, and all of its processes; whoever watches over it starts it again."""
    killed = [
        process
        for process in Path("/proc").glob("[0-9]*")
        if str(root) in (text := text_of(process)) and part in text.partition("\0\0")[0]
    ]
    for process in killed:
        with suppress(ProcessLookupError):
            os.kill(int(process.name), signal.SIGKILL)
    assert killed


def a_draft(browser: Browser, address: str) -> Page:
    """A section of the draft of the demonstration that is half done, opened by who drafts it."""
    page = browser.new_page(locale="en")
    page.set_default_timeout(PATIENCE_MS)
    page.goto(address)
    page.fill("#id_username", "drafter")
    page.fill("#id_password", "drafter-on-the-harbour")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("row").filter(has_text="half done").get_by_role("link").first.click()
    page.goto(f"{page.url}sections/facts/")
    return page


def address_of(server: subprocess.Popen[str]) -> str:
    for line in server.stdout:
        if found := READY.search(line):
            return found.group(1)
    pytest.fail("it ended before it was ready")


def parts_running(root: Path) -> set[str]:
    """Those whose environment or arguments name this run's directory."""
    texts = [text_of(path) for path in Path("/proc").glob("[0-9]*")]
    return {part for part in PARTS for text in texts if part in text and str(root) in text}


def text_of(process: Path) -> str:
    """Its arguments and its environment, with two NULs between them."""
    try:
        if process.joinpath("stat").read_text().rpartition(")")[2].split()[0] == "Z":
            return ""
        return (process / "cmdline").read_text() + "\0\0" + (process / "environ").read_text()
    except OSError:
        return ""

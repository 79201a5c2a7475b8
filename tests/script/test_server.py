"""`script/server` from a fresh `var` to the last process gone."""

import json
import os
import re
import signal
import subprocess
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
READY = re.compile(r"The portal is ready: (http://\S+)")
PARTS = {"granian", "celery", "sweep_jobs", "postgres", "valkey-server"}

pytestmark = pytest.mark.fault


@pytest.fixture
def server(root):
    """With servers of its own: what the tests were given is taken away."""
    environ = {
        name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "REDIS_URL"}
    }
    process = subprocess.Popen(
        [str(ROOT / "script" / "server")],
        env=environ | {"VAR_DIR": str(root / "var"), "DEMO": "true", "PRODUCTION": "false"},
        stdout=subprocess.PIPE,
        text=True,
    )
    yield process
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)


def test_it_is_healthy_when_it_says_so_and_leaves_nothing_behind(server, root):
    address = address_of(server)
    with urllib.request.urlopen(f"{address}/healthz") as response:
        health = json.load(response)
    during = parts_running(root)

    server.send_signal(signal.SIGTERM)
    code = server.wait(timeout=60)

    assert {part["ok"] for part in health.values() if isinstance(part, dict)} == {True}
    assert during == PARTS
    assert (code, parts_running(root)) == (128 + signal.SIGTERM, set())


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
    try:
        if process.joinpath("stat").read_text().rpartition(")")[2].split()[0] == "Z":
            return ""
        return (process / "cmdline").read_text() + (process / "environ").read_text()
    except OSError:
        return ""

import os
import sys
import time
from pathlib import Path

import pytest

from script.runtime import supervisor
from script.runtime.say import CannotGoOn
from script.runtime.supervisor import Child, keep_alive, stop_all

# Nothing takes so long; a test that reaches it fails.
PATIENCE_SECONDS = 120
SLEEPS = """
import time
print('up', flush=True)
time.sleep(600)
"""
LEAVES_A_CHILD = """
import subprocess, time
print(subprocess.Popen(['sleep', '600']).pid, flush=True)
time.sleep(600)
"""
STUBBORN = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print('up', flush=True)
time.sleep(600)
"""


@pytest.fixture
def child(tmp_path, monkeypatch):
    monkeypatch.setattr(supervisor, "RESTART_PAUSE_SECONDS", 0.01)
    monkeypatch.setattr(supervisor, "LOOK_EVERY_SECONDS", 0.01)
    made = []

    def make(code: str, **more) -> Child:
        log = tmp_path / f"{len(made)}.log"
        made.append(Child("web", [sys.executable, "-c", code], os.environ, tmp_path, log, **more))
        made[-1].start()
        return made[-1]

    yield make
    stop_all(made)


def wait_for_line(log: Path, *, lines: int = 1) -> str:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and len(log.read_text().splitlines()) < lines:
        time.sleep(0.01)
    return log.read_text()


def test_a_child_that_dies_is_started_again_and_that_is_said(child, capsys):
    web = child(SLEEPS)
    wait_for_line(web.log)
    web.process.kill()
    web.process.wait()

    keep_alive([web], until=lambda: bool(web.deaths))

    assert wait_for_line(web.log, lines=2) == "up\nup\n"
    assert "web ended with code -9: starting it again" in capsys.readouterr().err


def test_a_child_that_cannot_live_ends_the_whole_with_its_last_words(child):
    web = child("raise SystemExit('no such setting')")

    with pytest.raises(CannotGoOn, match=r"(?s)web ended 5 times.*no such setting"):
        keep_alive([web], until=lambda: False)


def test_what_a_child_started_is_stopped_with_it(child):
    web = child(LEAVES_A_CHILD)
    grandchild = int(wait_for_line(web.log))

    stop_all([web])

    assert is_gone(grandchild)


def test_a_child_that_will_not_stop_is_killed(child):
    web = child(STUBBORN, stop_within=0.1)
    wait_for_line(web.log)

    stop_all([web])

    assert web.process.returncode == -9


def test_children_die_with_a_supervisor_that_was_killed(tmp_path):
    code = f"""
import os, sys, time
sys.path.insert(0, {str(Path(__file__).parents[2])!r})
from pathlib import Path
from script.runtime.supervisor import Child
child = Child("web", ["sleep", "600"], os.environ, Path("/"), Path({str(tmp_path)!r}) / "log")
child.start()
print(child.process.pid, flush=True)
time.sleep(600)
"""
    boss = supervisor.subprocess.Popen([sys.executable, "-c", code], stdout=supervisor.subprocess.PIPE)
    pid = int(boss.stdout.readline())

    boss.kill()
    boss.communicate()

    assert is_gone(pid)


def is_gone(pid: int) -> bool:
    """A dead process may wait a moment for its new parent to take notice."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        state = Path(f"/proc/{pid}/stat")
        if not state.exists() or state.read_text().split()[2] == "Z":
            return True
        time.sleep(0.01)
    return False

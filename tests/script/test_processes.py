import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from script.runtime.processes import run_in_foreground

ROOT = Path(__file__).parents[2]
WRAPPER = """
import os, sys
sys.path.insert(0, sys.argv[1])
from script.runtime.processes import ending_orderly, run_in_foreground
with ending_orderly():
    try:
        code = run_in_foreground([sys.executable, "-c", sys.argv[2]], environ=os.environ)
    finally:
        print("stopped what was started", flush=True)
sys.exit(code)
"""
TELLS_ITS_SIGNAL = """
import signal, sys, time
signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(7))
print("up", flush=True)
time.sleep(600)
"""


@pytest.mark.parametrize(
    ("code", "expected"), [("raise SystemExit(5)", 5), ("import os; os.kill(os.getpid(), 9)", 137)]
)
def test_the_exit_code_is_passed_on_as_a_shell_would(code, expected):
    assert run_in_foreground([sys.executable, "-c", code], environ=os.environ) == expected


def wait_until_it_waits(pid: int) -> None:
    """It has put its handlers in place before it sleeps until the command ends."""
    while Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "S":
        time.sleep(0.01)


def test_a_signal_reaches_the_command_and_its_answer_is_the_answer():
    wrapper = subprocess.Popen(
        [sys.executable, "-c", WRAPPER, str(ROOT), TELLS_ITS_SIGNAL], stdout=subprocess.PIPE, text=True
    )
    assert wrapper.stdout.readline() == "up\n"
    wait_until_it_waits(wrapper.pid)

    wrapper.send_signal(signal.SIGTERM)
    rest, _ = wrapper.communicate(timeout=120)

    assert (wrapper.returncode, rest) == (7, "stopped what was started\n")

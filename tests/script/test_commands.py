"""The commands as a person types them, in this checkout: its environment stands already."""

import os
import subprocess
from pathlib import Path

import django
import pytest

from script.runtime.checks import SHELL

ROOT = Path(__file__).parents[2]


@pytest.fixture
def script(tmp_path):
    def run(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """With its `var` apart from that of a portal that may be running."""
        environ = os.environ | {"VAR_DIR": str(tmp_path / "var")}
        command = [str(ROOT / "script" / name), *arguments]
        return subprocess.run(
            command, env=environ, cwd=tmp_path, capture_output=True, text=True, check=False
        )

    return run


def test_manage_adds_nothing_to_what_the_command_prints(script):
    done = script("manage", "--version")

    assert (done.returncode, done.stdout) == (0, f"{django.get_version()}\n")


def test_manage_passes_the_exit_code_on(script):
    assert script("manage", "help", "no-such-command").returncode == 1


def test_bench_names_what_there_is_when_asked_for_something_else(script):
    done = script("bench", "no-such-measurement")

    assert done.returncode == 2
    assert "start_up" in done.stdout


def test_services_says_what_can_be_said_to_it(script):
    done = script("services", "start")

    assert (done.returncode, done.stderr) == (
        3,
        "-- the one thing to be said to the servers is: script/services stop\n",
    )


def test_services_stop_where_nothing_runs(script):
    done = script("services", "stop")

    assert (done.returncode, done.stderr) == (0, "-- no servers were kept up\n")


def test_check_knows_every_command_of_the_directory():
    commands = {path for path in (ROOT / "script").iterdir() if path.is_file() and os.access(path, os.X_OK)}

    assert {ROOT / name for name in SHELL} == commands

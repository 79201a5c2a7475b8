"""Which tests a run takes, and with how many processes."""

import pytest

from script.runtime.tiers import compiled, options

ALL = "not journey and not fault and not script and not printing and not page and not slow"


@pytest.fixture(autouse=True)
def two_processors(monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 2)


@pytest.mark.parametrize(
    ("given", "chosen"),
    [
        ([], ["-n", "2", "--dist", "worksteal"]),
        (["tests/pages"], ["-n", "2", "--dist", "worksteal", "tests/pages"]),
        (["tests/pages/test_desk.py", "-q"], ["tests/pages/test_desk.py", "-q"]),
        (["tests/pages/test_desk.py::test_a"], ["tests/pages/test_desk.py::test_a"]),
        (["a.py", "b.py"], ["-n", "2", "--dist", "worksteal", "a.py", "b.py"]),
        (["-n0"], ["-n0"]),
        (["--pdb"], ["--pdb"]),
        (["--quick"], ["-n", "2", "--dist", "worksteal", "-m", ALL]),
        (["--quick", "-x"], ["-n", "2", "--dist", "worksteal", "-m", ALL, "-x"]),
    ],
)
def test_what_pytest_is_told(given, chosen):
    assert options(given, with_browser=True) == chosen


def test_without_a_browser_journeys_are_left_out():
    assert options(["-n0"], with_browser=False) == ["-m", "not journey", "-n0"]


def test_python_keeps_what_it_compiled():
    assert compiled({"PYTHONDONTWRITEBYTECODE": "1", "PATH": "/bin"}) == {"PATH": "/bin"}

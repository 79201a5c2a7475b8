import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from script.runtime import virtualenv
from script.runtime.checkout import Checkout
from script.runtime.say import CannotGoOn

ENSUREPIP = importlib.util.find_spec("ensurepip")
# Python's own, else Debian's, else what was unpacked for this very checkout because it has neither.
WHEELS = [
    *([Path(ENSUREPIP.origin).parent / "_bundled"] if ENSUREPIP else []),
    Path("/usr/share/python-wheels"),
    Path(__file__).parents[2] / "var/native/usr/share/python-wheels",
]
ABSENT = "portal @ file:///nowhere/portal-1-py3-none-any.whl\n"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory) -> Iterator[Checkout]:
    """One for all tests here, because making it takes seconds; its pip is from this machine."""
    made = Checkout(tmp_path_factory.mktemp("checkout"), process={})
    made.make_directories()
    (made.root / "requirements.txt").write_text("# nothing yet\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(virtualenv.packages, "provide", put_a_wheel_of_pip_where_debian_does)
        virtualenv.ensure(made)
        yield made


def test_nothing_is_done_twice(checkout, capsys):
    virtualenv.ensure(checkout)

    assert capsys.readouterr().err == ""


def test_packages_are_installed_when_their_list_changes(checkout, capsys):
    for text in ("# one\n", "# one\n", "# two\n"):
        (checkout.root / "requirements.txt").write_text(text)
        virtualenv.ensure(checkout)

    assert capsys.readouterr().err.count("installing the Python packages of requirements.txt") == 2


def test_a_list_that_cannot_be_installed_says_why_and_is_tried_again(checkout):
    (checkout.root / "requirements.txt").write_text(ABSENT)

    for _ in range(2):
        with pytest.raises(CannotGoOn, match=r"(?s)pip could not install requirements\.txt.*nowhere"):
            virtualenv.ensure(checkout)


def test_a_broken_one_is_made_anew_even_where_python_came_without_pip(checkout, monkeypatch, capsys):
    (checkout.root / "requirements.txt").write_text("# nothing\n")
    checkout.python.unlink()
    checkout.python.symlink_to("/nowhere/python")
    monkeypatch.setattr(virtualenv, "_has_ensurepip", lambda: False)

    virtualenv.ensure(checkout)

    assert (checkout.venv / "bin" / "pip").exists()
    assert "making a virtual environment" in capsys.readouterr().err


def put_a_wheel_of_pip_where_debian_does(_packages, *, purpose: str, unpack_to: Path) -> None:
    wheels = unpack_to / "usr/share/python-wheels"
    wheels.mkdir(parents=True, exist_ok=True)
    wheel = next(wheel for place in WHEELS for wheel in place.glob("pip-*.whl"))
    if not (wheels / wheel.name).exists():
        (wheels / wheel.name).symlink_to(wheel)

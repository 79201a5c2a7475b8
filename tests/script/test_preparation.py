import pytest

from script.runtime import preparation
from script.runtime.checkout import Checkout

URL = {"DATABASE_URL": "postgres://example.org/portal"}


@pytest.mark.parametrize(
    ("process", "expected"),
    [
        ({}, True),
        ({"DEMO": "false"}, False),
        ({"PRODUCTION": "true"}, False),
        ({"PRODUCTION": "1", "DEMO": "1"}, False),
    ],
)
def test_a_demonstration_is_loaded_unless_told_otherwise_and_never_in_production(
    tmp_path, process, expected
):
    assert preparation.with_demo(Checkout(tmp_path, process=process)) is expected


@pytest.fixture
def runs(monkeypatch) -> list[list[str]]:
    """The options of each preparation that would have been run."""
    made = []
    monkeypatch.setattr(
        preparation.subprocess, "run", lambda command, **_: made.append(command[2:]) or Done()
    )
    return made


def test_a_database_is_prepared_again_only_when_its_sources_changed(tmp_path, runs):
    checkout = Checkout(tmp_path, process={})
    checkout.make_directories()
    law = tmp_path / "treaties" / "data" / "states.toml"
    law.parent.mkdir(parents=True)

    for text in ("one", "one", "two", "two"):
        law.write_text(text)
        preparation.run_if_changed(checkout, URL)

    assert runs == [["--demo"], ["--demo"]]


def test_a_command_does_not_upgrade_a_database_that_others_may_depend_on(tmp_path, runs):
    checkout = Checkout(tmp_path, process=URL | {"PRODUCTION": "true"})
    checkout.make_directories()

    preparation.run_if_changed(checkout, URL)

    assert runs == [["--only-if-empty"]]


class Done:
    returncode = 0
    stdout = ""

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


def test_a_database_is_prepared_again_only_when_its_sources_changed(tmp_path, monkeypatch):
    checkout = Checkout(tmp_path, process={})
    checkout.make_directories()
    law = tmp_path / "treaties" / "data" / "states.toml"
    law.parent.mkdir(parents=True)
    law.write_text("one")
    runs = []
    monkeypatch.setattr(preparation.subprocess, "run", lambda *_a, **_k: runs.append(1) or Done())

    for text in ("one", "one", "two", "two"):
        law.write_text(text)
        preparation.run_if_changed(checkout, URL)

    assert len(runs) == 2


class Done:
    returncode = 0
    stdout = ""

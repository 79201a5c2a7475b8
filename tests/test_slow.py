"""What a quick run leaves out by name is there to be left out."""

import pytest

from tests.conftest import ROOT, SLOW


@pytest.mark.parametrize("name", SLOW)
def test_what_is_called_slow_exists(name):
    path, _, test = name.partition("::")

    assert f"def {test or 'test_'}" in (ROOT / path).read_text(encoding="utf-8")

"""A checkout of its own for each test, with the real programs in it and nothing in its environment."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from script.runtime.checkout import Checkout


@pytest.fixture
def root():
    """Outside pytest's own directory, which is closed to the account that root hands over to."""
    made = Path(tempfile.mkdtemp(prefix="portal-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@pytest.fixture
def checkout(root) -> Checkout:
    (root / ".venv").symlink_to(sys.prefix)
    made = Checkout(root, process={"PATH": os.environ["PATH"]}, outside=root / "outside")
    made.make_directories()
    return made

"""A checkout apart, with the real programs in it and nothing in its environment."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from script.runtime.checkout import Checkout


def open_directory() -> Iterator[Path]:
    """Outside pytest's own directory, which is closed to the account that root hands over to."""
    made = Path(tempfile.mkdtemp(prefix="portal-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


def checkout_in(root: Path) -> Checkout:
    (root / ".venv").symlink_to(sys.prefix)
    made = Checkout(root, process={"PATH": os.environ["PATH"]}, outside=root / "outside")
    made.make_directories()
    return made


@pytest.fixture
def root() -> Iterator[Path]:
    yield from open_directory()


@pytest.fixture
def checkout(root: Path) -> Checkout:
    return checkout_in(root)


@pytest.fixture(scope="module")
def shared_checkout() -> Iterator[Checkout]:
    """For tests that start servers: making a database for each would take most of their time."""
    for root in open_directory():
        yield checkout_in(root)

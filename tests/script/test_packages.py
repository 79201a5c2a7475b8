import os
import subprocess
from pathlib import Path

import pytest

from script.runtime import chromium, packages, unpacking
from script.runtime.checkout import Checkout
from script.runtime.say import CannotGoOn


def test_unpacked_libraries_are_found_where_debian_puts_them(tmp_path):
    for place in ("usr/lib/x86_64-linux-gnu/nss", "lib/x86_64-linux-gnu", "usr/lib/chromium"):
        (tmp_path / place).mkdir(parents=True)

    assert unpacking.library_path(tmp_path).split(":") == [
        str(tmp_path / "usr/lib/x86_64-linux-gnu"),
        str(tmp_path / "lib/x86_64-linux-gnu"),
        str(tmp_path / "usr/lib/x86_64-linux-gnu/nss"),
    ]
    assert unpacking.library_path(tmp_path / "nothing") == ""


def test_a_system_without_apt_is_told_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(CannotGoOn, match=r"printing letters needs libpango-1.0-0"):
        packages.provide(["libpango-1.0-0"], purpose="printing letters", unpack_to=tmp_path)


def test_what_is_unpacked_without_root_is_reached_through_a_launcher_of_its_own(checkout, monkeypatch):
    monkeypatch.setattr(chromium, "NAMES", ())
    monkeypatch.setattr(chromium, "_is_ubuntu", lambda: False)
    monkeypatch.setattr(packages, "provide", a_program_that_tells_its_library_path)

    found = chromium.ensure(checkout)

    told = subprocess.run([found["CHROMIUM"]], capture_output=True, text=True, check=True).stdout.strip()
    assert told == str(checkout.browser / "usr/lib/x86_64-linux-gnu")
    assert os.environ.get("LD_LIBRARY_PATH") != told


def a_program_that_tells_its_library_path(_packages, *, purpose: str, unpack_to: Path) -> None:
    (unpack_to / "usr/lib/x86_64-linux-gnu").mkdir(parents=True)
    program = unpack_to / "usr/lib/chromium/chromium"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\necho "$LD_LIBRARY_PATH"\n')
    program.chmod(0o755)


def test_a_browser_that_does_not_start_is_no_browser(checkout, monkeypatch):
    """As Ubuntu's, which only asks for a snap."""
    named = Checkout(checkout.root, process={"CHROMIUM": "/bin/false"})
    monkeypatch.setattr(chromium, "_is_ubuntu", lambda: False)
    monkeypatch.setattr(packages, "provide", lambda *_names, **_more: None)

    with pytest.raises(CannotGoOn, match="WITHOUT_BROWSER=1"):
        chromium.ensure(named)


def test_browser_tests_can_be_declined(checkout):
    assert chromium.ensure(Checkout(checkout.root, process={"WITHOUT_BROWSER": "1"})) == {}

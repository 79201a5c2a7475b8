import pytest

from script.runtime import packages
from script.runtime.say import CannotGoOn


def test_unpacked_libraries_are_found_where_debian_puts_them(tmp_path):
    for place in ("usr/lib/x86_64-linux-gnu/nss", "lib/x86_64-linux-gnu", "usr/lib/chromium"):
        (tmp_path / place).mkdir(parents=True)

    assert packages.library_path(tmp_path).split(":") == [
        str(tmp_path / "usr/lib/x86_64-linux-gnu"),
        str(tmp_path / "lib/x86_64-linux-gnu"),
        str(tmp_path / "usr/lib/x86_64-linux-gnu/nss"),
    ]
    assert packages.library_path(tmp_path / "nothing") == ""


def test_a_system_without_apt_is_told_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(CannotGoOn, match=r"printing letters needs libpango-1.0-0"):
        packages.provide(["libpango-1.0-0"], purpose="printing letters", unpack_to=tmp_path)

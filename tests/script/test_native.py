import pytest

from script.runtime import native, packages
from script.runtime.say import CannotGoOn

ABSENT = {"libc.so.6": "libc6", "libnowhere.so.1": "libnowhere1"}


def test_only_the_packages_of_missing_libraries_are_asked_for(checkout, monkeypatch):
    asked = []
    monkeypatch.setattr(native, "PRINTING", ABSENT)
    monkeypatch.setattr(packages, "provide", lambda names, **more: asked.append((names, more["purpose"])))

    with pytest.raises(CannotGoOn, match=r"needs libnowhere\.so\.1, which libnowhere1 did not bring"):
        native.ensure(checkout)

    assert asked == [(["libnowhere1"], "printing letters")]


def test_nothing_is_asked_for_when_all_is_there(checkout, monkeypatch):
    monkeypatch.setattr(native, "PRINTING", {"libc.so.6": "libc6"})
    monkeypatch.setattr(packages, "provide", pytest.fail)

    native.ensure(checkout)


def test_what_was_unpacked_comes_before_what_the_caller_had(checkout):
    (checkout.native / "usr/lib/x86_64-linux-gnu").mkdir(parents=True)
    checkout.process["LD_LIBRARY_PATH"] = "/opt/lib"

    assert native.environment(checkout) == {
        "LD_LIBRARY_PATH": f"{checkout.native}/usr/lib/x86_64-linux-gnu:/opt/lib"
    }

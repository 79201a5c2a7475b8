"""What somebody who finds the repository relies on: licence, one version, checks, no host of a registry."""

import re
import shlex
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from django.urls import reverse

from script.runtime.commands import COMMANDS

ROOT = Path(__file__).parents[2]
# In parts, so that this file does not name what no file may name.
REGISTRIES = (
    ".".join(("pypi", "org")),
    ".".join(("pythonhosted", "org")),
    ".".join(("npmjs", "org")),
    ".".join(("npmjs", "com")),
    ".".join(("unpkg", "com")),
    ".".join(("jsdelivr", "net")),
    ".".join(("deb", "debian", "org")),
    ".".join(("security", "debian", "org")),
    ".".join(("archive", "ubuntu", "com")),
    ".".join(("docker", "io")),
    ".".join(("ghcr", "io")),
    ".".join(("golang", "org")),
    ".".join(("crates", "io")),
)
RELEASE = re.compile(r"^## (\d+\.\d+\.\d+) — (\d{4}-\d{2}-\d{2})$", re.M)


@pytest.fixture(scope="module")
def project() -> dict[str, str]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


@pytest.fixture(scope="module")
def publiccode() -> dict:
    return yaml.safe_load((ROOT / "publiccode.yml").read_text())


def test_the_newest_release_of_the_changelog_is_the_version(project, publiccode):
    version, day = RELEASE.findall((ROOT / "CHANGELOG.md").read_text())[0]

    assert (version, version, day) == (
        project["version"],
        publiccode["softwareVersion"],
        publiccode["releaseDate"],
    )


def test_the_foot_of_a_page_shows_the_version_to_those_who_signed_in(project, drafter, signed_in, client):
    page = signed_in(drafter).get(reverse("desk"))
    door = client.get(reverse("login"))

    assert f"MLA Portal <bdi>{project['version']}</bdi>" in page.content.decode()
    assert project["version"] not in door.content.decode()


def test_the_licence_is_the_one_that_is_declared(project, publiccode):
    text = (ROOT / "LICENSE").read_text()

    assert (project["license"], publiccode["legal"]["license"]) == ("BSD-3-Clause", "BSD-3-Clause")
    assert text.startswith("BSD 3-Clause License\n\nCopyright (c) 2026, the MLA Portal contributors\n")


def test_the_public_description_has_what_the_standard_demands(publiccode):
    required = {
        "publiccodeYmlVersion",
        "name",
        "url",
        "platforms",
        "developmentStatus",
        "softwareType",
        "description",
        "legal",
        "maintenance",
        "localisation",
    }
    english = publiccode["description"]["en"]

    assert required <= publiccode.keys()
    assert publiccode["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert publiccode["softwareType"] == "standalone/web"
    assert len(english["shortDescription"]) <= 150
    assert 150 <= len(english["longDescription"]) <= 10_000
    assert english["features"]
    assert publiccode["maintenance"]["type"] == "internal"
    assert publiccode["maintenance"]["contacts"][0]["name"]
    assert publiccode["localisation"] == {"localisationReady": True, "availableLanguages": ["en"]}


def test_no_file_names_the_host_of_a_registry():
    found = {
        (path, host)
        for path in tracked()
        for host in REGISTRIES
        if host.encode() in (ROOT / path).read_bytes().lower()
    }

    assert found == set()


def test_the_hooks_run_programs_of_this_checkout_on_files_that_are_there():
    repositories = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())["repos"]
    hooks = [hook for each in repositories for hook in each["hooks"]]

    programs = {shlex.split(hook["entry"])[0] for hook in hooks}

    assert {each["repo"] for each in repositories} == {"local"}
    assert {hook["language"] for hook in hooks} == {"system"}
    assert programs == {".venv/bin/ruff", ".venv/bin/djade", ".venv/bin/lint-imports"}
    assert [program for program in programs if not (ROOT / program).exists()] == []


def test_the_ci_runs_every_check_and_every_test():
    (job,) = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text())["jobs"].values()
    run = [step["run"] for step in job["steps"] if "run" in step]
    ours = [line for line in (ROOT / ".ci/run").read_text().splitlines() if "$script/" in line]

    assert run == ["script/check", "script/test"]
    assert ours == ['"$script/check"', 'exec "$script/test" "$@"']


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/operations.md"])
def test_commands_and_files_that_are_named_are_there(name):
    text = (ROOT / name).read_text()
    links = re.findall(r"\]\(([^):#]+)\)", text)

    assert {command for command in re.findall(r"script/([a-z]+)\b", text) if command not in COMMANDS} <= {
        "runtime"
    }
    assert [link for link in links if not (ROOT / name).parent.joinpath(link).exists()] == []


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True)
    paths = listed.stdout.split("\0")[:-1]
    assert "requirements.txt" in paths
    return [path for path in paths if (ROOT / path).is_file()]

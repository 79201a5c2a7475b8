"""Write the list of components in CycloneDX. Run with the Python of a development environment.

The list is made from the lock files and the tables of vendored files, not from what is installed
here.
"""

import argparse
import re
import sys
import tomllib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[0] = str(ROOT)

from cyclonedx.contrib.license.factories import LicenseFactory  # noqa: E402
from cyclonedx.model import HashAlgorithm, HashType, Property  # noqa: E402
from cyclonedx.model.bom import Bom  # noqa: E402
from cyclonedx.model.component import Component, ComponentScope, ComponentType  # noqa: E402
from cyclonedx.output import make_outputter  # noqa: E402
from cyclonedx.schema import OutputFormat, SchemaVersion  # noqa: E402
from packageurl import PackageURL  # noqa: E402

VERSION = SchemaVersion.V1_6
# A package that stands in several locks is listed as what the first of them makes of it.
SCOPES = {
    "requirements.txt": ComponentScope.REQUIRED,
    "requirements-embedded.txt": ComponentScope.OPTIONAL,
    "requirements-build.txt": ComponentScope.EXCLUDED,
    "requirements-dev.txt": ComponentScope.EXCLUDED,
    "requirements-lock.txt": ComponentScope.EXCLUDED,
}
Entries = dict[str, tuple[re.Match[str], ComponentScope]]
VENDORED = ("static/vendor", "static/fonts/print")
ENTRY = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; (?P<marker>[^\\\n]+?))?"
    r"(?P<hashes>(?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n(?P<wanted_by>(?:    # .*\n)*)",
    re.M,
)
ROW = re.compile(
    r"^\| `?(?P<path>[^|`]+?)`? \| (?P<name>@?[^|@ ]+) (?P<version>[0-9][^ |]*) "
    r"\| \[?(?P<licence>[A-Za-z0-9.-]+)[^|]* \| (?:[^|]* \| )?`(?P<digest>[0-9a-f]{64})` \|$",
    re.M,
)


def bill() -> Bom:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    portal = Component(
        name=project["name"],
        version=project["version"],
        type=ComponentType.APPLICATION,
        licenses=[LicenseFactory().make_from_string(project["license"])],
    )
    entries, taken = locked(), list(vendored())
    known = {name: package(entry, scope) for name, (entry, scope) in entries.items()}
    found = Bom(components=[*known.values(), *taken])
    found.metadata.component = portal
    found.register_dependency(portal, [*(known[name] for name in named("-r", entries)), *taken])
    for name in known:
        found.register_dependency(known[name], [known[each] for each in named(name, entries)])
    return found


def locked() -> Entries:
    """Return each locked package once, under its name."""
    found: Entries = {}
    for lock, scope in SCOPES.items():
        for entry in ENTRY.finditer((ROOT / lock).read_text()):
            found.setdefault(entry["name"], (entry, scope))
    return found


def named(parent: str, entries: Entries) -> list[str]:
    """Return the packages that the parent asks for; the parent "-r" stands for what we ask for."""
    asks = re.compile(rf"^    #(?: via)? +{re.escape(parent)}(?: |$)", re.M)
    return [name for name, (entry, _) in entries.items() if asks.search(entry["wanted_by"])]


def package(entry: re.Match[str], scope: ComponentScope) -> Component:
    """Return the package with the hashes of all files that may be installed for it."""
    name, version, marker = entry["name"], entry["version"], entry["marker"]
    digests = re.findall(r"[0-9a-f]{64}", entry["hashes"])
    return Component(
        name=name,
        version=version,
        type=ComponentType.LIBRARY,
        scope=scope,
        purl=PackageURL("pypi", name=name, version=version),
        bom_ref=f"pypi:{name}",
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in digests],
        properties=[Property(name="mla-portal:marker", value=marker)] if marker else [],
    )


def vendored() -> Iterator[Component]:
    """Return each package that files were taken from, with those files inside it."""
    for directory in VENDORED:
        rows = sorted(ROW.finditer((ROOT / directory / "VENDOR.md").read_text()), key=origin)
        for (name, version, licence), files in groupby(rows, key=origin):
            namespace, _, short = name.rpartition("/")
            yield Component(
                name=name,
                version=version,
                type=ComponentType.LIBRARY,
                scope=ComponentScope.REQUIRED,
                purl=PackageURL("npm", namespace=namespace or None, name=short, version=version),
                bom_ref=f"{directory}:{name}",
                licenses=[LicenseFactory().make_from_string(licence)],
                components=[file(f"{directory}/{row['path']}", row["digest"]) for row in files],
            )


def origin(row: re.Match[str]) -> tuple[str, str, str]:
    return row["name"], row["version"], row["licence"]


def file(path: str, digest: str) -> Component:
    return Component(
        name=path,
        type=ComponentType.FILE,
        bom_ref=path,
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
    )


def text_of(found: Bom) -> str:
    return make_outputter(found, OutputFormat.JSON, VERSION).output_as_string(indent=2)


def main() -> None:
    parser = argparse.ArgumentParser(prog="script/sbom", description="Print the list of components.")
    parser.add_argument("-o", "--output", type=Path, help="write it to this file")
    output = parser.parse_args().output
    if output:
        output.write_text(f"{text_of(bill())}\n")
    else:
        print(text_of(bill()))


if __name__ == "__main__":
    main()

"""Every module and every public class says in a docstring what it holds; documents name files that exist.

A `Command` is a module's only class and is described by the module.
"""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("mla_portal", "requests_app", "treaties", "script")


def test_every_module_and_every_public_class_says_what_it_is():
    assert [place for path in _modules() for place in _silent(path)] == []


@pytest.mark.parametrize("name", ["docs/architecture.md", "docs/glossary.md", "CONTRIBUTING.md"])
def test_a_document_names_no_module_that_is_gone(name):
    named = set(re.findall(r"`([\w/]+\.py)`", (ROOT / name).read_text()))
    known = [
        f"/{path.relative_to(ROOT)}" for room in (*ROOMS, "tests") for path in (ROOT / room).rglob("*.py")
    ]

    assert [each for each in sorted(named) if not any(path.endswith(f"/{each}") for path in known)] == []


def _modules() -> list[Path]:
    """Return the modules that hold anything; migrations are named for what they do."""
    found = (path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))
    return [path for path in found if "migrations" not in path.parts and path.read_text().strip()]


def _silent(path: Path) -> list[str]:
    tree = ast.parse(path.read_text())
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and _is_told(node.name)]
    name = str(path.relative_to(ROOT))
    return [
        name if node is tree else f"{name}: {node.name}"
        for node in (tree, *classes)
        if not ast.get_docstring(node)
    ]


def _is_told(name: str) -> bool:
    return not name.startswith("_") and name != "Command"

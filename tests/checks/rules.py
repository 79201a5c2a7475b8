"""Rules of law and requests to try them on, in as few words as the tests need."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from requests_app import exchange
from requests_app.checks import engine
from requests_app.checks.findings import Finding
from requests_app.content.snapshot import Snapshot
from treaties.spec import Basis, Citation, Confidence, Level, Requirement, Verified

TODAY = date(2026, 11, 25)
EXAMPLES = sorted((Path(__file__).parents[2] / "docs" / "examples").glob("*.json"))


@cache
def example(name: str) -> Snapshot:
    """Read and checked against the schema once: hundreds of tests begin with the same frozen value."""
    return exchange.decode(next(p for p in EXAMPLES if p.stem == name).read_bytes())


def rule(
    *fields: str,
    code: str = "law-1",
    level: Level = Level.MANDATORY,
    verified: Verified = Verified.TEXT,
    applies_to: tuple[str, ...] = ("all",),
    basis: Basis = Basis.LAW,
    **more: Any,
) -> Requirement:
    return Requirement(
        code=code,
        citation=Citation(
            instrument="law",
            provision=code,
            label=f"Law, art {code}",
            source="a text",
            confidence=Confidence.HIGH,
            verified=verified,
        ),
        level=level,
        basis=basis,
        element="element",
        message=f"Do what {code} asks.",
        applies_to=applies_to,
        fields=fields,
        **more,
    )


def of_law(findings: tuple[Finding, ...]) -> list[Finding]:
    """Without the rules of craft, which are always on."""
    return [f for f in findings if not f.requirement.startswith("portal.")]


def of_craft(snapshot: Snapshot, code: str, on: date = TODAY) -> list[tuple[str, str, str, str]]:
    """Where one rule of craft is broken, and how severe that is."""
    found = engine.run(snapshot, (), on=on)
    return [
        (f.severity.value, f.section, f.field, f.item) for f in found if f.requirement == f"portal.{code}"
    ]


def places(findings: tuple[Finding, ...]) -> list[tuple[str, str, str, str]]:
    return [(f.severity.value, f.section, f.field, f.item) for f in of_law(findings)]

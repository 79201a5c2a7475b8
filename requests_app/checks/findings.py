"""What the checker says: plain frozen values, nothing to fetch."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from treaties.spec import Citation, Level


class Severity(StrEnum):
    """What a finding does to the request; the order is from the strongest to the weakest."""

    BLOCK = "block"
    ASK = "ask"
    WARN = "warn"
    ADVISE = "advise"

    @property
    def rank(self) -> int:
        return _RANK[self]


_RANK = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line for the drafter, however many rules ask for it.

    `requirement` is the code of the strongest of `requirements`. `draft_field` is the key under which
    `Snapshot.unknown` or `Snapshot.applicable` takes the answer when the severity is ASK.
    """

    requirement: str
    requirements: tuple[str, ...]
    severity: Severity
    level: Level
    section: str
    field: str
    item: str
    draft_field: str
    message: str
    citations: tuple[Citation, ...]
    facet: str = ""


# What one rule says of thousands of rows is read in its first lines and a number.
MOST_OF_A_RULE: Final = 5
Rule = tuple[str, str, str]


def rule_of(finding: Finding) -> Rule:
    return finding.requirement, finding.section, finding.field


def first_of_each(findings: Iterable[Finding]) -> Iterator[Finding]:
    """In their order, without what one rule finds in more places than anybody reads."""
    seen = Counter[Rule]()
    for finding in findings:
        seen[rule_of(finding)] += 1
        if seen[rule_of(finding)] <= MOST_OF_A_RULE:
            yield finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A line of the list that the request satisfies."""

    requirement: str
    requirements: tuple[str, ...]
    level: Level
    section: str
    field: str
    draft_field: str
    message: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was looked at: what is open, and what is met."""

    findings: tuple[Finding, ...]
    met: tuple[Met, ...]

    @property
    def must_fix(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.severity is Severity.BLOCK)

    @property
    def should_check(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.severity is not Severity.BLOCK)

    @property
    def is_blocked(self) -> bool:
        return any(f.severity is Severity.BLOCK for f in self.findings)

    @property
    def total(self) -> int:
        """Lines of the list: a field that fails for three items is one line, as it is when it is met."""
        return len(self.met) + len({(f.section, f.field, f.draft_field) for f in self.findings})

    def counts(self) -> dict[str, int]:
        """How many findings there are of each severity; every severity is named."""
        return {s.value: sum(f.severity is s for f in self.findings) for s in Severity}

    def of_section(self, section: str) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.section == section)

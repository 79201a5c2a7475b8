"""What the requested State will probably ask back: an estimate from the lines that are open or waived.

It rests on two things only. A line that the law of the request demands will be asked for by whoever applies
that law. For the rest there are the subjects that guidance of requested authorities and reports of
practitioners name as the usual reasons for a question; their order of weight is not known, so that an
estimate has two grades and no figures. It is silent about what no rule looks at.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from requests_app.checks.findings import Finding, Severity
from requests_app.checks.rule import PRACTITIONERS
from treaties.spec import Level


class Grade(StrEnum):
    """How probable it is that the other side asks."""

    LIKELY = "likely"
    POSSIBLE = "possible"


class Ground(StrEnum):
    """What an expectation rests on."""

    DEMANDED = "demanded"
    USUAL = "usual"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Expectation:
    """A question that the other side may ask, with what it rests on."""

    finding: Finding
    grade: Grade
    ground: Ground


# Subjects of the questions that come back most, by canonical draft field.
USUAL_QUESTIONS: Final = frozenset(
    {
        "scope_statement",
        "facts",
        "dual_criminality_note",
        "max_penalty",
        "offence_law_text",
        "data_specification",
        "provider",
        "time_period",
        "location_basis",
        "relevance",
        "necessity",
        "preservation",
        "domestic_order",
        "use_undertaking",
        "confidentiality",
        "urgency",
        "deadline",
        "channel",
        "language",
        "contact",
        "witness",
        "questions",
        "oath",
        "prior_requests",
    }
)


def of(findings: Iterable[Finding]) -> tuple[Expectation, ...]:
    """Likely questions first, else in the order of the findings; nobody asks back about mere advice."""
    expected = [_expectation(finding) for finding in findings if finding.severity is not Severity.ADVISE]
    return tuple(sorted(expected, key=lambda each: each.grade is not Grade.LIKELY))


def _expectation(finding: Finding) -> Expectation:
    if finding.level is Level.MANDATORY and not finding.requirement.startswith("portal."):
        return Expectation(finding, Grade.LIKELY, Ground.DEMANDED)
    cited = any(citation.source == PRACTITIONERS for citation in finding.citations)
    if cited or finding.draft_field in USUAL_QUESTIONS:
        return Expectation(finding, Grade.LIKELY, Ground.USUAL)
    return Expectation(finding, Grade.POSSIBLE, Ground.OPEN)

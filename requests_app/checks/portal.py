"""The rules of craft that are always on, whatever law governs the request."""

from typing import Final

from requests_app.checks import consistency, narrative, nexus, schedule, standing
from requests_app.checks.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    *standing.RULES,
    *consistency.RULES,
    *schedule.RULES,
    *nexus.RULES,
    *narrative.RULES,
)

"""What a finding says beyond its message: why it is asked, how strongly, and what good looks like.

Looked up when a finding is shown, so that a check pays nothing for it.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from requests_app.checks.findings import Finding, Severity
from requests_app.checks.floor import FLOOR
from treaties.spec import Level, Verified

_FILE: Final = Path(__file__).with_name("explanations.toml")
_CRAFT: Final = "portal."


@dataclass(frozen=True, slots=True)
class Explanation:
    """`why` is the reason in one sentence, `force` what the finding does to the request and why it does so.

    `example` is an answer in our own words, "" where none would help. `rules` are the codes that fired, the
    strongest first, and `version` is the rule set in which they stood.
    """

    why: str
    force: str
    example: str
    rules: tuple[str, ...]
    version: str


def explain(finding: Finding, kinds: Iterable[str] = (), *, version: str = "") -> Explanation:
    """`kinds` are those of the measures concerned: the first that has an example of its own wins."""
    entry = _entry(finding)
    special = entry.get("kinds", {})
    example = next((special[kind] for kind in kinds if kind in special), entry.get("example", ""))
    return Explanation(entry.get("why", ""), _force(finding), example, finding.requirements, version)


def _entry(finding: Finding) -> Mapping[str, Any]:
    """What is said of the rule, else of the half that is open, else of the draft field."""
    known = entries()
    return (
        known["rule"].get(finding.requirement.removeprefix(_CRAFT))
        or known["place"].get(f"{finding.section}/{finding.field}")
        or known["field"].get(finding.draft_field)
        or {}
    )


@cache
def entries() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def _force(finding: Finding) -> str:
    is_craft = finding.requirement.startswith(_CRAFT)
    match finding.severity:
        case Severity.BLOCK if finding.citations[0] == FLOOR:
            return "The letter cannot go out like this: without it a document is no act."
        case Severity.BLOCK if is_craft:
            return "The request cannot be sent like this: nobody could execute it."
        case Severity.BLOCK:
            return "The request cannot be sent without it: the rule is mandatory and was read in its text."
        case Severity.ASK if finding.level is Level.WHERE_APPLICABLE:
            return "Say whether it applies; a plain no is an answer and is kept."
        case Severity.ASK:
            return "It is asked where possible: say why it is not known, and the reason is kept."
        case Severity.WARN if is_craft:
            return "The request can be sent, but experience shows that it comes back with a question."
        case Severity.WARN:
            return _WARNS.get(finding.citations[0].verified, _WARNS[Verified.TEXT])
    return "This is advice: nothing depends on it."


_WARNS: Final = {
    Verified.TEXT: "You have said that it applies, so that it should be answered.",
    Verified.MEMORY: "Nobody has read this rule in its text yet, so that it warns and does not block.",
    Verified.PRACTICE: "Practice expects it; only the text of a law can stop a request.",
}

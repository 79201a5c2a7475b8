"""What one rule finds in hundreds of rows: the first few lines, and how many more there are.

A line for each of 5,000 rows would be a page of megabytes that nobody reads; the table shows all of
them.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import ngettext

from requests_app.checks.findings import MOST_OF_A_RULE, Finding, Rule, Severity, rule_of
from requests_app.sections import BY_SLUG
from requests_app.views.parts.check_lines import Lines


def bundled(findings: Iterable[Finding], lines: Lines) -> list[dict[str, Any]]:
    """Return the lines in their order; the number of further lines stands at the last line of a rule."""
    found = list(findings)
    counts, seen = Counter(map(rule_of, found)), Counter[Rule]()
    shown = []
    for finding in found:
        rule = rule_of(finding)
        seen[rule] += 1
        if seen[rule] <= MOST_OF_A_RULE:
            shown.append(lines.open(finding))
        elif seen[rule] == MOST_OF_A_RULE + 1:
            shown.append(_rest(finding, counts[rule] - MOST_OF_A_RULE, lines))
    return shown


def _rest(finding: Finding, number: int, lines: Lines) -> dict[str, Any]:
    message = ngettext("The same in %(n)s more place.", "The same in %(n)s more places.", number)
    return lines.open(finding) | {
        "message": f"{finding.message} {message % {'n': f'{number:,}'}}",
        "url": _table(finding, lines),
        "link_text": ngettext("the rows that have it", "the rows that have it", number),
        "more": None,
        "answer": None,
        "dismiss": None,
    }


def _table(finding: Finding, lines: Lines) -> str:
    section = BY_SLUG.get(finding.section)
    address = lines.places.of(finding)
    if section is None or not section.items or not section.items.columns:
        return address
    shown = "fix" if finding.severity is Severity.BLOCK else "check"
    return f"{lines.places.section(section)}?{urlencode({'show': shown})}#rows"

"""What officers decided about single lines of a report, applied to it. Pure: the rows are read elsewhere.

A dismissal says that advice was read and not followed. It stands for the text at that place: another text
brings the line back. A waiver lets a request pass with something missing that the law asks for. It stands
for the rules behind the line as they were: when one of them changes, or another one joins them, the line
blocks again. The text at the place may change under a waiver, and whoever approves is told that it did.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from operator import attrgetter
from typing import Any, Final

import msgspec

from requests_app.checks import files, portal
from requests_app.checks.findings import Finding, Report, Severity
from requests_app.content import texts
from requests_app.content.declared import ANSWERS, ITEMS, section_of
from requests_app.content.fields import SECTIONS
from requests_app.content.snapshot import Snapshot
from treaties.spec import Requirement

_ENCODER: Final = msgspec.json.Encoder(order="deterministic", enc_hook=dict)
# Rules on style, whose warnings a drafter may overrule. A warning of the law stays until it is answered.
_ON_WORDS: Final = frozenset(rule.requirement.code for rule in portal.ON_WORDS)
_NOT_WAIVED: Final = portal.NOT_TO_BE_WAIVED | frozenset(rule.requirement.code for rule in files.RULES)
# What stands on a page, for places that hold no text of their own; and the list of the page, if any.
_ON_PAGE: Final[dict[str, tuple[str, ...]]] = {
    page: tuple(dict.fromkeys(a.list or a.path for a in ANSWERS if a.section == page)) for page in SECTIONS
}
_LISTS: Final = {section_of(name): name for name in ITEMS}


class Kind(StrEnum):
    """What officers can decide about a finding."""

    DISMISSAL = "dismissal"
    WAIVER = "waiver"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """`line` names the line decided on; the digests are those of the day of the decision."""

    pk: int
    kind: Kind
    line: str
    text_digest: str
    rules_digest: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Settled:
    """A line that is no longer open, and why; `changed`: the text at its place is another one by now."""

    finding: Finding
    decision: Decision
    changed: bool


def line_of(finding: Finding) -> str:
    """Tells a line of one request apart from every other: its rule, its place, and what of it fails."""
    parts = (
        finding.requirement,
        finding.section,
        finding.field,
        finding.item,
        finding.draft_field,
        finding.facet,
    )
    return _digest(parts)[:32]


def text_digest(snapshot: Snapshot, finding: Finding) -> str:
    """Of the text at the place and of the words about it, which quote what was found in the text."""
    return _digest((finding.message, _text_at(snapshot, finding)))


def rules_digest(rules: Iterable[Requirement], finding: Finding) -> str:
    """Of every rule behind the line, as the data of the law have it."""
    behind = [rule for rule in rules if rule.code in finding.requirements]
    return _digest(sorted(_digest(rule) for rule in behind))


def may_be_dismissed(finding: Finding) -> bool:
    """Advice, and warnings about words. A rule that could not be evaluated is nobody's to dismiss."""
    on_words = finding.severity is Severity.WARN and finding.requirement in _ON_WORDS
    return finding.section != "law" and (finding.severity is Severity.ADVISE or on_words)


def may_be_waived(finding: Finding) -> bool:
    """What the law asks for; not that a file is looked into before it leaves the house.

    What makes a document an act is waived by nobody, save where a letter may truly lack it.
    """
    return finding.severity is Severity.BLOCK and _NOT_WAIVED.isdisjoint(finding.requirements)


_MAY_BE: Final = {Kind.DISMISSAL: may_be_dismissed, Kind.WAIVER: may_be_waived}


def may_be(kind: Kind, finding: Finding) -> bool:
    return _MAY_BE[kind](finding)


def apply(
    report: Report, decided: Iterable[Decision], *, snapshot: Snapshot, rules: Sequence[Requirement]
) -> tuple[Report, tuple[Settled, ...]]:
    """The report without the lines that a decision settles, and those lines with their decisions."""
    by_line: dict[tuple[str, Kind], list[Decision]] = {}
    for decision in decided:
        by_line.setdefault((decision.line, decision.kind), []).append(decision)
    if not by_line:
        return report, ()
    settled = [_settled(finding, by_line, snapshot, rules) for finding in report.findings]
    still_open = tuple(f for f, s in zip(report.findings, settled, strict=True) if s is None)
    return replace(report, findings=still_open), tuple(s for s in settled if s is not None)


def _settled(
    finding: Finding,
    by_line: Mapping[tuple[str, Kind], Sequence[Decision]],
    snapshot: Snapshot,
    rules: Sequence[Requirement],
) -> Settled | None:
    line = line_of(finding)
    kinds = [kind for kind in Kind if (line, kind) in by_line and may_be(kind, finding)]
    if not kinds:
        return None
    text, law = text_digest(snapshot, finding), rules_digest(rules, finding)
    for decision in by_line[line, kinds[0]]:
        if _stands(decision, text, law):
            return Settled(finding, decision, decision.text_digest != text)
    return None


def _stands(decision: Decision, text: str, law: str) -> bool:
    if decision.kind is Kind.DISMISSAL:
        return decision.text_digest == text
    return decision.rules_digest == law


def _text_at(snapshot: Snapshot, finding: Finding) -> Any:
    """One text, else the value of the item's field, else the item, else all that stands on the page."""
    if text := texts.first_at(snapshot, finding.section, finding.field, finding.item):
        return text
    for item in getattr(snapshot, _LISTS.get(finding.section, ""), ()):
        if item.id == finding.item:
            return getattr(item, finding.field, item)
    # Findings on translations and on the law itself stand on no page: the whole request is their text.
    on_page = _ON_PAGE.get(finding.section)
    return [attrgetter(path)(snapshot) for path in on_page] if on_page else snapshot


def _digest(value: Any) -> str:
    return hashlib.sha256(_ENCODER.encode(value)).hexdigest()

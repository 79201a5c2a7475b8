"""Requirements x snapshot -> findings. Pure: equal values in give equal values out, and nothing raises.

What several rules ask of one field is one line with all their citations, at the level of the strongest.
A rule that cannot be evaluated is a line of its own, in the section "law": never a silent pass.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import NamedTuple

from requests_app.checks import portal, scope
from requests_app.checks.deadline import Deadline, Overrun
from requests_app.checks.findings import Finding, Met, Report, Severity
from requests_app.checks.library import CHECKS, CONDITIONS
from requests_app.checks.reading import NO_FILES, Files, Reading
from requests_app.checks.setting import UNKNOWN, Setting
from requests_app.content import blanks
from requests_app.content.fields import SECTIONS, draft_field_of, home_of
from requests_app.content.place import Place
from requests_app.content.snapshot import Snapshot
from treaties.spec import Basis, Citation, Level, Requirement, Verified

_LEVELS = {level: rank for rank, level in enumerate(Level)}
_SECTIONS = {section: rank for rank, section in enumerate(SECTIONS)}
_NOT_READ = " The text of this rule was not verified."
_ASKS = {
    Level.WHERE_POSSIBLE: " If it is not known, say why.",
    Level.WHERE_APPLICABLE: " Say whether this applies.",
}


class _Hit(NamedTuple):
    """One rule that is not met in one place."""

    requirement: Requirement
    severity: Severity
    place: Place
    draft_field: str

    @property
    def citation(self) -> Citation:
        return self.place.citation or self.requirement.citation


def _strength(hit: _Hit) -> tuple[int, int]:
    return hit.severity.rank, _LEVELS[hit.requirement.level]


@dataclass(slots=True)
class _Tally:
    """What was found so far: hits by the line that they belong to, and rules by the line that they meet."""

    hits: dict[tuple[str, ...], list[_Hit]] = field(default_factory=dict)
    met: dict[tuple[str, str], list[Requirement]] = field(default_factory=dict)
    open_lines: set[tuple[str, str]] = field(default_factory=set)

    def add(self, check: str, hit: _Hit) -> None:
        place = hit.place
        key = (place.section, place.field, place.item, check, place.facet)
        hits = self.hits.get(key)
        if hits is None:
            self.hits[key] = [hit]
        else:
            hits.append(hit)


def run(
    snapshot: Snapshot, requirements: Iterable[Requirement], *, on: date, setting: Setting = UNKNOWN
) -> tuple[Finding, ...]:
    """What is open in the request on that day, the strongest first and then in the order of the wizard."""
    return report(snapshot, requirements, on=on, setting=setting).findings


def report(
    snapshot: Snapshot,
    requirements: Iterable[Requirement],
    *,
    on: date,
    setting: Setting = UNKNOWN,
    files: Files = NO_FILES,
    deadline: Deadline | None = None,
) -> Report:
    """What is open and what is met, within the time that a check may take."""
    reading = Reading(blanks.without(snapshot), on, setting, files, deadline or Deadline())
    tally = _Tally()
    for requirement in chain(requirements, () if snapshot.asks_for_nothing else scope.RULES):
        try:
            reading.deadline.begin()
            _evaluate(reading, requirement, tally)
            reading.deadline.end()
        except Exception as error:  # A broken rule must show, whatever is broken in it.
            _cannot_evaluate(requirement, blocks=_would_block(requirement), error=error, tally=tally)
    for rule in portal.rules_for(snapshot):
        try:
            reading.deadline.begin()
            for place in reading.deadline.over(rule.places(reading)):
                tally.add(rule.requirement.code, _Hit(rule.requirement, rule.severity, place, ""))
            reading.deadline.end()
        except Exception as error:
            blocks = rule.severity is Severity.BLOCK
            _cannot_evaluate(rule.requirement, blocks=blocks, error=error, tally=tally)
    return Report(_findings(tally), _met(tally))


def _evaluate(reading: Reading, requirement: Requirement, tally: _Tally) -> None:
    if not _is_in_question(reading, requirement):
        return
    for draft_field in requirement.fields or ("",):
        found = severity(reading, requirement, draft_field)
        asked = places(reading, requirement, draft_field) if found else ()
        open_places = tuple(reading.deadline.over(asked))
        if found and open_places:
            tally.open_lines.add((draft_field, requirement.check))
            for place in open_places:
                tally.add(requirement.check, _Hit(requirement, found, place, draft_field))
        else:
            tally.met.setdefault((draft_field, requirement.check), []).append(requirement)


def _is_in_question(reading: Reading, requirement: Requirement) -> bool:
    return (
        is_in_time(reading, requirement)
        and reading.concerns(requirement)
        and all(CONDITIONS[name](reading, argument) for name, argument in requirement.when.items())
    )


def is_in_time(reading: Reading, requirement: Requirement) -> bool:
    begun = requirement.since is None or requirement.since <= reading.on
    return begun and (requirement.until is None or reading.on <= requirement.until)


def places(reading: Reading, requirement: Requirement, draft_field: str) -> Iterable[Place]:
    """Where the rule is not met, whatever its level."""
    return CHECKS[requirement.check](reading, requirement, draft_field)


def places_of_craft(reading: Reading, code: str) -> Iterable[Place]:
    return chain.from_iterable(
        rule.places(reading) for rule in portal.every() if rule.requirement.code == code
    )


def craft(code: str) -> Requirement | None:
    """A rule that is on whatever law governs, by its code."""
    rules = chain((rule.requirement for rule in portal.every()), scope.RULES)
    return next((rule for rule in rules if rule.code == code), None)


def severity(reading: Reading, requirement: Requirement, draft_field: str) -> Severity | None:
    """None when the drafter's answer satisfies the rule whatever the field holds."""
    if requirement.basis is Basis.PRACTICE and _is_excused(reading, draft_field):
        return None
    match requirement.level:
        case Level.MANDATORY:
            return Severity.BLOCK if requirement.blocks else Severity.WARN
        case Level.WHERE_POSSIBLE:
            return None if reading.is_known_to_be_unknown(draft_field) else Severity.ASK
        case Level.WHERE_APPLICABLE:
            answers = {"no": None, "yes": Severity.WARN}
            return answers.get(reading.snapshot.applicable.get(draft_field, ""), Severity.ASK)
    return Severity.ADVISE


def _is_excused(reading: Reading, draft_field: str) -> bool:
    """Practice wants to be answered, and a reason or a plain no is an answer."""
    field = draft_field_of(draft_field)
    says_no = reading.snapshot.applicable.get(field) == "no"
    return says_no or reading.is_known_to_be_unknown(field)


def _would_block(requirement: Requirement) -> bool:
    return requirement.level is Level.MANDATORY and requirement.blocks


def _cannot_evaluate(requirement: Requirement, *, blocks: bool, error: Exception, tally: _Tally) -> None:
    """The kind of error only: its text may quote the request. No gate opens on a rule nobody looked at."""
    code = requirement.code
    message = f"The rule {code} could not be evaluated ({type(error).__name__}). Tell an administrator."
    if isinstance(error, Overrun):
        message = (
            f"The rule {code} could not be evaluated: the texts are too long for the time a rule may take. "
            "Shorten the longest text, or attach it as an annex."
        )
    place = Place("law", code, "", message)
    tally.add(code, _Hit(requirement, Severity.BLOCK if blocks else Severity.WARN, place, ""))


def _findings(tally: _Tally) -> tuple[Finding, ...]:
    """`sorted` is stable: within a section the findings keep the order of the law and of the items."""
    citations = _Citations()
    found = [_finding(hits, citations) for hits in tally.hits.values()]
    found.sort(key=_order)
    return tuple(found)


def _order(finding: Finding) -> tuple[int, int]:
    return finding.severity.rank, _SECTIONS.get(finding.section, len(_SECTIONS))


class _Citations(dict[tuple[int, ...], tuple[Citation, ...]]):
    """Citations by the identities of those that came together: the same rules are open in hundreds of rows,
    and comparing citations by their content costs more than all the rest of a line.
    """

    def once(self, citations: Sequence[Citation]) -> tuple[Citation, ...]:
        key = tuple(map(id, citations))
        if key not in self:
            self[key] = tuple(dict.fromkeys(citations))
        return self[key]


def _finding(hits: Sequence[_Hit], citations: _Citations) -> Finding:
    ordered = sorted(hits, key=_strength) if len(hits) > 1 else hits
    first = ordered[0]
    return Finding(
        requirement=first.requirement.code,
        requirements=tuple(dict.fromkeys([hit.requirement.code for hit in ordered])),
        severity=first.severity,
        level=first.requirement.level,
        section=first.place.section,
        field=first.place.field,
        item=first.place.item,
        draft_field=first.draft_field,
        message=_message(first),
        citations=citations.once([hit.citation for hit in ordered]),
        facet=first.place.facet,
    )


def _message(hit: _Hit) -> str:
    message = hit.place.message or hit.requirement.message
    if hit.severity is Severity.ASK:
        message += _ASKS.get(hit.requirement.level, "")
    if hit.requirement.citation.verified is Verified.MEMORY:
        message += _NOT_READ
    return message


def _met(tally: _Tally) -> tuple[Met, ...]:
    return tuple(
        _met_line(draft_field, rules)
        for (draft_field, check), rules in tally.met.items()
        if (draft_field, check) not in tally.open_lines and draft_field
    )


def _met_line(draft_field: str, requirements: Sequence[Requirement]) -> Met:
    rules = _once(sorted(requirements, key=lambda rule: _LEVELS[rule.level]))
    home = home_of(draft_field)
    return Met(
        requirement=rules[0].code,
        requirements=tuple(rule.code for rule in rules),
        level=rules[0].level,
        section=home.section,
        field=home.field,
        draft_field=draft_field,
        message=rules[0].message,
        citations=tuple(dict.fromkeys(rule.citation for rule in rules)),
    )


def _once(requirements: Iterable[Requirement]) -> list[Requirement]:
    """By code: a requirement holds mappings, and cannot be hashed."""
    return list({requirement.code: requirement for requirement in requirements}.values())

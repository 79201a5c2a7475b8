"""The checker, run on a request with the law as it stands on a day."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from django.utils import timezone

from requests_app import snapshots
from requests_app.checks import engine, explain, portal, scope, trace
from requests_app.checks.decisions import Decision, Kind, Settled, apply
from requests_app.checks.explain import Explanation
from requests_app.checks.findings import Finding, Met, Report
from requests_app.checks.phrases import Names
from requests_app.checks.reading import NO_FILES, Files, Reading
from requests_app.checks.setting import UNKNOWN, Setting
from requests_app.checks.trace import Trace
from requests_app.completeness import annex_states, decided
from requests_app.content import snapshot as value
from requests_app.content.snapshot import Snapshot
from requests_app.letter import phrases
from requests_app.models import MLARequest
from treaties import cited_bases, current, offered, particulars, requirements, scope_rules, vocabulary
from treaties.law import Law
from treaties.spec import Origin, Requirement, Way

_ENCODER = msgspec.json.Encoder(order="deterministic", enc_hook=dict)


@dataclass(frozen=True, slots=True)
class Examination:
    """A report, with what it was made of: the text and the rules, and their digests.

    `settled` are the lines that officers have dismissed or waived; the report is without them.
    """

    report: Report
    settled: tuple[Settled, ...]
    snapshot: Snapshot
    rules: Sequence[Requirement]
    snapshot_digest: str
    rules_digest: str
    law_version: str

    @property
    def rule_set(self) -> str:
        """Which rules fired, for people: the version of the law, and the mark of what it asked here."""
        return f"{self.law_version} / {self.rules_digest[:12]}"

    @property
    def waivers(self) -> frozenset[int]:
        return frozenset(s.decision.pk for s in self.settled if s.decision.kind is Kind.WAIVER)


def report(snapshot: Snapshot, on: date | None = None) -> Report:
    return examine(snapshot, on).report


def for_request(mla: MLARequest, on: date | None = None) -> Report:
    return examine_request(mla, on).report


def examine_request(mla: MLARequest, on: date | None = None) -> Examination:
    """With what officers have decided about single lines of it."""
    return examine(snapshots.of(mla), on, decided.of(mla), annex_states.states(mla))


def examine(
    snapshot: Snapshot,
    on: date | None = None,
    decided: Sequence[Decision] = (),
    files: Files = NO_FILES,
) -> Examination:
    day, law = on or timezone.localdate(), current.law()
    rules = rules_for(snapshot, day, law)
    setting = setting_of(snapshot, day, law)
    found = engine.report(snapshot, rules, on=day, setting=setting, files=files)
    digest = digest_of_rules(rules, setting)
    still_open, settled = apply(found, decided, snapshot=snapshot, rules=every_rule(rules))
    return Examination(still_open, settled, snapshot, rules, value.digest(snapshot), digest, law.version)


def every_rule(rules: Sequence[Requirement]) -> Sequence[Requirement]:
    """With those that the checker adds to the law of each request: of scope, and of craft."""
    return (*rules, *scope.RULES, *(rule.requirement for rule in portal.every()))


def explained(examination: Examination, finding: Finding) -> Explanation:
    """With the example for the measure that the finding concerns, where it concerns one."""
    kinds = _kinds_of(examination.snapshot, finding)
    return explain.explain(finding, kinds, version=examination.rule_set)


def _kinds_of(snapshot: Snapshot, finding: Finding) -> tuple[str, ...]:
    reading = Reading(snapshot, date.min)
    if finding.section == "measures" and finding.item:
        return tuple(m.kind for m in snapshot.measures if m.id == finding.item)
    rows = (row for row in snapshot.data_items if finding.section == "data" and row.id == finding.item)
    return tuple(m.kind for row in rows for m in reading.measures_on(row)) or snapshot.kinds


def traces(snapshot: Snapshot, code: str, on: date | None = None) -> tuple[Trace, ...]:
    """Why a requirement is asked of a request: one trace for each way on which it came."""
    day = on or timezone.localdate()
    law = current.law()
    names = _names(law)
    reading = Reading(snapshot, day, setting_of(snapshot, day, law))
    return tuple(trace.of(reading, origin, names) for origin in _origins(snapshot, code, day, law))


def _origins(snapshot: Snapshot, code: str, on: date, law: Law) -> tuple[Origin, ...]:
    if craft := engine.craft(code):
        return (Origin(requirement=craft, way=Way.CRAFT),)
    of_law = requirements.origins(
        requesting=snapshot.requesting,
        requested=snapshot.requested,
        bases=snapshot.basis_ids,
        kinds=snapshot.kinds,
        on=on,
        code=code,
        law=law,
    )
    of_scope = scope_rules.origins(snapshot.basis_ids, code, law=law)
    return of_law or of_scope or particulars.origins(snapshot.kinds, code, law=law)


def _names(law: Law) -> Names:
    return Names(
        instruments={code: each.name for code, each in law.instruments.items()},
        states={code: each.in_text for code, each in law.states.items()},
        kinds={code: each.term for code, each in law.kinds.items()},
        fields=vocabulary.vocabulary().fields,
    )


def rules_for(snapshot: Snapshot, on: date, law: Law | None = None) -> Sequence[Requirement]:
    """What bases, the requested State's law and its declarations ask, and practice for each kind.

    They list what a request contains. A letter that asks for no act is no request: a note, or answers only.
    """
    if snapshot.asks_for_nothing:
        return ()
    law = law or current.law()
    asked = requirements.for_request(
        requesting=snapshot.requesting,
        requested=snapshot.requested,
        bases=snapshot.basis_ids,
        kinds=snapshot.kinds,
        on=on,
        law=law,
    )
    cited = [code for code in snapshot.basis_ids if code not in scope.IN_WORDS]
    return (*asked, *scope_rules.of_bases(cited, law=law), *particulars.for_kinds(snapshot.kinds, law=law))


def setting_of(snapshot: Snapshot, on: date, law: Law | None = None) -> Setting:
    """What the law knows of the two States beyond what it requires, and what letters have no words in."""
    law = law or current.law()
    asker, asked, bases = snapshot.requesting, snapshot.requested, snapshot.basis_ids
    return Setting(
        cited_bases=cited_bases.of_bases(
            bases, requesting=asker, requested=asked, on=on, kinds=snapshot.kinds, law=law
        ),
        refusals=requirements.refusals(requesting=asker, requested=asked, bases=bases, on=on, law=law),
        unworded=phrases.lacking(snapshot.channel.language),
        typed=particulars.typed(snapshot.kinds, law=law),
        third_states=tuple(s.in_text for code, s in law.states.items() if code not in (asker, asked)),
        offered=offered.of_bases(bases, snapshot.kinds, requesting=asker, requested=asked, on=on, law=law),
    )


def digest_of_rules(rules: Sequence[Requirement], setting: Setting = UNKNOWN) -> str:
    """Two runs with equal digests asked the same, in whatever order."""
    encoded = sorted(_ENCODER.encode(rule) for rule in rules)
    if setting != UNKNOWN:
        encoded.append(_ENCODER.encode(setting))
    return hashlib.sha256(b"\n".join(encoded)).hexdigest()


def digest_of_met(met: Sequence[Met]) -> str:
    """Equal for lists that say the same, word for word and in the same order."""
    return hashlib.sha256(_ENCODER.encode(met)).hexdigest()


def findings_as_json(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """The objects that `check_request --format json` prints and a check run keeps."""
    return [_as_json(finding) for finding in findings]


def settled_as_json(settled: Sequence[Settled]) -> list[dict[str, Any]]:
    """What officers decided, beside what they decided on: the evidence of a gate."""
    return [
        _as_json(line.finding)
        | {"decision": msgspec.to_builtins(line.decision), "text_changed": line.changed}
        for line in settled
    ]


def _as_json(finding: Finding) -> dict[str, Any]:
    data: dict[str, Any] = msgspec.to_builtins(finding)
    return data


def summary_as_json(found: Report) -> dict[str, Any]:
    return {**found.counts(), "met": len(found.met), "total": found.total, "blocking": found.is_blocked}

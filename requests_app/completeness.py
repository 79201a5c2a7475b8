"""The checker, run on a request with the law as it stands on a day."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from django.utils import timezone

from requests_app import snapshots
from requests_app.checks import engine
from requests_app.checks import snapshot as value
from requests_app.checks.findings import Finding, Report
from requests_app.checks.snapshot import Snapshot
from requests_app.models import MLARequest
from treaties import current, particulars, requirements
from treaties.spec import Requirement

_ENCODER = msgspec.json.Encoder(order="deterministic", enc_hook=dict)


@dataclass(frozen=True, slots=True)
class Examination:
    """A report, with what it was made of: the digests of the text and of the rules."""

    report: Report
    snapshot: Snapshot
    snapshot_digest: str
    rules_digest: str


def report(snapshot: Snapshot, on: date | None = None) -> Report:
    return examine(snapshot, on).report


def for_request(mla: MLARequest, on: date | None = None) -> Report:
    return report(snapshots.of(mla), on)


def examine(snapshot: Snapshot, on: date | None = None) -> Examination:
    day = on or timezone.localdate()
    rules = rules_for(snapshot, day)
    found = engine.report(snapshot, rules, on=day)
    return Examination(found, snapshot, value.digest(snapshot), digest_of_rules(rules))


def rules_for(snapshot: Snapshot, on: date) -> Sequence[Requirement]:
    """What bases, the requested State's law and its declarations ask, and practice for each kind."""
    law = current.law()
    asked = requirements.for_request(
        requesting=snapshot.requesting,
        requested=snapshot.requested,
        bases=snapshot.basis_ids,
        kinds=snapshot.kinds,
        on=on,
        law=law,
    )
    return (*asked, *particulars.for_kinds(snapshot.kinds, law=law))


def digest_of_rules(rules: Sequence[Requirement]) -> str:
    """Two runs with equal digests asked the same, in whatever order."""
    encoded = sorted(_ENCODER.encode(rule) for rule in rules)
    return hashlib.sha256(b"\n".join(encoded)).hexdigest()


def findings_as_json(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """The objects that `check_request --format json` prints and a check run keeps."""
    return [_as_json(finding) for finding in findings]


def _as_json(finding: Finding) -> dict[str, Any]:
    data: dict[str, Any] = msgspec.to_builtins(finding)
    return data


def summary_as_json(found: Report) -> dict[str, Any]:
    return {**found.counts(), "met": len(found.met), "total": found.total, "blocking": found.is_blocked}

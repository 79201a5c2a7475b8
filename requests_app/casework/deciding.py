"""Decisions on single lines of the check: dismissed by a drafter, waived by a supervisor, taken back."""

from django.db import transaction
from django.utils import timezone

from requests_app import audit, permissions, workflow
from requests_app.audit import Verb
from requests_app.checks import decisions
from requests_app.checks.decisions import Kind
from requests_app.checks.findings import Finding
from requests_app.completeness import check_runs, examining
from requests_app.completeness.examining import Examination
from requests_app.models import Decision, MLARequest, Officer

MAY = {Kind.DISMISSAL: permissions.may_dismiss, Kind.WAIVER: permissions.may_waive}
VERBS = {Kind.DISMISSAL: Verb.FINDING_DISMISSED, Kind.WAIVER: Verb.FINDING_WAIVED}


class NotOpen(Exception):
    """The line is not open, or nobody may decide this about it."""


@transaction.atomic
def decide(mla: MLARequest, officer: Officer, *, kind: Kind, line: str, read: str, reason: str) -> Decision:
    """Record a decision on a line. `read` is the digest of the text that the officer had on the
    screen.

    A second click finds the decision of the first.
    """
    if not reason.strip():
        raise ValueError("A decision gives its reason.")
    locked = workflow.lock(mla)
    if not MAY[kind](officer, locked):
        raise workflow.NotAllowed(f"{kind} a line of {locked.reference} in state {locked.state}")
    before = _standing(locked, kind, line, officer)
    examination = examining.examine_request(locked)
    finding = next((f for f in examination.report.findings if decisions.line_of(f) == line), None)
    if finding is None and before is not None:
        return before
    if finding is None or not decisions.may_be(kind, finding):
        raise NotOpen(line)
    decision = _row(locked, officer, kind, finding, examination)
    if decision.text_digest != read:
        raise workflow.Stale(locked.reference)
    decision.reason = reason
    decision.save()
    _record(VERBS[kind], locked, officer, decision)
    return decision


@transaction.atomic
def take_back(mla: MLARequest, officer: Officer, decision: Decision) -> None:
    """Open the line again. Whoever may decide may also take back another officer's decision."""
    locked = workflow.lock(mla)
    row = Decision.objects.get(request=locked, pk=decision.pk)
    if row.taken_back_at is not None:
        return
    if not MAY[Kind(row.kind)](officer, locked):
        raise workflow.NotAllowed(f"take back a {row.kind} of {locked.reference}")
    row.taken_back_by, row.taken_back_at = officer, timezone.now()
    row.save(update_fields=["taken_back_by", "taken_back_at"])
    _record(Verb.DECISION_TAKEN_BACK, locked, officer, row)


def _standing(mla: MLARequest, kind: Kind, line: str, officer: Officer) -> Decision | None:
    own = Decision.objects.filter(request=mla, kind=kind, line=line, officer=officer, taken_back_at=None)
    return own.order_by("-pk").first()


def _row(
    mla: MLARequest, officer: Officer, kind: Kind, finding: Finding, examination: Examination
) -> Decision:
    rules = examining.every_rule(examination.rules)
    return Decision(
        request=mla,
        kind=kind,
        line=decisions.line_of(finding),
        rule=finding.requirement,
        section=finding.section,
        field=finding.field,
        item=finding.item,
        message=finding.message,
        text_digest=decisions.text_digest(examination.snapshot, finding),
        rules_digest=decisions.rules_digest(rules, finding),
        officer=officer,
    )


def _record(verb: Verb, mla: MLARequest, officer: Officer, decision: Decision) -> None:
    """Record the act, and have the numbers that lists show made again: the text is the same, what is
    open is not.
    """
    check_runs.order_check_again(mla)
    audit.record(
        verb,
        actor=officer,
        reference=mla.reference,
        revision=mla.revision,
        decision=decision.pk,
        kind=str(decision.kind),
        rule=decision.rule,
        section=decision.section,
        item=decision.item,
    )

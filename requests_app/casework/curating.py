"""Changes of the law data, made by two administrators and recorded."""

from typing import Any

from django.db import transaction

from requests_app import audit, permissions
from requests_app.completeness import check_runs
from requests_app.models import Officer
from requests_app.workflow import NotAllowed
from treaties import curation, releases, verification
from treaties.models import LawFact, Proposal
from treaties.releases import Difference

Verb = audit.Verb


@transaction.atomic
def propose_law(officer: Officer, *, kind: str, record: str, content: str, reason: str) -> Proposal:
    _refuse_others(officer)
    proposal = curation.propose(officer, kind, record, content, reason)
    _record(Verb.LAW_PROPOSED, proposal, officer)
    return proposal


@transaction.atomic
def confirm_law(officer: Officer, proposal: Proposal) -> None:
    """Make the proposal law here, and have every draft checked again.

    Raises curation.SamePerson, curation.NotOpen, or BadData when the law has changed in the meantime.
    """
    _refuse_others(officer)
    rows = curation.confirm(proposal, officer)
    drafts = check_runs.order_checks_of_drafts()
    _record(Verb.LAW_CONFIRMED, proposal, officer, rows=len(rows), drafts=drafts)


@transaction.atomic
def turn_down_law(officer: Officer, proposal: Proposal) -> None:
    """Reject a proposal, or withdraw one's own. Raises curation.NotOpen."""
    _refuse_others(officer)
    curation.reject(proposal, officer)
    withdrawn = proposal.state == Proposal.State.WITHDRAWN
    _record(Verb.LAW_WITHDRAWN if withdrawn else Verb.LAW_REJECTED, proposal, officer)


@transaction.atomic
def take_release(officer: Officer, found: Difference, reason: str) -> Proposal:
    """Propose the release's version of a record; another administrator confirms. Raises BadData."""
    _refuse_others(officer)
    proposal = releases.take(officer, found, reason)
    _record(Verb.LAW_PROPOSED, proposal, officer)
    return proposal


@transaction.atomic
def keep_own(officer: Officer, found: Difference, reason: str) -> None:
    _refuse_others(officer)
    decision = releases.keep(officer, found, reason)
    audit.record(
        Verb.LAW_KEPT,
        actor=officer,
        decision=decision.pk,
        record=f"{decision.kind} {decision.record}",
        release=decision.digest,
    )


@transaction.atomic
def verify_law(
    officer: Officer, fact: LawFact, *, source: str, confidence: str, verified: str, note: str = ""
) -> None:
    """Record a verification. One administrator suffices, because what the fact says stays as it is.

    A rule that somebody has now read may stop drafts, so they are checked again.
    """
    _refuse_others(officer)
    found = verification.mark(
        fact, officer, source=source, confidence=confidence, verified=verified, note=note
    )
    drafts = check_runs.order_checks_of_drafts()
    audit.record(
        Verb.LAW_VERIFIED,
        actor=officer,
        record=f"{found.table} {found.key}",
        verification=found.pk,
        drafts=drafts,
    )


def _refuse_others(officer: Officer) -> None:
    if not permissions.may_curate_law(officer):
        raise NotAllowed("Only administrators change the law data.")


def _record(verb: Verb, proposal: Proposal, officer: Officer, **detail: Any) -> None:
    audit.record(
        verb,
        actor=officer,
        proposal=proposal.pk,
        record=f"{proposal.kind} {proposal.record}",
        number=proposal.number,
        **detail,
    )

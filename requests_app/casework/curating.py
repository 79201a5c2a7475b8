"""Changes of the law data, by two administrators, on record."""

from typing import Any

from django.db import transaction

from requests_app import audit, checking, permissions
from requests_app.models import Officer
from requests_app.workflow import NotAllowed
from treaties import curation
from treaties.models import Proposal

Verb = audit.Verb


@transaction.atomic
def propose_law(officer: Officer, *, kind: str, record: str, content: str, reason: str) -> Proposal:
    _refuse_others(officer)
    proposal = curation.propose(officer, kind, record, content, reason)
    _record(Verb.LAW_PROPOSED, proposal, officer)
    return proposal


@transaction.atomic
def confirm_law(officer: Officer, proposal: Proposal) -> None:
    """And have every draft checked again.

    Raises curation.SamePerson, curation.NotOpen, or BadData when the law has moved on meanwhile.
    """
    _refuse_others(officer)
    rows = curation.confirm(proposal, officer)
    drafts = checking.order_checks_of_drafts()
    _record(Verb.LAW_CONFIRMED, proposal, officer, rows=len(rows), drafts=drafts)


@transaction.atomic
def turn_down_law(officer: Officer, proposal: Proposal) -> None:
    """A rejection, or the withdrawal of one's own proposal. Raises curation.NotOpen."""
    _refuse_others(officer)
    curation.reject(proposal, officer)
    withdrawn = proposal.state == Proposal.State.WITHDRAWN
    _record(Verb.LAW_WITHDRAWN if withdrawn else Verb.LAW_REJECTED, proposal, officer)


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

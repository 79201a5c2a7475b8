"""The steps of the procedure: each is a move of `workflow`, and what follows from it."""

from collections.abc import Callable, Collection
from datetime import date
from functools import wraps
from typing import Any, ParamSpec

from django.db import transaction

from requests_app import audit, workflow
from requests_app.documents import letters, printing
from requests_app.documents.letters import Bound
from requests_app.models import MLARequest, Officer, Review, Transmission
from requests_app.workflow import Action

P = ParamSpec("P")


class NoDocument(Exception):
    """The PDF of the approved text is not made yet, so that there is nothing to send."""


def _once(step: Callable[P, MLARequest]) -> Callable[P, MLARequest]:
    """Run the move in one transaction; a second click on the same button changes nothing and is no
    error.
    """

    @wraps(step)
    def made(*args: P.args, **kwargs: P.kwargs) -> MLARequest:
        try:
            with transaction.atomic():
                return step(*args, **kwargs)
        except workflow.AlreadyMade as before:
            return before.mla

    return made


@_once
def submit(mla: MLARequest, officer: Officer, *, told: str = "") -> MLARequest:
    """Submit the request; `told` is the key of the open points with which it is to go on."""
    return workflow.make(Action.SUBMIT, mla, officer, told=told)


@_once
def take_back(mla: MLARequest, officer: Officer) -> MLARequest:
    return workflow.make(Action.TAKE_BACK, mla, officer)


@_once
def return_for_changes(mla: MLARequest, officer: Officer, *, reason: str, digest: str) -> MLARequest:
    """Return the letter with this digest, as it was on the reviewer's screen, with the reasons.

    The text is kept: the next review compares with it.
    """
    _refuse_without(reason, "A return gives its reasons.")
    returned = workflow.make(Action.RETURN, mla, officer, read=digest)
    _review(returned, officer, Review.Decision.RETURNED, letters.now(returned), reason)
    return returned


@_once
def reopen(mla: MLARequest, officer: Officer, *, reason: str, digest: str) -> MLARequest:
    """Withdraw the approval with this digest: the text is a draft again, and what was printed is void."""
    _refuse_without(reason, "Who withdraws an approval gives a reason.")
    reopened = workflow.make(Action.REOPEN, mla, officer, read=digest)
    _review(reopened, officer, Review.Decision.REOPENED, letters.now(reopened), reason)
    printing.stop(reopened)
    return reopened


@_once
def approve(
    mla: MLARequest, officer: Officer, *, digest: str, waivers: Collection[int] = (), told: str = ""
) -> MLARequest:
    """Approve the letter with this digest, as it was on the reviewer's screen with these waivers.

    `told` is the key of the open points with which it is to leave.

    Orders its PDF. The letter that the gate read is the one that is kept and ordered.
    """
    attempt = workflow.carry_out(Action.APPROVE, mla, officer, read=digest, shown=waivers, told=told)
    assert attempt.letter is not None  # noqa: S101 - an approval passes a gate
    _review(attempt.mla, officer, Review.Decision.APPROVED, attempt.letter)
    printing.order(attempt.mla, officer, letter=attempt.letter)
    return attempt.mla


@_once
def send(
    mla: MLARequest,
    officer: Officer,
    *,
    route: str,
    means: str,
    recipient: str,
    sent_on: date,
    receipt: str = "",
    seen: str = "",
) -> MLARequest:
    """Record how the PDF of the approved letter was sent.

    `seen` is the digest of the letter that today's law and wording would make, when the officer has
    read how it differs and sends the approved one.
    """
    document = printing.finished(workflow.lock(mla))
    evidence: dict[str, Any] = (
        {"document": document.pk, "sha256": document.sha256} if document is not None else {}
    )
    if seen:
        evidence["as_approved_not_as"] = seen
    sent = workflow.make(Action.SEND, mla, officer, read=seen, route=route, means=means, **evidence)
    if document is None:
        raise NoDocument(mla.reference)
    Transmission.objects.create(
        request=sent,
        document=document,
        route=route,
        means=means,
        recipient=recipient,
        sent_on=sent_on,
        receipt=receipt,
        recorded_by=officer,
        audit_head=audit.head(),
    )
    _recall_by(sent, officer)
    return sent


def _recall_by(sent: MLARequest, officer: Officer) -> None:
    """Withdraw the request that a sent withdrawal goes back to, if it is still under way."""
    earlier = sent.parent
    if sent.request_status != "withdrawal" or earlier is None:
        return
    if earlier.state in workflow.MOVES[Action.RECALL].sources:
        workflow.make(Action.RECALL, earlier, officer, by=sent.reference)


@_once
def withdraw(mla: MLARequest, officer: Officer, *, reason: str) -> MLARequest:
    """Withdraw the request for good: the reason stays with it, and what was printed is void."""
    _refuse_without(reason, "A withdrawal gives its reason.")
    withdrawn = workflow.make(Action.WITHDRAW, mla, officer)
    _review(withdrawn, officer, Review.Decision.WITHDRAWN, letters.now(withdrawn), reason)
    printing.stop(withdrawn)
    return withdrawn


def _refuse_without(reason: str, words: str) -> None:
    if not reason.strip():
        raise ValueError(words)


def _review(
    mla: MLARequest, officer: Officer, decision: Review.Decision, letter: Bound, reason: str = ""
) -> None:
    Review.objects.create(
        request=mla,
        reviewer=officer,
        decision=decision,
        reason=reason,
        revision=mla.revision,
        **letter.columns(),
    )

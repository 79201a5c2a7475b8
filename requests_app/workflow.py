"""The life of a request: one table of moves, and the one function that makes them.

Nothing else sets `state`. A move locks the row, asks who may, looks at the law where the table says so,
saves, and records itself, in one transaction.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from requests_app import audit, permissions
from requests_app.checks.findings import Finding
from requests_app.completeness import check_runs, examining, open_points
from requests_app.completeness.examining import Examination
from requests_app.completeness.open_points import OpenPoints
from requests_app.documents import letters
from requests_app.documents.letters import Bound
from requests_app.models import AuditEvent, CheckRun, MLARequest, Officer
from requests_app.preservation import deadline_clock
from treaties import version

State = MLARequest.State
Gate = CheckRun.Gate


class Action(TextChoices):
    """The moves of the procedure."""

    SUBMIT = "submit", _("Submit for review")
    TAKE_BACK = "take_back", _("Take back")
    RETURN = "return", _("Return with reasons")
    APPROVE = "approve", _("Approve")
    REOPEN = "reopen", _("Withdraw the approval")
    CONFIRM_EMERGENCY = "confirm_emergency", _("Confirm the emergency request")
    SEND = "send", _("Record the dispatch")
    ACKNOWLEDGE = "acknowledge", _("Record the acknowledgement")
    CONFIRM_PRESERVATION = "confirm_preservation", _("Record the preservation")
    RECALL = "recall", _("Withdraw by the letter that was sent")
    WITHDRAW = "withdraw", _("Withdraw")


class NotAllowed(Exception):
    """The officer may not make this move, or the request is not where it starts."""


class AlreadyMade(NotAllowed):
    """The same officer has just made this very move: a second click, not a second act."""

    def __init__(self, action: Action, mla: MLARequest) -> None:
        super().__init__(f"{action} {mla.reference}")
        self.mla = mla


class NotReady(Exception):
    """The law asks for something that the request lacks; `findings` are what blocks it."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(findings)} findings block the request")
        self.findings = findings


class Stale(Exception):
    """The text is no longer the one that the officer read."""


class NotTold(Exception):
    """Points stay open, and the officer has not said that the request goes on with them."""

    def __init__(self, points: OpenPoints) -> None:
        super().__init__(f"{points.number} points stay open")
        self.points = points


@dataclass(frozen=True, slots=True)
class Attempt:
    """A move that is being made, on a locked row.

    `letter` is the letter of this moment and `points` what stays open in it; None means that the move
    has no gate. `read`, `shown` and `told` are what the officer had on the screen: the digest of the
    letter, the waivers, and the key of the open points with which the request is to go on.
    """

    mla: MLARequest
    actor: Officer
    letter: Bound | None
    waivers: frozenset[int]
    read: str | None
    shown: frozenset[int]
    points: OpenPoints | None = None
    told: str = ""


Effect = Callable[[Attempt], None]


def _nothing(_attempt: Attempt) -> None:
    """A move that changes the state and no more."""


def _hold_told(attempt: Attempt) -> None:
    """Refuse to go on with open points of which the officer was not told.

    An emergency has pages of its own, which name what stays open, and no second question.
    """
    points = attempt.points
    if points and points.key and points.key != attempt.told and not attempt.mla.is_emergency:
        raise NotTold(points)


def _bind_submitted(attempt: Attempt) -> None:
    assert attempt.letter is not None  # noqa: S101 - a submission passes a gate
    _hold_told(attempt)
    letters.submit(attempt.mla, attempt.actor, attempt.letter)
    attempt.mla.submitted_at = timezone.now()


def _bind_approved(attempt: Attempt) -> None:
    """An approval is one of a letter: the one submitted, and the one that the reviewer had on the screen.

    So it is of what was waived: nothing passes by a waiver that the reviewer was not shown.
    """
    digest = attempt.letter.digest if attempt.letter else ""
    if digest != attempt.read or digest != attempt.mla.submitted_digest:
        raise Stale(attempt.mla.reference)
    if not attempt.waivers <= attempt.shown:
        raise Stale(attempt.mla.reference)
    _hold_told(attempt)
    attempt.mla.approved_digest = digest
    attempt.mla.approved_by = attempt.actor


def _hold_approved(attempt: Attempt) -> None:
    """The text is the approved one. What leaves is the letter that was kept.

    Where law or wording would make another letter of it today, the officer has read what differs.
    """
    assert attempt.letter is not None  # noqa: S101 - a dispatch passes a gate
    approved, kept = attempt.mla.approved_digest, letters.kept(attempt.mla)
    text = kept.parts.text if kept else approved
    if attempt.letter.parts.text != text:
        raise Stale(attempt.mla.reference)
    if kept and attempt.letter.digest not in (approved, attempt.read):
        raise Stale(attempt.mla.reference)


def _unbind(attempt: Attempt) -> None:
    attempt.mla.submitted_digest = attempt.mla.approved_digest = ""
    attempt.mla.approved_by = None
    attempt.mla.submitted_at = None


def _return(attempt: Attempt) -> None:
    """To return is to decide: on the text that was read, and on no other one."""
    if letters.now(attempt.mla).digest != attempt.read:
        raise Stale(attempt.mla.reference)
    _unbind(attempt)


def _reopen(attempt: Attempt) -> None:
    """The approval that is withdrawn is the one on the screen, not one that was given since."""
    if attempt.mla.approved_digest != attempt.read:
        raise Stale(attempt.mla.reference)
    _unbind(attempt)


@dataclass(frozen=True, slots=True)
class Move:
    """From where, to where, by whom; past which gate, and what it binds or looses."""

    sources: frozenset[MLARequest.State]
    target: MLARequest.State
    who: Callable[[Officer, MLARequest], bool]
    gate: CheckRun.Gate | None = None
    effect: Effect = _nothing


def _may_confirm_preservation(officer: Officer, mla: MLARequest) -> bool:
    return deadline_clock.is_asked_for(mla) and permissions.may_record(officer, mla)


MOVES: dict[Action, Move] = {
    Action.SUBMIT: Move(
        frozenset({State.DRAFT}), State.IN_REVIEW, permissions.may_edit, Gate.SUBMIT, _bind_submitted
    ),
    Action.TAKE_BACK: Move(
        frozenset({State.IN_REVIEW}), State.DRAFT, permissions.may_take_back, effect=_unbind
    ),
    Action.RETURN: Move(
        frozenset({State.IN_REVIEW}), State.DRAFT, permissions.is_independent_reviewer, effect=_return
    ),
    Action.APPROVE: Move(
        frozenset({State.IN_REVIEW}),
        State.APPROVED,
        permissions.is_independent_reviewer,
        Gate.APPROVE,
        _bind_approved,
    ),
    # An approved text that has not left yet is not changed: its approval is withdrawn first, with a reason.
    Action.REOPEN: Move(
        frozenset({State.APPROVED, State.SIGNED}), State.DRAFT, permissions.may_reopen, effect=_reopen
    ),
    Action.CONFIRM_EMERGENCY: Move(
        frozenset({State.IN_REVIEW}),
        State.APPROVED,
        permissions.may_confirm_emergency,
        Gate.APPROVE,
        _bind_approved,
    ),
    Action.SEND: Move(
        frozenset({State.APPROVED, State.SIGNED}),
        State.SENT,
        permissions.may_send,
        Gate.SEND,
        _hold_approved,
    ),
    Action.ACKNOWLEDGE: Move(frozenset({State.SENT}), State.ACKNOWLEDGED, permissions.may_record),
    # The answer to a preservation is an acknowledgement too; a second provider may answer later.
    Action.CONFIRM_PRESERVATION: Move(
        frozenset({State.SENT, State.ACKNOWLEDGED}), State.ACKNOWLEDGED, _may_confirm_preservation
    ),
    # What has left is withdrawn by a letter, which is approved and sent like any other.
    Action.RECALL: Move(
        frozenset({State.SENT, State.ACKNOWLEDGED, State.INFORMATION_SOUGHT}),
        State.WITHDRAWN,
        permissions.may_recall,
    ),
    Action.WITHDRAW: Move(
        frozenset({State.DRAFT, State.IN_REVIEW, State.APPROVED, State.SIGNED}),
        State.WITHDRAWN,
        permissions.may_withdraw,
    ),
}

PROCEDURAL = (
    "state",
    "submitted_digest",
    "submitted_at",
    "approved_digest",
    "approved_by",
    "updated_at",
)


def open_moves(mla: MLARequest, officer: Officer) -> list[Action]:
    """The buttons this officer sees on this request."""
    return [
        action for action, move in MOVES.items() if mla.state in move.sources and move.who(officer, mla)
    ]


@transaction.atomic
def make(
    action: Action,
    mla: MLARequest,
    actor: Officer,
    *,
    read: str | None = None,
    shown: Collection[int] = (),
    told: str = "",
    **detail: Any,
) -> MLARequest:
    """Make the move or raise; returns the request as it is now."""
    return carry_out(action, mla, actor, read=read, shown=shown, told=told, **detail).mla


@transaction.atomic
def carry_out(
    action: Action,
    mla: MLARequest,
    actor: Officer,
    *,
    read: str | None = None,
    shown: Collection[int] = (),
    told: str = "",
    **detail: Any,
) -> Attempt:
    """Make the move or raise; returns it with the letter that its gate read, for whatever follows.

    `read` is the digest of the letter that the officer had before their eyes, `shown` the waivers beside
    it, `told` the key of the open points with which it is to go on. `detail` goes into the history.
    """
    move = MOVES[action]
    locked = lock(mla)
    _refuse_unless_open(action, locked, actor)
    passed = _pass_gate(move.gate, locked) if move.gate else None
    letter = letters.of(passed.snapshot) if passed else None
    waivers = passed.waivers if passed else frozenset()
    points = open_points.of(passed.report) if passed else None
    attempt = Attempt(locked, actor, letter, waivers, read, frozenset(shown), points, told)
    move.effect(attempt)
    locked.state = move.target
    locked.save(update_fields=PROCEDURAL)
    audit.record(
        verb_of(action),
        actor=actor,
        reference=locked.reference,
        revision=locked.revision,
        **_evidence(attempt),
        **detail,
    )
    return attempt


def _evidence(attempt: Attempt) -> dict[str, Any]:
    """Return what the history keeps of a move: the letter, its waivers, and the open points of which the
    officer said that it goes on with them.
    """
    mla, points = attempt.mla, attempt.points
    found: dict[str, Any] = {}
    if attempt.letter:
        found["digest"] = mla.approved_digest or mla.submitted_digest
    if attempt.waivers:
        found["waivers"] = sorted(attempt.waivers)
    if points and points.key and points.key == attempt.told:
        found |= {"open_points": points.number, "likely_asked": points.likely}
    return found


def lock(mla: MLARequest) -> MLARequest:
    """The row as it is now, held until the end of the transaction."""
    rows = MLARequest.objects.select_for_update(of=("self",)).select_related("case")
    return rows.get(pk=mla.pk)


def verb_of(action: Action) -> str:
    return f"request.{action.value}"


def _refuse_unless_open(action: Action, mla: MLARequest, actor: Officer) -> None:
    move = MOVES[action]
    if mla.state in move.sources and move.who(actor, mla):
        return
    if mla.state == move.target and _was_last_made(action, mla, actor):
        raise AlreadyMade(action, mla)
    raise NotAllowed(f"{action} {mla.reference} in state {mla.state}")


def _was_last_made(action: Action, mla: MLARequest, actor: Officer) -> bool:
    last = last_move(mla)
    return last is not None and (last.verb, last.actor_id) == (verb_of(action), actor.pk)


def last_move(mla: MLARequest, *among: Action) -> AuditEvent | None:
    """The entry of the move that was made last, of these or of all; None when none was made."""
    verbs = [verb_of(action) for action in among or Action]
    moves = AuditEvent.objects.filter(reference=mla.reference, verb__in=verbs)
    return moves.select_related("actor").order_by("-seq").first()


def approved_on(mla: MLARequest) -> date | None:
    """The day of the approval that stands; None without one."""
    if not mla.approved_digest:
        return None
    approval = last_move(mla, Action.APPROVE, Action.CONFIRM_EMERGENCY)
    return timezone.localdate(approval.at) if approval else None


def _pass_gate(gate: CheckRun.Gate, mla: MLARequest) -> Examination:
    """Keep the evidence of what was found and waived; raise when something blocks that is not waived."""
    version.look_again()
    examination = examining.examine_request(mla)
    if examination.report.is_blocked:
        raise NotReady(examination.report.must_fix)
    check_runs.keep(mla, gate, examination)
    return examination

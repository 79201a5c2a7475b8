"""The life of a request, and the four eyes on it (A16)."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction

from requests_app import casework, workflow
from requests_app.background import jobs
from requests_app.documents import letters, printing
from requests_app.models import (
    AuditEvent,
    CheckRun,
    Fact,
    MLARequest,
    Officer,
    RenderedDocument,
    RequestEditor,
    Review,
    Transmission,
)
from requests_app.workflow import MOVES, Action, AlreadyMade, NotAllowed, NotReady, Stale
from tests.cast import MLARequestFactory, OfficerFactory
from tests.domain.conftest import FACTS

pytestmark = pytest.mark.django_db

State = MLARequest.State
DISPATCH = {
    "route": "central_authority",
    "means": "email",
    "recipient": "UK Central Authority",
    "sent_on": dt.date(2026, 6, 12),
    "receipt": "R-1",
}


def printed(mla: MLARequest) -> RenderedDocument:
    """The PDF of the approved text, without the trouble of making it."""
    document = printing.approved(mla)
    RenderedDocument.objects.filter(pk=document.pk).update(status="done", sha256="a" * 64)
    return document


def moves(mla: MLARequest) -> list[str]:
    verbs = [workflow.verb_of(action) for action in Action]
    return list(
        AuditEvent.objects.filter(reference=mla.reference, verb__in=verbs).values_list("verb", flat=True)
    )


def set_state(mla: MLARequest, state: str, approver: Officer) -> None:
    bound = {"approved_digest": "d" * 64, "approved_by": approver}
    MLARequest.objects.filter(pk=mla.pk).update(state=state, **bound)
    mla.refresh_from_db()


def prepare(mla: MLARequest, action: str, approver: Officer) -> None:
    """What a move needs besides its state: a call in an emergency, a letter that says so."""
    if action == Action.CONFIRM_EMERGENCY:
        MLARequest.objects.filter(pk=mla.pk).update(is_emergency=True)
    if action == Action.RECALL:
        letter = MLARequestFactory(
            case=mla.case, parent=mla, request_status="withdrawal", author=mla.author
        )
        set_state(letter, State.SENT, approver)


# --- the table ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("state", State)
def test_a_move_starts_from_its_sources_only(mla, supervisor, drafter, rules, action, state):
    officer = drafter if action in {Action.SUBMIT, Action.TAKE_BACK} else supervisor
    prepare(mla, action, supervisor)
    set_state(mla, state, supervisor)

    if state in MOVES[action].sources:
        assert action in workflow.open_moves(mla, officer)
    else:
        assert action not in workflow.open_moves(mla, officer)
        with pytest.raises(NotAllowed):
            workflow.make(action, mla, officer)
        assert (MLARequest.objects.get(pk=mla.pk).state, moves(mla)) == (state, [])


def test_every_action_has_a_move_and_every_move_a_verb_of_the_history():
    from requests_app.audit import Verb

    assert set(MOVES) == set(Action)
    assert {workflow.verb_of(action) for action in Action} <= set(Verb.values)


@pytest.mark.parametrize(
    ("state", "drafters", "reviewers"),
    [
        (State.DRAFT, [Action.SUBMIT, Action.WITHDRAW], [Action.SUBMIT, Action.WITHDRAW]),
        (
            State.IN_REVIEW,
            [Action.TAKE_BACK, Action.WITHDRAW],
            [Action.RETURN, Action.APPROVE, Action.WITHDRAW],
        ),
        (State.APPROVED, [Action.SEND, Action.WITHDRAW], [Action.REOPEN, Action.SEND, Action.WITHDRAW]),
        (
            State.SENT,
            [Action.ACKNOWLEDGE, Action.CONFIRM_PRESERVATION],
            [Action.ACKNOWLEDGE, Action.CONFIRM_PRESERVATION],
        ),
        (State.ACKNOWLEDGED, [Action.CONFIRM_PRESERVATION], [Action.CONFIRM_PRESERVATION]),
        (State.WITHDRAWN, [], []),
    ],
)
def test_officers_see_the_moves_that_are_theirs(
    mla, drafter, supervisor, outsider, state, drafters, reviewers
):
    set_state(mla, state, supervisor)

    assert workflow.open_moves(mla, drafter) == drafters
    assert workflow.open_moves(mla, supervisor) == reviewers
    assert workflow.open_moves(mla, outsider) == []


# --- the law at the gates -----------------------------------------------------------------------------


def test_submit_refuses_a_request_with_blockers(mla, drafter, rules):
    rules.append(FACTS)
    mla.fact_set.all().delete()

    with pytest.raises(NotReady) as refused:
        casework.submit(mla, drafter)

    assert [finding.requirement for finding in refused.value.findings] == ["test.facts"]
    mla.refresh_from_db()
    assert (mla.state, moves(mla), CheckRun.objects.count()) == (State.DRAFT, [], 0)


@pytest.mark.parametrize("gate", ["approve", "send"])
def test_the_law_is_looked_at_again_at_each_gate(submitted, supervisor, drafter, rules, gate):
    if gate == "send":
        casework.approve(submitted, supervisor, digest=submitted.submitted_digest)
        printed(MLARequest.objects.get(pk=submitted.pk))
    before = MLARequest.objects.get(pk=submitted.pk).state
    rules.append(FACTS)
    rules.append(
        type(FACTS)(
            **{n: getattr(FACTS, n) for n in FACTS.__slots__} | {"code": "new", "fields": ("costs",)}
        )
    )

    with pytest.raises(NotReady):
        if gate == "send":
            casework.send(submitted, drafter, **DISPATCH)
        else:
            casework.approve(submitted, supervisor, digest=submitted.submitted_digest)

    assert MLARequest.objects.get(pk=submitted.pk).state == before


def test_each_gate_keeps_its_evidence(approved, drafter, rules):
    printed(approved)
    casework.send(approved, drafter, **DISPATCH)

    runs = CheckRun.objects.exclude(gate="save").order_by("pk")
    text = letters.now(approved).parts.text

    assert [(run.gate, run.status, run.snapshot_digest) for run in runs] == [
        (gate, "done", text) for gate in ("submit", "approve", "send")
    ]
    assert all(len(run.rules_digest) == 64 for run in runs)


# --- approval -----------------------------------------------------------------------------------------


def test_an_approval_binds_the_text_and_orders_its_document(approved, supervisor):
    now = letters.now(MLARequest.objects.get(pk=approved.pk))
    document = printing.approved(approved)
    review = approved.reviews.get()

    assert (approved.state, approved.approved_digest, approved.approved_by) == (
        State.APPROVED,
        now.digest,
        supervisor,
    )
    assert (document.bound_digest, document.draft, document.status) == (now.digest, False, "queued")
    assert (review.decision, review.bound_digest) == (Review.Decision.APPROVED, now.digest)


def test_an_approval_that_fails_orders_no_document(submitted, supervisor, monkeypatch):
    def fail(*_args, **_options):
        raise RuntimeError

    monkeypatch.setattr(printing.audit, "record", fail)

    with pytest.raises(RuntimeError):
        casework.approve(submitted, supervisor, digest=submitted.submitted_digest)

    submitted.refresh_from_db()
    assert (submitted.state, RenderedDocument.objects.count(), Review.objects.count()) == (
        State.IN_REVIEW,
        0,
        0,
    )


def test_the_author_never_approves(submitted, drafter):
    drafter.role = Officer.Role.SUPERVISOR
    drafter.save()

    with pytest.raises(NotAllowed):
        casework.approve(submitted, drafter, digest=submitted.submitted_digest)


def test_an_editor_since_the_last_return_never_approves(mla, drafter, supervisor, rules):
    casework.save_section(mla, supervisor, section="facts", base=0, values={"purpose": "Evidence."})
    submitted = casework.submit(mla, drafter)

    with pytest.raises(NotAllowed):
        casework.approve(submitted, supervisor, digest=submitted.submitted_digest)


def test_taking_back_does_not_make_an_editor_independent(mla, drafter, supervisor, rules):
    casework.save_section(mla, supervisor, section="facts", base=0, values={"purpose": "Evidence."})
    casework.submit(mla, drafter)
    casework.take_back(mla, drafter)
    submitted = casework.submit(mla, drafter)

    with pytest.raises(NotAllowed):
        casework.approve(submitted, supervisor, digest=submitted.submitted_digest)


@pytest.mark.parametrize("by", ["second", "supervisor"])
def test_a_return_makes_no_editor_independent(mla, drafter, supervisor, unit, rules, by):
    second = OfficerFactory(username="second", unit=unit, role=Officer.Role.SUPERVISOR)
    casework.save_section(mla, supervisor, section="facts", base=0, values={"purpose": "Evidence."})
    submitted = casework.submit(mla, drafter)
    reviewer = {"second": second, "supervisor": supervisor}[by]

    try:
        casework.return_for_changes(mla, reviewer, reason="One comma.", digest=submitted.submitted_digest)
    except NotAllowed:
        assert by == "supervisor"
    else:
        assert by == "second"
        submitted = casework.submit(mla, drafter)
    for decide in (
        lambda: casework.approve(submitted, supervisor, digest=submitted.submitted_digest),
        lambda: casework.return_for_changes(
            submitted, supervisor, reason="One comma.", digest=submitted.submitted_digest
        ),
    ):
        with pytest.raises(NotAllowed):
            decide()


def test_an_editor_whose_words_were_written_anew_may_approve(mla, drafter, supervisor, rules):
    casework.save_section(mla, supervisor, section="facts", base=0, values={"purpose": "Evidence."})
    casework.save_section(mla, drafter, section="facts", base=9, values={"purpose": "To find the money"})
    submitted = casework.submit(mla, drafter)

    approved = casework.approve(submitted, supervisor, digest=submitted.submitted_digest)

    assert approved.approved_by == supervisor


def test_a_reviewer_approves_the_text_they_have_read(submitted, supervisor):
    with pytest.raises(Stale):
        casework.approve(submitted, supervisor, digest="0" * 64)

    submitted.refresh_from_db()
    assert submitted.state == State.IN_REVIEW


def test_a_text_that_changed_under_review_is_not_approved(submitted, supervisor):
    Fact.objects.filter(request=submitted).update(text="Slipped in by somebody with the database.")

    with pytest.raises(Stale):
        casework.approve(submitted, supervisor, digest=submitted.submitted_digest)


def test_a_text_that_changed_under_review_is_not_approved_by_its_new_digest_either(submitted, supervisor):
    Fact.objects.filter(request=submitted).update(text="Slipped in by somebody with the database.")
    new = letters.now(MLARequest.objects.get(pk=submitted.pk)).digest

    with pytest.raises(Stale):
        casework.approve(submitted, supervisor, digest=new)


@pytest.mark.parametrize("state", ["in_review", "approved"])
def test_nobody_edits_outside_a_draft(submitted, drafter, supervisor, state):
    if state == "approved":
        casework.approve(submitted, supervisor, digest=submitted.submitted_digest)
    fact = submitted.fact_set.get()

    for edit in (
        lambda: casework.save_section(submitted, drafter, section="facts", base=9, values={"purpose": "X"}),
        lambda: casework.add_item(submitted, drafter, section="facts"),
        lambda: casework.save_item(
            submitted, drafter, section="facts", item=fact, base=9, values={"text": "X"}
        ),
        lambda: casework.delete_item(submitted, drafter, section="facts", item=fact, base=9),
        lambda: casework.choose_bases(submitted, drafter, base=9, bases=[]),
        lambda: casework.answer_field(submitted, drafter, draft_field="persons", kind="unknown", value="X"),
    ):
        with pytest.raises(NotAllowed):
            edit()


@pytest.mark.parametrize(
    "change",
    [
        lambda mla: MLARequest.objects.filter(pk=mla.pk).update(purpose="Other."),
        lambda mla: MLARequest.objects.filter(pk=mla.pk).update(approved_digest="e" * 64),
        lambda mla: MLARequest.objects.filter(pk=mla.pk).update(addressee="Elsewhere", state="draft"),
        lambda mla: mla.fact_set.update(text="Other."),
        lambda mla: mla.fact_set.all().delete(),
        lambda mla: Fact.append_to(mla, text="One more."),
        lambda mla: mla.bases.update(articles="31"),
        lambda mla: mla.measure_set.update(kind="interception_content"),
    ],
)
def test_the_database_keeps_an_approved_text(approved, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        change(approved)


def test_the_database_refuses_an_approval_by_the_author_or_an_editor(submitted, colleague):
    RequestEditor.objects.create(request=submitted, officer=colleague)

    for officer in (submitted.author, colleague):
        with pytest.raises(IntegrityError), transaction.atomic():
            set_state(submitted, State.APPROVED, officer)


def test_the_database_refuses_an_approved_state_without_a_text(submitted):
    with pytest.raises(IntegrityError), transaction.atomic():
        MLARequest.objects.filter(pk=submitted.pk).update(state="approved")


# --- back to the drafter ------------------------------------------------------------------------------


def test_a_return_keeps_the_reasons_and_the_text_that_was_read(submitted, supervisor):
    read = submitted.submitted_digest

    returned = casework.return_for_changes(
        submitted, supervisor, reason="Say why the mailbox matters.", digest=read
    )

    review = returned.reviews.get()
    assert (returned.state, returned.submitted_digest) == (State.DRAFT, "")
    assert (review.reason, review.bound_digest) == ("Say why the mailbox matters.", read)


def test_a_return_without_reasons_is_refused(submitted, supervisor):
    with pytest.raises(ValueError, match="reasons"):
        casework.return_for_changes(submitted, supervisor, reason="  ", digest=submitted.submitted_digest)


def test_an_approved_text_is_not_returned(approved, supervisor):
    with pytest.raises(NotAllowed):
        casework.return_for_changes(
            approved, supervisor, reason="Too late.", digest=approved.approved_digest
        )


def test_a_text_that_was_changed_under_the_reviewers_eyes_is_not_returned(
    submitted, drafter, supervisor, rules
):
    read = submitted.submitted_digest
    casework.take_back(submitted, drafter)
    casework.save_section(submitted, drafter, section="facts", base=9, values={"purpose": "Evidence."})
    again = casework.submit(submitted, drafter)

    with pytest.raises(Stale):
        casework.return_for_changes(again, supervisor, reason="You do not say the purpose.", digest=read)

    again.refresh_from_db()
    assert (again.state, again.reviews.count()) == (State.IN_REVIEW, 0)


def test_an_approval_is_withdrawn_with_a_reason_and_its_document_is_void(approved, supervisor, drafter):
    document = printed(approved)

    reopened = casework.reopen(
        approved, supervisor, reason="The deadline has passed.", digest=approved.approved_digest
    )

    document = RenderedDocument.objects.select_related("request").get(pk=document.pk)
    review = reopened.reviews.first()
    assert (reopened.state, reopened.approved_digest, reopened.approved_by) == (State.DRAFT, "", None)
    assert (review.decision, review.reason) == (Review.Decision.REOPENED, "The deadline has passed.")
    assert (printing.finished(reopened), printing.is_void(document)) == (None, True)
    casework.save_section(reopened, drafter, section="facts", base=0, values={"purpose": "Now editable."})


def test_another_approval_is_not_withdrawn_from_a_stale_page(approved, supervisor):
    with pytest.raises(Stale):
        casework.reopen(approved, supervisor, reason="Wrong text.", digest="0" * 64)

    approved.refresh_from_db()
    assert approved.state == State.APPROVED


@pytest.mark.parametrize("step", [casework.reopen, casework.withdraw])
def test_what_is_undone_wants_a_reason(approved, supervisor, step):
    digest_of = {"digest": approved.approved_digest} if step is casework.reopen else {}
    with pytest.raises(ValueError, match="reason"):
        step(approved, supervisor, reason=" ", **digest_of)


def test_work_on_a_document_stops_with_its_approval(approved, supervisor):
    running = jobs.claim(RenderedDocument)

    casework.withdraw(approved, supervisor, reason="The case is closed.")

    with pytest.raises(jobs.LeaseLost):
        jobs.finish(running, sha256="a" * 64)
    assert printing.approved(approved).status == "failed"


def test_the_same_text_approved_again_has_its_document_made(approved, supervisor, drafter):
    casework.reopen(approved, supervisor, reason="Wait.", digest=approved.approved_digest)
    submitted = casework.submit(approved, drafter)

    again = casework.approve(submitted, supervisor, digest=submitted.submitted_digest)

    document = printing.approved(again)
    assert (document.status, printing.is_void(document)) == ("queued", False)


# --- sending ------------------------------------------------------------------------------------------


def test_nothing_is_sent_before_its_document_is_made(approved, drafter):
    with pytest.raises(casework.NoDocument):
        casework.send(approved, drafter, **DISPATCH)

    approved.refresh_from_db()
    assert (approved.state, Transmission.objects.count()) == (State.APPROVED, 0)


def test_a_draft_print_is_no_document_to_send(approved, drafter):
    document = printing.order(approved, drafter, draft=True)
    RenderedDocument.objects.filter(pk=document.pk).update(status="done", sha256="a" * 64)

    with pytest.raises(casework.NoDocument):
        casework.send(approved, drafter, **DISPATCH)


def test_a_text_that_changed_after_approval_is_not_sent(approved, drafter):
    printed(approved)
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        Fact.objects.filter(request=approved).update(text="Slipped in by the owner of the database.")
        cursor.execute("SET session_replication_role = origin")

    with pytest.raises(Stale):
        casework.send(approved, drafter, **DISPATCH)


def test_a_dispatch_is_recorded_with_the_head_of_the_history(approved, drafter):
    document = printed(approved)

    sent = casework.send(approved, drafter, **DISPATCH)

    event = AuditEvent.objects.last()
    dispatch = sent.transmission
    assert (sent.state, dispatch.document, dispatch.recipient) == (
        State.SENT,
        document,
        DISPATCH["recipient"],
    )
    assert dispatch.audit_head == f"{event.seq}:{event.digest}"
    assert event.detail["sha256"] == "a" * 64


# --- a click too many ---------------------------------------------------------------------------------


def test_a_second_click_is_no_second_act(mla, drafter, supervisor, rules):
    submitted = casework.submit(mla, drafter)
    assert casework.submit(mla, drafter).state == State.IN_REVIEW
    for _ in range(2):
        casework.return_for_changes(mla, supervisor, reason="Again.", digest=submitted.submitted_digest)
    for _ in range(2):
        submitted = casework.submit(mla, drafter)
    for _ in range(2):
        casework.approve(mla, supervisor, digest=submitted.submitted_digest)
    printed(MLARequest.objects.get(pk=mla.pk))
    for _ in range(2):
        casework.send(mla, drafter, **DISPATCH)

    assert moves(mla) == [f"request.{verb}" for verb in ("submit", "return", "submit", "approve", "send")]
    assert (Review.objects.count(), RenderedDocument.objects.count(), Transmission.objects.count()) == (
        2,
        1,
        1,
    )


def test_a_second_click_by_somebody_else_is_refused(submitted, colleague, drafter):
    with pytest.raises(AlreadyMade):
        workflow.make(Action.SUBMIT, submitted, drafter)
    with pytest.raises(NotAllowed) as refused:
        workflow.make(Action.SUBMIT, submitted, colleague)
    assert not isinstance(refused.value, AlreadyMade)


def test_an_act_that_cannot_be_recorded_is_refused(mla, drafter, rules, monkeypatch):
    def refuse(*_args, **_options):
        raise IntegrityError

    monkeypatch.setattr(workflow.audit, "record", refuse)

    with pytest.raises(IntegrityError):
        casework.submit(mla, drafter)

    mla.refresh_from_db()
    assert mla.state == State.DRAFT

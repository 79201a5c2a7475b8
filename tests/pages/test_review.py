"""From submission to dispatch: who decides, on which text, and what leaves the house."""

import hashlib
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from requests_app import casework
from requests_app.documents import letters, printing
from requests_app.models import AuditEvent, MLARequest, RenderedDocument, Review, Transmission
from requests_app.views.review import reviewing
from tests.cast import CaseFactory, MLARequestFactory, OfficerFactory

NAME = uuid.uuid4()
CONTENT = b"%PDF-1.7 fictional"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


def url(name, mla, *rest):
    return reverse(name, args=[mla.reference, *rest])


def again(mla):
    return MLARequest.objects.get(pk=mla.pk)


def decide(client, mla, **answers):
    return client.post(url("review", mla), {"digest": letters.now(again(mla)).digest} | answers)


@pytest.fixture
def submitted(complete_mla, drafter):
    return casework.submit(complete_mla, drafter)


@pytest.fixture
def approved(submitted, supervisor):
    return casework.approve(submitted, supervisor, digest=submitted.submitted_digest)


@pytest.fixture
def made(approved):
    """The worker has made the PDF."""
    order = printing.approved(approved)
    path = printing.path_of(NAME)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(CONTENT)
    RenderedDocument.objects.filter(pk=order.pk).update(
        status="done", stored_as=NAME, sha256=SHA256, size=len(CONTENT), finished_at=approved.updated_at
    )
    return RenderedDocument.objects.get(pk=order.pk)


def test_what_blocks_is_listed_and_nothing_is_submitted(law, mla, drafter, signed_in):
    response = signed_in(drafter).post(url("submit", mla))

    assert response.status_code == 422
    assert b"There is a problem" in response.content
    assert (again(mla).state, again(mla).submitted_digest) == ("draft", "")


def test_a_complete_request_is_submitted_once(complete_mla, drafter, signed_in):
    client = signed_in(drafter)

    landed = [client.post(url("submit", complete_mla)).headers["Location"] for _click in range(2)]

    assert landed == [url("request", complete_mla)] * 2
    assert again(complete_mla).state == "in_review"
    assert AuditEvent.objects.filter(verb="request.submit").count() == 1


def test_the_queue_shows_what_waits_to_whoever_may_see_it(submitted, supervisor, signed_in):
    page = signed_in(supervisor).get(reverse("review_queue"))

    assert submitted.reference.encode() in page.content
    assert b"First version" in page.content


def test_the_most_urgent_stands_first_in_the_queue(submitted, unit, supervisor):
    case = CaseFactory(unit=unit)
    later = {
        level: MLARequestFactory(
            case=case, state="in_review", urgency_level=level, submitted_at=timezone.now()
        )
        for level in ("normal", "urgent", "emergency")
    }
    type(submitted).objects.filter(pk=submitted.pk).update(urgency_level="normal")

    queue = list(reviewing.queue_of(supervisor))

    assert queue == [later["emergency"], later["urgent"], submitted, later["normal"]]


def test_the_letter_stands_beside_the_findings_and_reading_it_is_recorded(submitted, supervisor, signed_in):
    page = signed_in(supervisor).get(url("review", submitted)).content.decode()

    assert 'name="decision" value="approve"' in page.replace('type="radio" ', "")
    assert submitted.submitted_digest in page
    assert AuditEvent.objects.filter(verb="letter.read", actor=supervisor).count() == 1


def test_a_return_needs_reasons(submitted, supervisor, signed_in):
    response = decide(signed_in(supervisor), submitted, decision="return", reasons="  ")

    assert response.status_code == 422
    assert b"Say what has to change" in response.content
    assert again(submitted).state == "in_review"


def test_a_returned_request_can_be_changed_and_shows_the_reasons(submitted, supervisor, drafter, signed_in):
    decide(signed_in(supervisor), submitted, decision="return", reasons="Name the provider.")

    page = signed_in(drafter).get(url("request", submitted))
    assert again(submitted).state == "draft"
    assert b"Name the provider." in page.content


def test_an_approval_orders_the_document(submitted, supervisor, signed_in):
    response = decide(signed_in(supervisor), submitted, decision="approve")

    assert response.headers["Location"] == url("request", submitted)
    assert (again(submitted).state, printing.approved(again(submitted)).draft) == ("approved", False)
    assert Review.objects.get().reviewer == supervisor


def test_two_clicks_approve_once(submitted, supervisor, signed_in):
    client = signed_in(supervisor)
    data = {"decision": "approve", "digest": submitted.submitted_digest}

    landed = [client.post(url("review", submitted), data).headers["Location"] for _click in range(2)]

    assert landed == [url("request", submitted)] * 2
    assert Review.objects.count() == 1


def test_the_text_that_is_approved_is_the_one_that_was_read(submitted, supervisor, signed_in):
    response = signed_in(supervisor).post(
        url("review", submitted), {"decision": "approve", "digest": "0" * 64}
    )

    assert response.headers["Location"] == url("review", submitted)
    assert again(submitted).state == "in_review"


@pytest.mark.parametrize("how", ["drafted", "edited"])
def test_whoever_wrote_the_text_does_not_decide_on_it(complete_mla, drafter, supervisor, signed_in, how):
    """A supervisor who drafted or changed the text reads why, and a decision is refused."""
    if how == "drafted":
        MLARequest.objects.filter(pk=complete_mla.pk).update(author=supervisor)
    else:
        casework.save_section(
            complete_mla,
            supervisor,
            section="procedures",
            base=99,
            values={"other": "Added by the reviewer."},
        )
    casework.submit(again(complete_mla), drafter if how == "edited" else supervisor)
    client = signed_in(supervisor)

    page = client.get(url("review", complete_mla)).content.decode()
    response = decide(client, complete_mla, decision="approve")

    assert "somebody else has to decide" in page
    assert 'name="decision"' not in page
    assert (response.status_code, again(complete_mla).state) == (403, "in_review")


def test_the_drafter_takes_it_back(submitted, drafter, signed_in):
    page = signed_in(drafter).get(url("request", submitted))
    response = signed_in(drafter).post(url("move", submitted, "take_back"))

    assert b"Take back" in page.content
    assert (response.status_code, again(submitted).state) == (302, "draft")


@pytest.mark.parametrize("action", ["approve", "send", "submit", "return", "nonsense"])
def test_no_step_with_a_page_of_its_own_is_made_by_a_bare_click(submitted, supervisor, signed_in, action):
    response = signed_in(supervisor).post(url("move", submitted, action))

    assert (response.status_code, again(submitted).state) == (404, "in_review")


@pytest.mark.parametrize(
    ("status", "answer"), [("queued", 200), ("running", 200), ("done", 286), ("failed", 286)]
)
def test_a_page_asks_until_the_work_has_ended(approved, drafter, signed_in, status, answer):
    order = printing.approved(approved)
    failure = "The letter is too long." if status == "failed" else ""
    RenderedDocument.objects.filter(pk=order.pk).update(status=status, failure=failure)

    response = signed_in(drafter).get(url("document", approved, order.pk), headers={"HX-Request": "true"})

    assert response.status_code == answer
    assert (b"hx-get" in response.content) == (answer == 200)
    assert failure.encode() in response.content


def test_a_failed_document_is_ordered_again(approved, drafter, signed_in):
    order = printing.approved(approved)
    RenderedDocument.objects.filter(pk=order.pk).update(status="failed", failure="It was interrupted.")

    signed_in(drafter).post(url("document_retry", approved, order.pk))

    order.refresh_from_db()
    assert (order.status, order.failure) == ("queued", "")


def test_a_document_is_downloaded_with_its_digest_on_record(made, drafter, signed_in):
    response = signed_in(drafter).get(url("document_download", made.request, made.pk))

    assert b"".join(response.streaming_content) == CONTENT
    assert response.headers["Content-Disposition"] == f'attachment; filename="{made.request.reference}.pdf"'
    assert AuditEvent.objects.get(verb="document.read").detail["sha256"] == SHA256


def test_a_document_that_was_changed_on_disk_is_not_handed_out(made, drafter, signed_in):
    printing.path_of(NAME).write_bytes(b"%PDF-1.7 forged")

    assert signed_in(drafter).get(url("document_download", made.request, made.pk)).status_code == 404


def test_ordering_a_draft_twice_makes_one(mla, drafter, signed_in):
    for _click in range(2):
        signed_in(drafter).post(url("document_order", mla))

    assert [document.draft for document in RenderedDocument.objects.all()] == [True]


DISPATCH = {
    "route": "central_authority",
    "means": "post",
    "recipient": "UK Central Authority",
    "sent_on": timezone.localdate().isoformat(),
    "receipt": "RR 000 000 000 NO",
}


def test_a_dispatch_is_recorded_once(made, drafter, signed_in):
    client, mla = signed_in(drafter), made.request

    landed = [client.post(url("dispatch", mla), DISPATCH).headers["Location"] for _click in range(2)]

    sent = Transmission.objects.get()
    assert landed == [url("request", mla)] * 2
    assert (again(mla).state, sent.document, sent.sent_on) == ("sent", made, timezone.localdate())


def test_nothing_is_sent_before_its_document_is_made(approved, drafter, signed_in):
    response = signed_in(drafter).post(url("dispatch", approved), DISPATCH)

    assert response.status_code == 422
    assert b"not made yet" in response.content
    assert again(approved).state == "approved"


@pytest.mark.parametrize(
    "wrong",
    [
        {"sent_on": "2999-01-01"},
        {"sent_on": "1990-01-01"},
        {"route": ""},
        {"recipient": ""},
        {"sent_on": "soon"},
    ],
)
def test_a_dispatch_needs_its_particulars(made, drafter, signed_in, wrong):
    response = signed_in(drafter).post(url("dispatch", made.request), DISPATCH | wrong)

    assert response.status_code == 422
    assert b"RR 000 000 000 NO" in response.content
    assert not Transmission.objects.exists()


# --- undone, and too late -----------------------------------------------------------------------------


def told(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


@pytest.mark.parametrize("first", ["approve", "return"])
def test_of_two_who_decide_at_once_the_second_is_told_of_the_first(submitted, unit, signed_in, first):
    one, two = (OfficerFactory(username=n, unit=unit, role="supervisor") for n in ("one", "two"))
    read = {"digest": letters.now(submitted).digest, "reasons": "Say why."}
    second = {"approve": "return", "return": "approve"}[first]
    signed_in(one).post(url("review", submitted), read | {"decision": first})

    late = signed_in(two).post(url("review", submitted), read | {"decision": second}, follow=True)

    state = {"approve": "approved", "return": "draft"}[first]
    assert again(submitted).state == state
    assert "Nothing was recorded" in told(late) and "One Fictional" in told(late)


def test_an_approval_is_withdrawn_on_its_page_and_its_document_is_not_handed_out(
    made, supervisor, signed_in
):
    mla, client = again(made.request), signed_in(supervisor)
    page = client.get(url("reopen", mla))
    digest_of = page.context["form"]["digest"].value()
    refused = client.post(url("reopen", mla), {"digest": digest_of, "reason": ""})
    client.post(url("reopen", mla), {"digest": digest_of, "reason": "The court has lifted its order."})

    download = client.get(url("document_download", mla, made.pk), follow=True)

    assert (refused.status_code, again(mla).state) == (422, "draft")
    assert "void" in told(download)
    shown = client.get(url("request", mla)).content.decode()
    assert "The court has lifted its order." in shown and "Void" in shown


def test_a_withdrawal_wants_a_reason_and_claims_no_dispatch(approved, supervisor, signed_in):
    client = signed_in(supervisor)
    refused = client.post(url("withdraw", approved), {"reason": " "})
    client.post(url("withdraw", approved), {"reason": "The suspect has confessed."})

    page = client.get(url("request", approved))

    assert (refused.status_code, again(approved).state) == (422, "withdrawn")
    assert [(stage["label"], stage["state"]) for stage in page.context["stages"]] == [
        ("Draft", "done"),
        ("In review", "done"),
        ("Approved", "done"),
        ("Withdrawn", "current"),
    ]
    assert "The suspect has confessed." in page.content.decode()


@pytest.mark.parametrize("state", MLARequest.State.values)
def test_every_button_leads_to_a_page_that_does_what_it_says(made, supervisor, drafter, signed_in, state):
    mla = made.request
    MLARequest.objects.filter(pk=mla.pk).update(state=state)
    if state in ("draft", "in_review"):
        MLARequest.objects.filter(pk=mla.pk).update(approved_digest="", approved_by=None)
    for officer in (supervisor, drafter):
        client = signed_in(officer)
        for button in client.get(url("request", mla)).context["buttons"]:
            if button["method"] == "get":
                answer = client.get(button["url"])
                assert (answer.status_code, "<form" in answer.content.decode()) == (200, True), button
            else:
                answer = client.post(button["url"], follow=True)
                assert "Nothing was recorded" not in told(answer), button
                MLARequest.objects.filter(pk=mla.pk).update(state=state)

"""One line of the check: explained, traced, dismissed and waived; and the page before submission."""

import pytest
from django.urls import reverse

from requests_app import casework, snapshots
from requests_app.checks import decisions
from requests_app.completeness import examining
from requests_app.models import Decision, MLARequest

LONG = "The suspect " + "went on and " * 40 + "left."
SENTENCE = "portal.long-sentence"


def url(name, mla, *rest):
    return reverse(name, args=[mla.reference, *rest])


def again(mla):
    return MLARequest.objects.get(pk=mla.pk)


def found(mla, code=None):
    findings = examining.for_request(again(mla)).findings
    return next(f for f in findings if (f.requirement == code if code else f.severity == "block"))


def answers(mla, finding, reason="Agreed by telephone."):
    return {"reason": reason, "read": decisions.text_digest(snapshots.of(again(mla)), finding)}


@pytest.fixture
def wordy(complete_mla, drafter):
    values = {"purpose": LONG}
    return casework.save_section(complete_mla, drafter, section="facts", base=99, values=values)


@pytest.fixture
def blocked(complete_mla, drafter):
    values = {"necessity": ""}
    return casework.save_section(complete_mla, drafter, section="measures", base=99, values=values)


def waive(client, mla):
    line = found(mla)
    return client.post(url("waive", mla, decisions.line_of(line)), answers(mla, line))


def test_a_line_explains_itself_and_why_it_is_asked(blocked, drafter, signed_in):
    line = found(blocked)

    page = signed_in(drafter).get(url("finding", blocked, decisions.line_of(line)))

    words = page.content.decode()
    more = page.context["finding"]["more"]
    assert line.message in words
    assert more.rules == line.requirements
    assert all(rule in words for rule in more.rules)
    assert more.version in words
    assert [trace["rule"] for trace in page.context["traces"]]
    assert all(step.text for trace in page.context["traces"] for step in trace["steps"])
    assert "#id_necessity" in words


def test_the_trace_comes_alone_to_a_page_that_asks_for_it_in_place(blocked, drafter, signed_in):
    address = url("finding", blocked, decisions.line_of(found(blocked)))

    fragment = signed_in(drafter).get(address, headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in fragment
    assert "p-trace" in fragment


def test_a_line_that_is_met_by_now_leads_to_what_is_open(complete_mla, drafter, signed_in):
    response = signed_in(drafter).get(url("finding", complete_mla, "0" * 32))

    assert response.headers["Location"] == url("check_answers", complete_mla)


def test_a_drafter_dismisses_from_the_section_and_takes_it_back(wordy, drafter, signed_in):
    client, line = signed_in(drafter), found(wordy, SENTENCE)
    section = url("section", wordy, "facts")
    assert line.message in client.get(section).content.decode()

    sent = client.post(
        url("dismiss", wordy, decisions.line_of(line)), answers(wordy, line) | {"section": "facts"}
    )

    page = client.get(section)
    shown = page.context["completeness"]
    assert sent.headers["Location"] == f"{section}#completeness"
    assert line.message not in [each["message"] for each in shown["should_check"]]
    assert [each["reason"] for each in shown["dismissed"]] == ["Agreed by telephone."]
    assert "Agreed by telephone." in page.content.decode()

    client.post(shown["dismissed"][0]["take_back"], {"section": "facts"})

    assert line.message in [
        each["message"] for each in client.get(section).context["completeness"]["should_check"]
    ]


def test_without_a_reason_nothing_is_dismissed_and_the_page_says_so(wordy, drafter, signed_in):
    line = found(wordy, SENTENCE)

    response = signed_in(drafter).post(
        url("dismiss", wordy, decisions.line_of(line)), answers(wordy, line, reason=" ")
    )

    assert response.status_code == 422
    assert b"There is a problem" in response.content
    assert b'href="#dismissal-reason"' in response.content
    assert not Decision.objects.exists()


def test_a_reason_is_not_lost_when_the_text_has_changed_meanwhile(wordy, drafter, signed_in):
    line = found(wordy, SENTENCE)
    sent = {"reason": "It reads well.", "read": "0" * 64}

    response = signed_in(drafter).post(url("dismiss", wordy, decisions.line_of(line)), sent)

    assert response.status_code == 422
    assert b"It reads well." in response.content
    assert b"has changed since you read it" in response.content
    assert not Decision.objects.exists()


def test_a_form_with_a_law_line_dismisses_nothing(blocked, drafter, signed_in):
    line = found(blocked)

    signed_in(drafter).post(url("dismiss", blocked, decisions.line_of(line)), answers(blocked, line))

    assert not Decision.objects.exists()


def test_a_decision_of_another_request_does_not_exist_here(wordy, mla, drafter, signed_in):
    line = found(wordy, SENTENCE)
    client = signed_in(drafter)
    client.post(url("dismiss", wordy, decisions.line_of(line)), answers(wordy, line))
    decision = Decision.objects.get()

    response = client.post(url("decision_take_back", mla, decision.pk))

    decision.refresh_from_db()
    assert (response.status_code, decision.taken_back_at) == (404, None)


def test_a_supervisor_waives_and_the_request_goes_to_the_other_eyes(
    blocked, drafter, supervisor, signed_in
):
    refused = signed_in(drafter).post(url("submit", blocked))
    assert refused.status_code == 422

    waive(signed_in(supervisor), blocked)
    preflight = signed_in(drafter).get(url("check_answers", blocked))
    signed_in(drafter).post(url("submit", blocked))
    review = signed_in(supervisor).get(url("review", blocked))

    assert [line["by"] for line in preflight.context["completeness"]["waived"]] == ["Supervisor Fictional"]
    assert again(blocked).state == "in_review"
    assert b"1 demand of the law is waived in this request" in review.content
    assert b"Agreed by telephone." in review.content


def test_the_approval_names_the_waivers_that_were_on_the_page(blocked, drafter, supervisor, signed_in):
    client = signed_in(supervisor)
    waive(client, blocked)
    casework.submit(again(blocked), drafter)
    shown = client.get(url("review", blocked)).context["form"].initial
    decision = {"decision": "approve", "digest": shown["digest"]}

    hidden = client.post(url("review", blocked), decision | {"waivers": ""})
    assert (hidden.status_code, again(blocked).state) == (302, "in_review")
    client.post(url("review", blocked), decision | {"waivers": shown["waivers"]})

    assert again(blocked).state == "approved"
    assert shown["waivers"] == str(Decision.objects.get().pk)


def test_the_page_before_submission_names_what_is_open_by_section(mla, law, drafter, signed_in):
    page = signed_in(drafter).get(url("check_answers", mla))

    open_lines = [line["line"] for group in page.context["open"] for line in group["lines"]]
    report = examining.for_request(mla)
    assert sorted(open_lines) == sorted(decisions.line_of(finding) for finding in report.findings)
    assert all(group["title"] and group["url"] for group in page.context["open"])


def test_the_estimate_says_what_it_rests_on_and_counts_what_is_waived(
    blocked, drafter, supervisor, signed_in
):
    line = found(blocked)
    waive(signed_in(supervisor), blocked)

    page = signed_in(drafter).get(url("check_answers", blocked))

    likely = [each["message"] for each in page.context["expected"] if each["grade"] == "likely"]
    assert line.message in likely
    assert b"An estimate. It rests on" in page.content
    assert "advise" not in {
        f.severity for f in examining.for_request(blocked).findings if f.message in likely
    }

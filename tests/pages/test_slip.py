"""What stays in the house: the dispatch slip, and the rules that broke."""

from django.urls import reverse

from requests_app import casework, snapshots
from requests_app.checks import decisions
from requests_app.checks.decisions import Kind
from requests_app.completeness import examining
from requests_app.models import CheckRun, MLARequest, RenderedDocument


def again(mla):
    return MLARequest.objects.get(pk=mla.pk)


def test_the_slip_says_what_was_waived_by_whom_and_why(complete_mla, drafter, supervisor, signed_in):
    values = {"necessity": ""}
    casework.save_section(complete_mla, drafter, section="measures", base=99, values=values)
    finding = examining.for_request(again(complete_mla)).must_fix[0]
    waiver = casework.decide(
        again(complete_mla),
        supervisor,
        kind=Kind.WAIVER,
        line=decisions.line_of(finding),
        read=decisions.text_digest(snapshots.of(again(complete_mla)), finding),
        reason="Agreed by telephone.",
    )
    submitted = casework.submit(again(complete_mla), drafter)
    casework.approve(submitted, supervisor, digest=submitted.submitted_digest, waivers=[waiver.pk])

    page = signed_in(drafter).get(reverse("slip", args=[complete_mla.reference]))

    words = page.content.decode()
    assert [gate["name"] for gate in page.context["gates"]] == ["Submission", "Approval"]
    assert [line["message"] for line in page.context["waived"]] == [finding.message]
    assert all(text in words for text in ("Agreed by telephone.", "Waived by Supervisor Fictional"))
    assert "This slip stays in the house" in words
    ordered = RenderedDocument.objects.get(request=complete_mla)
    assert "telephone" not in str(ordered.snapshot)


def test_administrators_are_told_of_rules_that_broke_and_of_no_request(mla, administrator, signed_in):
    client, address = signed_in(administrator), reverse("officers")
    assert client.get(address).context["broken"] == []
    findings = [{"section": "law", "field": "fictional.rule"}, {"section": "facts", "field": "text"}]
    CheckRun.objects.create(request=mla, revision=mla.revision, status="done", findings=findings)

    page = client.get(address)

    assert page.context["broken"] == [{"code": "fictional.rule", "requests": 1}]
    assert "fictional.rule" in page.content.decode()
    assert mla.reference not in page.content.decode()

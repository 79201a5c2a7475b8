"""The history of a request, and the log of the house: acts, and no word of a text."""

import pytest
from django.urls import reverse

from requests_app import audit
from requests_app.models import AuditEvent, FieldAnswer


@pytest.fixture
def changed(mla, drafter, signed_in):
    data = {"revision": 0, "nature": "A very secret sentence."}
    signed_in(drafter).post(reverse("section", args=[mla.reference, "authority"]), data)
    return mla


def test_the_history_says_who_did_what(changed, drafter, signed_in):
    page = signed_in(drafter).get(reverse("history", args=[changed.reference])).content.decode()

    assert "Changed a section" in page
    assert "Drafter Fictional" in page


def test_an_auditor_reads_acts_and_no_content(changed, auditor, signed_in):
    response = signed_in(auditor).get(reverse("history", args=[changed.reference]))

    page = response.content.decode()
    assert "Changed a section" in page
    assert changed.title not in page
    assert "A very secret sentence." not in page
    assert (response.context["head"]["title"], response.context["head"]["requested"]) == ("", None)


def test_reading_the_history_is_an_act(changed, auditor, signed_in):
    signed_in(auditor).get(reverse("history", args=[changed.reference]))

    assert AuditEvent.objects.get(verb="history.read").actor == auditor


def test_the_log_shows_its_head_and_can_be_narrowed(changed, auditor, drafter, signed_in):
    audit.record(audit.Verb.SIGNED_IN, actor=drafter)
    client = signed_in(auditor)

    everything = client.get(reverse("audit_log"))
    narrowed = client.get(reverse("audit_log"), {"verb": "section.saved", "reference": changed.reference})

    assert audit.head() in everything.content.decode()
    assert [event["text"] for event in narrowed.context["events"]] == ["Changed a section"]


@pytest.mark.parametrize("query", [{"verb": "nonsense"}, {"reference": "\0"}, {"page": "last"}])
def test_no_filter_is_an_error(changed, auditor, signed_in, query):
    assert signed_in(auditor).get(reverse("audit_log"), query).status_code == 200


@pytest.mark.parametrize(("kind", "value"), [("unknown", "Nobody is known yet."), ("applicable", "no")])
def test_a_question_of_the_check_is_answered_and_taken_back(mla, drafter, signed_in, kind, value):
    client, url = signed_in(drafter), reverse("answer_field", args=[mla.reference, "deadline"])

    client.post(url, {"kind": kind, "value": value})
    page = client.get(reverse("section", args=[mla.reference, "confidentiality"])).content.decode()
    given = list(FieldAnswer.objects.values_list("draft_field", "kind", "value"))
    client.post(url, {"kind": kind, "value": ""})

    assert given == [("deadline", kind, value)]
    assert "Take this answer back" in page
    assert not FieldAnswer.objects.exists()


@pytest.mark.parametrize(("kind", "value"), [("applicable", "perhaps"), ("x", "no"), ("unknown", "\0")])
def test_an_answer_that_is_none_is_refused_in_words(mla, drafter, signed_in, kind, value):
    url = reverse("answer_field", args=[mla.reference, "deadline"])

    response = signed_in(drafter).post(url, {"kind": kind, "value": value}, follow=True)

    assert response.status_code == 200
    assert not FieldAnswer.objects.exists()


def test_a_question_about_no_field_does_not_exist(mla, drafter, signed_in):
    url = reverse("answer_field", args=[mla.reference, "nonsense"])

    assert signed_in(drafter).post(url, {"kind": "unknown", "value": "x"}).status_code == 404

"""What pages say of a letter whose law has changed since it was submitted or approved."""

import pytest
from django.urls import reverse
from django.utils import timezone

from requests_app import casework
from requests_app.documents import printing
from requests_app.models import AuditEvent, MLARequest, RenderedDocument
from treaties.models import Instrument
from treaties.version import changed_here

pytestmark = pytest.mark.django_db


@pytest.fixture
def submitted(complete_mla, drafter) -> MLARequest:
    return casework.submit(complete_mla, drafter)


@pytest.fixture
def approved(submitted, supervisor) -> MLARequest:
    mla = casework.approve(submitted, supervisor, digest=submitted.submitted_digest)
    document = printing.approved(mla)
    RenderedDocument.objects.filter(pk=document.pk).update(status="done", sha256="a" * 64)
    return mla


def correct_the_title() -> None:
    Instrument.objects.filter(pk="budapest").update(title="Convention on the Crimes of the Fictional Web")
    changed_here()


def page(client, name: str, mla: MLARequest) -> str:
    return client.get(reverse(name, args=[mla.reference])).content.decode()


def test_the_reviewer_is_told_what_reads_otherwise_and_cannot_approve(submitted, supervisor, signed_in):
    client = signed_in(supervisor)
    same = page(client, "review", submitted)
    correct_the_title()

    shown = page(client, "review", submitted)
    digest = client.get(reverse("review", args=[submitted.reference])).context["form"]["digest"].value()
    client.post(
        reverse("review", args=[submitted.reference]),
        {"decision": "approve", "digest": digest},
        follow=True,
    )

    assert ("letter-changed-title" in same, "letter-changed-title" in shown) == (False, True)
    assert "<ins>the Crimes of the Fictional Web" in shown
    assert MLARequest.objects.get(pk=submitted.pk).state == "in_review"


def test_the_dispatch_names_the_difference_and_asks_for_a_word(approved, drafter, signed_in):
    client, address = signed_in(drafter), reverse("dispatch", args=[approved.reference])
    correct_the_title()
    form = client.get(address).context["form"]
    told = {"route": "central_authority", "means": "email", "recipient": "Office"}
    told["sent_on"] = timezone.localdate().isoformat()
    told["seen"] = form["seen"].value()

    refused = client.post(address, told)
    before = MLARequest.objects.get(pk=approved.pk).state
    client.post(address, told | {"as_approved": "on"})

    assert (refused.status_code, before) == (422, "approved")
    assert "<ins>the Crimes of the Fictional Web" in refused.content.decode()
    assert MLARequest.objects.get(pk=approved.pk).state == "sent"
    event = AuditEvent.objects.get(reference=approved.reference, verb="request.send")
    assert event.detail["as_approved_not_as"] == told["seen"]
    assert event.detail["digest"] == approved.approved_digest


def test_the_dispatch_asks_nothing_where_nothing_differs(approved, drafter, signed_in):
    form = signed_in(drafter).get(reverse("dispatch", args=[approved.reference])).context["form"]

    assert {"as_approved", "seen"}.isdisjoint(form.fields)


def test_the_page_of_the_letter_shows_what_was_approved(approved, drafter, signed_in):
    correct_the_title()

    shown = signed_in(drafter).get(reverse("letter", args=[approved.reference]))

    assert "Fictional Web" not in str(shown.context["letter_html"])
    assert "<ins>the Crimes of the Fictional Web" in shown.content.decode()

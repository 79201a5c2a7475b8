"""S6: asked from a telephone, confirmed by a second officer, printed and followed up."""

import datetime as dt

import pytest
from django.urls import reverse

from requests_app import casework, snapshots, workflow
from requests_app.documents import letters
from requests_app.models import AuditEvent, Measure, MLARequest, RenderedDocument, UnitProfile

State = MLARequest.State
ANSWERS = {
    "contact": "",
    "type": "email",
    "identifier": "night.shift@example.org",
    "provider": "Mailhost Example Ltd",
    "happened": "The systems of a fictional hospital are encrypted, and two operations were stopped.",
    "category": "danger_to_life",
    "offence": "Serious damage to data",
    "since": "2026-11-25 01:10",
    "zone": "Europe/Oslo",
    "reachable": "Alex Exempel, +47 00 00 00 01",
}


@pytest.fixture
def profile(db, law, unit) -> UnitProfile:
    return UnitProfile.objects.create(
        unit=unit,
        office="Central Authority, night duty",
        address="Fictional Street 1, Oslo",
        email="duty@example.org",
        phone="+47 00 00 00 00",
        hours="00:00 to 24:00",
        zone="Europe/Oslo",
        legal_power="Act on mutual assistance, section 1 (fictional)",
        signatory_name="K. Specimen",
        signatory_function="Head of duty",
        place="Oslo",
    )


@pytest.fixture
def called(profile, drafter, signed_in) -> MLARequest:
    client = signed_in(drafter)
    answer = client.post(reverse("emergency"), ANSWERS | {"contact": british(client)})
    assert answer.status_code == 302, answer.content.decode()[:6000]
    return MLARequest.objects.get()


def british(client) -> str:
    page = client.get(reverse("emergency")).content.decode()
    return page.split('value="GBR|')[1].split('"')[0].join(["GBR|", ""])


def confirm(client, mla: MLARequest):
    url = reverse("emergency_confirm", args=[mla.reference])
    return client.post(url, {"digest": letters.now(mla).digest})


def test_five_answers_make_a_request_that_the_law_finds_complete(called, drafter):
    text = snapshots.of(called)

    assert (called.state, called.is_emergency) == (State.IN_REVIEW, True)
    assert (text.requested, text.bases[0].instrument, text.kinds) == ("GBR", "budapest", ("preservation",))
    assert text.data_items[0].start == dt.datetime(2026, 11, 25, 1, 10)
    assert text.authority.requesting.office == "Central Authority, night duty"
    assert "+47 00 00 00 01" in text.channel.reply_contact.phone


def test_a_second_officer_confirms_and_everything_follows(called, colleague, signed_in):
    answer = confirm(signed_in(colleague), called)

    called.refresh_from_db()
    full = MLARequest.objects.get(parent=called)
    assert (answer.status_code, called.state, called.approved_by) == (302, State.APPROVED, colleague)
    assert RenderedDocument.objects.get(request=called).urgent
    assert (full.state, full.author, full.request_status) == (State.DRAFT, called.author, "follow_up")
    assert full.due_on == called.follow_up_on
    assert AuditEvent.objects.filter(verb="request.confirm_emergency", actor=colleague).count() == 1


def test_nobody_confirms_the_own_request(called, drafter, signed_in):
    confirm(signed_in(drafter), called)

    called.refresh_from_db()
    assert called.state == State.IN_REVIEW


def test_an_outsider_sees_nothing_of_it(called, outsider, administrator, auditor, signed_in):
    url = reverse("emergency_confirm", args=[called.reference])

    assert [signed_in(o).get(url).status_code for o in (outsider, administrator, auditor)] == [404] * 3
    assert [confirm(signed_in(o), called).status_code for o in (outsider, auditor)] == [404] * 2


def test_two_who_confirm_at_once_leave_one_confirmation(called, colleague, supervisor, signed_in):
    for officer in (colleague, supervisor, colleague):
        confirm(signed_in(officer), called)

    called.refresh_from_db()
    assert called.approved_by == colleague
    assert MLARequest.objects.filter(parent=called).count() == 1
    assert RenderedDocument.objects.filter(request=called).count() == 1


def test_a_text_that_asks_for_more_needs_a_supervisor(called, colleague):
    Measure.objects.filter(request=called).update(kind="content_data_stored")

    with pytest.raises(workflow.NotAllowed):
        casework.confirm(called, colleague, digest=letters.now(called).digest)


def test_an_ordinary_request_is_not_confirmed_this_way(law, complete_mla, drafter, colleague):
    submitted = casework.submit(complete_mla, drafter)

    with pytest.raises(workflow.NotAllowed):
        casework.confirm(submitted, colleague, digest=submitted.submitted_digest)


def test_what_was_typed_stays_when_something_is_missing(profile, drafter, signed_in):
    page = signed_in(drafter).post(reverse("emergency"), ANSWERS | {"since": "tonight"})

    shown = page.content.decode()
    assert page.status_code == 422
    assert "Write it like 2026-06-14 23:40." in shown
    assert "night.shift@example.org" in shown
    assert 'value="tonight"' in shown


def test_the_page_is_small_and_needs_no_script(profile, drafter, signed_in):
    page = signed_in(drafter).get(reverse("emergency"))

    assert "<script" not in page.content.decode()
    assert "Central Authority, night duty" in page.content.decode()


def test_the_confirmation_shows_where_it_goes_with_its_source(called, colleague, signed_in):
    page = signed_in(colleague).get(reverse("emergency_confirm", args=[called.reference]))

    shown = page.content.decode()
    assert "Source:" in shown
    assert "night.shift@example.org" in shown

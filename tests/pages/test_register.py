"""The register of providers, and records of data that needed no request."""

import datetime as dt

import pytest
from django.urls import reverse

from requests_app import casework
from requests_app.models import AuditEvent, Consent, DataItem, Provider
from requests_app.sections.providers import alike
from tests.cast import CaseFactory


@pytest.fixture
def entry(drafter) -> Provider:
    provider = Provider(legal_name="Mailhost Example Ltd", state="GBR", source="Its guide")
    return casework.save_provider(provider, drafter, base=0)


def answers(**changes):
    return {
        "legal_name": "Mailhost Example Ltd",
        "services": "Lantern Mail",
        "state": "GBR",
        "source": "Its guide",
        "checked_on": "2026-11-01",
        "revision": "1",
    } | changes


def test_a_change_is_kept_with_what_stood_before_and_who_made_it(law, entry, colleague, signed_in):
    client = signed_in(colleague)

    client.post(reverse("provider", args=[entry.pk]), answers())

    page = client.get(reverse("provider", args=[entry.pk])).content.decode()
    entry.refresh_from_db()
    assert (entry.services, entry.checked_on) == ("Lantern Mail", dt.date(2026, 11, 1))
    assert [v.values["services"] for v in entry.versions.all()] == ["Lantern Mail", ""]
    assert "<ins>Lantern Mail</ins>" in page
    event = AuditEvent.objects.filter(verb="provider.saved").last()
    assert (event.actor, event.detail) == (colleague, {"provider": entry.pk, "revision": 2})


def test_a_change_of_an_older_entry_overwrites_nothing(law, entry, drafter, signed_in):
    client = signed_in(drafter)
    client.post(reverse("provider", args=[entry.pk]), answers())

    late = client.post(reverse("provider", args=[entry.pk]), answers(services="Other"))

    entry.refresh_from_db()
    assert (late.status_code, entry.services) == (422, "Lantern Mail")
    assert b"Other" in late.content


def test_a_provider_needs_a_name_a_state_and_a_source(law, drafter, signed_in):
    response = signed_in(drafter).post(reverse("provider_new"), {"legal_name": "X"})

    assert response.status_code == 422
    assert not Provider.objects.exists()


def test_choosing_a_registered_provider_says_its_state(law, entry, mla, drafter, signed_in):
    row = DataItem.append_to(mla, identifier="x@example.org")
    typed = {"revision": 0, "provider": entry.legal_name, "provider_state": ""}

    signed_in(drafter).post(reverse("item", args=[mla.reference, "data", row.pk]), typed)

    row.refresh_from_db()
    assert (row.provider, row.provider_state) == (entry.legal_name, "GBR")


def test_a_state_that_an_officer_chose_stays(law, entry, mla, drafter, signed_in):
    row = DataItem.append_to(mla, identifier="x@example.org")
    typed = {"revision": 0, "provider": entry.legal_name, "provider_state": "IRL"}

    signed_in(drafter).post(reverse("item", args=[mla.reference, "data", row.pk]), typed)

    row.refresh_from_db()
    assert row.provider_state == "IRL"


def test_the_names_are_offered_and_one_that_is_nearly_right_is_asked_about(
    law, entry, mla, drafter, signed_in
):
    row = DataItem.append_to(mla, provider="Mailhost Exampel Ltd")

    page = signed_in(drafter).get(reverse("item", args=[mla.reference, "data", row.pk])).content.decode()

    assert '<option value="Mailhost Example Ltd">' in page
    assert 'list="registered-providers"' in page
    assert "The register knows “Mailhost Example Ltd”" in page


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ""),
        ("Mailhost Example Ltd", ""),
        ("mailhost example ltd", "Mailhost Example Ltd"),
        ("Bank of Somewhere", ""),
    ],
)
def test_what_resembles_what(typed, found):
    assert alike(typed, {"Mailhost Example Ltd": "GBR"}) == found


def given(case, **changes):
    return {
        "case_reference": case.reference,
        "ground": "consent",
        "state": "GBR",
        "data": "Messages of 3 May 2026",
        "person": "Alex Exempel",
        "capacity": "Holder of the account",
        "given_on": "2026-11-02",
        "given_how": "written",
        "told": "That it may be refused.",
        "paper": "File 3, page 12",
    } | changes


def test_a_consent_is_recorded_with_its_case_and_the_article(law, mla, drafter, signed_in):
    client = signed_in(drafter)

    response = client.post(reverse("consent_new"), given(mla.case), follow=True)

    record = Consent.objects.get()
    assert (record.case, record.officer, record.given_on) == (mla.case, drafter, dt.date(2026, 11, 2))
    page = response.content.decode()
    assert "Budapest Convention, article 32" in page
    assert "Comity" not in page
    assert [e.verb for e in AuditEvent.objects.filter(verb__startswith="consent")] == [
        "consent.recorded",
        "consent.read",
    ]


@pytest.mark.parametrize("missing", ["person", "capacity", "data", "ground", "given_on", "case_reference"])
def test_a_consent_that_proves_nothing_is_not_recorded(law, mla, drafter, signed_in, missing):
    response = signed_in(drafter).post(reverse("consent_new"), given(mla.case, **{missing: ""}))

    assert response.status_code == 422
    assert not Consent.objects.exists()


def test_public_data_need_nobody(law, mla, drafter, signed_in):
    signed_in(drafter).post(
        reverse("consent_new"), given(mla.case, ground="public", person="", capacity="")
    )

    assert Consent.objects.get().ground == "public"


def test_a_case_one_may_not_see_is_like_none(law, mla, drafter, outsider, signed_in):
    other = CaseFactory(unit=outsider.unit)
    client = signed_in(drafter)

    answered = [
        client.post(reverse("consent_new"), given(other, case_reference=number)).content.count(
            b"There is no case with this number"
        )
        for number in (other.reference, "NONE-1")
    ]

    assert answered[0] == answered[1] > 0


def test_the_record_is_open_to_those_of_the_case_only(law, mla, drafter, outsider, signed_in):
    signed_in(drafter).post(reverse("consent_new"), given(mla.case))
    address = reverse("consent", args=[Consent.objects.get().pk])

    assert signed_in(outsider).get(address).status_code == 404
    assert b"Alex Exempel" not in signed_in(outsider).get(reverse("consents")).content


def test_the_start_page_says_what_is_not_asked_for_in_a_letter(law, drafter, signed_in):
    page = signed_in(drafter).get(reverse("request_new")).content.decode()

    assert "No request is needed for data that are public" in page
    assert reverse("consent_new") in page
    assert 'value="transborder_access"' not in page
    assert 'value="spontaneous_information"' in page
    assert 'value="decryption_assistance"' in page

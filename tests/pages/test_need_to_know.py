"""A case restricted on its page: everywhere it is hidden from others, and somebody can always open it."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from requests_app import casework, permissions, snapshots
from requests_app.completeness import affected_requests, earlier_requests
from requests_app.models import AuditEvent, CaseMember, Consent, MLARequest
from requests_app.preservation import reminders
from tests.cast import CaseFactory, MLARequestFactory, add_content

REASON = "An informant is named in it."


def restrict(client, case, **answers):
    return client.post(reverse("case_restrict", args=[case.pk]), {"reason": REASON} | answers)


def name_member(client, case, officer, **answers):
    return client.post(reverse("case_members", args=[case.pk]), {"officer": officer.pk} | answers)


def end(client, case, officer):
    return client.post(reverse("case_member_end", args=[case.pk, officer.pk]))


def sees(client, mla) -> bool:
    return client.get(reverse("request", args=[mla.reference])).status_code == 200


@pytest.fixture
def restricted(mla, supervisor, signed_in):
    restrict(signed_in(supervisor), mla.case)
    mla.refresh_from_db()
    return mla


def test_a_supervisor_restricts_a_case_with_a_reason(mla, supervisor, colleague, signed_in):
    restrict(signed_in(supervisor), mla.case)

    mla.case.refresh_from_db()
    assert (mla.case.restricted, mla.case.restricted_reason) == (True, REASON)
    assert sees(signed_in(supervisor), mla)
    assert not sees(signed_in(colleague), mla)
    events = AuditEvent.objects.exclude(verb="request.read").order_by("seq")
    assert [(event.verb, event.detail) for event in events] == [
        ("case.member_added", {"case": mla.case_id, "officer": "supervisor"}),
        ("case.restricted", {"case": mla.case_id}),
    ]


def test_so_does_the_owner_and_nobody_else(mla, drafter, colleague, signed_in):
    assert restrict(signed_in(colleague), mla.case).status_code == 403

    restrict(signed_in(drafter), mla.case)

    mla.case.refresh_from_db()
    assert mla.case.restricted


def test_no_restriction_without_a_reason(mla, supervisor, signed_in):
    response = restrict(signed_in(supervisor), mla.case, reason=" ")

    mla.case.refresh_from_db()
    assert (response.status_code, mla.case.restricted) == (422, False)


def test_a_member_of_another_unit_sees_it_with_who_named_them(restricted, supervisor, outsider, signed_in):
    name_member(signed_in(supervisor), restricted.case, outsider, reason="The money")

    member = CaseMember.objects.get(officer=outsider)
    assert (member.granted_by, member.reason, member.until) == (supervisor, "The money", None)
    assert sees(signed_in(outsider), restricted)
    assert (
        REASON.encode() in signed_in(outsider).get(reverse("case_members", args=[member.case_id])).content
    )


def test_a_member_sees_it_to_the_end_of_the_last_day(restricted, supervisor, colleague, signed_in):
    today = timezone.localdate()
    name_member(signed_in(supervisor), restricted.case, colleague, until=today.isoformat())
    assert sees(signed_in(colleague), restricted)
    assert permissions.may_see(colleague, restricted)

    CaseMember.objects.filter(officer=colleague).update(until=today - dt.timedelta(days=1))

    assert not sees(signed_in(colleague), restricted)
    assert not permissions.may_see(colleague, restricted)


def test_a_last_day_that_has_passed_names_nobody(restricted, supervisor, colleague, signed_in):
    response = name_member(signed_in(supervisor), restricted.case, colleague, until="2020-01-01")

    assert response.status_code == 422
    assert not CaseMember.objects.filter(officer=colleague).exists()


def test_whoever_works_on_no_request_is_no_member(restricted, supervisor, administrator, signed_in):
    assert name_member(signed_in(supervisor), restricted.case, administrator).status_code == 422
    with pytest.raises(casework.NotAllowed):
        casework.add_member(restricted.case, supervisor, member=administrator, reason="", until=None)


def test_a_membership_ends_on_record(restricted, supervisor, colleague, signed_in):
    client = signed_in(supervisor)
    name_member(client, restricted.case, colleague)

    end(client, restricted.case, colleague)

    assert not sees(signed_in(colleague), restricted)
    assert AuditEvent.objects.get(verb="case.member_removed").detail["officer"] == "colleague"


def test_the_last_keeper_stays(restricted, supervisor, colleague, signed_in):
    """A drafter who is a member could not name others, so that one does not count."""
    client = signed_in(supervisor)
    name_member(client, restricted.case, colleague)

    end(client, restricted.case, supervisor)
    ended = name_member(client, restricted.case, supervisor, until=timezone.localdate().isoformat())

    assert ended.status_code == 422
    assert CaseMember.objects.get(officer=supervisor).until is None
    assert sees(client, restricted)


def test_whoever_hands_it_over_may_go(restricted, supervisor, drafter, signed_in):
    client = signed_in(supervisor)
    name_member(client, restricted.case, drafter)

    response = end(client, restricted.case, supervisor)

    assert response.headers["Location"] == reverse("desk")
    assert not sees(client, restricted)
    assert sees(signed_in(drafter), restricted)


@pytest.mark.parametrize("change", [{"role": "drafter"}, {"is_active": ""}])
def test_the_account_of_the_last_keeper_stays_as_it_is(
    restricted, supervisor, drafter, administrator, signed_in, change
):
    answers = {"role": "supervisor", "unit": supervisor.unit_id, "is_active": "on", "password": ""} | change
    url = reverse("officer", args=[supervisor.pk])
    answers = {key: value for key, value in answers.items() if value}

    refused = signed_in(administrator).post(url, answers)
    name_member(signed_in(supervisor), restricted.case, drafter)
    accepted = signed_in(administrator).post(url, answers)

    assert (refused.status_code, accepted.status_code) == (422, 302)


def test_an_opened_case_is_the_units_again(restricted, supervisor, colleague, signed_in):
    signed_in(supervisor).post(reverse("case_open", args=[restricted.case_id]))

    restricted.case.refresh_from_db()
    assert (restricted.case.restricted, restricted.case.restricted_reason) == (False, "")
    assert sees(signed_in(colleague), restricted)
    assert AuditEvent.objects.filter(verb="case.opened").count() == 1


# Each place that reads it


@pytest.fixture
def seen_everywhere(law, mla, supervisor, drafter):
    """In review, edited by the drafter, with a consent in its case; found by a word."""
    MLARequest.objects.filter(pk=mla.pk).update(state="in_review", title="Lighthouse")
    Consent.objects.create(
        case=mla.case, ground="public", data="-", given_on=timezone.localdate(), officer=drafter
    )
    return MLARequest.objects.get(pk=mla.pk)


@pytest.mark.parametrize("name", ["request_list", "desk"])
def test_lists_and_search_hide_it(seen_everywhere, supervisor, drafter, signed_in, name):
    client, mla = signed_in(drafter), seen_everywhere
    address = f"{reverse(name)}?q=Lighthouse"
    assert mla.reference.encode() in client.get(address).content

    restrict(signed_in(supervisor), mla.case)

    assert mla.reference.encode() not in client.get(address).content
    assert mla.reference.encode() not in client.get(reverse(name)).content


def test_the_queue_and_its_number_hide_it(seen_everywhere, supervisor, drafter, signed_in):
    client, mla = signed_in(supervisor), seen_everywhere
    assert mla.reference.encode() in client.get(reverse("review_queue")).content
    drafter_client = signed_in(drafter)

    restrict(drafter_client, mla.case)

    page = client.get(reverse("review_queue"))
    assert mla.reference.encode() not in page.content
    assert [place["count"] for place in page.context["nav"] if place["count"] is not None] == [0]


def test_the_page_of_the_case_and_its_consents_hide_it(seen_everywhere, supervisor, drafter, signed_in):
    client, mla = signed_in(drafter), seen_everywhere
    consent = Consent.objects.get()
    addresses = [
        reverse("case", args=[mla.case_id]),
        reverse("case_members", args=[mla.case_id]),
        reverse("consent", args=[consent.pk]),
        reverse("history", args=[mla.reference]),
        reverse("letter", args=[mla.reference]),
    ]
    assert {client.get(address).status_code for address in addresses} == {200}

    restrict(signed_in(supervisor), mla.case)

    assert {client.get(address).status_code for address in addresses} == {404}
    assert list(client.get(reverse("consents")).context["records"]) == []


def test_overlaps_hide_it(restricted, drafter, supervisor, outsider):
    earlier_requests.keep(restricted, snapshots.of(restricted))
    MLARequest.objects.filter(pk=restricted.pk).update(state="in_review")
    other = add_content(MLARequestFactory(author=drafter, case=CaseFactory(unit=drafter.unit)))
    earlier_requests.keep(other, snapshots.of(other))

    assert earlier_requests.of(other, drafter).requests == ()
    assert earlier_requests.of(other, supervisor).requests == (restricted,)


def test_what_rests_on_the_law_counts_it_for_members_only(restricted, supervisor, drafter):
    assert list(affected_requests.open_to(drafter)) == []
    assert list(affected_requests.open_to(supervisor)) == [restricted]


def test_mails_go_to_members_only(restricted, drafter, supervisor):
    for officer in (drafter, supervisor):
        officer.email = f"{officer.username}@example.org"

    assert not reminders._reachable(drafter, restricted)
    assert reminders._reachable(supervisor, restricted)


def test_its_number_opens_no_new_request(restricted, drafter):
    with pytest.raises(casework.NotAllowed):
        casework.start(drafter, requested="GBR", kinds=[], case_reference=restricted.case.reference)


def test_the_page_costs_the_same_with_one_member_and_with_three(
    restricted, supervisor, drafter, colleague, signed_in, django_assert_num_queries
):
    client = signed_in(supervisor)
    address = reverse("case_members", args=[restricted.case_id])
    client.get(address)
    for officers in ([], [drafter, colleague]):
        for officer in officers:
            name_member(client, restricted.case, officer)
            client.get(address)
        with django_assert_num_queries(10):
            client.get(address)

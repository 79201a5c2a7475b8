"""Going on from a request, and the case that shows how one led to the next."""

import datetime as dt
import re

import pytest
from django.urls import reverse

from requests_app import casework, snapshots
from requests_app.models import AuditEvent, CaseMember, MLARequest
from tests.cast import CaseFactory, MLARequestFactory, add_content
from tests.domain.test_preservations import confirmed, sent

State = MLARequest.State
Way = casework.Way
DAY = dt.date(2026, 11, 20)


@pytest.fixture
def preservation(db, law, mla, supervisor) -> MLARequest:
    return sent(mla, supervisor, classification="restricted")


def address(mla: MLARequest, way: str) -> str:
    return reverse("continue", args=[mla.reference, way])


def newest() -> MLARequest:
    return MLARequest.objects.order_by("-pk").first()


def test_what_would_be_carried_is_shown_and_ticked(preservation, drafter, signed_in):
    page = signed_in(drafter).get(address(preservation, "follow-up")).content.decode()

    ticked = re.findall(r'name="carry" value="(\w+)"[^>]* checked', page)
    assert ticked == ["law", "facts", "offences", "persons", "data", "confidentiality"] or set(ticked) == {
        "law",
        "proceedings",
        "facts",
        "offences",
        "persons",
        "data",
        "confidentiality",
    }
    assert "harbour.lantern@example.org" in page
    assert 'value="measures"' not in page


def test_only_what_was_ticked_comes_along(preservation, drafter, signed_in):
    confirmed(preservation, drafter, their_reference="UK-FICT-88", provider="Mailhost Example Ltd")
    form = {"kinds": ["content_data_stored"], "carry": ["law", "facts"], "title": "The mailbox"}

    signed_in(drafter).post(address(preservation, "follow-up"), form)

    text = snapshots.of(newest())
    assert (len(text.facts), text.persons, text.data_items, text.offences) == (1, (), (), ())
    assert [m.kind for m in text.measures] == ["content_data_stored"]
    assert (text.earlier.reference, text.earlier.their_reference) == (
        preservation.reference,
        "UK-FICT-88",
    )
    assert (text.preservation.reference, text.preservation.expires_on) == (
        "UK-FICT-88",
        dt.date(2027, 1, 19),
    )


def test_a_part_that_is_not_offered_is_refused(preservation, drafter, signed_in):
    form = {"carry": ["law", "annexes"], "kinds": ["subscriber_info"]}

    response = signed_in(drafter).post(address(preservation, "follow-up"), form)

    assert response.status_code == 422
    assert MLARequest.objects.count() == 1


def test_another_state_gets_neither_the_law_nor_the_channel(preservation, drafter, signed_in):
    form = {"requested": "ESP", "kinds": ["subscriber_info"], "carry": ["law", "facts"]}

    signed_in(drafter).post(address(preservation, "copy"), form, follow=True)

    text = snapshots.of(newest())
    assert (text.requested, text.bases, len(text.facts)) == ("ESP", (), 1)
    assert newest().parent is None


def test_a_lead_is_kept_for_the_case_and_out_of_the_letter(preservation, drafter, signed_in):
    form = {
        "requested": "ESP",
        "kinds": ["preservation"],
        "lead": "The path goes on to Madrid.",
        "carry": ["facts", "offences"],
    }

    signed_in(drafter).post(address(preservation, "lead"), form)

    draft = newest()
    page = signed_in(drafter).get(reverse("case", args=[draft.case_id])).content.decode()
    assert (draft.parent, draft.lead) == (preservation, "The path goes on to Madrid.")
    assert "The path goes on to Madrid." in page
    assert "Madrid" not in str(snapshots.of(draft))


@pytest.mark.parametrize("way", ["reminder", "withdrawal"])
def test_a_note_quotes_the_request_and_asks_for_nothing(preservation, drafter, signed_in, way):
    signed_in(drafter).post(address(preservation, way), {"carry": ["law"]})

    text = snapshots.of(newest())
    assert (text.proceedings.request_status, text.earlier.reference) == (way, preservation.reference)
    assert (text.measures, text.facts) == ((), ())


@pytest.mark.parametrize("way", ["reminder", "withdrawal", "extension", "supplement", "lead"])
def test_what_has_not_left_leads_nowhere(law, mla, drafter, signed_in, way):
    assert signed_in(drafter).get(address(mla, way)).status_code == 404


def test_one_click_opens_the_extension_once(preservation, drafter, signed_in):
    confirmed(preservation, drafter)
    client = signed_in(drafter)
    url = reverse("continue_at_once", args=[preservation.reference, "extension"])

    first, second = (client.post(url)["Location"] for _ in range(2))

    assert (first, MLARequest.objects.count()) == (second, 2)
    assert newest().request_status == "extension"
    last = AuditEvent.objects.filter(verb="request.continued").get()
    assert (last.detail["way"], "measures" in last.detail["carried"]) == ("extension", False)


def test_a_second_click_starts_nothing_twice(preservation, drafter, signed_in):
    form = {
        "kinds": ["subscriber_info"],
        "carry": ["law"],
        "token": "5f0c6a2e-6e0f-4d0c-9c7b-7c1c6b1f2a10",
    }
    client = signed_in(drafter)

    for _ in range(2):
        client.post(address(preservation, "follow-up"), form)

    assert MLARequest.objects.count() == 2


def test_the_case_shows_who_led_to_whom(preservation, drafter, signed_in):
    confirmed(preservation, drafter)
    draft = casework.follow_up(preservation, drafter, kinds=["subscriber_info"])

    page = signed_in(drafter).get(reverse("case", args=[preservation.case_id])).content.decode()

    assert page.count('class="p-chain-line"') == 1
    assert page.count('class="p-chain-name"') == 2
    assert f'href="/requests/{draft.reference}/"' in page
    assert "Runs out first" in page


def test_a_case_of_others_does_not_exist(preservation, outsider, administrator, auditor, signed_in):
    url = reverse("case", args=[preservation.case_id])

    answers = [signed_in(o).get(url).status_code for o in (outsider, administrator, auditor)]

    assert answers == [404, 404, 404]


def test_a_restricted_case_is_open_to_its_members(preservation, drafter, colleague, signed_in):
    case = preservation.case
    case.restricted = True
    case.save()
    CaseMember.objects.create(case=case, officer=drafter, reason="Lead drafter", granted_by=drafter)
    url = reverse("case", args=[case.pk])

    assert [signed_in(o).get(url).status_code for o in (drafter, colleague)] == [200, 404]


def test_a_case_costs_the_same_for_one_request_and_for_three(
    preservation, drafter, signed_in, django_assert_num_queries
):
    client = signed_in(drafter)
    url = reverse("case", args=[preservation.case_id])
    client.get(url)

    for more in (0, 2):
        for _ in range(more):
            add_content(MLARequestFactory(author=drafter, case=preservation.case, parent=preservation))
        with django_assert_num_queries(QUERIES_OF_A_CASE + bool(more)):
            client.get(url)


QUERIES_OF_A_CASE = 12


def test_the_chain_of_an_empty_case(drafter, signed_in):
    case = CaseFactory(unit=drafter.unit)

    assert "No request here." in signed_in(drafter).get(reverse("case", args=[case.pk])).content.decode()

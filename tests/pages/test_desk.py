"""Where an officer begins: own requests, those of the unit, and what can be found among them."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from requests_app.models import MLARequest
from tests.cast import CaseFactory, MLARequestFactory, add_content


def references(response) -> list[str]:
    return [row["reference"] for row in response.context["rows"]]


@pytest.fixture
def three(mla, drafter, colleague, unit):
    cases = CaseFactory.create_batch(2, unit=unit)
    mine = MLARequestFactory(author=drafter, case=cases[0], title="Second", requested="ESP")
    theirs = MLARequestFactory(author=colleague, case=cases[1], title="Third", requested="FRA")
    return [mla, add_content(mine), add_content(theirs)]


def test_the_desk_holds_what_is_mine_and_the_list_what_is_the_units(three, drafter, outsider, signed_in):
    client = signed_in(drafter)

    desk, everything = client.get(reverse("desk")), client.get(reverse("request_list"))

    assert set(references(desk)) == {three[0].reference, three[1].reference}
    assert set(references(everything)) == {mla.reference for mla in three}
    assert references(signed_in(outsider).get(reverse("request_list"))) == []


def test_whoever_edited_a_request_finds_it_on_the_desk(mla, colleague, signed_in):
    client = signed_in(colleague)
    client.post(reverse("section", args=[mla.reference, "authority"]), {"revision": 0, "court": "Oslo"})

    assert references(client.get(reverse("desk"))) == [mla.reference]


def test_officers_without_casework_begin_elsewhere(administrator, auditor, signed_in):
    targets = [signed_in(o).get(reverse("desk")).headers["Location"] for o in (administrator, auditor)]

    assert targets == [reverse("officers"), reverse("audit_log")]


@pytest.mark.parametrize("words", ["spain", "Second", "2026-", "harbour.lantern"])
def test_search_finds_states_titles_numbers_and_identifiers(law, three, drafter, signed_in, words):
    found = signed_in(drafter).get(reverse("request_list"), {"q": words})

    assert three[1].reference in references(found)


def test_search_does_not_look_into_hidden_cases(mla, outsider, signed_in):
    page = signed_in(outsider).get(reverse("request_list"), {"q": "harbour.lantern"})

    assert references(page) == []
    assert mla.reference.encode() not in page.content


@pytest.mark.parametrize("words", ["\0", "%", "\u202e", "x" * 5000, "'; drop table"])
def test_no_search_is_an_error(mla, drafter, signed_in, words):
    assert signed_in(drafter).get(reverse("request_list"), {"q": words}).status_code == 200


@pytest.mark.parametrize(("tab", "state"), [("draft", "draft"), ("closed", "withdrawn")])
def test_a_tab_holds_requests_in_its_states(three, drafter, signed_in, tab, state):
    MLARequest.objects.filter(pk=three[1].pk).update(state="withdrawn")

    response = signed_in(drafter).get(reverse("desk"), {"tab": tab})

    assert {row["state"] for row in response.context["rows"]} == {state}
    assert [t["count"] for t in response.context["tabs"] if t["current"]] == [1]


def test_a_filter_of_states(law, three, drafter, signed_in):
    response = signed_in(drafter).get(reverse("request_list"), {"requested": "ESP"})

    assert references(response) == [three[1].reference]


def test_the_nearest_day_comes_first(three, drafter, signed_in):
    today = timezone.localdate()
    MLARequest.objects.filter(pk=three[0].pk).update(deadline=today + dt.timedelta(days=9))
    MLARequest.objects.filter(pk=three[1].pk).update(preservation_expires_on=today + dt.timedelta(days=2))

    steps = signed_in(drafter).get(reverse("desk")).context["next_steps"]

    assert [(step["when"], step["tone"]) for step in steps] == [("2 days", "bad"), ("9 days", "warn")]


def test_a_long_list_has_pages(drafter, unit, signed_in):
    case = CaseFactory(unit=unit)
    for _request in range(26):
        MLARequestFactory(author=drafter, case=case)
    client = signed_in(drafter)

    first, second = client.get(reverse("request_list")), client.get(reverse("request_list"), {"page": 2})

    assert (len(references(first)), len(references(second))) == (25, 1)
    assert first.context["page"]["next_url"] == "?page=2"


@pytest.mark.parametrize("name", ["desk", "request_list", "review_queue"])
def test_a_list_costs_the_same_with_one_row_and_with_three(
    law, three, drafter, supervisor, signed_in, django_assert_num_queries, name
):
    state, author = ("in_review", drafter) if name == "review_queue" else ("draft", supervisor)
    MLARequest.objects.update(author=author, state=state, submitted_at=timezone.now())
    client = signed_in(supervisor)
    client.get(reverse(name))

    with django_assert_num_queries(QUERIES[name]):
        assert len(references(client.get(reverse(name)))) == 3
    MLARequest.objects.exclude(pk=three[0].pk).update(state="withdrawn")
    with django_assert_num_queries(QUERIES[name]):
        assert len(references(client.get(reverse(name)))) == 1


QUERIES = {"desk": 23, "request_list": 19, "review_queue": 18}

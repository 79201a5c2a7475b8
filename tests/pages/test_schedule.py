"""The schedule of data in pages: every row within reach, whichever page it stands on."""

import re

import pytest
from django.urls import reverse

from requests_app.models import DataItem, Fact
from tests.pages.test_items import QUERIES_OF_A_LIST


@pytest.fixture
def long_mla(law, mla):
    """One row of the cast, and sixty more: rows 11, 31 and 51 are private addresses, 61 repeats row 60."""
    rows = [
        {
            "type": "ip",
            "identifier": f"10.0.0.{number}" if number % 20 == 11 else f"203.0.113.{min(number, 60)}",
            "start": "2026-04-27 15:41:07",
            "zone": "UTC",
            "provider": "Mailhost Example Ltd",
            "location_basis": "The register of the region shows it.",
            "relevance": "From here somebody signed in to the mailbox.",
            "source": "Log of the provider",
            "facts": ["f1"],
            "offences": ["o1"],
            "measures": ["m1"],
        }
        for number in range(2, 62)
    ]
    DataItem.append_all_to(mla, rows)
    return mla


def page(client, mla, **query):
    return client.get(reverse("section", args=[mla.reference, "data"]), query).content.decode()


def numbers(content: str) -> list[int]:
    return [
        int(n)
        for n in re.findall(r'<legend><span class="visually-hidden">row </span>(\d+)</legend>', content)
    ]


def test_a_page_shows_twenty_five_rows_with_their_numbers_in_the_whole(long_mla, drafter, signed_in):
    client = signed_in(drafter)

    shown = [numbers(page(client, long_mla, page=number)) for number in (1, 2, 3)]

    assert shown == [list(range(1, 26)), list(range(26, 51)), list(range(51, 62))]


def test_only_the_rows_with_something_to_fix_or_only_duplicates(long_mla, drafter, signed_in):
    client = signed_in(drafter)

    # The first row is the one of the cast, which lacks a word on its provider.
    assert numbers(page(client, long_mla, show="fix")) == [1, 11, 31, 51]
    assert numbers(page(client, long_mla, show="duplicates")) == [61]


def test_a_finding_leads_to_the_page_on_which_its_row_stands(long_mla, drafter, signed_in):
    row = DataItem.objects.get(request=long_mla, identifier="10.0.0.51")

    content = page(signed_in(drafter), long_mla)

    address = reverse("section", args=[long_mla.reference, "data"])
    assert f'href="{address}?page=3#row-{row.pk}-identifier"' in content


def test_what_a_rule_finds_in_sixty_rows_is_a_few_lines_and_a_number(long_mla, drafter, signed_in):
    content = page(signed_in(drafter), long_mla)

    lines = re.findall(r'p-find-message">([^<]*fits a training request only[^<]*)<', content)
    assert len(lines) == 6
    assert lines[-1].endswith("The same in 52 more places.")


def test_a_saved_row_of_the_third_page_answers_with_the_rows_of_that_page(long_mla, drafter, signed_in):
    row = DataItem.objects.get(request=long_mla, identifier="10.0.0.51")
    address = reverse("section", args=[long_mla.reference, "data"])
    headers = {
        "HX-Request": "true",
        "HX-Trigger": f"form-{row.pk}",
        "HX-Current-URL": f"http://testserver{address}?page=3",
    }

    response = signed_in(drafter).post(
        reverse("item", args=[long_mla.reference, "data", row.pk]),
        {"revision": 0, "identifier": "10.0.0.52"},
        headers=headers,
    )

    assert f'id="row-{row.pk}-findings"'.encode() in response.content
    assert response.content.count(b'-findings" hx-swap-oob') == 11


def test_a_row_saved_without_a_script_is_shown_again(long_mla, drafter, signed_in):
    row = DataItem.objects.get(request=long_mla, identifier="10.0.0.31")

    response = signed_in(drafter).post(
        reverse("item", args=[long_mla.reference, "data", row.pk]), {"revision": 0, "port": "443"}
    )

    assert response.url == f"{reverse('section', args=[long_mla.reference, 'data'])}?page=2#row-{row.pk}"


@pytest.mark.parametrize("number", [1, 300])
def test_the_page_asks_the_same_however_long_the_schedule_is(
    law, mla, drafter, signed_in, django_assert_num_queries, number
):
    DataItem.append_all_to(
        mla, [{"identifier": f"{n}@example.org", "type": "email"} for n in range(number)]
    )
    client = signed_in(drafter)
    page(client, mla)

    with django_assert_num_queries(QUERIES_OF_A_LIST):
        page(client, mla)


@pytest.mark.parametrize("number", [1, 3, 200])
def test_a_save_of_a_row_asks_the_same_however_many_stand_beside_it(
    law, mla, drafter, signed_in, django_assert_num_queries, number
):
    DataItem.objects.filter(request=mla).delete()
    rows = [{"identifier": f"{n}@example.org", "type": "email"} for n in range(number)]
    DataItem.append_all_to(mla, rows)
    client = signed_in(drafter)
    address = reverse("item", args=[mla.reference, "data", DataItem.objects.filter(request=mla).last().pk])
    client.post(address, {"revision": 10**6, "port": "2000"}, headers=SCRIPT)

    with django_assert_num_queries(QUERIES_OF_A_SAVE):
        client.post(address, {"revision": 10**6, "port": "2001"}, headers=SCRIPT)


QUERIES_OF_A_SAVE = 28


def test_a_box_that_is_ticked_is_held_against_the_facts_there_are(law, mla, drafter, signed_in):
    row = DataItem.objects.filter(request=mla).first()
    address = reverse("item", args=[mla.reference, "data", row.pk])

    signed_in(drafter).post(address, {"revision": 10**6, "facts": ["f99"]}, headers=SCRIPT)
    row.refresh_from_db()
    refused = row.facts
    signed_in(drafter).post(address, {"revision": 10**6, "facts": ["f1"]}, headers=SCRIPT)
    row.refresh_from_db()

    assert ("f99" in refused, row.facts) == (False, ["f1"])


def test_what_is_met_is_read_anew_in_the_answer_that_changes_it(law, mla, drafter, signed_in):
    fact = Fact.objects.filter(request=mla).first()
    Fact.objects.filter(request=mla).exclude(pk=fact.pk).delete()
    address = reverse("item", args=[mla.reference, "facts", fact.pk])
    client = signed_in(drafter)

    lists = [
        met(client.post(address, {"revision": 10**6, "text": text}, headers=SCRIPT))
        for text in ("Somebody signed in to the mailbox and read it.", "", "Somebody signed in again.")
    ]

    assert len(lists[1]) < len(lists[0])
    assert lists[2] == lists[0]


SCRIPT = {"hx-request": "true"}


def met(answer) -> list[str]:
    content = answer.content.decode()
    return re.findall(r'p-find-message">([^<]*)<', content.partition('<h3 id="met">')[2])

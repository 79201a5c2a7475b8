"""Search in the texts of requests: what is found, and by whom."""

import pytest

from requests_app import permissions, search
from requests_app.models import Annex, Case, Fact, Measure, MLARequest, Offence, Person, Words
from tests.cast import CaseFactory, MLARequestFactory


@pytest.fixture
def filled(mla):
    """A word of its own in each table."""
    MLARequest.objects.filter(pk=mla.pk).update(operation="Operation Blåtunge", necessity="proportionate")
    Case.objects.filter(pk=mla.case_id).update(title="Robbery of a jeweller")
    Fact.append_to(
        mla, text="A sum of 12,500.00 left the account.", place="Quay 7, Málaga", learned="From a teller"
    )
    Offence.append_to(mla, title="Handling", conduct="He kept what another one had stolen.")
    Person.append_to(mla, family_name="Иванов", given_names="Øyvind", aliases="the lamplighter")
    Measure.append_to(mla, kind="statement", particulars={"witness": "the harbourmaster"})
    Annex.append_to(mla, title="Warrant of arrest")
    return mla


def found(officer, text, states=()):
    return search.matching(permissions.visible_to(officer), text, list(states))


@pytest.mark.parametrize(
    "text",
    [
        "blatunge",
        "BLÅTUNGE",
        "proportion",
        "malaga",
        "jewel",
        "12,500",
        "quay 7",
        "teller",
        "stolen",
        "иванов",
        "oyvind lamplighter",
        "harbourmaster",
        "warrant",
        "harbour.lantern",
        "lantern@example.org",
        "harbour.lantern@example.org",
        "MLA-2026-",
        "mailbox warrant иван",
        "Ma\u0301laga",
    ],
)
def test_words_are_found_in_every_table(filled, drafter, text):
    assert found(drafter, text) == [filled.pk]


@pytest.mark.parametrize("text", ["zebra", "mailbox zebra", "example.lantern", "lantern.harbour", "ailbox"])
def test_other_words_other_orders_and_ends_of_words_are_not(filled, drafter, text):
    assert found(drafter, text) == []


@pytest.mark.parametrize(
    "text", ["", "  ", "&", "'", "\\", "!!!", "( | )", ":*", "<->", "''';--", "%", "a:b & !c"]
)
def test_no_text_is_a_command(filled, drafter, text):
    assert found(drafter, text) in ([], [filled.pk])


def test_what_an_officer_may_not_see_is_not_found(filled, drafter, outsider, supervisor, auditor):
    assert found(supervisor, "lamplighter") == [filled.pk]
    assert found(outsider, "lamplighter") == found(auditor, "lamplighter") == []

    Case.objects.filter(pk=filled.case_id).update(restricted=True)

    assert found(supervisor, "lamplighter") == []


def test_words_of_another_request_do_not_help(filled, drafter, unit):
    other = MLARequestFactory(case=CaseFactory(unit=unit), author=drafter, title="Elsewhere")

    assert found(drafter, "elsewhere lamplighter") == []
    assert found(drafter, "elsewhere") == [other.pk]


def test_a_state_named_like_the_text_is_found(filled, drafter):
    assert found(drafter, "kingdom", ["GBR"]) == [filled.pk]


def test_the_longest_text_can_be_saved_and_its_beginning_is_found(mla, drafter):
    words = " ".join(f"ž{number:x}日" for number in range(25_000))

    Fact.append_to(mla, text=f"firstword {words}"[:200_000])

    assert found(drafter, "firstword") == [mla.pk]


def test_the_words_follow_the_text(filled, drafter):
    fact = filled.fact_set.get(text__contains="12,500")

    Fact.objects.filter(pk=fact.pk).update(text="The lighthouse was dark.")
    assert (found(drafter, "12,500"), found(drafter, "lighthouse")) == ([], [filled.pk])

    fact.delete()
    assert found(drafter, "lighthouse") == []


def test_a_request_that_goes_takes_its_words_along(mla):
    mla.delete()

    assert not Words.objects.exists()


def test_a_move_writes_no_words(mla):
    before = set(Words.objects.values_list("pk", "words"))

    MLARequest.objects.filter(pk=mla.pk).update(state="withdrawn", revision=9)

    assert set(Words.objects.values_list("pk", "words")) == before

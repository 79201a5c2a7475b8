"""What an officer typed is there again: wrong values, rows that somebody removed, and earlier versions."""

import datetime as dt

import pytest
from django.urls import reverse

from requests_app import casework
from requests_app.models import Fact, MLARequest, PendingValue, Version

HTMX = {"HX-Request": "true"}


def url(mla: MLARequest, slug: str, name: str = "section", *more: int) -> str:
    return reverse(name, args=[mla.reference, slug, *more])


def again(mla: MLARequest) -> MLARequest:
    return MLARequest.objects.get(pk=mla.pk)


# --- wrong values -------------------------------------------------------------------------------------


def test_a_wrong_value_stands_in_its_field_after_a_reload(mla, drafter, colleague, signed_in):
    data = {"revision": 0, "next_date": "31.02.2026", "court": "Fictional District Court"}
    signed_in(drafter).post(url(mla, "authority"), data, headers=HTMX)

    pages = [signed_in(officer).get(url(mla, "authority")).content for officer in (drafter, colleague)]

    for page in pages:
        assert b'value="31.02.2026"' in page
        assert b"There is no such day" in page
        assert b"Fictional District Court" in page
    assert again(mla).next_date is None


def test_a_right_value_takes_its_place(mla, drafter, signed_in):
    client = signed_in(drafter)
    client.post(url(mla, "authority"), {"revision": 0, "next_date": "31.02.2026"}, headers=HTMX)
    client.post(url(mla, "authority"), {"revision": 0, "next_date": "28.02.2026"}, headers=HTMX)

    page = client.get(url(mla, "authority")).content

    assert b"31.02.2026" not in page
    assert (again(mla).next_date, PendingValue.objects.count()) == (dt.date(2026, 2, 28), 0)


def test_a_wrong_value_in_a_row_is_kept_with_the_row(law, mla, drafter, signed_in):
    row = mla.dataitem_set.get()
    client = signed_in(drafter)
    client.post(url(mla, "data", "item", row.pk), {"revision": 0, "start": "yesterday"}, headers=HTMX)

    in_place, alone = client.get(url(mla, "data")), client.get(url(mla, "data", "item", row.pk))

    for page in (in_place, alone):
        assert b'value="yesterday"' in page.content
        assert b"Write the time as the log shows it" in page.content


def test_two_values_that_contradict_each_other_are_both_kept(mla, drafter, signed_in):
    row = mla.dataitem_set.get()
    address = url(mla, "data", "item", row.pk)
    data = {"revision": 0, "start": "2026-06-09 00:00:00", "end": "2026-06-01 00:00:00"}
    signed_in(drafter).post(address, data, headers=HTMX)

    page = signed_in(drafter).get(address).content

    assert b'value="2026-06-01 00:00:00"' in page
    assert b"The period ends before it begins." in page


def test_the_first_page_keeps_a_wrong_value_too(law, mla, drafter, signed_in):
    data = {"revision": 0, "title": "Hidden\u202e", "scope_statement": "Across borders."}
    answer = signed_in(drafter).post(url(mla, "basis"), data, headers=HTMX)

    assert b"except 1 answer that cannot be read: Title" in answer.content
    assert "Hidden\u202e" in signed_in(drafter).get(url(mla, "basis")).content.decode()
    assert again(mla).scope_statement == "Across borders."


def test_a_wrong_value_that_meets_another_text_is_shown_beside_it(mla, drafter, colleague, signed_in):
    signed_in(colleague).post(url(mla, "authority"), {"revision": 0, "next_date": "2026-06-14"})

    data = {"revision": 0, "next_date": "31.06.2026", "court": "Mine"}
    page = signed_in(drafter).post(url(mla, "authority"), data)

    assert page.status_code == 409
    assert b'name="mine-next_date" rows="6">31.06.2026</textarea>' in page.content
    assert b"There is no such day" in page.content
    assert b"14 June 2026" in page.content


def test_choosing_their_text_lets_the_wrong_value_go(mla, drafter, colleague, signed_in):
    signed_in(drafter).post(url(mla, "authority"), {"revision": 0, "next_date": "soon"}, headers=HTMX)
    signed_in(colleague).post(url(mla, "authority"), {"revision": 0, "court": "Theirs"})
    chosen = {
        "revision": again(mla).revision,
        "resolving": "1",
        "choose-next_date": "theirs",
        "mine-next_date": "soon",
    }

    signed_in(drafter).post(url(mla, "authority"), chosen)

    assert not PendingValue.objects.exists()


# --- the first page, saved as one types ---------------------------------------------------------------


def test_the_first_page_is_saved_as_one_types(law, mla, drafter, signed_in):
    client = signed_in(drafter)
    assert b"data-autosave" in client.get(url(mla, "basis")).content

    answer = client.post(url(mla, "basis"), {"revision": 0, "title": "Mailbox"}, headers=HTMX)

    assert b"<html" not in answer.content
    assert b"UTC, draft 1" in answer.content
    assert again(mla).title == "Mailbox"


def test_an_untouched_choice_of_bases_is_no_conflict(law, mla, drafter, colleague, signed_in):
    casework.choose_bases(mla, colleague, base=99, bases=[("untoc", "main", "18")])

    data = {"revision": 0, "title": "Mailbox", "main": "budapest", "bases-were": "budapest"}
    answer = signed_in(drafter).post(url(mla, "basis"), data, headers=HTMX)

    assert answer.status_code == 200
    assert list(mla.bases.values_list("instrument", flat=True)) == ["untoc"]


def test_a_stale_choice_of_bases_is_refused_to_a_script(law, mla, drafter, colleague, signed_in):
    casework.choose_bases(mla, colleague, base=99, bases=[("untoc", "main", "18")])

    data = {"revision": 0, "main": "comity", "bases-were": "budapest"}
    answer = signed_in(drafter).post(url(mla, "basis"), data, headers=HTMX)

    assert answer.status_code == 409
    assert list(mla.bases.values_list("instrument", flat=True)) == ["untoc"]


# --- rows that somebody removed or changed ------------------------------------------------------------


@pytest.fixture
def removed(mla, colleague) -> Fact:
    row = mla.fact_set.get()
    casework.delete_item(mla, colleague, section="facts", item=row, base=99)
    row.pk = Version.objects.get(removed=True).values["id"]
    return row


def test_an_autosave_into_a_removed_row_says_so(mla, drafter, removed, signed_in):
    address = url(mla, "facts", "item", removed.pk)
    answer = signed_in(drafter).post(address, {"revision": 0, "text": "My text."}, headers=HTMX)

    assert answer.status_code == 409
    assert b"this was removed meanwhile" in answer.content


def test_the_text_typed_into_a_removed_row_is_shown_and_may_come_back(mla, drafter, removed, signed_in):
    client, address = signed_in(drafter), url(mla, "facts", "item", removed.pk)
    page = client.post(address, {"revision": 0, "text": "My text.", "place": "Oslo"})

    kept = {"revision": again(mla).revision, "bring-back": "1", "text": "My text.", "place": "Oslo"}
    answer = client.post(address, kept)

    assert page.status_code == 409
    assert b"Colleague Fictional removed it" in page.content
    assert b"My text." in page.content
    assert answer.status_code == 302
    back = mla.fact_set.get()
    assert (back.pk, back.key, back.text, back.place) == (removed.pk, "f1", "My text.", "Oslo")


def test_a_row_that_changed_is_shown_before_it_is_removed(mla, drafter, colleague, signed_in):
    row = mla.fact_set.get()
    values = {"text": f"{row.text} Nobody was hurt."}
    casework.save_item(mla, colleague, section="facts", item=row, base=0, values=values)
    client, address = signed_in(drafter), url(mla, "facts", "item_remove", row.pk)

    page = client.post(address, {"revision": 0})
    stands = mla.fact_set.exists()
    client.post(address, {"revision": again(mla).revision})

    assert page.status_code == 409
    assert b"<ins>Nobody was hurt.</ins>" in page.content
    assert stands
    assert not mla.fact_set.exists()


# --- the merge page -----------------------------------------------------------------------------------


def test_the_differences_are_shown_word_by_word(mla, drafter, colleague, signed_in):
    signed_in(colleague).post(url(mla, "authority"), {"revision": 0, "nature": "The bank was robbed."})

    page = signed_in(drafter).post(
        url(mla, "authority"), {"revision": 0, "nature": "The old bank was robbed."}
    )

    assert b"The <ins>old </ins>bank was robbed." in page.content


def test_of_several_answers_each_is_chosen_and_mine_may_be_edited(mla, drafter, colleague, signed_in):
    theirs = {"revision": 0, "nature": "Their nature.", "court": "Their court", "operation": "Theirs"}
    signed_in(colleague).post(url(mla, "authority"), theirs)
    chosen = {
        "revision": again(mla).revision,
        "resolving": "1",
        "mine-nature": "Mine and theirs.",
        "choose-nature": "mine",
        "mine-court": "My court",
        "choose-court": "theirs",
        "mine-operation": "Mine",
        "choose-operation": "mine",
    }

    signed_in(drafter).post(url(mla, "authority"), chosen)

    saved = again(mla)
    assert (saved.nature, saved.court, saved.operation) == ("Mine and theirs.", "Their court", "Mine")


# --- versions -----------------------------------------------------------------------------------------


def test_versions_are_listed_compared_and_restored(mla, drafter, colleague, signed_in):
    signed_in(colleague).post(url(mla, "authority"), {"revision": 0, "nature": "The bank was robbed."})
    signed_in(drafter).post(url(mla, "authority"), {"revision": 1, "nature": "A bank was robbed."})
    client = signed_in(drafter)
    older = Version.objects.get(values__nature="The bank was robbed.")

    listed = client.get(url(mla, "authority", "versions"))
    compared = client.get(url(mla, "authority", "version", older.pk))
    restored = client.post(url(mla, "authority", "version", older.pk), {"revision": 2})

    assert b"Colleague Fictional: Subject matter and nature of the case" in listed.content
    assert b"<del>A </del><ins>The </ins>bank was robbed." in compared.content
    assert restored.status_code == 302
    assert again(mla).nature == "The bank was robbed."


def test_a_choice_of_bases_is_listed_compared_and_restored(law, mla, drafter, colleague, signed_in):
    stood = casework.bases_of(mla)
    casework.choose_bases(mla, colleague, base=99, bases=[("untoc", "fallback", "18")])
    client, older = signed_in(drafter), Version.objects.get(officer=None)

    listed = client.get(url(mla, "basis", "versions"))
    compared = client.get(url(mla, "basis", "version", older.pk))
    client.post(url(mla, "basis", "version", older.pk), {"revision": again(mla).revision})

    assert b"Colleague Fictional: Legal bases" in listed.content
    assert b"<ins>Main basis: Budapest Convention" in compared.content
    assert b"<del>Fall-back: UNTOC" in compared.content
    assert casework.bases_of(mla) == stood


def test_a_title_that_is_saved_does_not_make_way_for_stale_bases(law, mla, drafter, colleague, signed_in):
    casework.choose_bases(mla, colleague, base=0, bases=[("untoc", "main", "18")])
    chosen = {"revision": 0, "page": "one", "title": "Another title", "main": "comity", "bases-were": "-"}

    signed_in(drafter).post(reverse("section_basis", args=[mla.reference]), chosen)

    assert again(mla).title == "Another title"
    assert casework.bases_of(mla) == [("untoc", "main", "18")]


@pytest.mark.parametrize("meanwhile", [True, False])
def test_bases_chosen_elsewhere_are_shown_before_anything_else_is_sent(
    law, mla, drafter, colleague, signed_in, meanwhile
):
    if meanwhile:
        casework.choose_bases(mla, colleague, base=0, bases=[("untoc", "main", "18")])
    as_opened = {"main": "budapest", "bases-were": "budapest"}

    answer = signed_in(drafter).post(
        reverse("section_basis", args=[mla.reference]),
        {"revision": 0, "title": "Another title", **as_opened},
        headers={"HX-Request": "true"},
    )

    assert (b'<fieldset id="bases" hx-swap-oob="true">' in answer.content) == meanwhile
    assert casework.bases_of(mla)[0][0] == ("untoc" if meanwhile else "budapest")


def test_a_removed_row_is_restored_from_the_list(mla, drafter, removed, signed_in):
    client, gone = signed_in(drafter), Version.objects.get(removed=True)

    listed = client.get(url(mla, "facts", "versions"))
    page = client.get(url(mla, "facts", "version", gone.pk))
    client.post(url(mla, "facts", "version", gone.pk), {"revision": again(mla).revision})

    assert b"F1, removed since" in listed.content
    assert b"<ins>On 20 February 2026 a fictional bank was robbed.</ins>" in page.content
    assert mla.fact_set.get().key == "f1"


@pytest.mark.parametrize("slug", ["data", "measures", "persons", "offences"])
def test_versions_of_every_kind_of_row_can_be_read(law, mla, drafter, signed_in, slug):
    model = casework.drafting.ITEMS[slug]
    row = model.objects.get(request=mla)
    casework.delete_item(mla, drafter, section=slug, item=row, base=99)
    gone = Version.objects.get(removed=True)

    page = signed_in(drafter).get(url(mla, slug, "version", gone.pk))
    signed_in(drafter).post(url(mla, slug, "version", gone.pk), {"revision": again(mla).revision})

    assert page.status_code == 200
    assert casework.versions.values_of(model.objects.get(request=mla)) == casework.versions.values_of(row)


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_of_versions_costs_the_same_with_one_and_with_three(
    mla, drafter, colleague, signed_in, django_assert_num_queries, count
):
    for number in range(count):
        officer = (drafter, colleague)[number % 2]
        casework.save_section(
            mla, officer, section="authority", base=99, values={"nature": f"Text {number}."}
        )
    client = signed_in(drafter)
    client.get(url(mla, "authority", "versions"))

    with django_assert_num_queries(8):
        client.get(url(mla, "authority", "versions"))

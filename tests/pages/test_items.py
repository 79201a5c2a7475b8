"""Rows: added once a click, saved alone, put in order, taken away."""

import uuid

import pytest
from django.urls import reverse

from requests_app.models import DataItem, Fact, Measure
from requests_app.sections import BY_SLUG

HTMX = {"HX-Request": "true"}


def url(name, mla, slug, *rest):
    return reverse(name, args=[mla.reference, slug, *rest])


@pytest.mark.parametrize("slug", ["facts", "offences", "persons", "data", "measures", "annexes"])
def test_a_row_can_be_added_and_opened(mla, drafter, outsider, signed_in, slug):
    model = BY_SLUG[slug].items.model
    before = model.objects.filter(request=mla).count()

    signed_in(outsider).post(url("item_add", mla, slug))
    signed_in(drafter).post(url("item_add", mla, slug))

    added = model.objects.filter(request=mla).last()
    assert model.objects.filter(request=mla).count() == before + 1
    assert signed_in(drafter).get(url("item", mla, slug, added.pk)).status_code == 200


def test_two_clicks_add_one_row(mla, drafter, signed_in):
    client, token = signed_in(drafter), uuid.uuid4()

    for _click in range(2):
        client.post(url("item_add", mla, "facts"), {"token": token})

    assert Fact.objects.filter(request=mla).count() == 2


def test_a_row_added_by_a_script_comes_with_a_new_token(mla, drafter, signed_in):
    token = uuid.uuid4()

    response = signed_in(drafter).post(url("item_add", mla, "data"), {"token": token}, headers=HTMX)

    added = DataItem.objects.filter(request=mla).last()
    assert f'id="row-{added.pk}"'.encode() in response.content
    assert b'id="add-token" hx-swap-oob="true"' in response.content
    assert str(token).encode() not in response.content


def test_a_row_of_a_long_list_appears_on_the_page_of_the_list_that_holds_it(mla, drafter, signed_in):
    for _row in range(25):
        DataItem.append_to(mla)

    response = signed_in(drafter).post(url("item_add", mla, "data"), headers=HTMX)

    added = DataItem.objects.filter(request=mla).last()
    assert response.headers["HX-Redirect"] == f"{url('section', mla, 'data')}?page=2#row-{added.pk}"


def test_a_row_is_saved_as_far_as_it_is_valid(mla, drafter, signed_in):
    row = mla.dataitem_set.get()
    data = {"revision": 0, "identifier": "other@example.org", "start": "2026-02-30", "zone": "Mars/Olympus"}

    response = signed_in(drafter).post(url("item", mla, "data", row.pk), data)

    row.refresh_from_db()
    assert response.status_code == 422
    assert (row.identifier, row.start, row.zone) == ("other@example.org", "2026-02-01 00:00:00", "UTC")
    assert b'value="2026-02-30"' in response.content


def test_a_row_in_the_page_gets_its_errors_in_its_own_places(mla, drafter, signed_in):
    row = mla.dataitem_set.get()
    data = {"revision": 0, "identifier": "a@example.org", "start": "yesterday"}
    headers = HTMX | {"HX-Trigger": f"form-{row.pk}"}

    response = signed_in(drafter).post(url("item", mla, "data", row.pk), data, headers=headers)

    assert f'id="row-{row.pk}-start_error" hx-swap-oob="true"'.encode() in response.content
    assert f'id="revision-{row.pk}" hx-swap-oob="true"'.encode() in response.content


@pytest.mark.parametrize("typed", ["2026-04-27 15:41:07", "2026-04-27T15:41:07", " 2026-04-27 15:41:07 "])
def test_a_time_is_kept_as_the_log_shows_it(mla, drafter, signed_in, typed):
    row = mla.dataitem_set.get()

    signed_in(drafter).post(url("item", mla, "data", row.pk), {"revision": 0, "start": typed})

    row.refresh_from_db()
    assert row.start == "2026-04-27 15:41:07"


def test_a_period_does_not_end_before_it_begins(mla, drafter, signed_in):
    row = mla.dataitem_set.get()
    data = {"revision": 0, "start": "2026-04-27 15:41:07", "end": "2026-04-27 15:41:06"}

    response = signed_in(drafter).post(url("item", mla, "data", row.pk), data)

    row.refresh_from_db()
    assert b"ends before it begins" in response.content
    assert (row.start, row.end) == ("2026-04-27 15:41:07", "2026-06-09 23:59:59")


def test_a_row_points_only_to_rows_of_its_request(mla, drafter, signed_in):
    row = mla.dataitem_set.get()

    signed_in(drafter).post(
        url("item", mla, "data", row.pk), {"revision": 0, "facts": ["f1", "f99"], "offences": ["o1"]}
    )

    row.refresh_from_db()
    assert (row.facts, row.offences) == (["f1"], ["o1"])


def test_a_stale_row_gets_both_texts(mla, drafter, colleague, signed_in):
    row = mla.fact_set.get()
    signed_in(colleague).post(url("item", mla, "facts", row.pk), {"revision": 0, "text": "Theirs."})

    response = signed_in(drafter).post(url("item", mla, "facts", row.pk), {"revision": 0, "text": "Mine."})

    row.refresh_from_db()
    assert (response.status_code, row.text) == (409, "Theirs.")
    assert b"Theirs." in response.content
    assert b"Mine." in response.content


def test_another_row_is_no_conflict(mla, drafter, colleague, signed_in):
    second = Fact.append_to(mla, text="Second.")
    first = mla.fact_set.first()
    signed_in(colleague).post(url("item", mla, "facts", first.pk), {"revision": 0, "text": "Changed."})

    response = signed_in(drafter).post(
        url("item", mla, "facts", second.pk), {"revision": 0, "text": "Mine."}
    )

    second.refresh_from_db()
    assert (response.status_code, second.text) == (302, "Mine.")


def test_rows_change_places(mla, drafter, signed_in):
    Fact.append_to(mla, text="Second.")
    Fact.append_to(mla, text="Third.")
    third = mla.fact_set.last()

    signed_in(drafter).post(url("item_up", mla, "facts", third.pk))

    assert [row.key for row in mla.fact_set.all()] == ["f1", "f3", "f2"]


def test_a_removed_row_is_gone_and_a_second_click_does_no_harm(mla, drafter, signed_in):
    row, client = mla.fact_set.get(), signed_in(drafter)

    answers = [
        client.post(url("item_remove", mla, "facts", row.pk), {"revision": 0}).status_code
        for _click in range(2)
    ]

    assert answers == [302, 302]
    assert not mla.fact_set.exists()


def test_a_row_that_changed_meanwhile_is_not_removed(mla, drafter, colleague, signed_in):
    row = mla.fact_set.get()
    signed_in(colleague).post(url("item", mla, "facts", row.pk), {"revision": 0, "text": "New."})

    signed_in(drafter).post(url("item_remove", mla, "facts", row.pk), {"revision": 0})

    assert mla.fact_set.get().text == "New."


def test_a_measure_has_the_particulars_of_its_kind(law, mla, drafter, signed_in):
    measure = Measure.append_to(mla, kind="realtime_traffic")
    address = url("item", mla, "measures", measure.pk)

    page = signed_in(drafter).get(address)
    signed_in(drafter).post(address, {"revision": 0, "interception-duration": "For ninety days."})

    measure.refresh_from_db()
    assert b'name="interception-target"' in page.content
    assert b'name="interception"' not in page.content
    assert (measure.kind, measure.particulars) == (
        "realtime_traffic",
        {"interception-duration": "For ninety days."},
    )


def test_a_particular_with_a_form_of_its_own_is_refused_beside_those_that_are_saved(
    law, mla, drafter, signed_in
):
    measure = Measure.append_to(mla, kind="video_hearing")
    typed = {
        "video-starts": "9 o'clock",
        "video-zone": "Africa/Nairobi",
        "video-ends": "2027-02-09T11:00",
        "witness-consent": "yes",
    }

    answer = signed_in(drafter).post(url("item", mla, "measures", measure.pk), {"revision": 0, **typed})

    measure.refresh_from_db()
    assert answer.status_code == 422
    assert b"Write the day and the time like" in answer.content
    assert b"9 o&#x27;clock" in answer.content
    assert measure.particulars == {
        "video-ends": "2027-02-09 11:00",
        "video-zone": "Africa/Nairobi",
        "witness-consent": "yes",
    }


def test_what_was_written_as_one_text_is_still_there_to_be_changed(law, mla, drafter, signed_in):
    measure = Measure.append_to(mla, kind="video_hearing", particulars={"video": "By a link."})
    address = url("item", mla, "measures", measure.pk)

    page = signed_in(drafter).get(address)
    signed_in(drafter).post(address, {"revision": 0, "video": "By a secured link."})

    measure.refresh_from_db()
    assert b"By a link." in page.content
    assert measure.particulars == {"video": "By a secured link."}


def test_a_paragraph_can_be_put_between_two(mla, drafter, signed_in):
    first = mla.fact_set.get()
    last = type(first).append_to(mla, text="Last.")
    client = signed_in(drafter)

    client.post(reverse("item_add", args=[mla.reference, "facts"]), {"revision": 0, "after": first.pk})
    client.post(reverse("item_add", args=[mla.reference, "facts"]), {"revision": 0, "after": "nonsense"})

    keys = list(mla.fact_set.values_list("key", flat=True))
    assert keys == [first.key, "f3", last.key, "f4"]


def test_a_kind_folds_away_the_fields_it_does_not_need(law, mla, drafter, signed_in):
    hearing = Measure.append_to(mla, kind="video_hearing")
    records = Measure.append_to(mla, kind="bank_info")

    folded = [
        signed_in(drafter).get(url("item", mla, "measures", row.pk)).content.count(b"Fields that this kind")
        for row in (hearing, records)
    ]

    assert folded == [1, 0]


def test_a_kind_says_what_to_watch(law, mla, drafter, signed_in):
    row = Measure.append_to(mla, kind="decryption_assistance")

    page = signed_in(drafter).get(url("item", mla, "measures", row.pk)).content.decode()

    assert "the right not to incriminate themselves" in page
    assert "No power under the law of the requested State is named" in page


def test_a_change_of_kind_keeps_what_was_written(law, mla, drafter, signed_in):
    measure = Measure.append_to(mla, kind="realtime_traffic", particulars={"interception": "Ninety days."})

    signed_in(drafter).post(url("item", mla, "measures", measure.pk), {"revision": 0, "kind": "bank_info"})

    measure.refresh_from_db()
    assert (measure.kind, measure.particulars) == ("bank_info", {"interception": "Ninety days."})


def test_another_kind_is_asked_for_its_own_particulars_at_once(law, mla, drafter, signed_in):
    client, row = signed_in(drafter), mla.measure_set.get()
    address = url("item", mla, "measures", row.pk)
    data = {"revision": 0, "kind": "content_data_stored"}

    typed = client.post(address, data, headers=HTMX).content.decode()
    again = client.post(address, {"revision": 10**6, "kind": "subscriber_info"})
    once_more = client.post(address, {"revision": 10**6, "kind": "subscriber_info"})

    assert 'id="particulars"' in typed
    assert 'hx-swap-oob="true"' in typed.partition('id="particulars"')[2].partition(">")[0]
    assert 'name="special_procedure-filter"' in typed
    assert '<h1 id="row-heading" hx-swap-oob="true">Production of stored content</h1>' in typed
    assert again.headers["Location"] == f"{address}#particulars"
    assert once_more.headers["Location"].startswith(url("section", mla, "measures"))


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_costs_the_same_with_one_row_and_with_three(
    law, mla, drafter, signed_in, django_assert_num_queries, number
):
    for _row in range(number - 1):
        DataItem.append_to(mla, identifier="x@example.org")
    client = signed_in(drafter)
    client.get(reverse("section", args=[mla.reference, "data"]))

    with django_assert_num_queries(QUERIES_OF_A_LIST):
        client.get(reverse("section", args=[mla.reference, "data"]))


QUERIES_OF_A_LIST = 11

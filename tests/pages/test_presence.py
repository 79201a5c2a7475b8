"""Who else has a request open: shown to those who may see it, and forgotten."""

import pytest
from django.urls import reverse

from requests_app.casework import presence
from requests_app.models import AuditEvent, MLARequest, Presence
from requests_app.models.job import ClockTimestamp
from tests.cast import OfficerFactory

HTMX = {"HX-Request": "true"}


def url(mla: MLARequest) -> str:
    return reverse("presence", args=[mla.reference])


def test_two_officers_on_one_page_see_each_other(mla, drafter, colleague, signed_in):
    signed_in(colleague).post(url(mla), {"section": "facts"}, headers=HTMX)

    here = signed_in(drafter).post(url(mla), {"section": "facts"}, headers=HTMX).content
    elsewhere = signed_in(drafter).post(url(mla), {"section": "data"}, headers=HTMX).content

    assert b"Colleague Fictional has this page open too" in here
    assert b"Colleague Fictional is on Facts" in elsewhere


def test_nothing_new_is_answered_with_nothing(mla, drafter, colleague, signed_in):
    presence.say_present(mla, colleague, "facts")
    client = signed_in(drafter)
    first = client.post(url(mla), {"section": "facts"}, headers=HTMX)

    again = client.post(url(mla), {"section": "facts", "shown": first.context["shown"]}, headers=HTMX)

    assert (first.status_code, again.status_code) == (200, 204)


def test_whoever_left_is_forgotten_after_a_minute(mla, drafter, colleague, signed_in):
    presence.say_present(mla, colleague, "facts")
    Presence.objects.update(seen_at=ClockTimestamp() - presence.GONE_AFTER)

    page = signed_in(drafter).post(url(mla), {"section": "facts"}, headers=HTMX)

    assert b"Colleague" not in page.content
    assert list(Presence.objects.values_list("officer__username", flat=True)) == ["drafter"]


def test_an_outsider_is_not_seen_and_sees_nobody(mla, drafter, outsider, signed_in):
    presence.say_present(mla, drafter, "facts")

    assert signed_in(outsider).post(url(mla), {"section": "facts"}).status_code == 404
    assert Presence.objects.count() == 1


def test_presence_is_in_no_history_and_is_no_revision(mla, drafter, signed_in):
    before = AuditEvent.objects.count()

    signed_in(drafter).post(url(mla), {"section": "facts"}, headers=HTMX)

    assert AuditEvent.objects.count() == before
    assert MLARequest.objects.get(pk=mla.pk).revision == mla.revision


def test_a_page_hears_that_it_was_saved_elsewhere(mla, drafter, signed_in):
    MLARequest.objects.filter(pk=mla.pk).update(revision=7, section_revisions={"facts": 7})

    page = signed_in(drafter).post(url(mla), {"section": "facts", "revision": 5}, headers=HTMX)

    assert b"saved elsewhere after you opened it" in page.content


def test_a_page_of_one_officer_is_not_saved_as_another(mla, drafter, colleague, signed_in):
    address = reverse("section", args=[mla.reference, "authority"])
    headers = HTMX | {"X-Officer": str(colleague.pk)}

    refused = signed_in(drafter).post(address, {"revision": 0, "court": "Oslo"}, headers=headers)

    assert refused.status_code == 403
    assert MLARequest.objects.get(pk=mla.pk).court == ""


@pytest.mark.parametrize("count", [1, 3])
def test_presence_costs_the_same_with_one_and_with_three(
    mla, unit, drafter, signed_in, django_assert_num_queries, count
):
    for number in range(count):
        presence.say_present(mla, OfficerFactory(username=f"other-{number}", unit=unit), "facts")
    client = signed_in(drafter)

    with django_assert_num_queries(6):
        client.post(url(mla), {"section": "facts"}, headers=HTMX)

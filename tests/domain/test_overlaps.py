"""The same identifier or person, asked of the same State before: who is told, and who is not."""

import datetime as dt

import pytest
from django.urls import reverse

from requests_app import snapshots
from requests_app.completeness import earlier_requests
from requests_app.content import marks
from requests_app.content.snapshot import DataItem, Person, Snapshot
from requests_app.models import AuditEvent, MLARequest
from tests.cast import CaseFactory, MLARequestFactory, UnitFactory, add_content

State = MLARequest.State


def other(author, **case) -> MLARequest:
    unit = case.pop("unit", author.unit)
    return kept(add_content(MLARequestFactory(author=author, case=CaseFactory(unit=unit, **case))))


def kept(mla: MLARequest, state: str = State.IN_REVIEW) -> MLARequest:
    MLARequest.objects.filter(pk=mla.pk).update(state=state)
    mla = MLARequest.objects.get(pk=mla.pk)
    earlier_requests.keep(mla, snapshots.of(mla))
    return mla


@pytest.mark.parametrize(
    ("type_", "one", "two"),
    [
        ("phone", "+47 22 00 00 00", "0047-22000000"),
        ("ip", "2001:db8::1", "2001:0DB8:0:0::0001"),
        ("email", "Harbour@Example.org", "harbour@example.org "),
        ("url", "https://www.example.org/", "example.org"),
        ("bank_account", "NO93 8601 1117 947", "NO9386011117947"),
    ],
)
def test_two_spellings_are_one_mark(type_, one, two):
    first, second = (
        marks.of(Snapshot(data_items=(DataItem(id="d1", type=type_, identifier=text),)))
        for text in (one, two)
    )

    assert (first, len(first)) == (second, 1)


def test_a_name_alone_recognises_nobody():
    named = Person(id="p1", family_name="Exempel", given_names="Alex")
    born = Person(id="p1", family_name="EXEMPEL", given_names="Álex", birth_date=dt.date(1990, 5, 2))

    assert marks.of(Snapshot(persons=(named,))) == frozenset()
    assert len(marks.of(Snapshot(persons=(born,)))) == 1


def test_a_request_that_one_may_see_is_named(mla, drafter):
    earlier = other(drafter)

    assert earlier_requests.of(kept(mla, State.DRAFT), drafter) == earlier_requests.Overlap((earlier,), ())


def test_another_state_is_another_matter(mla, drafter):
    MLARequest.objects.filter(pk=other(drafter).pk).update(requested="ESP")

    assert earlier_requests.of(kept(mla, State.DRAFT), drafter).requests == ()


def test_a_drafter_gets_no_sign_of_what_is_hidden(mla, drafter, outsider):
    other(outsider)

    assert earlier_requests.of(kept(mla), drafter) == earlier_requests.Overlap((), ())


def test_a_reviewing_supervisor_is_told_the_unit(mla, supervisor, outsider):
    other(outsider)

    assert earlier_requests.of(kept(mla), supervisor) == earlier_requests.Overlap((), (outsider.unit,))


def test_a_restricted_case_gives_no_sign_to_anybody(mla, supervisor, drafter, outsider):
    other(outsider, restricted=True)
    other(drafter, restricted=True)

    assert earlier_requests.of(kept(mla), supervisor) == earlier_requests.Overlap((), ())


def test_a_supervisor_learns_nothing_from_the_own_draft(supervisor, outsider):
    other(outsider)
    own = kept(add_content(MLARequestFactory(author=supervisor, case=CaseFactory(unit=supervisor.unit))))

    assert earlier_requests.of(own, supervisor) == earlier_requests.Overlap((), ())


def test_a_draft_of_others_is_nobodys_business(mla, supervisor, outsider):
    MLARequest.objects.filter(pk=other(outsider).pk).update(state=State.DRAFT)

    assert earlier_requests.of(kept(mla), supervisor).units == ()


def test_it_costs_the_same_for_one_and_for_three(mla, supervisor, outsider, django_assert_num_queries):
    kept(mla)
    for _ in range(2):
        other(outsider, unit=UnitFactory(code="fraud"))
        fresh = MLARequest.objects.select_related("case").get(pk=mla.pk)
        with django_assert_num_queries(3):
            earlier_requests.of(fresh, supervisor)


def test_who_is_told_of_another_unit_is_recorded_where_the_drafter_does_not_read(
    mla, supervisor, drafter, outsider, signed_in
):
    other(outsider)
    url = reverse("request", args=[kept(mla).reference])

    for reader in (supervisor, drafter):
        signed_in(reader).get(url)

    event = AuditEvent.objects.get(verb="overlap.read")
    assert (event.actor, event.reference) == (supervisor, "")
    assert event.detail == {"request": mla.pk, "units": [outsider.unit_id]}


def test_where_nothing_hidden_is_told_nothing_is_recorded(mla, supervisor, drafter, signed_in):
    other(drafter)

    signed_in(supervisor).get(reverse("request", args=[kept(mla).reference]))

    assert not AuditEvent.objects.filter(verb="overlap.read").exists()

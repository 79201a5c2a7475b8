"""Units, made and closed in the browser; and what a first page says while something is missing."""

import pytest
from django.urls import reverse

from requests_app.models import AuditEvent, Officer, Unit, UnitProfile
from tests.cast import OfficerFactory
from treaties import version


def answers(**changes):
    return {
        "code": "drugs",
        "name": "Drugs unit",
        "is_active": "on",
        "address": "Fictional Street 2",
        "zone": "Europe/Oslo",
        "full_request_days": 14,
    } | changes


def without(name, **changes):
    return {key: value for key, value in answers(**changes).items() if key != name}


def test_a_new_unit_says_in_its_letters_what_the_form_says(administrator, signed_in):
    signed_in(administrator).post(reverse("unit_new"), answers())

    unit = Unit.objects.get()
    profile = UnitProfile.objects.get(unit=unit)
    assert (unit.code, unit.name, unit.is_active) == ("drugs", "Drugs unit", True)
    assert (profile.office, profile.address, profile.language) == ("Drugs unit", "Fictional Street 2", "en")
    event = AuditEvent.objects.get(verb="unit.changed")
    assert (event.actor, event.detail["unit"]) == (administrator, "drugs")


@pytest.mark.parametrize(
    "wrong", [{"code": ""}, {"code": "two words"}, {"code": "cyber"}, {"name": ""}, {"email": "x"}]
)
def test_what_is_wrong_makes_no_unit(unit, administrator, signed_in, wrong):
    response = signed_in(administrator).post(reverse("unit_new"), answers(**wrong))

    assert response.status_code == 422
    assert list(Unit.objects.all()) == [unit]


def test_the_code_stays(unit, administrator, signed_in):
    signed_in(administrator).post(reverse("unit_profile", args=[unit.pk]), answers(code="other"))

    unit.refresh_from_db()
    assert (unit.code, unit.name) == ("cyber", "Drugs unit")


def test_a_unit_with_officers_stays_open(unit, drafter, administrator, signed_in):
    response = signed_in(administrator).post(
        reverse("unit_profile", args=[unit.pk]), without("is_active", code="cyber")
    )

    unit.refresh_from_db()
    assert (response.status_code, unit.is_active) == (422, True)


def test_a_closed_unit_takes_no_officer(unit, administrator, signed_in):
    client = signed_in(administrator)
    client.post(reverse("unit_profile", args=[unit.pk]), without("is_active", code="cyber"))
    new = {
        "username": "new",
        "role": "drafter",
        "unit": unit.pk,
        "is_active": "on",
        "password": "a" * 5 + " long one",
    }

    response = client.post(reverse("officer_new"), new)

    assert not Unit.objects.get().is_active
    assert "unit" in response.context["form"].errors
    assert not Officer.objects.filter(username="new").exists()


def test_the_list_costs_the_same_with_one_unit_and_with_three(
    administrator, signed_in, django_assert_num_queries
):
    client = signed_in(administrator)
    for codes in (["one"], ["two", "three"]):
        for code in codes:
            OfficerFactory(unit=Unit.objects.create(code=code, name=code))
        with django_assert_num_queries(4):
            response = client.get(reverse("units"))

    assert [row["officers"] for row in response.context["units"]] == [1, 1, 1]


def open_steps(client) -> list[str]:
    return [
        step.text for step in client.get(reverse("officers")).context["first_steps"] if not step.is_done
    ]


def test_the_first_page_of_an_empty_portal_says_what_comes_next(administrator, signed_in):
    client = signed_in(administrator)
    assert version.loaded() is None

    page = client.get("/", follow=True)

    assert [step.is_done for step in page.context["first_steps"]] == [False] * 5
    assert b"Make a unit" in page.content


def test_and_nothing_more_once_everything_is_there(law, drafter, supervisor, administrator, signed_in):
    client = signed_in(administrator)
    assert open_steps(client) == ["Make a second administrator: changes of the law data take two"]

    OfficerFactory(role=Officer.Role.ADMINISTRATOR, unit=None)

    assert open_steps(client) == []


def test_a_drafter_without_a_unit_is_told_whom_to_ask(administrator, signed_in):
    page = signed_in(OfficerFactory(unit=None)).get(reverse("desk"))

    assert b"You belong to no unit yet" in page.content
    assert b"<bdi>Administrator Fictional</bdi>" in page.content


def test_a_drafter_with_a_unit_is_not(drafter, administrator, signed_in):
    assert b"You belong to no unit yet" not in signed_in(drafter).get(reverse("desk")).content

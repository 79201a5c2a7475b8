"""Accounts: made, changed and closed by administrators, on record."""

import pytest
from django.test import Client
from django.urls import reverse

from requests_app.models import AuditEvent, Officer


def answers(own_unit, **changes):
    return {
        "username": "new.officer",
        "first_name": "New",
        "last_name": "Officer",
        "email": "new.officer@example.org",
        "role": "drafter",
        "unit": own_unit.pk,
        "is_active": "on",
        "password": "a long fictional sentence",
    } | changes


def test_a_new_officer_can_sign_in(unit, administrator, signed_in):
    signed_in(administrator).post(reverse("officer_new"), answers(unit))

    assert Client().login(username="new.officer", password="a long fictional sentence")
    event = AuditEvent.objects.get(verb="officer.changed")
    assert (event.actor, event.detail["officer"], event.detail["changed"]) == (
        administrator,
        "new.officer",
        ["created", "password"],
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"password": ""},
        {"password": "short"},
        {"unit": ""},
        {"role": "emperor"},
        {"email": "x"},
        {"username": ""},
    ],
)
def test_what_is_wrong_makes_no_account(unit, administrator, signed_in, wrong):
    response = signed_in(administrator).post(reverse("officer_new"), answers(unit, **wrong))

    assert response.status_code == 422
    assert not Officer.objects.filter(first_name="New").exists()


def test_a_changed_role_counts_from_the_next_click(unit, drafter, administrator, signed_in):
    client = signed_in(drafter)
    data = answers(unit, username="drafter", role="supervisor", password="")

    signed_in(administrator).post(reverse("officer", args=[drafter.pk]), data)

    assert client.get(reverse("review_queue")).status_code == 200
    assert "role" in AuditEvent.objects.get(verb="officer.changed").detail["changed"]


def test_a_closed_account_is_out_at_once(unit, drafter, administrator, signed_in):
    client = signed_in(drafter)
    data = answers(unit, username="drafter", password="")
    del data["is_active"]

    signed_in(administrator).post(reverse("officer", args=[drafter.pk]), data)

    assert client.get(reverse("desk")).headers["Location"].startswith(reverse("login"))


def test_the_name_in_the_history_stays(unit, drafter, administrator, signed_in):
    data = answers(unit, username="renamed", password="")

    signed_in(administrator).post(reverse("officer", args=[drafter.pk]), data)

    drafter.refresh_from_db()
    assert (drafter.username, drafter.first_name) == ("drafter", "New")


def test_nobody_locks_oneself_out(unit, administrator, signed_in):
    data = answers(unit, username="administrator", password="")

    response = signed_in(administrator).post(reverse("officer", args=[administrator.pk]), data)

    administrator.refresh_from_db()
    assert (response.status_code, administrator.role) == (422, "administrator")


def test_nobody_becomes_a_superuser_by_a_form(unit, administrator, signed_in):
    data = answers(unit, is_superuser="on", is_staff="on", user_permissions="1", groups="1")

    signed_in(administrator).post(reverse("officer_new"), data)

    officer = Officer.objects.get(username="new.officer")
    assert (officer.is_superuser, officer.is_staff) == (False, False)

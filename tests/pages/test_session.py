"""Signing in and out, and how many wrong passwords are too many."""

import datetime as dt

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from requests_app.accounts import signing_in
from requests_app.models import AuditEvent
from tests.cast import PASSWORD


@pytest.fixture
def known(drafter):
    drafter.set_password(PASSWORD)
    drafter.save()
    return drafter


def sign_in(password: str, client: Client | None = None, **data: str):
    answers = {"username": "drafter", "password": password} | data
    return (client or Client()).post(reverse("login"), answers)


def test_the_right_password_opens_the_desk(known):
    client = Client()

    response = sign_in(PASSWORD, client)

    assert response.headers["Location"] == reverse("desk")
    assert client.get(reverse("desk")).status_code == 200
    assert AuditEvent.objects.get().verb == "officer.signed_in"


def test_a_wrong_one_is_answered_like_a_wrong_name(known):
    wrong, unknown = sign_in("wrong"), sign_in("wrong", username="nobody")

    assert (wrong.status_code, unknown.status_code) == (422, 422)
    assert wrong.context["form"].errors == unknown.context["form"].errors


def test_what_was_typed_as_a_name_is_not_recorded(known):
    sign_in("x", username="my-secret-password")

    assert not AuditEvent.objects.exists()


def test_after_five_wrong_ones_the_right_one_has_to_wait(known):
    for _try in range(5):
        sign_in("wrong")

    refused = sign_in(PASSWORD)

    assert refused.status_code == 422
    assert refused.context["form"].errors == sign_in("wrong").context["form"].errors
    assert AuditEvent.objects.filter(verb="officer.sign_in_refused").count() == 5


def test_and_no_longer_than_the_time_that_is_told(known, monkeypatch):
    for _try in range(5):
        sign_in("wrong")

    monkeypatch.setattr(signing_in, "WINDOW", dt.timedelta(0))

    assert sign_in(PASSWORD).status_code == 302


def test_a_right_one_in_between_starts_the_count_again(known):
    for _try in range(4):
        sign_in("wrong")
    sign_in(PASSWORD)
    for _try in range(4):
        sign_in("wrong")

    assert sign_in(PASSWORD).status_code == 302


def test_a_closed_account_stays_closed(known):
    known.is_active = False
    known.save()

    assert sign_in(PASSWORD).status_code == 422


@pytest.mark.parametrize("address", ["https://example.org/", "//example.org/", "javascript:alert(1)"])
def test_signing_in_leads_to_our_own_pages_only(known, address):
    assert sign_in(PASSWORD, next=address).headers["Location"] == reverse("desk")


@pytest.mark.parametrize("address", ["https://example.org/", "//example.org/", "\\\\example.org"])
def test_a_theme_leads_to_our_own_pages_only(db, address):
    response = Client().post(reverse("set_theme"), {"theme": "dark", "next": address})

    assert response.headers["Location"] == reverse("desk")
    assert response.cookies["theme"].value == "dark"


def test_signing_out_ends_the_session_and_is_recorded(drafter, signed_in):
    client = signed_in(drafter)

    client.post(reverse("logout"))

    assert client.get(reverse("desk")).headers["Location"].startswith(reverse("login"))
    assert AuditEvent.objects.get().verb == "officer.signed_out"
    assert settings.SESSION_COOKIE_NAME not in {name for name, c in client.cookies.items() if c.value}


def test_a_session_begins_with_a_new_key(known):
    client = Client()
    client.get(reverse("login"))
    before = client.session.session_key

    sign_in(PASSWORD, client)

    assert client.session.session_key != before

"""A form that meets an ended session: its text goes through the sign-in, for its officer alone."""

import re
import time
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from requests_app.models import MLARequest, Officer
from requests_app.views.parts import carrying
from tests.cast import PASSWORD

TEXT = "A bank, “Fictional & Sons”, was robbed.\nTwice."
COPY = "c0" * 16


@pytest.fixture
def staff(drafter, colleague) -> list[Officer]:
    for officer in (drafter, colleague):
        officer.set_password(PASSWORD)
        officer.save()
    return [drafter, colleague]


def address(mla: MLARequest) -> str:
    return reverse("section", args=[mla.reference, "authority"])


def sent(client: Client, mla: MLARequest, officer: Officer, **more: str):
    data = {"revision": 0, "officer": officer.pk, "nature": TEXT, "then": "next"} | more
    return client.post(address(mla), data)


def fields_of(page: bytes) -> dict[str, str]:
    """The hidden fields of the form that sends the text again."""
    found = re.findall(
        r'<textarea hidden name="([^"]+)" aria-hidden="true">\n(.*?)</textarea>', page.decode(), re.S
    )
    return {name: unescape(value) for name, value in found}


def carried_in(page: bytes) -> str:
    return re.search(r'name="carried" value="([^"]*)"', page.decode())[1]


def sign_in(client: Client, officer: Officer, sealed: str, password: str = PASSWORD):
    data = {"username": officer.username, "password": password, "next": "/", "carried": sealed}
    return client.post(reverse("login"), data)


def test_what_was_sent_without_a_session_is_shown_after_the_sign_in_and_saved_by_a_button(mla, staff):
    client = Client()
    page = sent(client, mla, staff[0])
    after = sign_in(client, staff[0], carried_in(page.content))
    shown = client.get(after.url)
    unsaved = MLARequest.objects.get(pk=mla.pk).nature
    answer = client.post(address(mla), fields_of(shown.content) | {"officer": staff[0].pk})

    assert (page.status_code, after.url, unsaved) == (401, reverse("unsaved"), "")
    assert b"Fictional &amp; Sons" in shown.content
    assert b"Subject matter and nature of the case" in shown.content
    assert answer.url == reverse("section", args=[mla.reference, "steps"])
    assert MLARequest.objects.get(pk=mla.pk).nature == TEXT
    assert carrying.PLACE not in client.session


def test_the_sign_in_page_shows_nothing_of_the_text(mla, staff):
    page = sent(Client(), mla, staff[0]).content

    assert b"What you sent is not saved yet" in page
    assert b"bank" not in page


def test_a_wrong_password_keeps_the_text(mla, staff):
    client = Client()
    sealed = carried_in(sent(client, mla, staff[0]).content)

    again = sign_in(client, staff[0], sealed, "wrong")

    assert carried_in(again.content) == sealed


def test_another_officer_gets_nothing_of_it_and_is_told(mla, staff):
    client = Client()
    sealed = carried_in(sent(client, mla, staff[0]).content)
    after = sign_in(client, staff[1], sealed)

    page = client.get(after.url)

    assert after.url == "/"
    assert b"written by another officer" in page.content
    assert client.get(reverse("unsaved")).status_code == 302


@pytest.mark.parametrize("sealed", ["", "x", "AAAA", "é", "A" * 80])
def test_nonsense_is_no_text(rf, sealed):
    assert carrying.opened(sealed, "1") is None


def test_what_is_too_old_is_dropped(monkeypatch, mla):
    sealed = carrying.seal(carrying.Carried("1", "/x/", (("nature", TEXT),)))
    young = carrying.opened(sealed, "1")
    later = time.time() + carrying.LASTS + 60
    monkeypatch.setattr(time, "time", lambda: later)

    assert young.fields == (("nature", TEXT),)
    assert carrying.opened(sealed, "1") is None


def test_what_is_too_long_is_said_to_be(mla, staff):
    page = sent(Client(), mla, staff[0], nature="x" * (carrying.LONGEST + 1))

    assert b"too long to be kept through the sign-in" in page.content
    assert b'name="carried"' not in page.content


def test_passwords_are_not_carried(rf):
    request = rf.post("/", {"officer": "1", "new_password1": "secret", "name": "N"})

    assert [name for name, _value in carrying.of_form(request).fields] == ["name", "copy"]


def test_rights_are_looked_at_anew(mla, staff, outsider):
    client = Client()
    client.force_login(outsider)

    answer = sent(client, mla, outsider)

    assert answer.status_code == 404


def test_a_page_of_one_officer_saves_nothing_as_another(mla, staff):
    client = Client()
    client.force_login(staff[1])

    answer = sent(client, mla, staff[0])

    assert answer.status_code == 403
    assert MLARequest.objects.get(pk=mla.pk).nature == ""


def test_discarded_text_is_gone(mla, staff):
    client = Client()
    sign_in(client, staff[0], carried_in(sent(client, mla, staff[0]).content))

    after = client.post(reverse("unsaved"))

    assert after.url == address(mla)
    assert carrying.PLACE not in client.session


@pytest.mark.parametrize(
    ("origin", "status"), [("http://testserver", 302), ("https://evil.example", 403), ("", 403)]
)
def test_a_stale_token_keeps_the_text_of_our_own_pages_only(mla, staff, origin, status):
    client = Client(enforce_csrf_checks=True)
    client.force_login(staff[0])
    headers = {"Origin": origin} if origin else {}

    answer = client.post(
        address(mla), {"revision": 0, "officer": staff[0].pk, "nature": TEXT}, headers=headers
    )

    assert answer.status_code == status
    assert (carrying.PLACE in client.session) == (status == 302)
    assert MLARequest.objects.get(pk=mla.pk).nature == ""


def test_a_browser_without_any_cookie_keeps_the_text_too(mla, staff):
    client = Client(enforce_csrf_checks=True)
    data = {"revision": 0, "officer": staff[0].pk, "nature": TEXT}

    page = client.post(address(mla), data, headers={"Origin": "http://testserver"})

    assert carrying.opened(carried_in(page.content), str(staff[0].pk)).fields[1] == ("nature", TEXT)


def test_a_stale_sign_in_form_keeps_the_text_when_somebody_signed_in_meanwhile(mla, staff):
    client = Client(enforce_csrf_checks=True)
    sealed = carrying.seal(carrying.Carried(str(staff[0].pk), address(mla), (("nature", TEXT),)))
    client.force_login(staff[0])

    answer = client.post(reverse("login"), {"carried": sealed}, headers={"Origin": "http://testserver"})

    assert answer.url == reverse("unsaved")


# --- receipts -------------------------------------------------------------------------------------------


def test_a_save_is_acknowledged_to_a_script_and_over_a_redirect(mla, drafter, signed_in):
    client = signed_in(drafter)
    data = {"revision": 0, "nature": TEXT, "copy": COPY}
    by_script = client.post(address(mla), data, headers={"HX-Request": "true"})
    form = client.post(address(mla), data | {"revision": 1, "then": "overview"})

    page = client.get(form.url)

    assert by_script["X-Saved"] == form["X-Saved"] == f"1:{COPY}"
    assert f'data-saved="1:{COPY}"' in page.content.decode()


def test_a_refused_save_is_not(mla, drafter, colleague, signed_in):
    signed_in(colleague).post(address(mla), {"revision": 0, "nature": "Theirs."})

    answers = [
        signed_in(drafter).post(
            address(mla), {"revision": 0, "nature": TEXT, "copy": COPY}, headers=headers
        )
        for headers in ({}, {"HX-Request": "true"})
    ]

    assert [(answer.status_code, answer.get("X-Saved")) for answer in answers] == [(409, None)] * 2
    assert f'name="copy" value="{COPY}"' in answers[0].content.decode()


def test_a_value_that_is_refused_is_acknowledged_because_it_is_kept(mla, drafter, signed_in):
    data = {"revision": 0, "next_date": "31.02.2026", "copy": COPY}

    answer = signed_in(drafter).post(address(mla), data)

    assert (answer.status_code, answer["X-Saved"]) == (422, f"0:{COPY}")
    assert f'data-saved="0:{COPY}"' in answer.content.decode()


@pytest.mark.parametrize("copy", ["", "x", "<b>", "c" * 31, "c" * 33])
def test_what_is_no_name_of_a_copy_gets_no_receipt(mla, drafter, signed_in, copy):
    answer = signed_in(drafter).post(address(mla), {"revision": 0, "nature": TEXT, "copy": copy})

    assert "X-Saved" not in answer

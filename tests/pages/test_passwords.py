"""The password of one's own: the first one, any other, and what a password of somebody else opens."""

import re
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from requests_app.models import AuditEvent, MLARequest, Officer
from tests.cast import PASSWORD

OWN = "my lantern hangs on the harbour wall"


@pytest.fixture
def known(drafter):
    drafter.set_password(PASSWORD)
    drafter.email = "drafter@example.org"
    drafter.save()
    return drafter


@pytest.fixture
def first(known):
    """Of an officer whose password an administrator has set."""
    Officer.objects.filter(pk=known.pk).update(must_change_password=True)
    client = Client()
    client.login(username="drafter", password=PASSWORD)
    return client


def chosen(**changes):
    return {"old_password": PASSWORD, "new_password1": OWN, "new_password2": OWN} | changes


def test_an_officer_changes_the_own_password_and_other_sessions_end(known):
    here, elsewhere = Client(), Client()
    for client in (here, elsewhere):
        client.login(username="drafter", password=PASSWORD)

    here.post(reverse("password"), chosen())

    assert here.get(reverse("desk")).status_code == 200
    assert elsewhere.get(reverse("desk")).headers["Location"].startswith(reverse("login"))
    assert Client().login(username="drafter", password=OWN)
    assert AuditEvent.objects.filter(verb="officer.password_changed", actor=known).count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"old_password": "wrong"},
        {"new_password2": "another one than the first"},
        {"new_password1": "elevenchars", "new_password2": "elevenchars"},
        {"new_password1": "1q2w3e4r5t6y", "new_password2": "1q2w3e4r5t6y"},
        {"new_password1": PASSWORD, "new_password2": PASSWORD},
    ],
)
def test_what_is_wrong_changes_nothing(known, wrong):
    client = Client()
    client.login(username="drafter", password=PASSWORD)

    response = client.post(reverse("password"), chosen(**wrong))

    assert response.status_code == 422
    assert Client().login(username="drafter", password=PASSWORD)


def test_an_open_session_is_no_place_to_guess_the_old_password(known):
    client = Client()
    client.login(username="drafter", password=PASSWORD)
    for _try in range(5):
        client.post(reverse("password"), chosen(old_password="wrong"))

    response = client.post(reverse("password"), chosen())

    assert response.status_code == 422
    assert Client().login(username="drafter", password=PASSWORD)


@pytest.mark.parametrize(
    "name", ["desk", "request_list", "request_new", "law_coverage", "reminder_settings"]
)
def test_a_first_password_opens_only_the_page_where_it_is_changed(first, name):
    assert first.get(reverse(name)).headers["Location"] == reverse("password")
    assert first.get(reverse("password")).status_code == 200


def test_a_first_password_opens_nothing_to_scripts(first):
    response = first.get(reverse("desk"), headers={"HX-Request": "true"})

    assert (response.headers["HX-Redirect"], response.content) == (reverse("password"), b"")


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_a_first_password_saves_nothing(first, mla, headers):
    url = reverse("section", args=[mla.reference, "authority"])

    response = first.post(url, {"revision": 0, "court": "Oslo"}, headers=headers)

    assert response.status_code == 403
    assert MLARequest.objects.get().court == ""


def test_a_first_password_lets_its_officer_go_again(first):
    first.post(reverse("logout"))

    assert "_auth_user_id" not in first.session


def test_a_password_of_ones_own_opens_the_portal(first):
    first.post(reverse("password"), chosen())

    assert first.get(reverse("desk")).status_code == 200


def test_a_password_that_an_administrator_sets_is_a_first_one_and_lifts_the_wait(
    known, administrator, signed_in
):
    for _try in range(5):
        Client().post(reverse("login"), {"username": "drafter", "password": "wrong"})

    set_by(signed_in(administrator), known, password=OWN)

    client = Client()
    client.post(reverse("login"), {"username": "drafter", "password": OWN})
    assert client.get(reverse("desk")).headers["Location"] == reverse("password")


def test_an_officer_is_told_at_the_address_that_stood_there_before(
    known, administrator, signed_in, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        set_by(signed_in(administrator), known, password=OWN, role="supervisor", email="new@example.org")

    (sent,) = mail.outbox
    assert sent.to == ["drafter@example.org"]
    assert "the address for mails, the role, the password" in sent.body
    assert OWN not in sent.body


def test_nobody_is_told_of_a_name(known, administrator, signed_in, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        set_by(signed_in(administrator), known, first_name="Else")

    assert mail.outbox == []


def test_a_mail_server_that_is_away_keeps_no_change_back(
    known, administrator, signed_in, settings, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    with django_capture_on_commit_callbacks(execute=True):
        set_by(signed_in(administrator), known, role="supervisor")

    known.refresh_from_db()
    assert known.role == "supervisor"


def test_an_administrator_changes_the_own_password_like_everybody_else(administrator, signed_in):
    page = signed_in(administrator).get(reverse("officer", args=[administrator.pk]))

    assert "password" not in page.context["form"].fields


def set_by(client, officer, **changes):
    answers = {
        "first_name": officer.first_name,
        "last_name": officer.last_name,
        "email": officer.email,
        "role": officer.role,
        "unit": officer.unit_id,
        "is_active": "on",
    }
    response = client.post(reverse("officer", args=[officer.pk]), answers | changes)
    assert response.status_code == 302, response.context["form"].errors


# The first administrator


def create(*words, **options) -> str:
    """The address of the link that was printed."""
    out = StringIO()
    call_command("create_administrator", *words, stdout=out, **options)
    return re.search(r"/enrol/\S+", out.getvalue()).group()


def test_the_first_administrator_enrols_by_a_link(db):
    link = create("first.admin", name="Kari Eksempel", email="kari@example.org")
    client = Client()
    page = client.get(link, follow=True)

    client.post(page.request["PATH_INFO"], {"new_password1": OWN, "new_password2": OWN})

    officer = Officer.objects.get()
    assert (officer.role, str(officer), officer.email) == (
        "administrator",
        "Kari Eksempel",
        "kari@example.org",
    )
    assert client.login(username="first.admin", password=OWN)
    assert client.get(reverse("officers")).status_code == 200
    verbs = list(AuditEvent.objects.order_by("seq").values_list("verb", flat=True))
    assert verbs == ["officer.changed", "officer.enrolment_offered", "officer.password_changed"]


def test_a_link_is_good_once(db):
    link = create("first.admin")
    client = Client()
    page = client.get(link, follow=True)
    client.post(page.request["PATH_INFO"], {"new_password1": OWN, "new_password2": OWN})

    assert Client().get(link).status_code == 404


def test_a_link_takes_no_weak_password(db):
    client = Client()
    page = client.get(create("first.admin"), follow=True)

    answers = {"new_password1": "1q2w3e4r5t6y", "new_password2": "1q2w3e4r5t6y"}
    response = client.post(page.request["PATH_INFO"], answers)

    assert response.status_code == 422
    assert not Officer.objects.get().has_usable_password()


def test_a_link_of_a_closed_account_opens_nothing(db):
    link = create("first.admin")
    Officer.objects.update(is_active=False)

    assert Client().get(link).status_code == 404


def test_a_link_is_good_for_a_day(db, settings):
    link = create("first.admin")

    settings.PASSWORD_RESET_TIMEOUT = -1

    assert Client().get(link).status_code == 404


def test_an_account_that_is_there_is_named_and_stays(known):
    with pytest.raises(CommandError, match="drafter already"):
        create("drafter", name="Else Where")

    known.refresh_from_db()
    assert (known.role, known.last_name) == ("drafter", "Fictional")
    assert not AuditEvent.objects.exists()


def test_another_link_is_for_administrators_only(known, administrator):
    assert create("administrator", "--new-link").startswith("/enrol/")
    with pytest.raises(CommandError, match="no open account"):
        create("drafter", "--new-link")


@pytest.mark.parametrize(("name", "email"), [("a b", ""), ("x" * 151, ""), ("first", "no-address")])
def test_no_account_of_a_wrong_name_or_address(db, name, email):
    with pytest.raises(CommandError):
        create(name, email=email)

    assert not Officer.objects.exists()

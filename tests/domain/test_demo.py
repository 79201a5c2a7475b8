"""The demonstration: loaded once however often, and never where it would be dangerous."""

import io
from collections.abc import Iterator

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings

from requests_app import audit
from requests_app.completeness import examining
from requests_app.demo import accounts
from requests_app.models import MLARequest, Officer, RenderedDocument


@pytest.fixture(scope="module")
def printed(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[str]:
    """Loaded once for this file, and rolled back after it."""
    quick = override_settings(
        MEDIA_ROOT=tmp_path_factory.mktemp("files"),
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    )
    with django_db_blocker.unblock(), quick, transaction.atomic():
        call_command("load_treaties", verbosity=0)
        yield _loaded()
        transaction.set_rollback(True)


def _loaded() -> str:
    out = io.StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


def test_requests_stand_in_several_states_and_their_history_is_in_order(printed, db):
    states = list(MLARequest.objects.order_by("pk").values_list("state", flat=True))

    assert states == ["sent", "in_review", "approved", "draft", "draft", "draft"]
    assert audit.verify(audit.dispatched()).ok
    assert MLARequest.objects.get(state="sent").transmission.document.status == "done"
    assert RenderedDocument.objects.get(request__state="approved").status == "queued"
    assert MLARequest.objects.filter(reviews__decision="returned", state="draft").count() == 1


def test_loading_again_changes_nothing(printed, db):
    before = MLARequest.objects.count(), Officer.objects.count(), audit.verify()

    _loaded()

    assert (MLARequest.objects.count(), Officer.objects.count(), audit.verify()) == before


def test_the_half_done_draft_has_gaps_and_the_others_none(printed, db):
    blocked = [mla.title for mla in MLARequest.objects.all() if examining.for_request(mla).is_blocked]

    assert blocked == ["Mail account of a fugitive: stored data and real-time traffic data (half done)"]


def test_every_account_signs_in_with_the_printed_password(printed, db):
    for account in accounts.ACCOUNTS:
        assert f"{account.username:<14} {account.password}" in printed
        assert authenticate(username=account.username, password=account.password)
    assert {officer.role for officer in Officer.objects.filter(is_demo=True)} == set(Officer.Role)


def test_closed_demo_accounts_no_longer_sign_in(printed, db):
    call_command("close_demo_accounts", stdout=io.StringIO())

    assert not any(authenticate(username=a.username, password=a.password) for a in accounts.ACCOUNTS)
    assert audit.verify().ok


def test_a_production_run_takes_no_demonstration(db, settings):
    settings.PRODUCTION = True
    before = Officer.objects.count()

    with pytest.raises(CommandError, match="passwords are public"):
        call_command("load_demo")

    assert Officer.objects.count() == before

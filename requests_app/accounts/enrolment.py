"""The link by which an officer chooses a password that nobody has known before: valid once, and for a
day.

Its token is Django's own for forgotten passwords, which the first use and any other password
invalidate.
"""

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.db import transaction
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from requests_app import audit
from requests_app.accounts.signing_in import sign_in_key
from requests_app.models import Officer


class EnrolmentTokens(PasswordResetTokenGenerator):
    """Tokens of enrolment links, which are not valid as links for resetting a password."""

    key_salt = "requests_app.accounts.enrolment"


tokens = EnrolmentTokens()


class NameTaken(Exception):
    """There is an account with that name already; nothing was changed."""

    def __init__(self, officer: Officer) -> None:
        super().__init__(f"There is an account {officer.get_username()} already ({officer.role}).")


@transaction.atomic
def create_administrator(username: str, *, first_name: str, last_name: str, email: str) -> Officer:
    """Return a new administrator without a password. Raises NameTaken."""
    officer, is_new = Officer.objects.get_or_create(
        username=username,
        defaults={
            "first_name": first_name,
            "last_name": last_name,
            "email": email,
            "role": Officer.Role.ADMINISTRATOR,
        },
    )
    if not is_new:
        raise NameTaken(officer)
    officer.set_unusable_password()
    officer.save(update_fields=["password"])
    audit.record(
        audit.Verb.OFFICER_CHANGED, actor=None, officer=username, changed=["created"], role=officer.role
    )
    return officer


@transaction.atomic
def offer(officer: Officer) -> str:
    """Return the address of the link. The officer's password stays valid until the link is used."""
    audit.record(audit.Verb.ENROLMENT_OFFERED, actor=None, reference=sign_in_key(officer))
    who = urlsafe_base64_encode(force_bytes(officer.pk))
    return reverse("enrol", args=[who, tokens.make_token(officer)])

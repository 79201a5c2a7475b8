"""Accounts of officers, changed by administrators; and how often a wrong password may be tried.

Attempts are counted in the history itself, so that a restart forgets none of them.
"""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from requests_app import audit
from requests_app.models import AuditEvent, Officer, UnitProfile
from requests_app.models.job import ClockTimestamp

MOST_TRIES = 5
WINDOW = timedelta(minutes=15)
CHANGEABLE = ("first_name", "last_name", "email", "role", "unit", "is_active")


@transaction.atomic
def save(officer: Officer, administrator: Officer, *, password: str = "") -> Officer:
    """Keep a new or changed account. A new password ends the sessions that were begun with the old one."""
    created = officer.pk is None
    changed = ["created"] if created else _changed(officer)
    if password:
        officer.set_password(password)
        changed.append("password")
    officer.save()
    if changed:
        audit.record(
            audit.Verb.OFFICER_CHANGED,
            actor=administrator,
            officer=officer.get_username(),
            changed=changed,
            role=officer.role,
        )
    return officer


@transaction.atomic
def save_profile(profile: UnitProfile, administrator: Officer, changed: list[str]) -> None:
    """What the letters of a unit say, from now on."""
    profile.save()
    audit.record(audit.Verb.UNIT_CHANGED, actor=administrator, unit=profile.unit.code, changed=changed)


def _changed(officer: Officer) -> list[str]:
    before: Any = Officer.objects.get(pk=officer.pk)
    return [name for name in CHANGEABLE if getattr(before, name) != getattr(officer, name)]


def sign_in_key(officer: Officer) -> str:
    return f"account-{officer.pk}"


def is_throttled(officer: Officer) -> bool:
    """Five wrong passwords since the last right one, within a quarter of an hour."""
    lately = Q(at__gt=ClockTimestamp() - WINDOW)
    events = AuditEvent.objects.filter(lately, reference=sign_in_key(officer))
    last = events.filter(verb=audit.Verb.SIGNED_IN).order_by("-seq").first()
    refused = events.filter(verb=audit.Verb.SIGN_IN_REFUSED)
    return (refused.filter(seq__gt=last.seq) if last else refused).count() >= MOST_TRIES


def record_refusal(officer: Officer) -> None:
    """Only for accounts that exist: what is typed into the box for a name may be a password."""
    if not is_throttled(officer):
        audit.record(audit.Verb.SIGN_IN_REFUSED, actor=None, reference=sign_in_key(officer))


def record_sign_in(officer: Officer) -> None:
    audit.record(audit.Verb.SIGNED_IN, actor=officer, reference=sign_in_key(officer))


def record_sign_out(officer: Officer) -> None:
    audit.record(audit.Verb.SIGNED_OUT, actor=officer, reference=sign_in_key(officer))

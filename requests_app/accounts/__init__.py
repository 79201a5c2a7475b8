"""Accounts of officers and their units, which administrators make, change and close; every act is
recorded.
"""

from typing import Any

from django.db import transaction

from requests_app import audit, casework
from requests_app.accounts import telling
from requests_app.accounts.signing_in import sign_in_key
from requests_app.models import Officer, Unit, UnitProfile

CHANGEABLE = ("first_name", "last_name", "email", "role", "unit", "is_active")


@transaction.atomic
def save(officer: Officer, administrator: Officer, *, password: str = "") -> Officer:
    """Keep a new or changed account, and tell its officer what another person has changed.

    A password that an administrator has set is a first one: it ends the sessions that were begun with the
    old one, lets the officer try again at once, and must be changed at the first sign-in.
    Raises casework.LastKeeper when a restricted case would be left without anybody.
    """
    before = Officer.objects.filter(pk=officer.pk).first()
    changed = _changed(before, officer) if before else ["created"]
    if password:
        officer.set_password(password)
        officer.must_change_password = True
        changed.append("password")
    officer.save()
    if not {"role", "is_active"}.isdisjoint(changed):
        casework.refuse_orphans(officer)
    if changed:
        _record(officer, administrator, changed)
        telling.tell(before, administrator, changed)
    return officer


def _record(officer: Officer, administrator: Officer, changed: list[str]) -> None:
    audit.record(
        audit.Verb.OFFICER_CHANGED,
        actor=administrator,
        officer=officer.get_username(),
        changed=changed,
        role=officer.role,
    )
    if "password" in changed:
        audit.record(audit.Verb.PASSWORD_SET, actor=administrator, reference=sign_in_key(officer))


@transaction.atomic
def choose_password(officer: Officer, password: str) -> None:
    """Set the officer's own password, which nobody else knows. The caller keeps the session in which
    it was chosen.
    """
    officer.set_password(password)
    officer.must_change_password = False
    officer.save(update_fields=["password", "must_change_password"])
    audit.record(audit.Verb.PASSWORD_CHANGED, actor=officer, reference=sign_in_key(officer))


@transaction.atomic
def save_unit(unit: Unit, profile: UnitProfile, administrator: Officer, changed: list[str]) -> Unit:
    """Save a new or changed unit, and what its letters say from now on."""
    unit.save()
    profile.unit = unit
    profile.save()
    audit.record(audit.Verb.UNIT_CHANGED, actor=administrator, unit=unit.code, changed=changed)
    return unit


def _changed(before: Officer, officer: Officer) -> list[str]:
    values: tuple[Any, Any] = (before, officer)
    return [name for name in CHANGEABLE if len({getattr(each, name) for each in values}) > 1]

"""With what a portal in production must not start. Server and worker ask before they begin."""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register, run_checks
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError
from django.db.backends.postgresql.psycopg_any import is_psycopg3

START = "start"
_SHORTEST_KEY = 32


@register(Tags.compatibility)
def driver_is_psycopg2(app_configs: Any, **_options: Any) -> list[CheckMessage]:
    """Report psycopg 3, which Django uses silently as soon as another package has installed it."""
    if not is_psycopg3:
        return []
    return [
        Error(
            "The database driver in use is psycopg 3; the portal is measured and tested with psycopg2.",
            hint="Uninstall psycopg.",
            id="requests_app.E001",
        )
    ]


@register(START, Tags.security, deploy=True)
def keys_are_own(app_configs: Any, **_options: Any) -> list[CheckMessage]:
    if not settings.PRODUCTION:
        return []
    keys = {"SECRET_KEY": settings.SECRET_KEY, "AUDIT_KEY": settings.AUDIT_KEY}
    weak = [
        name for name, key in keys.items() if key == settings.DEFAULT_SECRET or len(key) < _SHORTEST_KEY
    ]
    messages: list[CheckMessage] = [
        Error(
            f"{name} is the published default, or too short, in a production run.",
            hint=f"Set {name} to at least {_SHORTEST_KEY} random characters.",
            id="requests_app.E002",
        )
        for name in weak
    ]
    if not weak and settings.SECRET_KEY == settings.AUDIT_KEY:
        messages.append(
            Error(
                "AUDIT_KEY is the same as SECRET_KEY.",
                hint="Whoever learns one must not have the other.",
                id="requests_app.E003",
            )
        )
    return messages


@register(START, deploy=True)
def no_demonstration(app_configs: Any, **_options: Any) -> list[CheckMessage]:
    if not (settings.PRODUCTION and settings.DEMO):
        return []
    return [Error("DEMO is on in a production run.", hint="Set DEMO=false.", id="requests_app.E004")]


@register(START, Tags.database)
def no_demo_accounts(
    app_configs: Any, databases: Sequence[str] | None = None, **_options: Any
) -> list[CheckMessage]:
    """Report accounts of the demonstration, whose passwords are printed in the documentation."""
    if not settings.PRODUCTION or not databases or not _has_demo_accounts():
        return []
    return [
        Error(
            "The database holds demonstration accounts, whose passwords are public.",
            hint="Use a database of its own for production, or run manage.py close_demo_accounts.",
            id="requests_app.E005",
        )
    ]


def _has_demo_accounts() -> bool:
    """Before the first migration there is no table; a database that does not answer has its own check."""
    try:
        return bool(
            apps.get_model("requests_app", "Officer").objects.filter(is_demo=True, is_active=True).exists()
        )
    except DatabaseError:
        return False


def refuse_unsafe_start() -> None:
    """Raise, with every reason, when a production run must not begin."""
    found = run_checks(tags=[START], include_deployment_checks=True, databases=["default"])
    errors = [message for message in found if message.is_serious()]
    if errors:
        raise ImproperlyConfigured("\n".join(f"{error.msg} {error.hint}" for error in errors))


def refuse_unsafe_worker(**_signal: Any) -> None:
    """End the worker when it must not begin; a signal of Celery swallows every other exception."""
    try:
        refuse_unsafe_start()
    except ImproperlyConfigured as refusal:
        raise SystemExit(str(refusal)) from None

"""Mails to officers whose account somebody else has changed: they say what was changed, never to what."""

import logging
from collections.abc import Sequence
from functools import partial
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from requests_app.models import Officer

logger = logging.getLogger(__name__)

# The administrator waits for the mail server no longer than this.
SECONDS = 5
WORDS = {
    "email": gettext_lazy("the address for mails"),
    "role": gettext_lazy("the role"),
    "unit": gettext_lazy("the unit"),
    "is_active": gettext_lazy("whether the account is open"),
    "password": gettext_lazy("the password"),
}


def tell(before: Officer | None, administrator: Officer, changed: Sequence[str]) -> None:
    """To the address that stood there before: whoever changes the address as well hides nothing by it.

    Sent once the change is committed. None before: the account is new, and there is nobody to tell.
    """
    told = [name for name in WORDS if name in changed]
    if before is None or not before.email or before.pk == administrator.pk or not told:
        return
    transaction.on_commit(partial(_send, before, told))


def _send(officer: Officer, told: Sequence[str]) -> None:
    try:
        _mail(officer, told).send()
    except (SMTPException, OSError) as error:
        logger.warning("no mail about the account to officer %s: %s", officer.pk, type(error).__name__)


def _mail(officer: Officer, told: Sequence[str]) -> EmailMessage:
    with override(settings.LANGUAGE_CODE):
        what = ", ".join(str(WORDS[name]) for name in told)
        body = _(
            "An administrator has changed %(what)s of your account %(name)s. "
            "If you did not expect this, speak to your supervisor."
        )
        return EmailMessage(
            subject=_("Your account was changed"),
            body=body % {"what": what, "name": officer.get_username()},
            to=[officer.email],
            connection=get_connection(timeout=SECONDS),
        )

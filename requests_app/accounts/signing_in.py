"""How often a wrong password may be tried.

Attempts are counted in the audit history, so that a restart forgets none of them.
"""

from datetime import timedelta

from django.db.models import Q

from requests_app import audit
from requests_app.models import AuditEvent, Officer
from requests_app.models.job import ClockTimestamp

MOST_TRIES = 5
WINDOW = timedelta(minutes=15)
# After each of these the count begins again.
STARTS_AGAIN = (audit.Verb.SIGNED_IN, audit.Verb.PASSWORD_SET, audit.Verb.PASSWORD_CHANGED)


def sign_in_key(officer: Officer) -> str:
    return f"account-{officer.pk}"


def is_throttled(officer: Officer) -> bool:
    """Whether there were five wrong passwords within a quarter of an hour, since the last right or
    new one.
    """
    lately = Q(at__gt=ClockTimestamp() - WINDOW)
    events = AuditEvent.objects.filter(lately, reference=sign_in_key(officer))
    last = events.filter(verb__in=STARTS_AGAIN).order_by("-seq").first()
    refused = events.filter(verb=audit.Verb.SIGN_IN_REFUSED)
    return (refused.filter(seq__gt=last.seq) if last else refused).count() >= MOST_TRIES


def record_refusal(officer: Officer) -> None:
    """Record a refused sign-in, for existing accounts only: what is typed as a name may be a password."""
    if not is_throttled(officer):
        audit.record(audit.Verb.SIGN_IN_REFUSED, actor=None, reference=sign_in_key(officer))


def record_sign_in(officer: Officer) -> None:
    audit.record(audit.Verb.SIGNED_IN, actor=officer, reference=sign_in_key(officer))


def record_sign_out(officer: Officer) -> None:
    audit.record(audit.Verb.SIGNED_OUT, actor=officer, reference=sign_in_key(officer))

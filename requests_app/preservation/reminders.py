"""Mails that a preservation is about to end: references and days, never what a case is about.

A line is claimed and committed before its mail leaves, and marked after. A process that dies between
the two has sent the mail or not; it is not sent again, and the next chosen day brings the next mail
(ADR 8). Beat may run twice, and two workers at once: the unique row lets only one of them send.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from requests_app import permissions
from requests_app.models import Confirmation, MLARequest, Officer, Reminder
from requests_app.preservation import deadline_clock
from requests_app.preservation.deadline_clock import Clock

logger = logging.getLogger(__name__)


def remind(today: date | None = None) -> int:
    """Send one mail to each officer with something due; return how many were sent."""
    day = today or timezone.localdate()
    due: dict[Officer, list[Reminder]] = defaultdict(list)
    for clock in _running():
        for officer in _recipients(clock):
            if line := _due(officer, clock, day):
                due[officer].append(line)
    return sum(_send(officer, lines, day) for officer, lines in due.items())


def due_days(officer: Officer, ends_on: date | None, today: date) -> int | None:
    """Return the smallest chosen number of days that has been reached, so that a missed morning skips
    nothing.
    """
    if ends_on is None or ends_on < today:
        return None
    left = (ends_on - today).days
    return min((days for days in officer.reminder_days if left <= days), default=None)


def _running() -> Iterator[Clock]:
    confirmed = Confirmation.objects.filter(ends_on__isnull=False).values("request")
    requests = MLARequest.objects.filter(pk__in=confirmed)
    clocks = {clock.preservation.pk: clock for clock in deadline_clock.clocks(requests).values()}
    yield from (clock for clock in clocks.values() if clock.is_running)


def _recipients(clock: Clock) -> Iterable[Officer]:
    """Return who works on the request and may still see it, or else the supervisors who may."""
    mla = clock.preservation
    at_work = {mla.author, clock.confirmation.recorded_by, *(f.author for f in clock.followers)}
    found = [officer for officer in at_work if _reachable(officer, mla)]
    if found:
        return found
    supervisors = Officer.objects.filter(role=Officer.Role.SUPERVISOR, is_active=True)
    return [officer for officer in supervisors if _reachable(officer, mla)]


def _reachable(officer: Officer, mla: MLARequest) -> bool:
    return bool(officer.email) and permissions.may_see(officer, mla)


def _due(officer: Officer, clock: Clock, today: date) -> Reminder | None:
    days = due_days(officer, clock.ends_on, today)
    if days is None or clock.ends_on is None:
        return None
    return Reminder(officer=officer, request=clock.preservation, ends_on=clock.ends_on, days=days)


def _send(officer: Officer, lines: list[Reminder], today: date) -> bool:
    claimed = [line for line in lines if _claim(line)]
    if not claimed:
        return False
    rows = Reminder.objects.filter(pk__in=[line.pk for line in claimed])
    try:
        _mail(officer, claimed, today).send()
    except (SMTPException, OSError) as error:
        # Not accepted: the lines are free again, and the next run takes them.
        rows.delete()
        logger.warning("no reminder to officer %s: %s", officer.pk, type(error).__name__)
        return False
    rows.update(status=Reminder.Status.SENT)
    return True


def _claim(line: Reminder) -> bool:
    """Claim a line, committed before the mail leaves. False means that it is claimed already."""
    row, is_new = Reminder.objects.get_or_create(
        officer=line.officer, request=line.request, ends_on=line.ends_on, days=line.days
    )
    line.pk = row.pk
    return is_new


def _mail(officer: Officer, lines: list[Reminder], today: date) -> EmailMessage:
    body = "\n".join(sorted(_sentence(line, today) for line in lines))
    return EmailMessage(
        subject=_("Preservations that are about to end"),
        body=_("%(lines)s\n\nOpen the portal to ask for an extension or to send the full request.")
        % {"lines": body},
        to=[officer.email],
    )


def _sentence(line: Reminder, today: date) -> str:
    left = (line.ends_on - today).days
    said = ngettext(
        "%(reference)s: the preservation ends in %(n)s day, on %(day)s.",
        "%(reference)s: the preservation ends in %(n)s days, on %(day)s.",
        left,
    )
    day = date_format(line.ends_on, "j F Y")
    return said % {"reference": line.request.reference, "n": left, "day": day}

"""Who has a request open: pages report it every few seconds, a minute later it is forgotten, no
history holds it.
"""

from datetime import timedelta

from django.db.models import QuerySet

from requests_app.models import MLARequest, Officer, Presence
from requests_app.models.job import ClockTimestamp

GONE_AFTER = timedelta(minutes=1)


def say_present(mla: MLARequest, officer: Officer, section: str = "") -> None:
    """Keep that the page is open, by the database clock; officers who have left are removed."""
    Presence.objects.filter(request=mla, seen_at__lt=ClockTimestamp() - GONE_AFTER).delete()
    Presence.objects.bulk_create(
        [Presence(request=mla, officer=officer, section=section, seen_at=ClockTimestamp())],
        update_conflicts=True,
        unique_fields=["request", "officer"],
        update_fields=["section", "seen_at"],
    )


def others(mla: MLARequest, officer: Officer) -> QuerySet[Presence]:
    here = Presence.objects.filter(request=mla, seen_at__gte=ClockTimestamp() - GONE_AFTER)
    return here.exclude(officer=officer).select_related("officer").order_by("officer__username")

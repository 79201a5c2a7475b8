"""Whether each part of the portal works. The page is public, so it says nothing about any case."""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import redis
from celery import current_app
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.models import Min
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe
from kombu.exceptions import OperationalError
from redis.backoff import NoBackoff
from redis.retry import Retry

from requests_app.background import jobs
from requests_app.background.wakeups import IMPATIENT
from requests_app.models.job import ClockTimestamp
from treaties import version

logger = logging.getLogger(__name__)

Part = dict[str, Any]
# A worker that answers but leaves work lying for this long is of no use.
_LONGEST_WAIT = timedelta(minutes=5)
_ANSWER_WITHIN_SECONDS = 1.0


@login_not_required
@require_safe
def health(_request: HttpRequest) -> JsonResponse:
    """Answer 200 when everything works, 503 when something does not."""
    parts = state()
    return JsonResponse(parts, status=200 if all(part["ok"] for part in parts.values()) else 503)


def state() -> dict[str, Part]:
    checks: dict[str, Callable[[], Part]] = {
        "database": _database,
        "redis": _redis,
        "worker": _worker,
        "law": _law,
    }
    return {"web": {"ok": True}} | {name: _result(name, check) for name, check in checks.items()}


def _result(name: str, check: Callable[[], Part]) -> Part:
    try:
        return {"ok": True} | check()
    except (DatabaseError, redis.RedisError, OperationalError, OSError) as error:
        logger.warning("health: %s: %s", name, type(error).__name__)
        return {"ok": False, "error": type(error).__name__}


def _database() -> Part:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return {}


def _redis() -> Part:
    client = redis.Redis.from_url(
        settings.REDIS_URL, socket_connect_timeout=0.5, socket_timeout=0.5, retry=Retry(NoBackoff(), 0)
    )
    with client:
        client.ping()
    return {}


def _worker() -> Part:
    """Without a broker the question is not put: it would only wait."""
    _redis()
    waiting = _longest_wait()
    useful = timedelta(seconds=waiting) < _LONGEST_WAIT
    return {"ok": useful and _answers(), "longest_wait_seconds": waiting}


def _answers() -> bool:
    """One worker is enough."""
    with current_app.connection_for_write(transport_options=IMPATIENT) as broker:
        asked = current_app.control.inspect(timeout=_ANSWER_WITHIN_SECONDS, limit=1, connection=broker)
        return bool(asked.ping())


def _longest_wait() -> int:
    """Return the seconds since the oldest due job was ordered, by the database clock."""
    waits = [
        kind.objects.due().order_by().aggregate(wait=ClockTimestamp() - Min("ordered_at"))["wait"]
        for kind in jobs.KINDS
    ]
    return max((int(wait.total_seconds()) for wait in waits if wait), default=0)


def _law() -> Part:
    loaded = version.loaded()
    return {"ok": loaded is not None, "version": str(loaded or "")}

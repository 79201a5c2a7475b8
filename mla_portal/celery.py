"""Celery wakes the workers; PostgreSQL holds the queue (see docs/architecture.md).

A message carries an id and nothing else. It does no harm when it is lost, doubled or late.
"""

import os

from celery import Celery
from celery.schedules import crontab
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mla_portal.settings")

app = Celery("mla_portal")


def broker_url(redis_url: str) -> str:
    """Return the broker's address for kombu, which writes a unix socket "redis+socket://"; redis-py
    and the settings write "unix://".
    """
    return redis_url.replace("unix://", "redis+socket://", 1)


app.conf.update(
    broker_url=broker_url(settings.REDIS_URL),
    task_ignore_result=True,
    accept_content=["json"],
    task_serializer="json",
    # A hint is acknowledged as soon as it is read, and read only by who is free: the library ends a worker
    # that holds one when the broker goes. The lease and the sweep take up what a killed worker had begun.
    task_acks_late=False,
    worker_prefetch_multiplier=1,
    worker_disable_prefetch=True,
    worker_max_tasks_per_child=200,
    task_default_queue="ordinary",
    task_time_limit=120,
    # Publishing must never hold up a save: refused or frozen, it gives up in about a second.
    task_publish_retry_policy={
        "max_retries": 1,
        "interval_start": 0,
        "interval_step": 0.2,
        "interval_max": 0.2,
    },
    broker_transport_options={
        "socket_connect_timeout": 1,
        "socket_timeout": 5,
        "max_retries": 1,
        "interval_start": 0,
        "interval_step": 0.2,
        "interval_max": 0.2,
        "visibility_timeout": 600,
        # In the order of the worker's --queues: the urgent one is empty before an ordinary hint is read.
        "queue_order_strategy": "priority",
    },
    broker_connection_max_retries=None,
    broker_connection_retry_on_startup=True,
    worker_hijack_root_logger=False,
    beat_schedule={
        "clear away files that nothing needs": {
            "task": "requests_app.tasks.clear_files",
            "schedule": crontab(hour=3, minute=30),
        },
        "verify the history every night": {
            "task": "requests_app.tasks.verify_history",
            "schedule": crontab(hour=3, minute=0),
        },
        "remind of preservations that are about to end": {
            "task": "requests_app.tasks.remind_of_preservations",
            "schedule": crontab(hour="5-20", minute=10),
        },
    },
    timezone=settings.TIME_ZONE,
)
app.autodiscover_tasks()

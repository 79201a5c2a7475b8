"""The project: settings, addresses and the servers' entry points."""

from mla_portal.celery import app as celery_app

__all__ = ["celery_app"]

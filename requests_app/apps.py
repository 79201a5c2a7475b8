from celery.signals import worker_init
from django.apps import AppConfig

from requests_app import safeguards


class RequestsAppConfig(AppConfig):
    name = "requests_app"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        worker_init.connect(safeguards.refuse_unsafe_worker, dispatch_uid="refuse_unsafe_worker")

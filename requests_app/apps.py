"""The Django application that holds requests, and what happens when it starts."""

from celery.signals import worker_init
from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import import_string

from requests_app import safeguards


class RequestsAppConfig(AppConfig):
    """Connects the safeguards of workers, and the triggers that follow the declarations after a
    migration.
    """

    name = "requests_app"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        worker_init.connect(safeguards.refuse_unsafe_worker, dispatch_uid="refuse_unsafe_worker")
        # By its name: what knows the tables can be imported only once they are known.
        follow = import_string("requests_app.database.follow_declarations")
        post_migrate.connect(follow, sender=self, dispatch_uid="triggers_follow_declarations")

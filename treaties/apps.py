"""The Django application that holds the law."""

from django.apps import AppConfig


class TreatiesConfig(AppConfig):
    """Configuration of the application."""

    name = "treaties"
    default_auto_field = "django.db.models.BigAutoField"

"""Providers that requests name repeatedly, kept by the officers for all of them."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from requests_app.models.answers import day_field, line_field, text_field


class Provider(models.Model):
    """A provider. `revision` counts the changes; each earlier entry is kept in a `ProviderVersion`."""

    legal_name = models.CharField(_("Legal name"), max_length=300, unique=True)
    services = line_field(_("Names of its services"))
    state = models.CharField(_("State"), max_length=3)
    address = text_field(_("Address for process"))
    portal = line_field(_("Portal for authorities"))
    languages = line_field(_("Languages it reads"))
    notes = text_field(_("What to know"))
    source = models.CharField(_("Source"), max_length=500)
    checked_on = day_field(_("Checked on"))
    revision = models.PositiveIntegerField(default=0, editable=False)

    FIELDS = (
        *("legal_name", "services", "state", "address", "portal"),
        *("languages", "notes", "source", "checked_on"),
    )

    class Meta:
        ordering = ["legal_name"]

    def __str__(self) -> str:
        return self.legal_name

    @property
    def values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.FIELDS}


class ProviderVersion(models.Model):
    """An entry as it was after one change, and who made the change."""

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="versions")
    revision = models.PositiveIntegerField()
    values = models.JSONField()
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-revision"]
        constraints = [
            models.UniqueConstraint(fields=["provider", "revision"], name="provider_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.provider}, {self.revision}"

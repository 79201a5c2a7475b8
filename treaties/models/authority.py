"""Offices that send and receive requests."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from treaties.models.instrument import Instrument
from treaties.models.provenance import LawFact
from treaties.models.state import State


class Authority(LawFact):
    """An office, never a person."""

    class Function(models.TextChoices):
        CENTRAL_AUTHORITY = "central_authority", _("central authority")
        CONTACT_24_7 = "contact_24_7", _("24/7 contact point")
        OTHER = "other", _("other office")

    code = models.CharField(primary_key=True, max_length=80)
    state = models.ForeignKey(State, on_delete=models.CASCADE, related_name="authorities")
    function = models.CharField(max_length=20, choices=Function)
    scope = models.CharField(max_length=200, blank=True)
    office = models.TextField()
    original = models.TextField(blank=True)
    address = models.TextField(blank=True)
    email = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=100, blank=True)
    languages = models.JSONField(default=list)

    class Meta(LawFact.Meta):
        ordering = ("state", "code")
        verbose_name_plural = _("authorities")

    def __str__(self) -> str:
        return self.office


class Designation(LawFact):
    """An office named for one instrument. An office without designations acts for all instruments."""

    key = models.CharField(primary_key=True, max_length=160)
    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="designations")
    instrument = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.CASCADE, related_name="designations"
    )
    towards = models.ForeignKey(
        State, null=True, blank=True, on_delete=models.CASCADE, related_name="designations_towards"
    )

    class Meta(LawFact.Meta):
        ordering = ("key",)

    def __str__(self) -> str:
        return self.key

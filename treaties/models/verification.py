"""Who verified which fact of the law."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from treaties.models.provenance import LawFact


class Verification(models.Model):
    """A person of this authority compared a fact with a source. Rows are only added; the latest
    counts.

    `digest` is that of what the fact said then: once the fact says something else, the verification
    is over. `before` keeps the source and confidence that stood there.
    """

    table = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    source = models.TextField(_("Source"))
    confidence = models.CharField(max_length=12, choices=LawFact.Confidence)
    verified = models.CharField(max_length=10, choices=LawFact.Verified)
    note = models.TextField(blank=True)
    before: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    # In the calendar of the authority; the fact shows it.
    on = models.DateField()

    class Meta:
        ordering = ("-pk",)
        indexes = (models.Index(fields=("table", "key"), name="treaties_verification_fact"),)
        constraints = (
            models.CheckConstraint(condition=~models.Q(source=""), name="treaties_verification_has_source"),
            models.CheckConstraint(
                condition=~models.Q(verified="memory"), name="treaties_verification_is_no_memory"
            ),
        )

    def __str__(self) -> str:
        return f"{self.table} {self.key}"

"""The history, which nobody can rewrite unnoticed."""

from django.conf import settings
from django.db import models


class AuditEvent(models.Model):
    """One act. Rows are only inserted: a database trigger refuses UPDATE, DELETE and TRUNCATE.

    `detail` holds ids, digests and names of fields, never the text of a case. `previous` is unique,
    so that the chain cannot fork.
    """

    seq = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="audit_events"
    )
    actor_name = models.CharField(max_length=150)
    verb = models.CharField(max_length=40)
    reference = models.CharField(max_length=80, blank=True, db_index=True)
    detail = models.JSONField(default=dict)
    previous = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["seq"]

    def __str__(self) -> str:
        return f"{self.seq} {self.verb} {self.reference}"

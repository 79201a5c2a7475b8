"""An investigation, and who may know of it."""

from django.conf import settings
from django.db import models

from requests_app.models.officer import Unit


class Case(models.Model):
    """Requests of one investigation. A restricted case is open to its members only."""

    reference = models.CharField(max_length=80, unique=True)
    title = models.CharField(max_length=300)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="cases")
    restricted = models.BooleanField(default=False)
    opened_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["reference"]

    def __str__(self) -> str:
        return self.reference


class CaseMember(models.Model):
    """Need-to-know: an officer who may see a case, and why."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="members")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    reason = models.CharField(max_length=300)
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    granted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "officer"], name="case_member_once")]

    def __str__(self) -> str:
        return f"{self.officer} on {self.case}"

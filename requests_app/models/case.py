"""An investigation, and who may know of it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from requests_app.models.officer import Unit

if TYPE_CHECKING:
    from requests_app.models.officer import Officer


class CaseQuerySet(models.QuerySet["Case"]):
    def open_to(self, officer: "Officer") -> "CaseQuerySet":
        """Unrestricted cases of the officer's unit, and those on which the officer is a member."""
        member = Exists(CaseMember.objects.filter(case=OuterRef("pk"), officer=officer))
        return self.filter(Q(unit=officer.unit_id, restricted=False) | member)


class Case(models.Model):
    """Requests of one investigation. A restricted case is open to its members only.

    Two units may hold the same file number: that one of them does must not show to the other.
    """

    reference = models.CharField(max_length=500)
    title = models.CharField(max_length=500)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="cases")
    restricted = models.BooleanField(default=False)
    opened_at = models.DateTimeField(auto_now_add=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["reference"]
        constraints = [models.UniqueConstraint(fields=["unit", "reference"], name="case_reference_once")]

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

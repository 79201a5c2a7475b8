"""An investigation, and who may know of it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from requests_app.models.officer import Unit

if TYPE_CHECKING:
    from requests_app.models.officer import Officer


class CaseQuerySet(models.QuerySet["Case"]):
    """Questions about cases."""

    def open_to(self, officer: "Officer") -> "CaseQuerySet":
        """Return unrestricted cases of the officer's unit, and those of which the officer is a member."""
        member = Exists(CaseMember.objects.current().filter(case=OuterRef("pk"), officer=officer))
        return self.filter(Q(unit=officer.unit_id, restricted=False) | member)


class Case(models.Model):
    """The requests of one investigation. A restricted case is open to its members only.

    Two units may hold the same file number; neither sees that the other one has it.
    """

    reference = models.CharField(max_length=500)
    title = models.CharField(max_length=500)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="cases")
    restricted = models.BooleanField(default=False)
    # Why, for the members who read it on the page of the case; empty while the case is not restricted.
    restricted_reason = models.CharField(_("Reason"), max_length=300, blank=True, default="")
    opened_at = models.DateTimeField(auto_now_add=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["reference"]
        constraints = [models.UniqueConstraint(fields=["unit", "reference"], name="case_reference_once")]

    def __str__(self) -> str:
        return self.reference


class CaseMemberQuerySet(models.QuerySet["CaseMember"]):
    """Questions about members of cases."""

    def current(self) -> "CaseMemberQuerySet":
        """Return the members whose last day has not passed; without a last day they stay members."""
        return self.filter(Q(until__isnull=True) | Q(until__gte=timezone.localdate()))


class CaseMember(models.Model):
    """An officer who may see a case, and why."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="members")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    reason = models.CharField(_("Reason"), max_length=300, blank=True, default="")
    until = models.DateField(_("Last day"), null=True, blank=True)
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    granted_at = models.DateTimeField(default=timezone.now)

    objects = CaseMemberQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "officer"], name="case_member_once")]

    def __str__(self) -> str:
        return f"{self.officer} on {self.case}"

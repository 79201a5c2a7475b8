"""Changes of the law that this authority makes, and its decisions about releases."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Proposal(models.Model):
    """One version of a record that this authority adds or amends, for a second person to decide on.

    `content` is a data file of the shipped format, so that the shape of the law is defined only once.
    """

    class Kind(models.TextChoices):
        TREATY = "treaty", _("Treaty of two States")
        PARTICIPATION = "participation", _("Participation")
        DECLARATION = "declaration", _("Declaration")
        REQUIREMENT = "requirement", _("Requirement")
        AUTHORITY = "authority", _("Authority")
        THRESHOLD = "threshold", _("What a State wants shown")
        STATE_RULE = "state_rule", _("Rule of a State")

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Awaits a second person")
        CONFIRMED = "confirmed", _("Confirmed")
        REJECTED = "rejected", _("Rejected")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    kind = models.CharField(max_length=20, choices=Kind)
    record = models.CharField(max_length=200)
    number = models.PositiveIntegerField()
    content = models.TextField()
    reason = models.TextField()
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    # Tables and keys of the rows that the confirmation wrote.
    wrote: "models.JSONField[Any, Any]" = models.JSONField(default=list)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(fields=("kind", "record", "number"), name="treaties_proposal_version"),
            models.CheckConstraint(
                condition=~Q(state="confirmed")
                | Q(decided_by__isnull=False) & ~Q(decided_by=F("proposed_by")),
                name="treaties_proposal_two_persons",
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", decided_at__isnull=True)
                | ~Q(state="proposed") & Q(decided_at__isnull=False, decided_by__isnull=False),
                name="treaties_proposal_decided_or_open",
            ),
        )

    def __str__(self) -> str:
        return f"{self.record} ({self.number})"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.PROPOSED


class ReleaseDecision(models.Model):
    """A decision to keep this authority's version of a record although a release says something else.

    `digest` is that of the release's version: when a later release differs again, the question
    returns.
    """

    kind = models.CharField(max_length=20, choices=Proposal.Kind)
    record = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "record", "digest"), name="treaties_release_decision_once"
            ),
        )

    def __str__(self) -> str:
        return self.record

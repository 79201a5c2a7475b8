"""What a State's own law says to whoever sends it a request."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from treaties.models.provenance import LawFact
from treaties.models.state import State


class AcceptedLanguages(LawFact):
    """In which languages a State takes requests (ISO 639 codes)."""

    state = models.OneToOneField(
        State, primary_key=True, on_delete=models.CASCADE, related_name="accepted_languages"
    )
    languages = models.JSONField(default=list)
    rule = models.TextField(blank=True)

    class Meta(LawFact.Meta):
        verbose_name_plural = _("accepted languages")

    def __str__(self) -> str:
        return f"{self.state_id}: {', '.join(self.languages)}"


class NoTreatyBasis(LawFact):
    """Whether a State assists without a treaty, under its own law."""

    class Possible(models.TextChoices):
        YES = "yes", _("yes")
        LIMITED = "limited", _("within limits")
        NO = "no", _("no")

    state = models.OneToOneField(
        State, primary_key=True, on_delete=models.CASCADE, related_name="no_treaty_basis"
    )
    possible = models.CharField(max_length=10, choices=Possible)
    rule = models.TextField()

    class Meta(LawFact.Meta):
        verbose_name_plural = _("bases without a treaty")

    def __str__(self) -> str:
        return f"{self.state_id}: {self.possible}"


class Threshold(LawFact):
    """What must be shown before a State gives data or takes a measure of this category."""

    key = models.CharField(primary_key=True, max_length=80)
    state = models.ForeignKey(State, on_delete=models.CASCADE, related_name="thresholds")
    category = models.CharField(max_length=40)
    test = models.TextField()
    reference = models.TextField(blank=True)
    must_show = models.TextField(blank=True)
    days = models.PositiveSmallIntegerField(null=True, blank=True)
    days_more = models.PositiveSmallIntegerField(null=True, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta(LawFact.Meta):
        ordering = ("state", "position")

    def __str__(self) -> str:
        return self.key


class RedFlag(LawFact):
    """Why a State sends requests back."""

    code = models.CharField(primary_key=True, max_length=80)
    state = models.ForeignKey(State, on_delete=models.CASCADE, related_name="red_flags")
    text = models.TextField()
    position = models.PositiveSmallIntegerField()

    class Meta(LawFact.Meta):
        ordering = ("state", "position")

    def __str__(self) -> str:
        return self.code

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from treaties.models.instrument import Instrument
from treaties.models.provenance import Fact
from treaties.models.state import State


class TreatyAct(Fact):
    """One act of one State as its source has it: a signature, a withdrawal, a suspension, a report."""

    key = models.CharField(primary_key=True, max_length=120)
    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="acts")
    state = models.ForeignKey(State, on_delete=models.CASCADE, related_name="acts")
    action = models.CharField(max_length=30)
    on = models.DateField(null=True, blank=True)
    in_force = models.DateField(null=True, blank=True)
    reservations = models.BooleanField(default=False)
    objections = models.BooleanField(default=False)

    class Meta(Fact.Meta):
        ordering = ("instrument", "state", "key")

    def __str__(self) -> str:
        return self.key


class Participation(Fact):
    """What the acts of a State amount to for one instrument. No row means: not known.

    `bound` without `in_force_from` is a party whose date is not known. `side` parts the participants of an
    instrument between a group and one State: it is in force between different sides only.
    """

    key = models.CharField(primary_key=True, max_length=120)
    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="participations")
    state = models.ForeignKey(State, on_delete=models.CASCADE, related_name="participations")
    signed = models.DateField(null=True, blank=True)
    is_signatory = models.BooleanField(default=False)
    bound = models.BooleanField(default=False)
    reported_not_party = models.BooleanField(default=False)
    action = models.CharField(max_length=30, blank=True)
    deposited = models.DateField(null=True, blank=True)
    in_force_from = models.DateField(null=True, blank=True)
    in_force_until = models.DateField(null=True, blank=True)
    # The first day on which it does not apply although it has not ended. A resumption begins another row.
    suspended_from = models.DateField(null=True, blank=True)
    # What a drafter has to know of it; `note` is for those who keep the data.
    remark = models.TextField(blank=True)
    side = models.CharField(max_length=20, blank=True)
    reservations = models.BooleanField(default=False)

    class Meta(Fact.Meta):
        ordering = ("instrument", "state")
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                condition=Q(in_force_from__isnull=True)
                | Q(in_force_until__isnull=True)
                | Q(in_force_from__lte=F("in_force_until")),
                name="treaties_participation_begins_before_it_ends",
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Declaration(Fact):
    """What a State declared or reserved under an instrument, and what that means for who writes to it."""

    key = models.CharField(primary_key=True, max_length=160)
    state = models.ForeignKey(State, on_delete=models.CASCADE, related_name="declarations")
    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="declarations")
    provision = models.CharField(max_length=120)
    text = models.TextField()
    effect = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta(Fact.Meta):
        ordering = ("state", "position")
        verbose_name = _("declaration")

    def __str__(self) -> str:
        return self.key

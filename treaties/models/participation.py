"""Who is bound by which instrument since when, and what States declared."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from treaties.models.instrument import Instrument
from treaties.models.provenance import LawFact
from treaties.models.state import State


class TreatyAct(LawFact):
    """One act of one State as its source has it, such as a signature, a withdrawal, a suspension or a
    report.
    """

    key = models.CharField(primary_key=True, max_length=120)
    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="acts")
    state = models.ForeignKey(State, on_delete=models.CASCADE, related_name="acts")
    action = models.CharField(max_length=30)
    on = models.DateField(null=True, blank=True)
    in_force = models.DateField(null=True, blank=True)
    reservations = models.BooleanField(default=False)
    objections = models.BooleanField(default=False)

    class Meta(LawFact.Meta):
        ordering = ("instrument", "state", "key")

    def __str__(self) -> str:
        return self.key


class Participation(LawFact):
    """What the acts of a State amount to for one instrument and period. No row means that it is not
    known.

    `bound` without `in_force_from` means a party whose date is not known. `side` divides the
    participants of an agreement between a group and one State: it is in force only between different
    sides.
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

    class Meta(LawFact.Meta):
        ordering = ("instrument", "state")
        constraints = [
            *LawFact.Meta.constraints,
            models.CheckConstraint(
                condition=Q(in_force_from__isnull=True)
                | Q(in_force_until__isnull=True)
                | Q(in_force_from__lte=F("in_force_until")),
                name="treaties_participation_begins_before_it_ends",
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Declaration(LawFact):
    """What a State declared or reserved under an instrument, and what that means for whoever writes
    to it.
    """

    key = models.CharField(primary_key=True, max_length=160)
    state = models.ForeignKey(State, on_delete=models.CASCADE, related_name="declarations")
    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="declarations")
    provision = models.CharField(max_length=120)
    text = models.TextField()
    effect = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta(LawFact.Meta):
        ordering = ("state", "position")
        verbose_name = _("declaration")

    def __str__(self) -> str:
        return self.key

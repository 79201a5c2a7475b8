"""What an instrument, a State's law or a declaration asks of a request."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from treaties.models.instrument import Instrument
from treaties.models.provenance import LawFact
from treaties.models.state import State


class Requirement(LawFact):
    """What an instrument, or the law or a declaration of a State asked, wants a request to contain.

    With a State and an instrument it is a declaration: it counts when that State is asked under that
    instrument.
    """

    class Level(models.TextChoices):
        MANDATORY = "mandatory", _("mandatory")
        WHERE_POSSIBLE = "where_possible", _("where possible")
        WHERE_APPLICABLE = "where_applicable", _("where applicable")
        RECOMMENDED = "recommended", _("recommended")

    class Basis(models.TextChoices):
        LAW = "law", _("law")
        DECLARATION = "declaration", _("declaration")
        PRACTICE = "practice", _("practice")

    code = models.CharField(primary_key=True, max_length=80)
    instrument = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.CASCADE, related_name="requirements"
    )
    state = models.ForeignKey(
        State, null=True, blank=True, on_delete=models.CASCADE, related_name="requirements"
    )
    provision = models.CharField(max_length=120)
    element = models.CharField(max_length=60)
    message = models.TextField()
    level = models.CharField(max_length=20, choices=Level)
    basis = models.CharField(max_length=12, choices=Basis)
    kinds = models.JSONField(default=list)
    fields = models.JSONField(default=list)
    check_name = models.CharField(max_length=60, default="answered")
    params = models.JSONField(default=dict, blank=True)
    when = models.JSONField(default=dict, blank=True)
    attachment = models.BooleanField(default=False)
    # Who asks and who is asked: State codes, or ids of organisations for all their members.
    requesting = models.JSONField(default=list, blank=True)
    not_requesting = models.JSONField(default=list, blank=True)
    requested = models.JSONField(default=list, blank=True)
    without_treaty = models.BooleanField(default=False)
    # Holds only between States bound by this protocol as well.
    protocol = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.SET_NULL, related_name="protocol_requirements"
    )
    # Stands in a part of the instrument that yields to an MLA treaty between the two States.
    gap_filler = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField()

    class Meta(LawFact.Meta):
        ordering = ("position", "code")
        constraints = [
            *LawFact.Meta.constraints,
            models.CheckConstraint(
                condition=Q(instrument__isnull=False) | Q(state__isnull=False),
                name="treaties_requirement_has_a_home",
            ),
        ]

    def __str__(self) -> str:
        return self.code

"""The controlled vocabulary: kinds of assistance, draft fields, elements and categories of data."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from treaties.models.provenance import LawFact


class KindGroup(LawFact):
    """A group of kinds, as pages list them."""

    code = models.CharField(primary_key=True, max_length=40)
    label = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField()

    class Meta(LawFact.Meta):
        ordering = ("position",)

    def __str__(self) -> str:
        return self.label


class DraftField(LawFact):
    """A place of the draft to which the requirements of every law are mapped."""

    code = models.CharField(primary_key=True, max_length=60)
    label = models.CharField(max_length=300)
    common = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField()

    class Meta(LawFact.Meta):
        ordering = ("position",)

    def __str__(self) -> str:
        return self.label


class Element(LawFact):
    """What an instrument asks for in its own words, and the draft fields that answer it."""

    code = models.CharField(primary_key=True, max_length=60)
    fields = models.JSONField(default=list)

    class Meta(LawFact.Meta):
        ordering = ("code",)

    def __str__(self) -> str:
        return self.code


class DataCategory(LawFact):
    """A category of data, such as subscriber information or content."""

    code = models.CharField(primary_key=True, max_length=40)
    term = models.CharField(max_length=120)
    meaning = models.TextField()
    definition = models.CharField(max_length=200, blank=True)
    trap = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta(LawFact.Meta):
        ordering = ("position",)
        verbose_name_plural = _("data categories")

    def __str__(self) -> str:
        return self.term


class AssistanceKind(LawFact):
    """A kind of assistance. `asked_as` names the general kinds under which a treaty may carry it."""

    code = models.CharField(primary_key=True, max_length=60)
    group = models.ForeignKey(KindGroup, on_delete=models.CASCADE, related_name="kinds")
    term = models.CharField(max_length=200)
    plain = models.CharField(max_length=200)
    categories = models.JSONField(default=list)
    coercive = models.BooleanField(null=True)
    asked_as = models.JSONField(default=list)
    errors = models.JSONField(default=list)
    position = models.PositiveSmallIntegerField()

    class Meta(LawFact.Meta):
        ordering = ("position",)

    def __str__(self) -> str:
        return self.term


class Particular(LawFact):
    """What a measure of this kind must say beyond the request as a whole."""

    class Level(models.TextChoices):
        REQUIRED = "required", _("required")
        RECOMMENDED = "recommended", _("recommended")

    class Input(models.TextChoices):
        """How the answer is typed; every answer is kept as text."""

        TEXT = "text", _("text")
        LINE = "line", _("one line")
        YES_NO = "yes_no", _("yes or no")
        DAY = "day", _("day")
        TIME = "time", _("day and time")
        ZONE = "zone", _("time zone")

    code = models.CharField(primary_key=True, max_length=80)
    kind = models.ForeignKey(AssistanceKind, on_delete=models.CASCADE, related_name="particulars")
    label = models.CharField(max_length=300)
    name = models.CharField(max_length=30, blank=True)
    input = models.CharField(max_length=10, choices=Input, default=Input.TEXT)
    level = models.CharField(max_length=12, choices=Level)
    field = models.ForeignKey(DraftField, on_delete=models.CASCADE, related_name="particulars")
    pattern = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta(LawFact.Meta):
        ordering = ("position",)

    def __str__(self) -> str:
        return self.label

    @property
    def key(self) -> str:
        """Return the key under which a measure keeps it: "video-reason" is the reason for the draft
        field video.
        """
        return f"{self.field_id}-{self.name}" if self.name else self.field_id

"""What protects typed words beside the request: earlier versions, values that could not be read, and
who has the request open.

None of it is part of a snapshot, and none of it is in the audit history.
"""

import json
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from requests_app.models.request import MLARequest


class Version(models.Model):
    """A section or an item as a save left it. Without an officer, it is what was there before the
    first save.
    """

    request = models.ForeignKey(MLARequest, models.CASCADE, related_name="versions")
    section = models.SlugField(max_length=40)
    item = models.CharField(max_length=40, blank=True, default="")
    revision = models.PositiveIntegerField()
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    began_at = models.DateTimeField()
    at = models.DateTimeField()
    values = models.JSONField(encoder=DjangoJSONEncoder)
    fields = models.JSONField(default=list)
    # Which page, of those open in browsers, sent the last save of it.
    page = models.CharField(max_length=40, blank=True, default="")
    # The item was removed by this save; `values` is how it was.
    removed = models.BooleanField(default=False)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["request", "section", "item", "-id"], name="version_newest")]

    def __str__(self) -> str:
        return f"{self.section} {self.item} of {self.request_id} at revision {self.revision}"


class PendingValue(models.Model):
    """What somebody typed into a field that cannot take it; kept until the field is saved with a
    valid value.

    The text is JSON with every special character escaped, because a wrong value may hold characters
    that a database refuses.
    """

    request = models.ForeignKey(MLARequest, models.CASCADE, related_name="pending_values")
    section = models.SlugField(max_length=40)
    item = models.CharField(max_length=40, blank=True, default="")
    field = models.CharField(max_length=80)
    text = models.TextField()
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request", "section", "item", "field"], name="pending_value_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.section} {self.item} {self.field} of {self.request_id}"

    @property
    def typed(self) -> list[str]:
        found: list[str] = json.loads(self.text)
        return found

    @staticmethod
    def written(typed: Any) -> str:
        return json.dumps(list(typed), ensure_ascii=True)


class Rendition(models.Model):
    """One text in the other language. `path` names it as in a snapshot.

    The digests are those of both texts when one was last written after the other; `side` says which
    one that was.
    """

    # Among the values of a save or of a version, before the path.
    MARK = "text:"

    class Side(models.TextChoices):
        WORKING = "working"
        OUTGOING = "outgoing"

    request = models.ForeignKey(MLARequest, models.CASCADE, related_name="renditions")
    language = models.CharField(max_length=35)
    path = models.CharField(max_length=200)
    text = models.TextField(max_length=200_000)
    working_sha256 = models.CharField(max_length=64)
    text_sha256 = models.CharField(max_length=64)
    side = models.CharField(max_length=8, choices=Side, default=Side.OUTGOING)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["path"]
        constraints = [
            models.UniqueConstraint(fields=["request", "language", "path"], name="rendition_once")
        ]

    def __str__(self) -> str:
        return f"{self.path} of {self.request_id} in {self.language}"


class Presence(models.Model):
    """Where an officer has the request open, and when the page last reported it."""

    request = models.ForeignKey(MLARequest, models.CASCADE, related_name="presences")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    section = models.SlugField(max_length=40, blank=True, default="")
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["request", "officer"], name="presence_once")]

    def __str__(self) -> str:
        return f"{self.officer_id} at {self.section} of {self.request_id}"

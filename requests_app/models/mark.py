"""What a request seeks, in a form in which two requests can be compared."""

from django.db import models

from requests_app.models.request import MLARequest


class SoughtMark(models.Model):
    """The digest of a normalised identifier or person. The check of the text writes it."""

    request = models.ForeignKey(MLARequest, models.CASCADE, related_name="marks")
    mark = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mark", "request"], name="sought_mark_once")]

    def __str__(self) -> str:
        return f"{self.mark[:8]} of {self.request_id}"

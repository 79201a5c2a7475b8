"""The words of each text of a request by which it can be found; the database keeps them itself."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from requests_app.models.request import MLARequest


class Words(models.Model):
    """The words of one row of the request, or of one of its lists. Triggers write it in the same
    transaction.
    """

    request = models.ForeignKey(MLARequest, models.CASCADE, related_name="+")
    part = models.CharField(max_length=63)
    row = models.BigIntegerField()
    words = SearchVectorField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["part", "row"], name="words_of_a_row_once")]
        indexes = [GinIndex(fields=["words"], name="words_found")]

    def __str__(self) -> str:
        return f"words of {self.part} {self.row}"

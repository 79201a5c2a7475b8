"""The register of reference numbers."""

from django.db import models


class Register(models.Model):
    """The last number given in a year. Its row lock makes numbers follow each other without a gap."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.last} in {self.year}"

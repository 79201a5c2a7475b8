"""The row that says which law is loaded."""

from django.db import models


class DataSet(models.Model):
    """Which law is loaded. There is one row; `revision` counts the local changes since."""

    digest = models.CharField(max_length=64)
    revision = models.PositiveIntegerField(default=0)
    loaded_at = models.DateTimeField()
    counts = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="treaties_one_data_set"),
        ]

    def __str__(self) -> str:
        return self.version

    @property
    def version(self) -> str:
        short = self.digest[:12]
        return f"{short}+{self.revision}" if self.revision else short

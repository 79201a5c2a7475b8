"""Which law the database holds."""

from treaties.models import DataSet


def loaded() -> str | None:
    """A short name that changes with every change of the law; None when no law is loaded."""
    data_set = DataSet.objects.filter(pk=1).first()
    return data_set.version if data_set else None

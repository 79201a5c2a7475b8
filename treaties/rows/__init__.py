"""Data files -> model instances, in an order in which each row finds what it points to."""

from treaties.rows import instruments, own_law, participation, states, vocabulary
from treaties.rows.fact import Table
from treaties.shipped import Shipped

__all__ = ["Table", "tables"]


def tables(shipped: Shipped) -> list[Table]:
    """Every row of the data set, parents before children."""
    return [
        *states.tables(shipped.states),
        *vocabulary.tables(shipped.vocabulary),
        *instruments.tables(shipped),
        *participation.tables(shipped),
        *own_law.tables(shipped),
    ]

"""Data files to model instances, in an order in which each row finds the rows that it refers to."""

from treaties.rows import instruments, own_law, participation, states, vocabulary
from treaties.rows.fact import Table
from treaties.shipped import Shipped

__all__ = ["Table", "tables"]


def tables(shipped: Shipped) -> list[Table]:
    """Return every row of the data set by table, parents before children."""
    return [
        *states.tables(shipped.states),
        *vocabulary.tables(shipped.vocabulary),
        *instruments.tables(shipped),
        *participation.tables(shipped),
        *own_law.tables(shipped),
    ]

"""Where in a request something stands: the address that texts, checks and pages share."""

from typing import NamedTuple

from treaties.spec import Citation


class Place(NamedTuple):
    """Where a check fails: a field of a section, of one item when the field belongs to an item.

    `message` replaces the words of the rule, `citation` what it rests on; `facet` keeps apart two failures
    of one check in one field.
    """

    section: str
    field: str
    item: str = ""
    message: str = ""
    facet: str = ""
    citation: Citation | None = None

"""The kinds of value that a snapshot is made of."""

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta, Struct

Iso3 = Annotated[str, Meta(pattern="^([A-Z]{3}|)$", description="State, ISO 3166-1 alpha-3")]
Language = Annotated[str, Meta(pattern="^([a-z]{2,3}(-[A-Za-z0-9]+)*|)$", description="BCP 47 tag")]
ItemId = Annotated[str, Meta(pattern="^[a-z0-9-]{1,40}$", description="Unique within its list")]
Slug = Annotated[str, Meta(pattern="^[a-z0-9][a-z0-9_-]*$", max_length=80)]
Reference = Annotated[
    str,
    Meta(
        max_length=40,
        pattern=r"^([A-Za-z0-9][A-Za-z0-9._-]*|)$",
        description="Letters, figures, dots, hyphens and underscores, because it stands in addresses",
    ),
]
# Prose has a counterpart in the outgoing language; a name, a number or an address is the same in each.
PROSE = {"prose": True}
Short = Annotated[str, Meta(max_length=500)]
Line = Annotated[str, Meta(max_length=500, extra=PROSE)]
Long = Annotated[str, Meta(max_length=200_000, extra=PROSE)]
Address = Annotated[str, Meta(max_length=200_000)]
Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Answer = Literal["", "yes", "no"]
LogTime = Annotated[dt.datetime, Meta(tz=False, description="As the log shows it, without a zone")]


class Value(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every part of a snapshot is immutable and strict about its keys."""

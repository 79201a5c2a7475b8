"""What every row of a data file may say, and the forms of codes."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from treaties.spec import Confidence, Verified

Iso3 = Annotated[str, Meta(pattern="^[A-Z]{3}$")]
Party = Annotated[str, Meta(pattern="^([A-Z]{3}|EU)$")]
Slug = Annotated[str, Meta(pattern="^[a-z0-9][a-z0-9_.-]{0,79}$")]
Language = Annotated[str, Meta(pattern="^[a-z]{2,3}(-[A-Za-z]+)*$")]
Text = Annotated[str, Meta(min_length=1)]
Names = dict[Literal["en", "fr", "es", "ru", "zh", "ar"], Text]


class Row(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What can be said of any fact: its source, how sure it is, and between which days it holds.

    `as_of` is the day on which the source said so; the fact holds from `since` until `until`.
    """

    source: str = ""
    confidence: Confidence | None = None
    verified: Verified | None = None
    note: str = ""
    as_of: date | None = None
    since: date | None = None
    until: date | None = None

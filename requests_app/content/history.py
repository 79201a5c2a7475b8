"""What came before the request: steps of the proceedings at home, and contacts with the other State."""

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta

from requests_app.content.values import Answer, Iso3, ItemId, Line, Long, Short, Value

ClockTime = Annotated[str, Meta(pattern="^(([01][0-9]|2[0-3]):[0-5][0-9]|)$", description="Such as 09:30")]
AnnexId = Annotated[str, Meta(pattern="^[a-z0-9-]{0,40}$", description="Id of an annex, or empty")]


class Step(Value, frozen=True):
    """A decision of a court or prosecutor in the proceedings, or a hearing in them.

    `time` is that of the clock in `zone`, an IANA name or an offset.
    """

    id: ItemId
    type: Literal["decision", "hearing"] = "decision"
    title: Line = ""
    court: Short = ""
    on: dt.date | None = None
    time: ClockTime = ""
    zone: Short = ""
    reference: Short = ""
    final: Answer = ""
    annex: AnnexId = ""


class PriorContact(Value, frozen=True):
    """An earlier contact in the same matter, and what came of it."""

    id: ItemId
    type: Literal["", "central_authority", "contact_24_7", "police", "liaison", "provider", "other"] = ""
    with_whom: Short = ""
    state: Iso3 = ""
    on: dt.date | None = None
    reference: Short = ""
    outcome: Long = ""

"""What came before the request: steps of the proceedings at home, and contacts with the other State."""

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta

from requests_app.content.declaration import SETTING, About
from requests_app.content.values import Answer, Iso3, ItemId, Line, Long, Short, Value

ClockTime = Annotated[str, Meta(pattern="^(([01][0-9]|2[0-3]):[0-5][0-9]|)$", description="Such as 09:30")]
AnnexId = Annotated[str, Meta(pattern="^[a-z0-9-]{0,40}$", description="Id of an annex, or empty")]


class Step(Value, frozen=True):
    """A decision of a court or prosecutor in the proceedings, or a hearing in them.

    `time` is that of the clock in `zone`, an IANA name or an offset.
    """

    id: Annotated[ItemId, About("Id within the steps.")]
    type: Annotated[Literal["decision", "hearing"], About("A decision, or a hearing.")] = "decision"
    title: Annotated[Line, About("What was decided, or what the hearing is for.")] = ""
    court: Annotated[Short, About("Court or office.")] = ""
    on: Annotated[dt.date | None, About("Day of the decision or of the hearing.")] = None
    time: Annotated[ClockTime, About("Time of the hearing.")] = ""
    zone: Annotated[Short, About("Zone of that time.", searched=SETTING)] = ""
    reference: Annotated[Short, About("Reference of the decision.")] = ""
    final: Annotated[Answer, About("Whether the decision is final.")] = ""
    annex: Annotated[AnnexId, About("Annex that holds a copy of it.")] = ""


class PriorContact(Value, frozen=True):
    """An earlier contact in the same matter, and what came of it."""

    id: Annotated[ItemId, About("Id within the prior contacts.")]
    type: Annotated[
        Literal["", "central_authority", "contact_24_7", "police", "liaison", "provider", "other"],
        About("Way of the contact."),
    ] = ""
    with_whom: Annotated[Short, About("Authority, person or provider that was contacted.")] = ""
    state: Annotated[Iso3, About("State of whom was contacted.")] = ""
    on: Annotated[dt.date | None, About("Day of the contact.")] = None
    reference: Annotated[Short, About("Reference that was given.")] = ""
    outcome: Annotated[Long, About("What was asked, and what came of it.")] = ""

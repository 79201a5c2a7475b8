"""What a request is about: who asks whom, on what basis, in which case, and what was sent before."""

import datetime as dt
from typing import Annotated, Literal

from requests_app.content.declaration import (
    BY_FILTER,
    BY_THE_WAY_ON,
    IN_EVERY_REQUEST,
    OF_THE_PART,
    OWN,
    SETTING,
    TITLE,
    About,
    Never,
    Redacted,
)
from requests_app.content.values import Address, Answer, Line, Long, Short, Slug, Value


class LegalBasis(Value, frozen=True):
    """One instrument relied on. Exactly one basis of a complete request is the main one."""

    instrument: Annotated[
        Slug, About("Id of the instrument in the law data, such as budapest or untoc.", searched=BY_FILTER)
    ]
    role: Annotated[
        Literal["main", "additional", "fallback"],
        About("Main basis, an additional one, or one to fall back on."),
    ] = "main"
    articles: Annotated[Short, About("Articles relied on.", searched=IN_EVERY_REQUEST)] = ""


class Scope(Value, frozen=True):
    """Facts that bring the case within an instrument; "" means that nobody has answered yet."""

    computer_related: Annotated[Answer, About("Is the offence about computer systems or data?")] = ""
    electronic_evidence: Annotated[Answer, About("Is the evidence in electronic form?")] = ""
    transnational: Annotated[
        Answer, About("Are there grounds to suspect that the offence crosses borders?")
    ] = ""
    organised_group: Annotated[
        Answer, About("Are there grounds to suspect an organised criminal group?")
    ] = ""
    statement: Annotated[
        Long,
        About("The facts behind these answers.", column="scope_statement", draft_field="scope_statement"),
    ] = ""


class Contact(Value, frozen=True):
    """An office that can be reached. `zone` is an IANA time-zone name."""

    name: Annotated[Short, About("Person.")] = ""
    function: Annotated[Line, About("Function of the person.", words=TITLE)] = ""
    office: Annotated[Short, About("Office in full.", draft_field=OF_THE_PART)] = ""
    address: Annotated[Address, About("Postal address, one line each.")] = ""
    email: Annotated[Short, About("E-mail address.")] = ""
    phone: Annotated[Short, About("Telephone number in international form.")] = ""
    hours: Annotated[Short, About("Office hours.", searched=IN_EVERY_REQUEST)] = ""
    zone: Annotated[Short, About("IANA time zone of the office hours.", searched=SETTING)] = ""


class Authority(Value, frozen=True):
    """Who asks, and who conducts the proceedings."""

    requesting: Annotated[
        Contact,
        About(
            "Authority that makes the request.",
            printed="contacts",
            searched=IN_EVERY_REQUEST,
            columns="requesting_",
            draft_field="requesting_authority",
        ),
    ] = Contact()
    legal_power: Annotated[
        Long,
        About(
            "Law that empowers it to make the request.",
            searched=IN_EVERY_REQUEST,
            words=Never("it quotes the law"),
            draft_field="legal_power",
        ),
    ] = ""
    conducting: Annotated[
        Contact,
        About(
            "Authority that conducts the investigation, prosecution or trial.",
            printed="contacts",
            columns="conducting_",
            draft_field="conducting_authority",
        ),
    ] = Contact()
    prosecutor_or_court: Annotated[
        Short,
        About(
            "Prosecution office or court in charge, with its file number.",
            draft_field="prosecutor_or_court",
        ),
    ] = ""


class Proceedings(Value, frozen=True):
    """The case at home. `request_status` says how this request relates to earlier ones."""

    case_reference: Annotated[
        Short, About("Case number at home.", printed="references", draft_field="case_reference")
    ] = ""
    operation: Annotated[
        Short, About("Name of the operation.", printed="references", redacted=Redacted.INTERNAL)
    ] = ""
    nature: Annotated[Long, About("Subject matter and nature of the case.", draft_field="case_nature")] = ""
    stage: Annotated[
        Literal["", "inquiry", "investigation", "charged", "trial", "appeal", "execution"],
        About("Stage of the proceedings.", draft_field="proceedings_stage"),
    ] = ""
    court: Annotated[Short, About("Court seised.", draft_field="court")] = ""
    next_date: Annotated[
        dt.date | None, About("Next date in court.", carried=OWN, draft_field="next_date")
    ] = None
    request_status: Annotated[
        Literal["new", "follow_up", "supplementary", "extension", "reminder", "withdrawal"],
        About(
            "New request, follow-up, supplement, extension, or a note on an earlier request.",
            section="earlier",
            carried=BY_THE_WAY_ON,
            draft_field="request_status",
        ),
    ] = "new"
    prior_made: Annotated[
        Answer,
        About(
            "Have there been earlier requests or contacts in the matter?", section="earlier", carried=OWN
        ),
    ] = ""
    prior_requests: Annotated[
        Long,
        About(
            "Earlier requests and police contacts, with dates and references.",
            section="earlier",
            carried=OWN,
            draft_field="prior_requests",
        ),
    ] = ""


class Earlier(Value, frozen=True):
    """The letter that this one goes back to. `note` is what a reminder or a withdrawal has to say."""

    reference: Annotated[Short, About("Own reference of the request that this letter goes back to.")] = ""
    made_on: Annotated[dt.date | None, About("Day of that request.", column="earlier_on")] = None
    their_reference: Annotated[
        Short, About("Reference that the requested State gave it.", column="earlier_theirs")
    ] = ""
    authority: Annotated[Short, About("Authority that received it.")] = ""
    note: Annotated[Long, About("What a reminder or a withdrawal has to say about it.")] = ""

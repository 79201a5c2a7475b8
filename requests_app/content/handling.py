"""How a request is to be dealt with: kept meanwhile, procedure, secrecy, time, way, signature."""

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta

from requests_app.content.declaration import (
    IN_EVERY_REQUEST,
    SETTING,
    TITLE,
    About,
    Never,
    Redacted,
)
from requests_app.content.parts import Contact
from requests_app.content.values import Address, Answer, Language, Line, Long, Short, Value


class Preservation(Value, frozen=True):
    """An earlier preservation, and the promise that a request for disclosure follows.

    `status` says whether the data are preserved; what an earlier version of the portal wrote has none.
    """

    follow_up_intended: Annotated[
        Answer,
        About(
            "Will a request to disclose the same data follow?",
            column="follow_up_intended",
            draft_field="preservation",
        ),
    ] = ""
    follow_up_on: Annotated[
        dt.date | None, About("Expected date of that request.", column="follow_up_on")
    ] = None
    status: Annotated[
        Literal["", "preserved", "asked", "not_asked", "not_needed"],
        About("Confirmed, asked for and not confirmed, not asked for, or not needed."),
    ] = ""
    explanation: Annotated[
        Long, About("Why none was asked for or needed, or what is known of one that was asked for.")
    ] = ""
    reference: Annotated[Short, About("Reference of the preservation.")] = ""
    authority: Annotated[Short, About("Authority that preserved the data.")] = ""
    provider: Annotated[Short, About("Provider that preserved the data.")] = ""
    made_on: Annotated[
        dt.date | None, About("Day of the preservation.", printed="references", column="preserved_on")
    ] = None
    expires_on: Annotated[dt.date | None, About("Last day of the preservation.")] = None

    @property
    def is_confirmed(self) -> bool:
        """Whether somebody said that the data are preserved; without a status, by reference and day."""
        if self.status:
            return self.status == "preserved"
        return bool(self.reference.strip() and self.made_on)


class Procedure(Value, frozen=True):
    """How execution is wished for, and what the requesting State undertakes."""

    special: Annotated[
        Long,
        About(
            "Procedure to be followed.",
            printed="procedures",
            column="special_procedure",
            draft_field="special_procedure",
        ),
    ] = ""
    reason: Annotated[
        Long,
        About(
            "Why that procedure is needed.",
            printed="procedures",
            column="special_procedure_reason",
            draft_field="procedure_reason",
        ),
    ] = ""
    domestic_order: Annotated[
        Long,
        About(
            "Order at home, or statement that the measure would be lawful at home.",
            printed="procedures",
            redacted=Redacted.FACT,
            draft_field="domestic_order",
        ),
    ] = ""
    presence_wanted: Annotated[
        Answer,
        About(
            "Do officials wish to attend?",
            printed="procedures",
            column="presence_wanted",
            redacted=Redacted.FACT,
        ),
    ] = ""
    presence: Annotated[
        Long,
        About(
            "Officials who wish to attend, and why.",
            printed="procedures",
            redacted=Redacted.PERSON,
            draft_field="presence",
        ),
    ] = ""
    use_undertaking: Annotated[
        Long, About("Limits on the use and onward transfer of the material.", draft_field="use_undertaking")
    ] = ""
    data_protection: Annotated[
        Long,
        About(
            "How personal data are protected, and for how long they are kept.",
            draft_field="data_protection",
        ),
    ] = ""
    return_undertaking: Annotated[
        Long, About("Undertaking to return originals and objects.", draft_field="return_undertaking")
    ] = ""
    death_penalty_assurance: Annotated[
        Long,
        About(
            "Assurance that death will not be imposed or not be carried out.",
            draft_field="death_penalty_assurance",
        ),
    ] = ""
    reciprocity: Annotated[Long, About("Assurance of reciprocity.", draft_field="reciprocity")] = ""
    costs: Annotated[Long, About("Costs.", draft_field="costs")] = ""


class Confidentiality(Value, frozen=True):
    """`classification` is printed at the head and foot of every page."""

    classification: Annotated[
        Literal["", "restricted", "confidential", "secret"],
        About("Printed at the head and foot of every page.", printed="furniture", redacted=Redacted.OPEN),
    ] = ""
    wanted: Annotated[
        Answer,
        About(
            "Is the requested State asked to keep the request confidential?",
            column="confidentiality_wanted",
            draft_field="confidentiality",
        ),
    ] = ""
    reason: Annotated[
        Long,
        About(
            "Why, and what would happen if it became known.",
            column="confidentiality_reason",
            draft_field="confidentiality_reason",
        ),
    ] = ""
    no_notification: Annotated[Answer, About("Should the account holder or customer not be told?")] = ""
    no_notification_reason: Annotated[
        Long, About("Why nobody is to be told.", draft_field="no_notification_reason")
    ] = ""


class Urgency(Value, frozen=True):
    """A deadline needs a reason: art 18(24) UNTOC and the practice of every central authority."""

    level: Annotated[
        Literal["", "normal", "urgent", "emergency"], About("How urgent.", draft_field="urgency")
    ] = ""
    category: Annotated[
        Literal["", "danger_to_life", "custody", "loss_of_data", "hearing", "limitation", "other"],
        About("Kind of reason."),
    ] = ""
    reason: Annotated[Long, About("Facts that make it urgent.")] = ""
    deadline: Annotated[
        dt.date | None,
        About("Day by which an answer is wanted.", column="deadline", draft_field="deadline"),
    ] = None
    deadline_reason: Annotated[Long, About("Why that day.", column="deadline_reason")] = ""


class Channel(Value, frozen=True):
    """The route of the request, and the language in which it is written."""

    route: Annotated[
        Literal["", "central_authority", "diplomatic", "contact_24_7", "interpol", "direct"],
        About("Route between the two States.", printed="references", draft_field="channel"),
    ] = ""
    addressee: Annotated[Short, About("Office to which the request is addressed.")] = ""
    address: Annotated[Address, About("Its postal address.", column="addressee_address")] = ""
    via: Annotated[Short, About("Office that passes the request on.", draft_field="via")] = ""
    means: Annotated[
        Literal["", "post", "email", "secure_platform", "bag", "courier"],
        About("Means of transmission.", printed="contacts", draft_field="form"),
    ] = ""
    language: Annotated[
        Language,
        About(
            "Language of the letter.",
            printed=Never("the letter is written in it"),
            searched=SETTING,
            draft_field="language",
        ),
    ] = ""
    translation: Annotated[
        Literal["", "not_needed", "attached", "to_follow"],
        About("Whether a translation goes with it.", printed="contacts"),
    ] = ""
    translation_certified: Annotated[
        Answer,
        About(
            "Has a sworn or official translator certified the translation?",
            printed="contacts",
            draft_field="translation_certificate",
        ),
    ] = ""
    originals: Annotated[
        Literal["", "original", "certified_copy", "original_follows", "no_original"],
        About(
            "Whether the original goes out, a certified copy, or a copy that the original follows.",
            printed="contacts",
            draft_field="originals",
        ),
    ] = ""
    copies: Annotated[
        Annotated[int, Meta(ge=1, le=99)] | None,
        About(
            "How many copies of the letter go out; null when not stated.",
            printed="contacts",
            draft_field="copies",
        ),
    ] = None
    authentication: Annotated[
        Literal["", "not_needed", "apostille", "legalisation"],
        About(
            "Apostille or legalisation of the letter.",
            printed="contacts",
            draft_field="authentication",
        ),
    ] = ""
    reply_contact: Annotated[
        Contact,
        About(
            "Who answers questions and receives the material.",
            printed="contacts",
            columns="reply_",
            draft_field="contact",
        ),
    ] = Contact()
    confirmation_contact: Annotated[
        Contact,
        About(
            "A second person who can confirm that the request is authentic.",
            printed="contacts",
            columns="confirmation_",
            draft_field="confirmation_contact",
        ),
    ] = Contact()


class Signature(Value, frozen=True):
    """Who signs, where and on which day the request is dated."""

    name: Annotated[Short, About("Who signs.", draft_field="signature")] = ""
    function: Annotated[Line, About("Function of the signatory.", words=TITLE)] = ""
    sealed: Annotated[
        Answer,
        About("Does a seal or official stamp stand on the letter?", column="sealed", draft_field="seal"),
    ] = ""
    place: Annotated[Short, About("Place.", searched=IN_EVERY_REQUEST, column="signature_place")] = ""
    date: Annotated[
        dt.date | None,
        About(
            "Day of the request.",
            printed="references",
            column="signature_date",
            draft_field="request_date",
        ),
    ] = None

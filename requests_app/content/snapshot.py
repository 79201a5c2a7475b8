"""The request as one frozen value: what is checked, reviewed, printed, sent and exchanged.

The same structs are the machine-readable request: `schema/mla-request-1.json` is generated from
them, and an unknown key is refused. Text fields are "" when empty, never null; a date or number
that is not known yet is null. Ids are unique within their list and stable between revisions.
"""

import datetime as dt
import hashlib
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from requests_app.content.history import PriorContact, Step
from requests_app.content.values import (
    Address,
    Answer,
    Iso3,
    ItemId,
    Language,
    Line,
    LogTime,
    Long,
    Reference,
    Sha256,
    Short,
    Slug,
    Value,
)

# Letters about an earlier request: they ask for no act, so no list of contents applies to them.
NOTES = frozenset({"reminder", "withdrawal"})


class LegalBasis(Value, frozen=True):
    """One instrument relied on. Exactly one basis of a complete request is the main one."""

    instrument: Slug
    role: Literal["main", "additional", "fallback"] = "main"
    articles: Short = ""


class Scope(Value, frozen=True):
    """Facts that bring the case within an instrument; "" means that nobody has answered yet."""

    computer_related: Answer = ""
    electronic_evidence: Answer = ""
    transnational: Answer = ""
    organised_group: Answer = ""
    statement: Long = ""


class Contact(Value, frozen=True):
    """An office that can be reached. `zone` is an IANA time-zone name."""

    name: Short = ""
    function: Line = ""
    office: Short = ""
    address: Address = ""
    email: Short = ""
    phone: Short = ""
    hours: Short = ""
    zone: Short = ""


class Authority(Value, frozen=True):
    """Who asks, and who conducts the proceedings."""

    requesting: Contact = Contact()
    legal_power: Long = ""
    conducting: Contact = Contact()
    prosecutor_or_court: Short = ""


class Proceedings(Value, frozen=True):
    """The case at home. `request_status` says how this request relates to earlier ones."""

    case_reference: Short = ""
    operation: Short = ""
    nature: Long = ""
    stage: Literal["", "inquiry", "investigation", "charged", "trial", "appeal", "execution"] = ""
    court: Short = ""
    next_date: dt.date | None = None
    request_status: Literal["new", "follow_up", "supplementary", "extension", "reminder", "withdrawal"] = (
        "new"
    )
    prior_requests: Long = ""


class Earlier(Value, frozen=True):
    """The letter that this one goes back to. `note` is what a reminder or a withdrawal has to say."""

    reference: Short = ""
    made_on: dt.date | None = None
    their_reference: Short = ""
    authority: Short = ""
    note: Long = ""


class Reply(Value, frozen=True):
    """A question of the requested State, under its own number, and the answer."""

    id: ItemId
    number: Short = ""
    question: Long = ""
    answer: Long = ""


class Fact(Value, frozen=True):
    """One numbered paragraph of the facts: what happened, from when until when, and how it is known."""

    id: ItemId
    text: Long = ""
    on: dt.date | None = None
    until: dt.date | None = None
    place: Short = ""
    learned: Long = ""


class Offence(Value, frozen=True):
    """An offence under the law of the requesting State. `max_years` null means not stated."""

    id: ItemId
    title: Line = ""
    provision: Line = ""
    max_years: Annotated[float, Meta(ge=0, le=200)] | None = None
    life: bool = False
    penalty: Line = ""
    limitation: Line = ""
    limitation_on: dt.date | None = None
    conduct: Long = ""
    law_text: Long = ""


class Person(Value, frozen=True):
    """Somebody the request concerns. Particulars of natural and of legal persons share the struct."""

    id: ItemId
    nature: Literal["natural", "legal"] = "natural"
    role: Literal[
        "", "suspect", "accused", "convicted", "victim", "witness", "expert", "holder", "other"
    ] = ""
    family_name: Short = ""
    given_names: Short = ""
    original_script: Short = ""
    transliteration: Short = ""
    aliases: Short = ""
    sex: Literal["", "female", "male", "other"] = ""
    birth_date: dt.date | None = None
    birth_place: Short = ""
    nationality: Line = ""
    further_nationalities: Line = ""
    document: Short = ""
    registration_number: Short = ""
    registered_office: Address = ""
    representatives: Long = ""
    parents: Short = ""
    address: Address = ""
    location: Long = ""
    custody: Literal["", "free", "detained", "serving", "wanted", "not_known"] = ""
    custody_place: Short = ""
    link: Long = ""


class DataItem(Value, frozen=True):
    """One identifier over one period.

    `start` and `end` are what the log shows, without a zone; `zone` is an IANA name or an offset such
    as "+02:00". `facts`, `offences` and `measures` hold ids of this snapshot: the nexus.
    """

    id: ItemId
    type: Literal[
        "",
        "email",
        "account",
        "phone",
        "ip",
        "url",
        "domain",
        "device",
        "bank_account",
        "card",
        "wallet",
        "message",
        "file_hash",
        "other",
    ] = ""
    identifier: Short = ""
    port: Annotated[int, Meta(ge=1, le=65535)] | None = None
    start: LogTime | None = None
    end: LogTime | None = None
    zone: Short = ""
    provider: Short = ""
    provider_state: Iso3 = ""
    location_basis: Long = ""
    relevance: Long = ""
    source: Line = ""
    facts: tuple[ItemId, ...] = ()
    offences: tuple[ItemId, ...] = ()
    measures: tuple[ItemId, ...] = ()


class Measure(Value, frozen=True):
    """One act asked of the requested State.

    `kind` is a kind of assistance of the vocabulary. `particulars` maps particulars of the vocabulary
    (video-reason, witness-consent) or whole draft fields (video, questions) to text.
    `facts` and `offences` hold ids of this snapshot, for a measure that no data item describes.
    """

    id: ItemId
    kind: Slug
    basis: Short = ""
    description: Long = ""
    reason: Long = ""
    categories: Line = ""
    holder: Short = ""
    start: dt.date | None = None
    end: dt.date | None = None
    form_of_evidence: Line = ""
    procedure: Long = ""
    facts: tuple[ItemId, ...] = ()
    offences: tuple[ItemId, ...] = ()
    particulars: dict[Slug, Long] = {}


class Preservation(Value, frozen=True):
    """An earlier preservation, and the promise that a request for disclosure follows."""

    follow_up_intended: Answer = ""
    follow_up_on: dt.date | None = None
    reference: Short = ""
    authority: Short = ""
    provider: Short = ""
    made_on: dt.date | None = None
    expires_on: dt.date | None = None


class Procedure(Value, frozen=True):
    """How execution is wished for, and what the requesting State undertakes."""

    special: Long = ""
    reason: Long = ""
    domestic_order: Long = ""
    presence: Long = ""
    use_undertaking: Long = ""
    data_protection: Long = ""
    return_undertaking: Long = ""
    death_penalty_assurance: Long = ""
    reciprocity: Long = ""
    costs: Long = ""


class Confidentiality(Value, frozen=True):
    """`classification` is printed at the head and foot of every page."""

    classification: Literal["", "restricted", "confidential", "secret"] = ""
    wanted: Answer = ""
    reason: Long = ""
    no_notification: Answer = ""
    no_notification_reason: Long = ""


class Urgency(Value, frozen=True):
    """A deadline needs a reason: art 18(24) UNTOC and the practice of every central authority."""

    level: Literal["", "normal", "urgent", "emergency"] = ""
    category: Literal["", "danger_to_life", "custody", "loss_of_data", "hearing", "limitation", "other"] = (
        ""
    )
    reason: Long = ""
    deadline: dt.date | None = None
    deadline_reason: Long = ""


class Channel(Value, frozen=True):
    """The route of the request, and the language in which it is written."""

    route: Literal["", "central_authority", "diplomatic", "contact_24_7", "interpol", "direct"] = ""
    addressee: Short = ""
    address: Address = ""
    via: Short = ""
    means: Literal["", "post", "email", "secure_platform", "bag", "courier"] = ""
    language: Language = ""
    translation: Literal["", "not_needed", "attached", "to_follow"] = ""
    reply_contact: Contact = Contact()
    confirmation_contact: Contact = Contact()


class Signature(Value, frozen=True):
    """Who signs, where and on which day the request is dated."""

    name: Short = ""
    function: Line = ""
    place: Short = ""
    date: dt.date | None = None


class Annex(Value, frozen=True):
    """A document that goes with the request. `sha256` is that of the file, "" when none is attached."""

    id: ItemId
    kind: Literal[
        "", "law_text", "order", "certificate", "identity", "schedule", "translation", "evidence", "other"
    ] = ""
    title: Line = ""
    language: Language = ""
    pages: Annotated[int, Meta(ge=0, le=100_000)] | None = None
    sha256: Annotated[str, Meta(pattern="^([0-9a-f]{64}|)$")] = ""


class Translation(Value, frozen=True):
    """One text in the outgoing language.

    `path` names the text: "proceedings.nature", "facts.f1.text". The digests are those of both texts when
    one of them was last written after the other; where one differs by now, the other has to follow.
    """

    path: Annotated[str, Meta(max_length=200, pattern=r"^[a-z0-9_-]+(\.[a-z0-9_-]+)*$")]
    text: Long
    working_sha256: Sha256
    text_sha256: Sha256


class Snapshot(Value, frozen=True):
    """A whole request, at one revision.

    `unknown` maps ids of canonical draft fields to the reason why nothing can be said ("where
    possible" items); `applicable` maps them to "yes" or "no" ("where applicable" items).
    `working_language` is that of the texts, "" when it is the language of the letter; `translations` hold
    them in the language of the letter.
    """

    format: Literal["mla-request-1"] = "mla-request-1"
    reference: Reference = ""
    title: Line = ""
    requesting: Iso3 = ""
    requested: Iso3 = ""
    bases: tuple[LegalBasis, ...] = ()
    scope: Scope = Scope()
    authority: Authority = Authority()
    proceedings: Proceedings = Proceedings()
    earlier: Earlier = Earlier()
    replies: tuple[Reply, ...] = ()
    steps: tuple[Step, ...] = ()
    prior_contacts: tuple[PriorContact, ...] = ()
    facts: tuple[Fact, ...] = ()
    purpose: Long = ""
    offences: tuple[Offence, ...] = ()
    persons: tuple[Person, ...] = ()
    data_items: tuple[DataItem, ...] = ()
    measures: tuple[Measure, ...] = ()
    necessity: Long = ""
    preservation: Preservation = Preservation()
    procedure: Procedure = Procedure()
    confidentiality: Confidentiality = Confidentiality()
    urgency: Urgency = Urgency()
    channel: Channel = Channel()
    signature: Signature = Signature()
    annexes: tuple[Annex, ...] = ()
    other: Long = ""
    unknown: dict[Slug, Long] = {}
    applicable: dict[Slug, Literal["yes", "no"]] = {}
    working_language: Language = ""
    translations: tuple[Translation, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of assistance asked for, each once, in the order of the measures."""
        return tuple(dict.fromkeys(measure.kind for measure in self.measures))

    @property
    def is_note(self) -> bool:
        """A short letter about an earlier request, which itself asks for no act."""
        return self.proceedings.request_status in NOTES

    @property
    def basis_ids(self) -> tuple[str, ...]:
        """Instruments cited, the main one first."""
        order = {"main": 0, "additional": 1, "fallback": 2}
        return tuple(b.instrument for b in sorted(self.bases, key=lambda b: order[b.role]))


_ENCODER = msgspec.json.Encoder(order="deterministic")


def canonical(snapshot: Snapshot) -> bytes:
    """The one byte form of a snapshot: two equal snapshots have equal bytes."""
    return _ENCODER.encode(snapshot)


def digest(snapshot: Snapshot) -> str:
    """SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(snapshot)).hexdigest()

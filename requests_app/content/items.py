"""The repeated items of a request: each has an id, unique in its list and stable between revisions."""

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta

from requests_app.content.declaration import (
    BY_FILTER,
    FOR_MACHINES,
    IN_EVERY_REQUEST,
    OF_THE_LAW,
    OWN,
    SETTING,
    TITLE,
    About,
    Never,
)
from requests_app.content.values import (
    Address,
    Iso3,
    ItemId,
    Language,
    Line,
    LogTime,
    Long,
    Short,
    Slug,
    Value,
)


class Reply(Value, frozen=True):
    """A question of the requested State, under its own number, and the answer."""

    id: Annotated[ItemId, About("Id within the answers.")]
    number: Annotated[Short, About("Number of the question in the letter that asked it.")] = ""
    question: Annotated[
        Long, About("The question, in their words or in short.", words=Never("the words of the other side"))
    ] = ""
    answer: Annotated[Long, About("The answer.")] = ""


class Fact(Value, frozen=True):
    """One numbered paragraph of the facts: what happened, from when until when, and how it is known."""

    id: Annotated[ItemId, About("Id within the facts.")]
    text: Annotated[Long, About("What happened.", draft_field="facts")] = ""
    on: Annotated[dt.date | None, About("Day, or first day.")] = None
    until: Annotated[dt.date | None, About("Last day.")] = None
    place: Annotated[Short, About("Place.")] = ""
    learned: Annotated[Long, About("How this is known.")] = ""


class Offence(Value, frozen=True):
    """An offence under the law of the requesting State. `max_years` null means not stated."""

    id: Annotated[ItemId, About("Id within the offences.")]
    title: Annotated[Line, About("Name of the offence.", words=OF_THE_LAW, draft_field="offences")] = ""
    provision: Annotated[Line, About("Provision of the law.", words=OF_THE_LAW)] = ""
    max_years: Annotated[
        Annotated[float, Meta(ge=0, le=200)] | None,
        About("Maximum imprisonment in years; null when not stated.", draft_field="max_penalty"),
    ] = None
    life: Annotated[bool, About("Whether imprisonment for life is possible.")] = False
    penalty: Annotated[Line, About("Penalty in words.", words=OF_THE_LAW)] = ""
    limitation_status: Annotated[
        Literal["", "known", "not_barred", "not_known"],
        About("Whether the period is known, there is none, or nobody has established it yet."),
    ] = ""
    limitation: Annotated[
        Line, About("Limitation in words: the period, and what interrupts it.", words=OF_THE_LAW)
    ] = ""
    limitation_on: Annotated[dt.date | None, About("Day on which the offence becomes time-barred.")] = None
    conduct: Annotated[
        Long,
        About(
            "The conduct in plain words, to be matched with the law of the requested State.",
            draft_field="dual_criminality_note",
        ),
    ] = ""
    law_text: Annotated[
        Long, About("Text of the provision.", words=OF_THE_LAW, draft_field="offence_law_text")
    ] = ""


class Person(Value, frozen=True):
    """Somebody the request concerns. Particulars of natural and of legal persons share the struct."""

    id: Annotated[ItemId, About("Id within the persons.")]
    nature: Annotated[Literal["natural", "legal"], About("Natural or legal person.")] = "natural"
    role: Annotated[
        Literal["", "suspect", "accused", "convicted", "victim", "witness", "expert", "holder", "other"],
        About("Role in the case."),
    ] = ""
    family_name: Annotated[
        Short, About("Family name; the full name of a legal person.", draft_field="persons")
    ] = ""
    given_names: Annotated[Short, About("Given names.")] = ""
    original_script: Annotated[Short, About("Name in the original script.")] = ""
    transliteration: Annotated[
        Short, About("Standard or document by which the name is written in Latin letters.")
    ] = ""
    aliases: Annotated[Short, About("Other names.")] = ""
    sex: Annotated[Literal["", "female", "male", "other"], About("Sex.")] = ""
    birth_date: Annotated[dt.date | None, About("Date of birth, or of registration.")] = None
    birth_place: Annotated[Short, About("Place of birth, or of registration.")] = ""
    nationality: Annotated[Line, About("Nationality.", words=TITLE)] = ""
    further_nationalities: Annotated[Line, About("Other nationalities.", words=TITLE)] = ""
    document: Annotated[Short, About("Identity document.")] = ""
    registration_number: Annotated[
        Short, About("Registration number of a legal person, and the register.")
    ] = ""
    registered_office: Annotated[Address, About("Registered office of a legal person.")] = ""
    representatives: Annotated[Long, About("Who represents a legal person.")] = ""
    parents: Annotated[Short, About("Names of the parents.")] = ""
    address: Annotated[Address, About("Address.")] = ""
    location: Annotated[Long, About("Where the person is believed to be.")] = ""
    custody: Annotated[
        Literal["", "free", "detained", "serving", "wanted", "not_known"],
        About("Whether the person is at liberty."),
    ] = ""
    custody_place: Annotated[Short, About("Place of custody, and since when.")] = ""
    link: Annotated[Long, About("Part in the case.")] = ""


class DataItem(Value, frozen=True):
    """One identifier over one period.

    `start` and `end` are what the log shows, without a zone; `zone` is an IANA name or an offset such
    as "+02:00". `facts`, `offences` and `measures` hold ids of this snapshot: the nexus.
    """

    id: Annotated[ItemId, About("Id within the data items.")]
    type: Annotated[
        Literal[
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
        ],
        About("Kind of identifier."),
    ] = ""
    identifier: Annotated[
        Short, About("The identifier exactly as the provider uses it.", draft_field="data_specification")
    ] = ""
    port: Annotated[Annotated[int, Meta(ge=1, le=65535)] | None, About("Source port of an IP address.")] = (
        None
    )
    start: Annotated[
        LogTime | None,
        About("First moment as the log shows it, without a zone.", draft_field="time_period"),
    ] = None
    end: Annotated[LogTime | None, About("Last moment as the log shows it, without a zone.")] = None
    zone: Annotated[
        Short, About("Zone of the log: an IANA name or an offset such as +02:00.", searched=SETTING)
    ] = ""
    provider: Annotated[Short, About("Provider that holds the data.", draft_field="provider")] = ""
    provider_state: Annotated[Iso3, About("State of the provider.")] = ""
    location_basis: Annotated[
        Long, About("Why the data are believed to be there.", draft_field="location_basis")
    ] = ""
    relevance: Annotated[Long, About("How the data bear on the offence.", draft_field="relevance")] = ""
    source: Annotated[Line, About("Where the identifier comes from.", words=TITLE)] = ""
    facts: Annotated[tuple[ItemId, ...], About("Ids of the facts that lead to it.")] = ()
    offences: Annotated[tuple[ItemId, ...], About("Ids of the offences on which it bears.")] = ()
    measures: Annotated[
        tuple[ItemId, ...],
        About(
            "Ids of the measures that concern it; empty for every measure on data.",
            carried=Never("a link to a measure of before would mean another one"),
        ),
    ] = ()


class Measure(Value, frozen=True):
    """One act asked of the requested State.

    `kind` is a kind of assistance of the vocabulary. `particulars` maps particulars of the vocabulary
    (video-reason, witness-consent) or whole draft fields (video, questions) to text.
    `facts` and `offences` hold ids of this snapshot, for a measure that no data item describes.
    """

    id: Annotated[ItemId, About("Id within the measures.")]
    kind: Annotated[Slug, About("Kind of assistance, an id of the vocabulary.", searched=BY_FILTER)]
    basis: Annotated[Short, About("Article on which the measure rests.", searched=IN_EVERY_REQUEST)] = ""
    description: Annotated[
        Long, About("What the requested State is asked to do.", draft_field="assistance_description")
    ] = ""
    reason: Annotated[
        Long, About("Why this measure is needed, and how it bears on the offence.", carried=OWN)
    ] = ""
    categories: Annotated[Line, About("Data or documents wanted.")] = ""
    holder: Annotated[Short, About("Who holds them.")] = ""
    start: Annotated[dt.date | None, About("First day of the period.", carried=OWN)] = None
    end: Annotated[dt.date | None, About("Last day of the period.", carried=OWN)] = None
    form_of_evidence: Annotated[
        Line, About("Form in which the evidence is needed.", words=TITLE, draft_field="supply_form")
    ] = ""
    procedure: Annotated[Long, About("Procedure wished for this measure, and why.")] = ""
    facts: Annotated[
        tuple[ItemId, ...], About("Ids of the facts that lead to it, where no data item says so.")
    ] = ()
    offences: Annotated[
        tuple[ItemId, ...], About("Ids of the offences on which it bears, where no data item says so.")
    ] = ()
    particulars: Annotated[
        dict[Slug, Long],
        About(
            "What this kind needs besides, by particular or canonical draft field.",
            asked=Never("each particular of a kind has a field of its own"),
        ),
    ] = {}


class Annex(Value, frozen=True):
    """A document that goes with the request. `sha256` is that of the file, "" when none is attached."""

    id: Annotated[ItemId, About("Id within the annexes.")]
    kind: Annotated[
        Literal[
            "",
            "law_text",
            "order",
            "certificate",
            "translation_certificate",
            "authentication",
            "identity",
            "schedule",
            "translation",
            "evidence",
            "other",
        ],
        About("Kind of document.", printed="offences"),
    ] = ""
    title: Annotated[Line, About("Title.", words=TITLE)] = ""
    language: Annotated[Language, About("Language of the document.", searched=SETTING)] = ""
    pages: Annotated[Annotated[int, Meta(ge=0, le=100_000)] | None, About("Number of pages.")] = None
    sha256: Annotated[
        Annotated[str, Meta(pattern="^([0-9a-f]{64}|)$")],
        About(
            'SHA-256 of the file in hexadecimal; "" when no file is attached.',
            searched=FOR_MACHINES,
            asked=Never("worked out from the file"),
        ),
    ] = ""

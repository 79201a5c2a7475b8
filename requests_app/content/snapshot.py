"""The request as one frozen value: what is checked, reviewed, printed, sent and exchanged.

The same structs are the machine-readable request: `schema/mla-request-1.json` is generated from
them, and an unknown key is refused. Text fields are "" when empty, never null; a date or number
that is not known yet is null. Ids are unique within their list and stable between revisions. Each
field says in its annotation what becomes of it (`declaration.py`).
"""

import hashlib
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from requests_app.content.declaration import (
    ALWAYS,
    BY_THE_CHECK,
    BY_THE_PORTAL,
    FOR_MACHINES,
    IN_EVERY_REQUEST,
    NO_COLUMN,
    OWN,
    SETTING,
    TITLE,
    About,
    Never,
    Redacted,
)
from requests_app.content.handling import (
    Channel,
    Confidentiality,
    Preservation,
    Procedure,
    Signature,
    Urgency,
)
from requests_app.content.history import PriorContact, Step
from requests_app.content.items import Annex, DataItem, Fact, Measure, Offence, Person, Reply
from requests_app.content.parts import (
    Authority,
    Contact,
    Earlier,
    LegalBasis,
    Proceedings,
    Scope,
)
from requests_app.content.values import Iso3, Language, Line, Long, Reference, Sha256, Slug, Value

__all__ = [
    "Annex",
    "Authority",
    "Channel",
    "Confidentiality",
    "Contact",
    "DataItem",
    "Earlier",
    "Fact",
    "LegalBasis",
    "Measure",
    "Offence",
    "Person",
    "Preservation",
    "PriorContact",
    "Procedure",
    "Proceedings",
    "Reply",
    "Scope",
    "Signature",
    "Snapshot",
    "Step",
    "Translation",
    "Urgency",
    "canonical",
    "digest",
]

# Letters about an earlier request: they ask for no act, so no list of contents applies to them.
NOTES = frozenset({"reminder", "withdrawal"})


class Translation(Value, frozen=True):
    """One text in the outgoing language.

    `path` names the text: "proceedings.nature", "facts.f1.text". The digests are those of both texts when
    one of them was last written after the other; where one differs by now, the other has to follow.
    """

    path: Annotated[
        Annotated[str, Meta(max_length=200, pattern=r"^[a-z0-9_-]+(\.[a-z0-9_-]+)*$")],
        About(
            "Which text: the way to it, with the id of an item, such as facts.f1.text.",
            searched=FOR_MACHINES,
        ),
    ]
    text: Annotated[Long, About("The text in the language of the letter.")]
    working_sha256: Annotated[
        Sha256, About("Digest of the text in the working language that it renders.", searched=FOR_MACHINES)
    ]
    text_sha256: Annotated[
        Sha256, About("Digest of the text itself when it last agreed with that.", searched=FOR_MACHINES)
    ]


class Snapshot(Value, frozen=True):
    """A whole request, at one revision.

    `unknown` maps ids of canonical draft fields to the reason why nothing can be said ("where
    possible" items); `applicable` maps them to "yes" or "no" ("where applicable" items).
    `working_language` is that of the texts, "" when it is the language of the letter; `translations` hold
    them in the language of the letter.
    """

    format: Annotated[
        Literal["mla-request-1"],
        About(
            "Version of this format.",
            printed=FOR_MACHINES,
            searched=IN_EVERY_REQUEST,
            carried=ALWAYS,
            redacted=Redacted.OPEN,
            asked=BY_THE_PORTAL,
            column=NO_COLUMN,
        ),
    ] = "mla-request-1"
    reference: Annotated[
        Reference,
        About(
            'Reference given by the requesting authority; "" lets the portal give one.',
            printed="references",
            searched=True,
            carried=BY_THE_PORTAL,
            redacted=Redacted.OPEN,
            asked=BY_THE_PORTAL,
        ),
    ] = ""
    title: Annotated[
        Line,
        About(
            "One line that names the request in lists.",
            section="basis",
            printed="references",
            words=TITLE,
            carried=Never("a new request has a name of its own"),
            redacted=Redacted.FACT,
        ),
    ] = ""
    requesting: Annotated[
        Iso3,
        About(
            "State that asks.",
            printed="head",
            carried=ALWAYS,
            redacted=Redacted.OPEN,
            asked=Never("always the home State"),
        ),
    ] = ""
    requested: Annotated[
        Iso3,
        About(
            "State that is asked.",
            section="basis",
            printed="head",
            carried=Never("asked on the first page of the new request"),
            redacted=Redacted.OPEN,
        ),
    ] = ""
    bases: Annotated[
        tuple[LegalBasis, ...],
        About(
            "Legal bases relied on. A complete request has exactly one main basis.",
            section="basis",
            printed="basis",
            carried="law",
            redacted=Redacted.OPEN,
            asked=Never("chosen on the cards of the first page"),
        ),
    ] = ()
    scope: Annotated[
        Scope,
        About(
            "Facts that bring the case within the instruments relied on.",
            section="basis",
            printed="basis",
            carried="law",
            redacted=Redacted.FACT,
        ),
    ] = Scope()
    authority: Annotated[
        Authority,
        About(
            "Who asks, and who conducts the proceedings.",
            section="authority",
            printed="authorities",
            carried="authority",
            redacted=Redacted.CONTACT,
        ),
    ] = Authority()
    proceedings: Annotated[
        Proceedings,
        About(
            "The case at home, and how this request relates to earlier ones.",
            section="authority",
            printed="authorities",
            carried="proceedings",
            redacted=Redacted.FACT,
        ),
    ] = Proceedings()
    earlier: Annotated[
        Earlier,
        About(
            "The request that this letter goes back to, if it goes back to one.",
            section="earlier",
            printed="short",
            carried=OWN,
            redacted=Redacted.FACT,
            columns="earlier_",
        ),
    ] = Earlier()
    replies: Annotated[
        tuple[Reply, ...],
        About(
            "Answers to what the requested State has asked.",
            section="earlier",
            printed="replies",
            carried=OWN,
            redacted=Redacted.FACT,
        ),
    ] = ()
    steps: Annotated[
        tuple[Step, ...],
        About(
            "Decisions and hearings in the proceedings at home.",
            section="steps",
            printed="authorities",
            carried=OWN,
            redacted=Redacted.FACT,
        ),
    ] = ()
    prior_contacts: Annotated[
        tuple[PriorContact, ...],
        About(
            "Earlier contacts in the same matter, with authorities, police or providers.",
            section="contacts",
            printed="authorities",
            carried=Never("contacts are told anew, because they have gone on"),
            redacted=Redacted.FACT,
        ),
    ] = ()
    facts: Annotated[
        tuple[Fact, ...],
        About(
            "Numbered paragraphs of the facts, in the order in which they are printed.",
            section="facts",
            printed="facts",
            carried="facts",
            redacted=Redacted.FACT,
        ),
    ] = ()
    purpose: Annotated[
        Long,
        About(
            "What the material will be used for.",
            section="facts",
            printed="assistance",
            carried="purpose",
            redacted=Redacted.FACT,
            draft_field="purpose",
        ),
    ] = ""
    offences: Annotated[
        tuple[Offence, ...],
        About(
            "Offences under the law of the requesting State.",
            section="offences",
            printed="offences",
            carried="offences",
            redacted=Redacted.FACT,
        ),
    ] = ()
    persons: Annotated[
        tuple[Person, ...],
        About(
            "Everybody whom the request concerns.",
            section="persons",
            printed="persons",
            carried="persons",
            redacted=Redacted.PERSON,
        ),
    ] = ()
    data_items: Annotated[
        tuple[DataItem, ...],
        About(
            "Schedule of data: one identifier over one period in each row.",
            section="data",
            printed="assistance",
            carried="data",
            redacted=Redacted.ACCOUNT,
        ),
    ] = ()
    measures: Annotated[
        tuple[Measure, ...],
        About(
            "Acts asked of the requested State.",
            section="measures",
            printed="assistance",
            carried="measures",
            redacted=Redacted.FACT,
        ),
    ] = ()
    necessity: Annotated[
        Long,
        About(
            "Why the measures are needed and proportionate.",
            section="measures",
            printed="assistance",
            carried=OWN,
            redacted=Redacted.FACT,
            draft_field="necessity",
        ),
    ] = ""
    preservation: Annotated[
        Preservation,
        About(
            "An earlier preservation, or the promise of the request that follows this one.",
            section="measures",
            printed="assistance",
            carried=Never("it is quoted by the way on, never copied"),
            redacted=Redacted.FACT,
            columns="preservation_",
        ),
    ] = Preservation()
    procedure: Annotated[
        Procedure,
        About(
            "How execution is wished for, and what the requesting State undertakes.",
            section="procedures",
            printed="undertakings",
            carried="procedure",
            redacted=Redacted.OPEN,
        ),
    ] = Procedure()
    confidentiality: Annotated[
        Confidentiality,
        About(
            "Secrecy of the request.",
            section="confidentiality",
            printed="confidentiality",
            carried="confidentiality",
            redacted=Redacted.FACT,
        ),
    ] = Confidentiality()
    urgency: Annotated[
        Urgency,
        About(
            "How soon, and why.",
            section="confidentiality",
            printed="notice",
            carried=OWN,
            redacted=Redacted.FACT,
            columns="urgency_",
        ),
    ] = Urgency()
    channel: Annotated[
        Channel,
        About(
            "Route, language, and who answers questions.",
            section="channel",
            printed="addressee",
            carried="channel",
            redacted=Redacted.CONTACT,
        ),
    ] = Channel()
    signature: Annotated[
        Signature,
        About(
            "Who signs, where and when.",
            section="channel",
            printed="signature",
            carried=OWN,
            redacted=Redacted.CONTACT,
            columns="signatory_",
        ),
    ] = Signature()
    annexes: Annotated[
        tuple[Annex, ...],
        About(
            "Documents that go with the request, in their order.",
            section="annexes",
            printed="annexes",
            carried=OWN,
            redacted=Redacted.FACT,
        ),
    ] = ()
    other: Annotated[
        Long,
        About(
            "Anything else that helps execution.",
            section="procedures",
            printed="further",
            carried=OWN,
            redacted=Redacted.FACT,
            draft_field="other",
        ),
    ] = ""
    unknown: Annotated[
        dict[Slug, Long],
        About(
            "Reason why nothing can be said, by canonical draft field ('where possible' items).",
            printed="further",
            searched=Never("reasons why nothing is said find no request"),
            words=Never("one sentence in answer to a line of the check"),
            carried=OWN,
            redacted=Redacted.FACT,
            asked=BY_THE_CHECK,
            column=NO_COLUMN,
        ),
    ] = {}
    applicable: Annotated[
        dict[Slug, Literal["yes", "no"]],
        About(
            "Whether an item applies, by canonical draft field ('where applicable' items).",
            printed=Never("it only closes a line of the check"),
            carried=OWN,
            redacted=Redacted.INTERNAL,
            asked=BY_THE_CHECK,
            column=NO_COLUMN,
        ),
    ] = {}
    working_language: Annotated[
        Language,
        About(
            "Language in which the texts are drafted.",
            section="channel",
            printed=Never("the letter is in the outgoing language"),
            searched=SETTING,
            carried=ALWAYS,
            redacted=Redacted.OPEN,
        ),
    ] = ""
    translations: Annotated[
        tuple[Translation, ...],
        About(
            "The texts in the language of the letter, when that is another one.",
            printed=Never("they stand in the place of their texts"),
            words=Never("rules on words know the working language"),
            carried=ALWAYS,
            redacted=Redacted.FACT,
            asked=Never("asked beside each text"),
        ),
    ] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of assistance asked for, each once, in the order of the measures."""
        return tuple(dict.fromkeys(measure.kind for measure in self.measures))

    @property
    def is_note(self) -> bool:
        """Whether it is a short letter about an earlier request, which itself asks for no act."""
        return self.proceedings.request_status in NOTES

    @property
    def is_supplement(self) -> bool:
        """It adds to an earlier request, which it quotes and leans on."""
        return self.proceedings.request_status == "supplementary" and bool(self.earlier.reference.strip())

    @property
    def only_answers(self) -> bool:
        """A supplement that answers questions of the other side, and asks for nothing itself."""
        answered = any(reply.answer.strip() for reply in self.replies)
        return self.is_supplement and answered and set(self.kinds) <= {"supplementary_request"}

    @property
    def asks_for_nothing(self) -> bool:
        """No list of contents applies to it: a note about an earlier request, or answers alone."""
        return self.is_note or self.only_answers

    @property
    def basis_ids(self) -> tuple[str, ...]:
        """Return the instruments cited, the main one first."""
        order = {"main": 0, "additional": 1, "fallback": 2}
        return tuple(b.instrument for b in sorted(self.bases, key=lambda b: order[b.role]))


_ENCODER = msgspec.json.Encoder(order="deterministic")


def canonical(snapshot: Snapshot) -> bytes:
    """Return the canonical bytes of a snapshot: two equal snapshots have equal bytes."""
    return _ENCODER.encode(snapshot)


def digest(snapshot: Snapshot) -> str:
    """Return the SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical(snapshot)).hexdigest()

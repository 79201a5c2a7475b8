"""The shape of the data files. Decoding is strict: an unknown key, a wrong type or a value outside its list
is refused with the path of the key.

`docs/data-format.md` says the same in words. Facts that stand on a file hold for every row of it that does
not state its own.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Final, Literal

from msgspec import Meta, Struct

from treaties.spec import Basis, Confidence, Level, Verified

Iso3 = Annotated[str, Meta(pattern="^[A-Z]{3}$")]
Party = Annotated[str, Meta(pattern="^([A-Z]{3}|EU)$")]
Slug = Annotated[str, Meta(pattern="^[a-z0-9][a-z0-9_.-]{0,79}$")]
Language = Annotated[str, Meta(pattern="^[a-z]{2,3}(-[A-Za-z]+)*$")]
Text = Annotated[str, Meta(min_length=1)]
Names = dict[Literal["en", "fr", "es", "ru", "zh", "ar"], Text]


class Row(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whatever can be said of a fact: where from, how sure, from when until when."""

    source: str = ""
    confidence: Confidence | None = None
    verified: Verified | None = None
    note: str = ""
    since: date | None = None
    until: date | None = None


# --- States -------------------------------------------------------------------------------------------


class StateRow(Row, frozen=True, kw_only=True):
    code: Party
    iso2: Annotated[str, Meta(pattern="^[A-Z]{2}$")]
    m49: str = ""
    kind: Literal["state", "territory", "organisation"]
    short: Names
    common: Names = {}
    formal: Names = {}
    article: Names = {}
    languages: tuple[Language, ...] = ()


class OrganisationRow(Row, frozen=True, kw_only=True):
    id: Slug
    name: Text
    members: tuple[Iso3, ...]


class StatesFile(Row, frozen=True, kw_only=True):
    states: tuple[StateRow, ...]
    organisations: tuple[OrganisationRow, ...] = ()


# --- vocabulary ---------------------------------------------------------------------------------------


class GroupRow(Row, frozen=True, kw_only=True):
    id: Slug
    label: Text


class DraftFieldRow(Row, frozen=True, kw_only=True):
    id: Slug
    label: Text
    common: bool = False


class ElementRow(Row, frozen=True, kw_only=True):
    id: Slug
    fields: tuple[Slug, ...]


class CategoryRow(Row, frozen=True, kw_only=True):
    id: Slug
    term: Text
    meaning: Text
    definition: str = ""
    trap: str = ""


class ParticularRow(Row, frozen=True, kw_only=True):
    id: Slug
    label: Text
    level: Literal["required", "recommended"]
    field: Slug
    pattern: str = ""


class KindRow(Row, frozen=True, kw_only=True):
    id: Slug
    group: Slug
    term: Text
    plain: Text
    categories: tuple[Slug, ...]
    coercive: bool | None = None
    asked_as: tuple[Slug, ...] = ()
    particulars: tuple[ParticularRow, ...] = ()
    errors: tuple[Text, ...] = ()


class VocabularyFile(Row, frozen=True, kw_only=True):
    groups: tuple[GroupRow, ...]
    draft_fields: tuple[DraftFieldRow, ...]
    elements: tuple[ElementRow, ...]
    category: tuple[CategoryRow, ...]
    kind: tuple[KindRow, ...]


# --- instruments --------------------------------------------------------------------------------------


class GapFillerRow(Row, frozen=True, kw_only=True):
    provisions: tuple[Text, ...]
    provision: Text
    opt_in: str = ""
    always: tuple[Text, ...] = ()


class ContentsRow(Row, frozen=True, kw_only=True):
    """Which provision lists what a request must contain; "all" stands for every kind."""

    general: bool = False
    lists: dict[str, Text] = {}
    fallback: tuple[Literal["governing_treaty", "untoc", "un-model", "requested_law"], ...] = ()
    uses: str = ""
    explanation: str = ""


class RuleRow(Row, frozen=True, kw_only=True):
    topic: Literal[
        "authentication",
        "channel",
        "confidentiality",
        "costs",
        "dual_criminality",
        "execution",
        "languages",
        "network_24_7",
        "postponement",
        "relation_to_other_treaties",
        "return_of_evidence",
        "spontaneous_information",
        "urgency",
        "use_limitation",
    ]
    provision: str = ""
    text: Text


class Needs(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A condition of scope in a form that can be compared with the facts of a case."""

    penalty_years: float | None = None
    transnational: bool = False
    organised_group: bool = False
    convention_offence: bool = False
    electronic: bool = False


class ScopeRow(Row, frozen=True, kw_only=True):
    id: Slug
    provision: Text
    text: Text
    test: str = ""
    question: str = ""
    needs: Needs = Needs()


class RequirementRow(Row, frozen=True, kw_only=True):
    id: Slug
    provision: Text
    element: Slug
    message: Text
    level: Level
    basis: Basis = Basis.LAW
    kinds: Annotated[tuple[str, ...], Meta(min_length=1)]
    fields: tuple[Slug, ...]
    check: Slug = "answered"
    params: Mapping[str, Any] = {}
    when: Mapping[str, Any] = {}
    attachment: bool = False
    instrument: str = ""
    requesting: tuple[str, ...] = ()
    not_requesting: tuple[str, ...] = ()
    requested: tuple[Iso3, ...] = ()
    without_treaty: bool = False
    protocol: str = ""


class RefusalRow(Row, frozen=True, kw_only=True):
    id: Slug
    provision: Text
    ground: Slug
    nature: Slug
    text: Text


class TimeLimitRow(Row, frozen=True, kw_only=True):
    provision: Text
    text: Text
    days: int | None = None
    days_min: int | None = None
    days_max: int | None = None
    days_serve: int | None = None
    days_subscriber: int | None = None
    days_traffic: int | None = None
    hours: int | None = None
    kinds: tuple[str, ...] = ()


class OfferRow(Row, frozen=True, kw_only=True):
    kind: str
    provision: Text


class InstrumentFile(Row, frozen=True, kw_only=True):
    id: Slug
    name: Text
    title: Text
    reference: str = ""
    series: dict[str, str] = {}
    kind: Literal[
        "multilateral", "regional", "bilateral", "model", "domestic", "comity", "letters_rogatory"
    ]
    subject: Literal["cybercrime", "crime", "mla"]
    adopted: date | None = None
    adopted_note: str = ""
    place: str = ""
    opened: str = ""
    in_force: date | None = None
    in_force_note: str = ""
    dates_note: str = ""
    depositary: str = ""
    url: str = ""
    usable_now: bool
    text_needed: bool
    sole_basis: Literal["yes", "no", "without_bilateral_treaty", "domestic_statute"] = "yes"
    no_duty: bool = False
    direction_rules: bool = False
    supplements: str = ""
    membership: str = ""
    parties: tuple[Party, ...] = ()
    party_names: tuple[Text, ...] = ()
    parties_note: str = ""
    status_note: str = ""
    role: str = ""
    remarks: tuple[Text, ...] = ()
    verification: str = ""
    gap_filler: GapFillerRow | None = None
    contents: ContentsRow = ContentsRow()
    provisions: dict[str, str] = {}
    scope: tuple[ScopeRow, ...] = ()
    offer: tuple[OfferRow, ...] = ()
    requirement: tuple[RequirementRow, ...] = ()
    refusal: tuple[RefusalRow, ...] = ()
    rule: tuple[RuleRow, ...] = ()
    time_limit: tuple[TimeLimitRow, ...] = ()


# --- participation ------------------------------------------------------------------------------------

Action = Literal[
    "signature",
    "ratification",
    "accession",
    "acceptance",
    "approval",
    "succession",
    "formal_confirmation",
    "agreement",
    "withdrawal",
    "reported_party",
    "reported_not_party",
]


# What makes a State a party.
BINDING: Final = frozenset(
    {
        "ratification",
        "accession",
        "acceptance",
        "approval",
        "succession",
        "formal_confirmation",
        "agreement",
    }
)


class ActRow(Row, frozen=True, kw_only=True):
    """One act of one State. `source` is a key of the file's `sources`."""

    state: Party
    action: Action
    on: date | None = None
    in_force: date | None = None
    reservations: bool = False
    objections: bool = False
    side: str = ""


class ParticipationFile(Row, frozen=True, kw_only=True):
    instrument: Slug
    complete_on: date | None = None
    entry_rule: str = ""
    acts: tuple[ActRow, ...]
    sources: dict[str, Text] = {}


class BilateralRow(Row, frozen=True, kw_only=True):
    """A treaty of two: a new instrument (`id`), or the dates of one with its own file (`instrument`)."""

    id: str = ""
    instrument: str = ""
    parties: tuple[Party, Party]
    title: Text
    signed: date | None = None
    in_force: date | None = None
    dates_source: str = ""
    dates_confidence: Confidence | None = None
    supplements: str = ""
    membership: str = ""
    sides: tuple[str, ...] = ()
    bound: bool = True


class BilateralFile(Row, frozen=True, kw_only=True):
    treaties: tuple[BilateralRow, ...]


# --- a State's own law, and offices ----------------------------------------------------------------------


class LanguagesRow(Row, frozen=True, kw_only=True):
    accept: tuple[Language, ...]
    rule: str = ""


class NoTreatyRow(Row, frozen=True, kw_only=True):
    possible: Literal["yes", "no", "limited"]
    rule: Text


class ThresholdRow(Row, frozen=True, kw_only=True):
    category: Slug
    test: Text
    reference: str = ""
    must_show: str = ""


class DeclarationRow(Row, frozen=True, kw_only=True):
    instrument: Slug
    provision: Text
    text: Text
    effect: str = ""


class RedFlagRow(Row, frozen=True, kw_only=True):
    id: Slug
    text: Text


class OwnLawFile(Row, frozen=True, kw_only=True):
    state: Iso3
    languages: LanguagesRow | None = None
    no_treaty: NoTreatyRow | None = None
    threshold: tuple[ThresholdRow, ...] = ()
    declaration: tuple[DeclarationRow, ...] = ()
    requirement: tuple[RequirementRow, ...] = ()
    red_flag: tuple[RedFlagRow, ...] = ()


class AuthorityRow(Row, frozen=True, kw_only=True):
    id: Slug
    state: Iso3
    function: Literal["central_authority", "contact_24_7", "other"]
    scope: str = ""
    instruments: tuple[Slug, ...] = ()
    towards: tuple[Iso3, ...] = ()
    office: Text
    original: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""
    languages: tuple[Language, ...] = ()


class AuthoritiesFile(Row, frozen=True, kw_only=True):
    offices: tuple[AuthorityRow, ...]

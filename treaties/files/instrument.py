"""The shape of a file in `instruments/`: one treaty or other basis, and what it asks of a request."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from treaties.files.row import Iso3, Party, Row, Slug, Text
from treaties.spec import Basis, Level


class GapFillerRow(Row, frozen=True, kw_only=True):
    """Provisions that apply only between States without a treaty on mutual assistance."""

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
    """How the instrument regulates one topic, such as channel, language, costs or use."""

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
    """A condition on which the instrument applies at all."""

    id: Slug
    provision: Text
    text: Text
    test: str = ""
    question: str = ""
    needs: Needs = Needs()


class RequirementRow(Row, frozen=True, kw_only=True):
    """One thing that a request must, should or may contain."""

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
    """A ground on which a request may, or must not, be refused."""

    id: Slug
    provision: Text
    ground: Slug
    nature: Slug
    text: Text


class TimeLimitRow(Row, frozen=True, kw_only=True):
    """A period that the instrument sets."""

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
    """One kind of assistance that the instrument provides for, with its provision."""

    kind: str
    provision: Text


class ReplacesRow(Row, frozen=True, kw_only=True):
    """Between two States that this instrument binds it stands in place of others, for these kinds.

    `kinds` as in a requirement: "all", or their names, and "-kind" takes one out. `since` is the day from
    which the others give way. `text` tells a reader what stays under the others.
    """

    id: Slug
    provision: Text
    instruments: Annotated[tuple[Slug, ...], Meta(min_length=1)]
    kinds: Annotated[tuple[str, ...], Meta(min_length=1)]
    text: str = ""


class AmendmentFile(Row, frozen=True, kw_only=True):
    """What this authority changes in an instrument with a shipped text; the rest stays as releases
    have it.

    An amendment is kept in the database and never shipped; its export is the whole changed file.
    """

    amends: Slug
    name: str = ""
    title: str = ""
    reference: str = ""
    adopted: date | None = None
    in_force: date | None = None
    remarks: tuple[Text, ...] = ()
    requirement: tuple[RequirementRow, ...] = ()


class InstrumentFile(Row, frozen=True, kw_only=True):
    """The whole file."""

    id: Slug
    name: Text
    title: Text
    reference: str = ""
    series: dict[str, str] = {}
    kind: Literal[
        "multilateral",
        "regional",
        "bilateral",
        "model",
        "domestic",
        "scheme",
        "comity",
        "letters_rogatory",
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
    own_offences_only: bool = False
    direction_rules: bool = False
    # To whom what rests on it is sent; what is no request to a State may have a form of its own.
    addressee: Literal["state", "judicial_authority", "provider"] = "state"
    form: str = ""
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
    replaces: tuple[ReplacesRow, ...] = ()
    refusal: tuple[RefusalRow, ...] = ()
    rule: tuple[RuleRow, ...] = ()
    time_limit: tuple[TimeLimitRow, ...] = ()

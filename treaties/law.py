"""The law as one value in memory: everything that relations, requirements and the adviser ask of it.

A few thousand small rows change with a release or an act of curation and are read with every page, so they
are read once for each version (`treaties.current`) and then asked without a query.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from treaties.spec import Confidence, Refusal, Requirement, Verified


@dataclass(frozen=True, slots=True)
class State:
    """A State or territory.

    `in_text` is the name within a sentence, "the Netherlands". The mappings hold a name for each
    language: `names` are those in common use, `official` and `formal` those of the United Nations.
    """

    code: str
    name: str
    in_text: str
    kind: str
    iso2: str = ""
    # The State to which a territory belongs. Empty: it is none.
    part_of: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    official: Mapping[str, str] = field(default_factory=dict)
    formal: Mapping[str, str] = field(default_factory=dict)
    articles: Mapping[str, str] = field(default_factory=dict)

    def name_in(self, language: str) -> str:
        return self.names.get(language) or self.name

    def formal_name_in(self, language: str) -> str:
        return self.formal.get(language) or self.formal.get("en") or self.name_in(language)

    def in_text_in(self, language: str) -> str:
        """Return the name within a sentence of the language, with its article where the data have one."""
        article = self.articles.get(language, "")
        gap = "" if article.endswith(("'", "’")) else " "
        return f"{article}{gap}{self.name_in(language)}".strip()


@dataclass(frozen=True, slots=True)
class Particular:
    """What practice expects a measure of one kind to say.

    `field` is the draft field that holds it, or one particular of that field: "video-reason".
    """

    code: str
    label: str
    field: str
    required: bool
    # How the answer is typed: "text", "line", "yes_no", "day", "time" or "zone".
    input: str = "text"
    # The draft field alone, and the name of the particular in it, "" where it has none.
    draft_field: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of assistance. `asked_as` names the general kinds under which a treaty may carry it."""

    code: str
    term: str
    plain: str
    categories: tuple[str, ...]
    asked_as: tuple[str, ...]
    coercive: bool | None
    particulars: tuple[Particular, ...] = ()
    group: str = ""
    note: str = ""
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """Where an instrument lists what a request contains, and which lists replace it where it does not."""

    lists: Mapping[str, str] = field(default_factory=dict)
    fallback: tuple[str, ...] = ()

    def provision_for(self, kind: str) -> str:
        return self.lists.get(kind) or self.lists.get("all", "")


@dataclass(frozen=True, slots=True)
class GapFiller:
    """Provisions that apply only between States without a treaty on mutual assistance."""

    provisions: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Scope:
    """A condition on which an instrument applies at all."""

    code: str
    provision: str
    text: str
    question: str
    needs: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A period that an instrument sets."""

    provision: str
    text: str
    kinds: tuple[str, ...]
    days_min: int | None = None
    source: str = ""
    confidence: Confidence = Confidence.LOW
    verified: Verified = Verified.MEMORY


@dataclass(frozen=True, slots=True)
class Replacement:
    """Where its instrument binds two States, `replaced` give way for `kinds` from a day on."""

    provision: str
    replaced: tuple[str, ...]
    kinds: tuple[str, ...]
    since: date | None
    until: date | None
    text: str
    source: str
    confidence: Confidence
    verified: Verified

    def concerns(self, kind: str) -> bool:
        return f"-{kind}" not in self.kinds and ("all" in self.kinds or kind in self.kinds)

    def holds_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Instrument:
    """Anything that a request can rest on."""

    code: str
    name: str
    kind: str
    subject: str
    in_force: date | None
    usable_now: bool
    text_needed: bool
    sole_basis: str
    no_duty: bool
    own_offences_only: bool
    supplements: str
    membership: str
    complete_on: date | None
    status_note: str
    confidence: Confidence
    verified: Verified
    contents: Contents
    gap_filler: GapFiller | None
    parties: tuple[str, ...]
    offers: Mapping[str, str]
    scope: tuple[Scope, ...]
    time_limits: tuple[TimeLimit, ...]
    replaces: tuple[Replacement, ...] = ()
    # "state", "judicial_authority" or "provider"; the latter two get an order or a form, and no request.
    addressee: str = "state"
    form: str = ""
    # As a letter cites it: the full title, its series, where and when it was made.
    title: str = ""
    reference: str = ""
    place: str = ""
    adopted: date | None = None

    @property
    def is_general_treaty(self) -> bool:
        """A treaty on mutual assistance in general that can stand alone: it switches gap-fillers off."""
        of_two_or_a_region = self.kind in {"bilateral", "regional"} and not self.supplements
        return self.subject == "mla" and of_two_or_a_region and self.addressee != "provider"

    @property
    def binds_nobody(self) -> bool:
        """It is open to those who wish to help, and never in force."""
        return self.kind in {"scheme", "comity", "letters_rogatory"}

    @property
    def needs_no_participation(self) -> bool:
        """Whether nobody becomes a party: comity and letters rogatory are open to every State, model
        texts bind none.
        """
        open_to_all = self.kind in {"comity", "letters_rogatory", "model"}
        return open_to_all and not self.parties and not self.membership


@dataclass(frozen=True, slots=True)
class Participation:
    """One period in which a State was bound by an instrument, signed it, or was reported not to be a
    party.
    """

    instrument: str
    state: str
    is_signatory: bool
    signed: date | None
    bound: bool
    reported_not_party: bool
    deposited: date | None
    in_force_from: date | None
    in_force_until: date | None
    suspended_from: date | None
    side: str
    reservations: bool
    confidence: Confidence
    source: str
    remark: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A requirement with the circumstances in which it is asked."""

    requirement: Requirement
    instrument: str
    state: str
    requesting: tuple[str, ...]
    not_requesting: tuple[str, ...]
    requested: tuple[str, ...]
    without_treaty: bool
    protocol: str
    gap_filler: bool


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a State declared under an instrument."""

    instrument: str
    provision: str
    text: str
    effect: str
    confidence: Confidence
    verified: Verified


@dataclass(frozen=True, slots=True)
class Threshold:
    """What a State's law wants shown before it gives a category of data."""

    category: str
    test: str
    reference: str
    must_show: str
    days: int | None
    days_more: int | None
    source: str
    confidence: Confidence
    verified: Verified


@dataclass(frozen=True, slots=True)
class Authority:
    """An office of a State, never a person. `since` is the day on which somebody last looked it up."""

    code: str
    state: str
    function: str
    office: str
    phone: str
    email: str
    source: str
    confidence: Confidence
    verified: Verified
    since: date | None


@dataclass(frozen=True, slots=True)
class NoTreatyBasis:
    """Whether a State assists without a treaty."""

    possible: str
    rule: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, eq=False)
class Law:
    """One version of the law. Two are equal only when they are the same object."""

    version: str
    states: Mapping[str, State]
    kinds: Mapping[str, Kind]
    instruments: Mapping[str, Instrument]
    # (instrument, state) -> its periods, earliest first.
    participations: Mapping[tuple[str, str], tuple[Participation, ...]]
    # Treaties of two, by State: there are hundreds, and a pair shares a handful.
    bilateral_of: Mapping[str, frozenset[str]]
    requirements_of: Mapping[str, tuple[Asked, ...]]
    own_law_of: Mapping[str, tuple[Asked, ...]]
    declarations_of: Mapping[str, tuple[Declaration, ...]]
    thresholds_of: Mapping[str, tuple[Threshold, ...]]
    no_treaty_basis: Mapping[str, NoTreatyBasis]
    languages_of: Mapping[str, tuple[str, ...]]
    refusals_of: Mapping[str, tuple[Refusal, ...]]
    members: Mapping[str, frozenset[str]]
    authorities_of: Mapping[str, tuple[Authority, ...]]
    # Labels by code, in the order of the vocabulary: groups of kinds, and draft fields.
    groups: Mapping[str, str]
    fields: Mapping[str, str]

    def state_in_text(self, code: str) -> str:
        state = self.states.get(code)
        return state.in_text if state else code

    def ancestry(self, instrument: str) -> tuple[str, ...]:
        """Return the instrument and those that it supplements, nearest first."""
        found: list[str] = []
        while instrument and instrument in self.instruments and instrument not in found:
            found.append(instrument)
            instrument = self.instruments[instrument].supplements
        return tuple(found)

    def is_one_state(self, a: str, b: str) -> bool:
        """A State and its own territory, or two territories of one State: no treaty stands between them."""
        return self._sovereign(a) == self._sovereign(b)

    def _sovereign(self, code: str) -> str:
        state = self.states.get(code)
        return (state.part_of if state else "") or code

    def is_one_of(self, state: str, group: tuple[str, ...]) -> bool:
        """Whether the State is in `group`, which holds codes of States and ids of organisations."""
        return any(state == each or state in self.members.get(each, frozenset()) for each in group)

"""The shape of a rule of law, as plain frozen values.

Nothing here knows of Django or of a database: the checker receives these values and no rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class Level(StrEnum):
    """How strongly an instrument or a law asks for something."""

    MANDATORY = "mandatory"
    WHERE_POSSIBLE = "where_possible"
    WHERE_APPLICABLE = "where_applicable"
    RECOMMENDED = "recommended"


class Basis(StrEnum):
    """What kind of source asks."""

    LAW = "law"
    DECLARATION = "declaration"
    PRACTICE = "practice"


class Verified(StrEnum):
    """Where the rule was read. Only `TEXT` may block a request."""

    TEXT = "text"
    MEMORY = "memory"
    PRACTICE = "practice"


class Confidence(StrEnum):
    """How sure it is, surest first."""

    HIGH = "high"
    MEDIUM_HIGH = "medium-high"
    MEDIUM = "medium"
    LOW_MEDIUM = "low-medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a rule stands. `label` is what a person reads: "Budapest Convention, art 29(2)(a)"."""

    instrument: str
    provision: str
    label: str
    source: str
    confidence: Confidence
    verified: Verified


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing that a request must, should or may contain.

    `applies_to` names kinds of assistance; "all" means every kind and "-kind" takes one out.
    `fields` are ids of the canonical draft fields of the vocabulary; the rule is met when the named
    check is met for each of them. `check` and the keys of `when` name functions of
    `requests_app.checks.library`. `stands_in_for` is the instrument that has no list of its own, when
    the rule comes from the list that completes it.
    """

    code: str
    citation: Citation
    level: Level
    basis: Basis
    element: str
    message: str
    applies_to: tuple[str, ...]
    fields: tuple[str, ...]
    check: str = "answered"
    params: Mapping[str, Any] = field(default_factory=dict)
    when: Mapping[str, Any] = field(default_factory=dict)
    direction: str = ""
    attachment: bool = False
    since: date | None = None
    until: date | None = None
    stands_in_for: str = ""

    def applies_to_kind(self, kind: str) -> bool:
        if f"-{kind}" in self.applies_to:
            return False
        return "all" in self.applies_to or kind in self.applies_to

    @property
    def blocks(self) -> bool:
        """Whether it can stop a request; a rule that nobody read in a text only advises."""
        return self.level is Level.MANDATORY and self.citation.verified is Verified.TEXT


class Answer(StrEnum):
    """Whether an instrument that a request cites can carry it between two States on a day."""

    YES = "yes"
    # Comity, letters rogatory, a scheme: open to both, and nobody is bound.
    OPEN = "open"
    # It binds both; what it asks was not read there, and the list of another text stands in.
    TEXT_NOT_LOADED = "text_not_loaded"
    # Another instrument stands in its place between the two, for something that is asked.
    REPLACED = "replaced"
    # Another instrument may stand in its place: it cannot be said for sure.
    MAY_BE_REPLACED = "may_be_replaced"
    # Signed only, not yet, not any more, or in force for nobody.
    NOT_IN_FORCE = "not_in_force"
    # A model text, a treaty of others, or one that does not bind these two towards each other.
    NO = "no"
    # A list of parties that was complete on a stated day does not name one of them.
    NOT_LISTED = "not_listed"
    # The data are silent, which says nothing of the State.
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedBasis:
    """Whether one cited basis binds both States on the day.

    `reason` is a sentence for a person; "" means that nothing is amiss.
    `is_certain`: a dated act that somebody read keeps it from being in force; silence is never certain.
    """

    basis: str
    name: str
    answer: Answer
    reason: str
    source: str
    confidence: Confidence
    is_certain: bool = False
    # What takes the place of a letter of request under it: an order, or a form. Empty: a letter.
    route: str = ""

    @property
    def carries(self) -> bool:
        return self.answer in {Answer.YES, Answer.OPEN, Answer.TEXT_NOT_LOADED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What one cited basis provides for the kinds asked for. `articles` maps a kind to its provision.

    `yielded` are provisions that give way to a treaty between the two. `is_known`: the text was read and
    its offers are on record. `has_articles`: it obliges, and its offers are cited by articles. `is_unread`:
    it obliges, and nobody knows by which articles.
    """

    basis: str
    name: str
    articles: Mapping[str, str]
    yielded: Mapping[str, str]
    is_known: bool
    has_articles: bool
    is_unread: bool
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A ground on which an instrument lets a request be refused, or forbids that it be refused alone."""

    ground: str
    nature: str
    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Typed:
    """A particular of a kind whose answer has a form: `input` is "yes_no", "day", "time" or "zone"."""

    kind: str
    field: str
    input: str


class Way(StrEnum):
    """How a requirement came onto the list of one request."""

    OWN = "own"
    # The list of what the basis supplements, or of a protocol that supplements the basis.
    PARENT = "parent"
    PROTOCOL = "protocol"
    # The basis has no list for this kind of assistance, and another completes it.
    STANDS_IN = "stands_in"
    OWN_LAW = "own_law"
    DECLARATION = "declaration"
    PRACTICE = "practice"
    # Rules of craft, which no instrument asks for.
    CRAFT = "craft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One requirement with the way it came: the answer to "why is this asked of me?".

    `basis` is the instrument cited, `home` the instrument, State or kind of assistance that asks, `kinds`
    those for which the basis has no list. A gap-filler or a rule for States without a treaty is on the list
    because no treaty on mutual assistance is known to govern.
    """

    requirement: Requirement
    way: Way
    basis: str = ""
    home: str = ""
    kinds: tuple[str, ...] = ()
    without_treaty: bool = False

"""What the composer must know besides the request: the two States, the office, the instruments.

Plain values, so that the caller may build them from the database, a test from nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from requests_app.letter.letter import Letterhead

InstrumentKind = Literal["treaty", "comity", "letters_rogatory"]


@dataclass(frozen=True, slots=True)
class StateName:
    """Names as they stand inside a sentence: "the Kingdom of Norway", "the United Kingdom"."""

    formal: str
    short: str

    @classmethod
    def of(cls, *, formal: str, short: str) -> "StateName":
        """From a list of names, where an article trails in brackets: "Netherlands (the)"."""
        name, _, tail = short.partition(" (")
        article = "the " if tail.rstrip(")") == "the" else ""
        running = f"{article}{name}" if article else short
        return cls(formal=formal or running, short=running or formal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """The facts of one legal basis. Comity and letters rogatory have a kind and little else.

    `articles` maps kinds of assistance to the articles that offer them, used where a measure does
    not name its own; `indications` is the provision that lists what a preservation request states.
    """

    kind: InstrumentKind = "treaty"
    title: str
    short: str = ""
    reference: str = ""
    place: str = ""
    adopted: date | None = None
    in_force_requesting: date | None = None
    in_force_requested: date | None = None
    articles: Mapping[str, str] = field(default_factory=dict)
    indications: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """`instruments` and `terms` are keyed by the ids of the law data; `states` by ISO alpha-3."""

    requesting: StateName
    requested: StateName
    letterhead: Letterhead
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    approved: bool = False
    revision: int = 1
    audit_head: str = ""
    language: str = "en"

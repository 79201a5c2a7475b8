"""What the letter takes from the law: names of States, instruments, articles, terms, the letterhead.

A setting is a frozen value with one byte form, as a snapshot is. Both are bound by an approval. What the
letter says of its own making (`Stamp`) is no part of it.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import msgspec

from requests_app.letter.letter import Letterhead

InstrumentKind = Literal["treaty", "comity", "letters_rogatory"]


class StateName(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of a State as they stand in a sentence: "the Kingdom of Norway", "the United Kingdom"."""

    formal: str
    short: str

    @classmethod
    def of(cls, *, formal: str, short: str) -> "StateName":
        """Return the names, with a trailing article put in front: "Netherlands (the)" is "the
        Netherlands".
        """
        name, _, tail = short.partition(" (")
        article = "the " if tail.rstrip(")") == "the" else ""
        running = f"{article}{name}" if article else short
        return cls(formal=formal or running, short=running or formal)


class Instrument(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
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
    articles: Mapping[str, str] = {}
    indications: str = ""


class Setting(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a letter takes from the law. `instruments` and `terms` are keyed by ids of the law data,
    `states` by ISO alpha-3.
    """

    format: Literal["letter-setting-1"] = "letter-setting-1"
    requesting: StateName
    requested: StateName
    letterhead: Letterhead
    instruments: Mapping[str, Instrument] = {}
    terms: Mapping[str, str] = {}
    states: Mapping[str, str] = {}
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a letter says of its own making: whether it is approved, its revision, the head of the chain."""

    approved: bool = False
    revision: int = 1
    audit_head: str = ""


DRAFT = Stamp()
_ENCODER = msgspec.json.Encoder(order="deterministic")


def canonical(setting: Setting) -> bytes:
    """Return the canonical bytes of a setting: two equal settings have equal bytes."""
    return _ENCODER.encode(setting)


def digest(setting: Setting) -> str:
    """Return the SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical(setting)).hexdigest()

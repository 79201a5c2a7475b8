"""The word lists of `wording.toml`, read once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

_FILE: Final = Path(__file__).with_name("wording.toml")


@dataclass(frozen=True, slots=True)
class Term:
    """Words of one legal system, what to say instead, and the States whose lawyers know them."""

    words: tuple[str, ...]
    say: str
    known_in: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ground:
    """Signs that a ground of refusal may be raised. `grounds` are its names in the data of the law."""

    name: str
    grounds: frozenset[str]
    words: tuple[str, ...]
    answered_by: tuple[str, ...]
    signal: str
    assurance: str


@cache
def _read() -> Mapping[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def phrases(group: str, name: str = "phrases") -> tuple[str, ...]:
    return tuple(_read()[group][name])


@cache
def terms() -> tuple[Term, ...]:
    return tuple(
        Term(tuple(row["words"]), row["say"], frozenset(row.get("known_in", ()))) for row in _read()["term"]
    )


@cache
def grounds() -> Mapping[str, Ground]:
    return {
        name: Ground(
            name,
            frozenset(row["grounds"]),
            tuple(row["words"]),
            tuple(row["answered_by"]),
            row["signal"],
            row["assurance"],
        )
        for name, row in _read()["refusal"].items()
    }

"""Complete requests: one invented case on every journey and for every kind of assistance."""

import copy
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

Json = dict[str, Any]

HERE = Path(__file__).parent
# What every request carries; a translation, a certificate and a notice join them where they are due.
_ALSO = "Everything that this measure has to say of it is told here, one by one."
_ANNEXES = {
    "law_text": "Text of the provisions",
    "order": "Orders of the Regional Court",
    "certificate": "Certificate of the central authority on the proceedings and the lawfulness",
    "translation": "Translation of the request",
    "other": "Notice on rights and duties for the addressee",
}
# Only these promise the request that follows.
_PRESERVING = frozenset({"preservation", "preservation_extension"})
# States whose law asks for a certificate of the authority that makes the request.
_WANT_A_CERTIFICATE = frozenset({"NZL", "SGP"})


@dataclass(frozen=True)
class Journey:
    """Two States, and what the request rests on. `translation` is "" where the letter is read as it is."""

    requesting: str
    requested: str
    bases: tuple[str, ...]
    letter: str
    translation: str
    route: str
    urgency: str

    @property
    def pair(self) -> str:
        return f"{self.requesting}-{self.requested}"


@dataclass(frozen=True)
class Complete:
    journey: Journey
    kind: str
    request: Json

    @property
    def name(self) -> str:
        return f"{self.journey.pair} {self.journey.bases[0]} {self.kind}"


@lru_cache
def _read(name: str) -> Json:
    return tomllib.loads((HERE / f"{name}.toml").read_text())


def journeys() -> tuple[Journey, ...]:
    return tuple(
        Journey(
            requesting=row["from"],
            requested=row["to"],
            bases=tuple(row["bases"]),
            letter=row["letter"],
            translation=row.get("translation", ""),
            route=row.get("route", "central_authority"),
            urgency=row.get("urgency", "normal"),
        )
        for row in _read("journeys")["journey"]
    )


def kinds() -> tuple[str, ...]:
    return tuple(_read("measures")["kind"])


def every(chosen: Iterable[str]) -> Iterator[Complete]:
    wanted = tuple(chosen)
    for journey in journeys():
        for kind in wanted:
            yield Complete(journey, kind, request(journey, kind))


def request(journey: Journey, kind: str) -> Json:
    measure = _read("measures")["kind"][kind]
    made: Json = copy.deepcopy(_read("story")["request"])
    made |= {
        "requesting": journey.requesting,
        "requested": journey.requested,
        "bases": [_basis(n, code) for n, code in enumerate(journey.bases)],
        "measures": [_measure(kind, measure)],
        "data_items": [
            _row(n, name, journey.requested) for n, name in enumerate(measure.get("rows", ()), 1)
        ],
        "annexes": _annexes(journey, measure),
    }
    made["channel"] |= {
        "route": journey.route,
        "language": journey.letter,
        "translation": "attached" if journey.translation else "not_needed",
    }
    if kind not in _PRESERVING:
        made["preservation"] |= {"follow_up_intended": "no", "follow_up_on": None}
    made["urgency"] |= _urgency(measure.get("urgency", journey.urgency))
    return made


def _basis(position: int, code: str) -> Json:
    return {"instrument": code, "role": "additional" if position else "main", "articles": ""}


def _measure(kind: str, measure: Json) -> Json:
    given = _read("measures")
    by_itself = {"categories": measure.get("categories", "")} if measure.get("rows") else given["object"]
    particulars = {} if measure.get("rows") else dict(given["particulars"])
    particulars |= {name: given["special"][name] for name in measure.get("special", ())}
    # A text on a field as a whole may hold any of its particulars.
    particulars |= dict.fromkeys(measure.get("also", ()), _ALSO)
    return {
        "id": "m1",
        "kind": kind,
        "description": measure["description"],
        **given["common"],
        **by_itself,
        "particulars": particulars,
    }


def _row(number: int, name: str, state: str) -> Json:
    row = copy.deepcopy(_read("story")["rows"][name])
    return {"id": f"d{number}", "provider_state": state, "measures": ["m1"], **row}


def _annexes(journey: Journey, measure: Json) -> list[Json]:
    due = ["law_text", "order", *measure.get("annexes", ())]
    if journey.requested in _WANT_A_CERTIFICATE:
        due.append("certificate")
    languages = dict.fromkeys(due, journey.translation or journey.letter)
    if journey.translation:
        languages["translation"] = journey.translation
    return [
        {
            "id": f"a{n}",
            "kind": kind,
            "title": _ANNEXES[kind],
            "language": language,
            "pages": 2,
        }
        for n, (kind, language) in enumerate(languages.items(), 1)
    ]


def _urgency(level: str) -> Json:
    if level == "normal":
        return {"level": level, "reason": ""}
    reason = "The provider deletes the records on 10 December 2026."
    if level == "emergency":
        reason = "A message of 24 November 2026 threatens the life of the administrator within two days."
    category = "danger_to_life" if level == "emergency" else "loss_of_data"
    return {"level": level, "category": category, "reason": reason}

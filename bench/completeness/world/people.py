"""Persons: taken for one another, spelled in two ways, born too late, not in the list."""

from datetime import date
from typing import Any, Final

from bench.completeness.places import Json
from bench.completeness.world.fault import FIRST_FACT, Changes, Fault, kinds, more

_ACCUSED: Final = ("suspect", "accused")
_HEARD: Final = ("video_hearing", "telephone_hearing", "evidence_statements")


def _first(request: Json, *roles: str) -> int | None:
    """The first natural person in one of the roles."""
    for n, person in enumerate(request["persons"]):
        if person["nature"] == "natural" and person["role"] in roles:
            return n
    return None


def _prose(request: Json) -> str:
    texts = [fact["text"] for fact in request["facts"]]
    return " ".join((*texts, *(measure["description"] for measure in request["measures"])))


def _suspect_as_witness(request: Json) -> Changes:
    n = _first(request, *_ACCUSED)
    if n is not None:
        yield ("persons", n, "role"), "witness"
        name = request["persons"][n]["family_name"]
        yield from more(
            request, ("persons", n, "link"), f"{name} is suspected of having committed the offence."
        )


def _witness_as_accused(request: Json) -> Changes:
    n = _first(request, "witness")
    if n is not None and request["measures"]:
        yield ("persons", n, "role"), "accused"
        given, family = request["persons"][n]["given_names"], request["persons"][n]["family_name"]
        yield from more(
            request, ("measures", 0, "description"), f"The witness {given} {family} is to be heard."
        )


def _names_exchanged(request: Json) -> Changes:
    """Two rows, each with the name of the other."""
    natural = [n for n, person in enumerate(request["persons"]) if person["nature"] == "natural"]
    if len(natural) > 1:
        one, other = natural[:2]
        for field in ("family_name", "given_names"):
            yield ("persons", one, field), request["persons"][other][field]
            yield ("persons", other, field), request["persons"][one][field]
        yield from more(request, FIRST_FACT, _accusing(request["persons"][one]))


def _accusing(person: Json) -> str:
    return f"The {person['role']} {person['given_names']} {person['family_name']} did this."


def _given_for_family(request: Json) -> Changes:
    n = _first(request, *_ACCUSED, "witness")
    if n is not None:
        person = request["persons"][n]
        yield from more(request, FIRST_FACT, _accusing(person))
        yield ("persons", n, "family_name"), person["given_names"]
        yield ("persons", n, "given_names"), person["family_name"]


def _nearly(name: str) -> str:
    """Two letters in the middle change places; where they are the same, one is lost."""
    at = len(name) // 2
    swapped = name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :]
    return swapped if swapped != name else name[:at] + name[at + 1 :]


def _nearly_the_name(request: Json) -> Changes:
    n = _first(request, *_ACCUSED, "witness")
    if n is not None and len(request["persons"][n]["family_name"]) > 4:
        given, family = request["persons"][n]["given_names"], request["persons"][n]["family_name"]
        yield from more(request, FIRST_FACT, f"The neighbours saw {given} {_nearly(family)} that evening.")


def _nearly_the_company(request: Json) -> Changes:
    for person in request["persons"]:
        if person["nature"] == "legal" and len(person["family_name"]) > 8:
            yield from more(
                request, ("measures", 0, "description"), f"The records of {_nearly(person['family_name'])}."
            )
            return


def _stranger(request: Json) -> Changes:
    """Somebody who is accused in the facts and stands nowhere in the list."""
    if request["persons"]:
        sentence = (
            "Part of the money was taken by Marek Vondrasek, born on 2 May 1981, who is accused as well."
        )
        yield from more(request, FIRST_FACT, sentence)


def _other_birthday(request: Json) -> Changes:
    n = _first(request, *_ACCUSED, "witness")
    if n is not None and request["persons"][n]["birth_date"]:
        person = request["persons"][n]
        born = date.fromisoformat(person["birth_date"])
        name = f"{person['given_names']} {person['family_name']}"
        day = f"{born.day} {born:%B} {born.year + 9}"
        yield from more(request, FIRST_FACT, f"{name}, born on {day}, was seen there.")


def _too_young(request: Json) -> Changes:
    """The day of the passport was typed in the place of the day of birth."""
    n = _first(request, *_ACCUSED)
    if n is not None and request["persons"][n]["birth_date"]:
        yield ("persons", n, "birth_date"), "2024-01-15"


def _unborn(request: Json) -> Changes:
    n = _first(request, *_ACCUSED, "witness")
    if n is not None:
        yield ("persons", n, "birth_date"), "2079-05-03"


def _very_old(request: Json) -> Changes:
    n = _first(request, *_ACCUSED, "witness")
    if n is not None:
        yield ("persons", n, "birth_date"), "1890-03-14"


def _heard_and_not_listed(request: Json) -> Changes:
    n = _first(request, "witness")
    if n is not None and kinds(request) & {*_HEARD}:
        sentence = "The witness Agnes Tollemark is to be heard as well."
        yield from more(request, ("measures", 0, "description"), sentence)


def _no_birthday(request: Json) -> Changes:
    """Nothing by which the person could be told from another of the same name."""
    n = _first(request, *_ACCUSED)
    if n is not None:
        for field, empty in _UNKNOWN.items():
            yield ("persons", n, field), empty


_UNKNOWN: Final[dict[str, Any]] = {
    **dict.fromkeys(("birth_place", "nationality", "document", "address", "parents"), ""),
    "birth_date": None,
}


def _twice(request: Json) -> Changes:
    if request["persons"]:
        yield ("persons", len(request["persons"])), {**request["persons"][0], "id": "again"}


_NAMES: Final = ("persons.family_name", "persons.given_names", "persons.role", "facts.text")
FAULTS: Final = (
    Fault("suspect as a witness", "persons", "find", _suspect_as_witness, ("persons.role",)),
    Fault("witness as the accused", "persons", "find", _witness_as_accused, ("persons.role",)),
    Fault("two persons with exchanged names", "persons", "find", _names_exchanged, _NAMES),
    Fault("given name as the family name", "persons", "find", _given_for_family, _NAMES),
    Fault("nearly the name of the list", "persons", "find", _nearly_the_name, _NAMES),
    Fault("nearly the company of the list", "persons", "find", _nearly_the_company, _NAMES),
    Fault("accused who is not in the list", "persons", "find", _stranger, ("persons", *_NAMES)),
    Fault("witness who is not in the list", "persons", "find", _heard_and_not_listed, ("persons", *_NAMES)),
    Fault("other day of birth in the text", "persons", "find", _other_birthday, ("persons.birth_date",)),
    Fault("suspect of two years", "persons", "find", _too_young),
    Fault("born in the future", "persons", "block", _unborn),
    Fault("born in another century", "persons", "find", _very_old),
    Fault("name and nothing else", "persons", "find", _no_birthday),
    Fault("person entered twice", "persons", "find", _twice, ("persons.family_name",)),
)

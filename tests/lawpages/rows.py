"""Fictional rows of the law, for what the shipped ones do not show."""

from datetime import date
from itertools import count
from typing import Any

from treaties.models import Authority, DataSet, Instrument, Participation, Requirement, State, Threshold

REVISIONS = count(10_000)
FACT = {"source": "made up for a test", "confidence": "low", "verified": "memory"}


def state(code: str, iso2: str, name: str = "Examplia") -> State:
    return State.objects.create(code=code, iso2=iso2, kind=State.Kind.STATE, short={"en": name}, **FACT)


def instrument(code: str = "example-2020", **values: Any) -> Instrument:
    given = {
        "name": "Example Convention",
        "title": "Convention made up for a test",
        "kind": Instrument.Kind.MULTILATERAL,
        "subject": Instrument.Subject.MLA,
        "usable_now": True,
        "text_needed": False,
    }
    return Instrument.objects.create(code=code, **{**FACT, **given, **values})


def participation(treaty: Instrument, party: State, since: date | None = None) -> Participation:
    return Participation.objects.create(
        key=f"{treaty.code}:{party.code}",
        instrument=treaty,
        state=party,
        bound=True,
        action="accession",
        in_force_from=since,
        **FACT,
    )


def requirement(number: int, **home: Any) -> Requirement:
    return Requirement.objects.create(
        code=f"example-{number}",
        provision=f"{number}(1)",
        element="facts",
        message=f"Say number {number}.",
        level=Requirement.Level.MANDATORY,
        basis=Requirement.Basis.LAW,
        kinds=["all"],
        fields=["facts"],
        position=number,
        **FACT,
        **home,
    )


def office(number: int, where: State) -> Authority:
    return Authority.objects.create(
        code=f"example-{where.code}-{number}",
        state=where,
        function=Authority.Function.CENTRAL_AUTHORITY,
        office=f"Office {number} of Examplia",
        email="mla@example.org",
        **FACT,
    )


def threshold(number: int, where: State) -> Threshold:
    return Threshold.objects.create(
        key=f"{where.code}:{number}",
        state=where,
        category="traffic",
        test=f"Test {number}",
        position=number,
        **FACT,
    )


def changed() -> None:
    """The law has another version: whatever remembers the old one asks again."""
    DataSet.objects.update(revision=next(REVISIONS))

"""What a request must contain: the union of what each basis, its stand-ins and the State asked want."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from treaties import citations, current, relations
from treaties.law import Asked, Instrument, Law
from treaties.spec import Requirement

_ALL = "all"


def for_request(
    *,
    requesting: str,
    requested: str,
    bases: Sequence[str],
    kinds: Sequence[str],
    on: date,
    law: Law | None = None,
) -> tuple[Requirement, ...]:
    """In the order of the bases, each list as it stands there, the law of the State asked last."""
    law = law or current.law()
    known = tuple(dict.fromkeys(basis for basis in bases if basis in law.instruments))
    return _for_request(law, requesting, requested, known, tuple(dict.fromkeys(kinds)), on)


@lru_cache(maxsize=512)
def _for_request(
    law: Law, requesting: str, requested: str, bases: tuple[str, ...], kinds: tuple[str, ...], on: date
) -> tuple[Requirement, ...]:
    question = _Question.of(law, requesting, requested, bases, kinds, on)
    found: dict[str, Requirement] = {}
    for asked, stands_in_for in question.asked():
        requirement = question.settled(asked, stands_in_for)
        found.setdefault(requirement.code, requirement)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Question:
    """One pair of States on one day, and what binds them."""

    law: Law
    requesting: str
    requested: str
    bases: tuple[str, ...]
    kinds: tuple[str, ...]
    on: date
    in_force: frozenset[str]
    governing: tuple[str, ...]

    @classmethod
    def of(
        cls,
        law: Law,
        requesting: str,
        requested: str,
        bases: tuple[str, ...],
        kinds: tuple[str, ...],
        on: date,
    ) -> "_Question":
        bonds = relations.in_force_between(requesting, requested, on, law=law)
        governing = relations.governing_treaties(requesting, requested, on, law=law)
        return cls(
            law,
            requesting,
            requested,
            bases,
            kinds,
            on,
            frozenset(each.instrument.code for each in bonds),
            tuple(each.instrument.code for each in governing if each.is_certain),
        )

    def asked(self) -> Iterator[tuple[Asked, str]]:
        """Each requirement with the basis that it stands in for, "" where it is the basis's own."""
        for basis in self.bases:
            for member in self.family(basis):
                yield from ((each, "") for each in self.of_instrument(member, self.kinds))
            for kind in self.kinds:
                if not any(self.has_list(member, kind) for member in self.family(basis)):
                    yield from ((each, basis) for each in self.standing_in(basis, kind))
        yield from ((each, "") for each in self.own_law())

    def family(self, basis: str) -> tuple[str, ...]:
        """The basis, what it supplements, and the protocols that supplement it between these two States."""
        protocols = (
            code
            for code in sorted(self.in_force)
            if code != basis and basis in self.law.ancestry(code) and self.law.instruments[code].usable_now
        )
        return (*self.law.ancestry(basis), *protocols)

    def of_instrument(self, code: str, kinds: Iterable[str]) -> Iterator[Asked]:
        wanted = tuple(kinds)
        for each in self.law.requirements_of.get(code, ()):
            if self.concerns(each, wanted):
                yield each

    def own_law(self) -> Iterator[Asked]:
        cited = {member for basis in self.bases for member in self.family(basis)}
        for each in self.law.own_law_of.get(self.requested, ()):
            if (not each.instrument or each.instrument in cited) and self.concerns(each, self.kinds):
                yield each

    def concerns(self, asked: Asked, kinds: Sequence[str]) -> bool:
        return (
            _applies(asked.requirement, kinds)
            and self.is_in_time(asked.requirement)
            and self.is_this_way(asked)
            and not (asked.without_treaty and self.governing)
            and (not asked.protocol or asked.protocol in self.in_force)
            and not (asked.gap_filler and self.yields_to_treaty(asked.instrument))
        )

    def is_in_time(self, requirement: Requirement) -> bool:
        begun = requirement.since is None or requirement.since <= self.on
        return begun and (requirement.until is None or self.on <= requirement.until)

    def is_this_way(self, asked: Asked) -> bool:
        """Some rules hold in one direction only, or for some States that ask."""
        law = self.law
        return (
            (not asked.requested or law.is_one_of(self.requested, asked.requested))
            and (not asked.requesting or law.is_one_of(self.requesting, asked.requesting))
            and not law.is_one_of(self.requesting, asked.not_requesting)
        )

    def yields_to_treaty(self, instrument: str) -> bool:
        return any(code != instrument for code in self.governing)

    def has_list(self, code: str, kind: str) -> bool:
        """The instrument says what a request for this kind contains, and that part of it applies."""
        instrument = self.law.instruments[code]
        provision = instrument.contents.provision_for(kind)
        if not provision:
            return False
        gap = instrument.gap_filler
        in_gap = gap is not None and citations.falls_within(provision, gap.provisions)
        return not (in_gap and self.yields_to_treaty(code))

    def standing_in(self, basis: str, kind: str) -> Iterator[Asked]:
        """The first list of the fall-back order that there is for this pair of States."""
        for name in _fallback(self.law.instruments[basis]):
            found = tuple(self.stand_in(name, basis, kind))
            if found:
                yield from found
                return

    def stand_in(self, name: str, basis: str, kind: str) -> Iterator[Asked]:
        if name == "governing_treaty":
            for code in (each for each in self.governing if each != basis):
                for member in self.family(code):
                    yield from self.of_instrument(member, (kind,))
                return
        elif name == "untoc" and name in self.in_force:
            yield from self.contents_only(name, kind)
        elif name == "un-model" and name in self.law.instruments:
            yield from self.of_instrument(name, (kind,))

    def contents_only(self, code: str, kind: str) -> Iterator[Asked]:
        """The list of contents without the instrument's own scope, channel and language."""
        provision = self.law.instruments[code].contents.provision_for(kind)
        for each in self.of_instrument(code, (kind,)):
            if each.requirement.citation.provision.startswith(provision):
                yield each

    def settled(self, asked: Asked, stands_in_for: str) -> Requirement:
        """The requirement as it is for this direction: languages differ by the State asked."""
        requirement = replace(asked.requirement, direction=self.direction(asked))
        if stands_in_for:
            requirement = replace(requirement, stands_in_for=stands_in_for)
        languages: Any = requirement.params.get("languages")
        if not isinstance(languages, dict):
            return requirement
        if self.requested in languages:
            return replace(
                requirement, params={**requirement.params, "languages": languages[self.requested]}
            )
        return replace(requirement, check="answered", params={})

    def direction(self, asked: Asked) -> str:
        depends = asked.requested or asked.requesting or asked.not_requesting
        return f"{self.requesting} to {self.requested}" if depends else ""


def _applies(requirement: Requirement, kinds: Sequence[str]) -> bool:
    """To one of the kinds, or to a request in general while no kind is chosen."""
    if not kinds:
        return _ALL in requirement.applies_to
    return any(requirement.applies_to_kind(kind) for kind in kinds)


def _fallback(instrument: Instrument) -> tuple[str, ...]:
    """What an instrument without a list, and without an order of its own, is completed with."""
    return instrument.contents.fallback or ("governing_treaty", "un-model")

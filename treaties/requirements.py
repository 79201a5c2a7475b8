"""What a request must contain: everything that its bases, the lists that replace theirs and the
requested State ask.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from treaties import citations, current, relations
from treaties.law import Asked, Instrument, Law
from treaties.spec import Origin, Refusal, Requirement, Way

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
    """Return the requirements in the order of the bases and of their lists; the requested State's law
    comes last.
    """
    law = law or current.law()
    return _for_request(law, requesting, requested, _known(bases, law), tuple(dict.fromkeys(kinds)), on)


def origins(
    *,
    requesting: str,
    requested: str,
    bases: Sequence[str],
    kinds: Sequence[str],
    on: date,
    code: str,
    law: Law | None = None,
) -> tuple[Origin, ...]:
    """Return every way in which one requirement came onto the list: two bases may bring the same one."""
    law = law or current.law()
    known = _known(bases, law)
    question = _Question.of(law, requesting, requested, known, tuple(dict.fromkeys(kinds)), on)
    ways: dict[tuple[Way, str, str], list[_Found]] = {}
    for each in question.asked():
        if each.asked.requirement.code == code:
            ways.setdefault((each.way, each.basis, each.asked.instrument), []).append(each)
    return tuple(question.origin(found) for found in ways.values())


def refusals(
    *, requesting: str, requested: str, bases: Sequence[str], on: date, law: Law | None = None
) -> tuple[Refusal, ...]:
    """Return the grounds of refusal of the cited bases, without those that give way to another treaty."""
    law = law or current.law()
    question = _Question.of(law, requesting, requested, _known(bases, law), (), on)
    members = dict.fromkeys(member for basis in question.bases for member in question.family(basis))
    found = (each for member in members for each in law.refusals_of.get(member, ()))
    return tuple(
        each for each in found if not question.is_in_gap(each.citation.instrument, each.citation.provision)
    )


def _known(bases: Sequence[str], law: Law) -> tuple[str, ...]:
    return tuple(dict.fromkeys(basis for basis in bases if basis in law.instruments))


@lru_cache(maxsize=512)
def _for_request(
    law: Law, requesting: str, requested: str, bases: tuple[str, ...], kinds: tuple[str, ...], on: date
) -> tuple[Requirement, ...]:
    question = _Question.of(law, requesting, requested, bases, kinds, on)
    found: dict[str, Requirement] = {}
    for each in question.asked():
        found.setdefault(each.asked.requirement.code, question.settled(each))
    return tuple(found.values())


class _Found(NamedTuple):
    """A requirement and how it came onto the list."""

    asked: Asked
    way: Way
    basis: str = ""
    kind: str = ""


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

    def asked(self) -> Iterator[_Found]:
        for basis in self.bases:
            for member in self.family(basis):
                way = self.way(basis, member)
                yield from (_Found(each, way, basis) for each in self.of_instrument(member, self.kinds))
            for kind in self.kinds:
                if not any(self.has_list(member, kind) for member in self.family(basis)):
                    found = self.standing_in(basis, kind)
                    yield from (_Found(each, Way.STANDS_IN, basis, kind) for each in found)
        for each in self.own_law():
            yield _Found(each, Way.DECLARATION if each.instrument else Way.OWN_LAW, each.instrument)

    def way(self, basis: str, member: str) -> Way:
        if member == basis:
            return Way.OWN
        return Way.PARENT if member in self.law.ancestry(basis) else Way.PROTOCOL

    def origin(self, found: Sequence[_Found]) -> Origin:
        """Return one way, which may hold for several kinds of assistance."""
        first = found[0]
        asked = first.asked
        return Origin(
            requirement=self.settled(first),
            way=first.way,
            basis=first.basis,
            home=asked.state or asked.instrument,
            kinds=tuple(each.kind for each in found if each.kind),
            without_treaty=asked.without_treaty or asked.gap_filler,
        )

    def family(self, basis: str) -> tuple[str, ...]:
        """Return the basis, what it supplements, and the protocols that supplement it between these
        two States.
        """
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
        """Whether the rule holds in this direction: some hold only in one, or for some requesting
        States.
        """
        law = self.law
        return (
            (not asked.requested or law.is_one_of(self.requested, asked.requested))
            and (not asked.requesting or law.is_one_of(self.requesting, asked.requesting))
            and not law.is_one_of(self.requesting, asked.not_requesting)
        )

    def yields_to_treaty(self, instrument: str) -> bool:
        return any(code != instrument for code in self.governing)

    def has_list(self, code: str, kind: str) -> bool:
        """Whether the instrument says what a request for this kind contains, in a part that applies."""
        instrument = self.law.instruments[code]
        provision = instrument.contents.provision_for(kind)
        if not provision:
            return False
        return not self.is_in_gap(code, provision)

    def is_in_gap(self, code: str, provision: str) -> bool:
        """Whether the provision is one for States without a treaty, and these two have a treaty."""
        gap = self.law.instruments[code].gap_filler
        in_gap = gap is not None and citations.falls_within(provision, gap.provisions)
        return in_gap and self.yields_to_treaty(code)

    def standing_in(self, basis: str, kind: str) -> Iterator[Asked]:
        """Yield the first list of the fall-back order that applies between these two States."""
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
        """Yield the list of contents without the instrument's own scope, channel and language."""
        provision = self.law.instruments[code].contents.provision_for(kind)
        for each in self.of_instrument(code, (kind,)):
            if each.requirement.citation.provision.startswith(provision):
                yield each

    def settled(self, found: _Found) -> Requirement:
        """Return the requirement for this direction: languages differ by the requested State."""
        requirement = replace(found.asked.requirement, direction=self.direction(found.asked))
        if found.way is Way.STANDS_IN:
            requirement = replace(requirement, stands_in_for=found.basis)
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
    """Whether the requirement is for one of the kinds, or for requests in general while no kind is
    chosen.
    """
    if not kinds:
        return _ALL in requirement.applies_to
    return any(requirement.applies_to_kind(kind) for kind in kinds)


def _fallback(instrument: Instrument) -> tuple[str, ...]:
    """Return the lists that complete an instrument without a list and without an order of its own."""
    return instrument.contents.fallback or ("governing_treaty", "un-model")

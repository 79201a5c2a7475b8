""" "Why is this asked of me?": the chain from the basis that is cited to the field that is open.

Made when somebody asks, not with every check. Pure: names and ways come from whoever knows the law.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from requests_app.checks import engine, phrases
from requests_app.checks.floor import FLOOR
from requests_app.checks.library import CONDITIONS
from requests_app.checks.phrases import Names
from requests_app.checks.reading import Reading
from requests_app.content.place import Place
from treaties.spec import Citation, Level, Origin, Requirement, Verified, Way


class Topic(StrEnum):
    """What a step is about, in the order of the chain."""

    SOURCE = "source"
    TEXT = "text"
    KINDS = "kinds"
    DAY = "day"
    DIRECTION = "direction"
    CONDITION = "condition"
    CHECK = "check"
    LEVEL = "level"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Step:
    """One link of the chain. `holds` is False where the chain breaks, and in a result that is not met."""

    topic: Topic
    holds: bool
    text: str
    citation: Citation | None = None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """One way on which one requirement is asked of one request."""

    requirement: Requirement
    way: Way
    steps: tuple[Step, ...]

    @property
    def is_met(self) -> bool:
        return all(step.holds for step in self.steps if step.topic is Topic.RESULT)


def of(reading: Reading, origin: Origin, names: Names) -> Trace:
    question = _Question(reading, origin, names)
    return Trace(origin.requirement, origin.way, tuple(question.steps()))


_FORCE: Final = {
    Level.MANDATORY: "It is mandatory and was read in its text: the request cannot be sent without it.",
    Level.WHERE_POSSIBLE: "It is asked where possible: a reason why it is not known answers it.",
    Level.WHERE_APPLICABLE: "It is asked where it applies: a plain no answers it.",
    Level.RECOMMENDED: "It is recommended: nothing depends on it.",
}
_READ: Final = {
    Verified.TEXT: "Somebody read this rule in its text",
    Verified.MEMORY: "Nobody has read this rule in its text yet, so that it does not block",
    Verified.PRACTICE: "This is practice and not law, so that it does not block by itself",
}

_OF_FLOOR: Final = "The portal asks it of each letter of this kind, whatever law governs it"


@dataclass(frozen=True, slots=True)
class _Question:
    reading: Reading
    origin: Origin
    names: Names

    @property
    def rule(self) -> Requirement:
        return self.origin.requirement

    def steps(self) -> Iterator[Step]:
        rule = self.rule
        yield Step(Topic.SOURCE, True, self.source(), rule.citation)
        if self.origin.without_treaty:
            yield Step(Topic.SOURCE, True, self.gap())
        read = f"{self.read()} (source: {rule.citation.source})."
        yield Step(Topic.TEXT, True, read, rule.citation)
        yield Step(Topic.KINDS, self.reading.concerns(rule), self.kinds())
        yield Step(Topic.DAY, engine.is_in_time(self.reading, rule), self.day())
        if rule.direction:
            text = f"It holds for requests from {self.asker} to {self.asked}, not for every direction."
            yield Step(Topic.DIRECTION, True, text)
        yield from self.conditions()
        if self.origin.way is Way.CRAFT and not rule.fields:
            yield from self.craft()
        else:
            yield from self.checks()

    def read(self) -> str:
        """Return how the rule is known; the floor is neither law nor practice."""
        is_of_floor = self.rule.citation == FLOOR
        return _OF_FLOOR if is_of_floor else _READ[self.rule.citation.verified]

    @property
    def asker(self) -> str:
        return self.names.state(self.reading.snapshot.requesting)

    @property
    def asked(self) -> str:
        return self.names.state(self.reading.snapshot.requested)

    def source(self) -> str:
        return _SOURCES[self.origin.way](self)

    def gap(self) -> str:
        return (
            f"No treaty on mutual assistance is known for certain to govern between {self.asker} and "
            f"{self.asked}, so that this rule for States without one applies."
        )

    def kinds(self) -> str:
        names, rule = self.names, self.rule
        without = [kind[1:] for kind in rule.applies_to if kind.startswith("-")]
        if "all" in rule.applies_to:
            exception = f", except {names.list_of(names.kind, without)}" if without else ""
            return f"It applies to every kind of assistance{exception}."
        concerned = [kind for kind in self.reading.snapshot.kinds if rule.applies_to_kind(kind)]
        if not concerned:
            return f"It applies to {names.list_of(names.kind, rule.applies_to)}, which is not asked for."
        return f"It applies to what is asked for here: {names.list_of(names.kind, concerned)}."

    def day(self) -> str:
        rule = self.rule
        since = f" since {_in_words(rule.since)}" if rule.since else ""
        until = f" until {_in_words(rule.until)}" if rule.until else ""
        span = f"The rule holds{since}{until}. " if since or until else ""
        return f"{span}The request is judged by the law of {_in_words(self.reading.on)}."

    def conditions(self) -> Iterator[Step]:
        for name, argument in self.rule.when.items():
            text = phrases.condition(name, argument, self.names)
            known = CONDITIONS.get(name)
            yield Step(Topic.CONDITION, bool(known and known(self.reading, argument)), text)

    def checks(self) -> Iterator[Step]:
        rule = self.rule
        for draft_field in rule.fields or ("",):
            yield Step(Topic.CHECK, True, phrases.check(rule, draft_field, self.names))
            yield Step(Topic.LEVEL, True, self.force())
            yield self.result(draft_field)

    def force(self) -> str:
        if self.rule.citation.verified is Verified.PRACTICE:
            return "Practice does not stop a request: a reason, or a plain no, answers it."
        if self.rule.level is Level.MANDATORY and not self.rule.blocks:
            return "It is mandatory, but only what was read in its text stops a request: it warns."
        return _FORCE[self.rule.level]

    def result(self, draft_field: str) -> Step:
        try:
            if engine.severity(self.reading, self.rule, draft_field) is None:
                return Step(
                    Topic.RESULT, True, "The drafter has said that it is not known or does not apply."
                )
            places = tuple(engine.places(self.reading, self.rule, draft_field))
        except Exception as error:  # As in the engine: a broken rule shows, and nothing raises.
            text = f"The rule could not be evaluated ({type(error).__name__}). Tell an administrator."
            return Step(Topic.RESULT, False, text)
        return _result(places)

    def craft(self) -> Iterator[Step]:
        yield Step(Topic.CHECK, True, self.rule.message)
        yield _result(tuple(engine.places_of_craft(self.reading, self.rule.code)))


def _result(places: tuple[Place, ...]) -> Step:
    if not places:
        return Step(Topic.RESULT, True, "It is met.")
    count = "in one place" if len(places) == 1 else f"in {len(places)} places"
    return Step(Topic.RESULT, False, f"It is not met {count}.", places=places)


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _names_of(question: _Question) -> tuple[str, str]:
    names = question.names
    return names.instrument(question.origin.basis), names.instrument(question.origin.home)


def _own(question: _Question) -> str:
    return f"The request relies on {_names_of(question)[0]}, which asks for it."


def _parent(question: _Question) -> str:
    basis, home = _names_of(question)
    return f"The request relies on {basis}, which supplements {home}; that treaty asks for it."


def _protocol(question: _Question) -> str:
    basis, home = _names_of(question)
    return (
        f"The request relies on {basis}. {home} supplements it and binds {question.asker} and "
        f"{question.asked}; it asks for it."
    )


def _stands_in(question: _Question) -> str:
    basis, home = _names_of(question)
    kinds = question.names.list_of(question.names.kind, question.origin.kinds)
    return (
        f"The request relies on {basis}, which has no list of its own of what a request contains for: "
        f"{kinds}. The list of {home} stands in."
    )


def _own_law(question: _Question) -> str:
    return f"{_capital(question.asked)} is asked, and its own law asks for it, whatever the legal basis."


def _declaration(question: _Question) -> str:
    basis = _names_of(question)[0]
    state = _capital(question.asked)
    return f"The request relies on {basis}. {state} made a declaration under it that asks for it."


def _practice(question: _Question) -> str:
    return f"Practice expects it of a request for: {question.names.kind(question.origin.home)}."


def _craft(question: _Question) -> str:
    if question.rule.when:
        return "The instrument that is relied on covers certain cases only, and the request must show one."
    return (
        "It is asked of every request, whatever law governs it, because a request without it is sent back."
    )


_SOURCES: Final[dict[Way, Callable[[_Question], str]]] = {
    Way.OWN: _own,
    Way.PARENT: _parent,
    Way.PROTOCOL: _protocol,
    Way.STANDS_IN: _stands_in,
    Way.OWN_LAW: _own_law,
    Way.DECLARATION: _declaration,
    Way.PRACTICE: _practice,
    Way.CRAFT: _craft,
}

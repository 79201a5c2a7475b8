"""What must be found, read from the data of the law and from nothing that the checker says.

Which requirements apply to two States on a day is the law's own question, put to `treaties.requirements`.
Which element each of them is about, and whether its conditions hold, is decided here a second time.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from bench.completeness.corpus import Complete
from bench.completeness.places import Json
from treaties import requirements
from treaties.law import Law
from treaties.spec import Level, Requirement, Verified

# A threshold that one offence meets is not missed when another offence is silent.
_OF_THE_WHOLE: Final = {"penalty_at_least", "any_answered"}

_CONDITIONS: Final[dict[str, Callable[[Json, Any], bool]]] = {
    "urgency_in": lambda request, levels: request["urgency"]["level"] in levels,
    "language_not_in": lambda request, languages: request["channel"]["language"] not in languages,
}


@dataclass(frozen=True)
class Truth:
    """The mandatory rules whose text was read, as they bear on one request."""

    rules: tuple[Requirement, ...]

    def asking_for(self, draft_field: str) -> frozenset[str]:
        return frozenset(
            r.code for r in self.rules if draft_field in r.fields and r.check not in _OF_THE_WHOLE
        )

    def asking_for_paper(self, draft_field: str) -> frozenset[str]:
        return frozenset(r.code for r in self.rules if r.attachment and draft_field in r.fields)

    def has_threshold(self, request: Json) -> bool:
        """UNTOC has its threshold among the facts that open it (art 2(b)), other laws have requirements."""
        of_untoc = any(basis["instrument"] == "untoc" for basis in request["bases"])
        return of_untoc or bool(self.checking("penalty_at_least"))

    def checking(self, check: str) -> frozenset[str]:
        return frozenset(r.code for r in self.rules if r.check == check)


def of(complete: Complete, law: Law, on: date) -> Truth:
    return Truth(tuple(r for r in asked(complete, law, on) if _binds(r) and _holds(r, complete.request)))


def asked(complete: Complete, law: Law, on: date) -> Sequence[Requirement]:
    journey = complete.journey
    return requirements.for_request(
        requesting=journey.requesting,
        requested=journey.requested,
        bases=journey.bases,
        kinds=(complete.kind,),
        on=on,
        law=law,
    )


def _binds(rule: Requirement) -> bool:
    return rule.level is Level.MANDATORY and rule.citation.verified is Verified.TEXT


def _holds(rule: Requirement, request: Json) -> bool:
    return all(_CONDITIONS[name](request, argument) for name, argument in rule.when.items())


def every_binding(law: Law, kinds: Iterable[str]) -> frozenset[str]:
    """All that the data hold for these kinds: what no request of the corpus tries would be a blind spot."""
    offered = tuple(kinds)
    groups = (*law.requirements_of.values(), *law.own_law_of.values())
    rules = (each.requirement for group in groups for each in group)
    return frozenset(
        rule.code for rule in rules if _binds(rule) and any(rule.applies_to_kind(kind) for kind in offered)
    )

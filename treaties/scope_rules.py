"""Conditions of scope of an instrument as requirements, from its `[[scope]]` rows.

Where the instrument has a requirement of its own with the same check, that one says it more exactly.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from treaties import citations
from treaties.law import Instrument, Law, Scope
from treaties.spec import Basis, Citation, Level, Origin, Requirement, Way


def of_bases(bases: Sequence[str], *, law: Law) -> tuple[Requirement, ...]:
    """What brings a case within the bases that are cited, in their order."""
    known = [law.instruments[code] for code in dict.fromkeys(bases) if code in law.instruments]
    return tuple(
        rule
        for instrument in known
        for rule in _of(instrument)
        if rule.check not in _checks_of(instrument, law)
    )


def origins(bases: Sequence[str], code: str, *, law: Law) -> tuple[Origin, ...]:
    """Why such a rule is asked: the basis is cited."""
    return tuple(
        Origin(requirement=rule, way=Way.OWN, basis=rule.citation.instrument, home=rule.citation.instrument)
        for rule in of_bases(bases, law=law)
        if rule.code == code
    )


def _checks_of(instrument: Instrument, law: Law) -> frozenset[str]:
    rows = law.requirements_of.get(instrument.code, ())
    return frozenset(row.requirement.check for row in rows) - {"answered"}


def _of(instrument: Instrument) -> Iterator[Requirement]:
    """Yield one rule a need; an offence of the convention and a penalty stand in for each other."""
    needs = [scope.needs for scope in instrument.scope]
    by_penalty = any(each.get("penalty_years") for each in needs)
    by_offence = any(each.get("convention_offence") for each in needs)
    for scope in instrument.scope:
        for need in scope.needs:
            if scope.needs[need] and not (need == "convention_offence" and by_penalty):
                yield _rule(instrument, scope, need, either=by_offence)


def _rule(instrument: Instrument, scope: Scope, need: str, *, either: bool) -> Requirement:
    field, check, params = _CHECKS[need]
    if need == "penalty_years":
        params = {"years": scope.needs[need], "or_offence_of_the_convention": either}
    if need == "convention_offence":
        params = {"not_articles": _of_assistance(instrument)}
    return Requirement(
        code=f"{scope.code}.{need.replace('_', '-')}",
        citation=Citation(
            instrument=instrument.code,
            provision=scope.provision,
            label=f"{instrument.name}, {scope.provision}",
            source=instrument.reference or instrument.name,
            confidence=instrument.confidence,
            verified=instrument.verified,
        ),
        level=Level.MANDATORY,
        basis=Basis.LAW,
        element="scope",
        message=_message(scope, need),
        applies_to=("all",),
        fields=(field,),
        check=check,
        params=params,
        when={"basis_cited": (instrument.code,)},
    )


def _message(scope: Scope, need: str) -> str:
    if need == "convention_offence":
        return _("Name in the statement of scope the article that makes it an offence. %s") % scope.text
    return _("Show that the case is within this treaty. %s") % scope.text


def _of_assistance(instrument: Instrument) -> tuple[str, ...]:
    """Return the articles on assistance, which describe no offence."""
    cited = (*instrument.offers.values(), *instrument.contents.lists.values())
    return tuple(dict.fromkeys(path[0] for each in cited for path in citations.paths(each)))


_CHECKS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "penalty_years": ("max_penalty", "penalty_at_least", {}),
    "transnational": ("scope_statement", "scope_confirmed", {"any_of": ("transnational",)}),
    "organised_group": ("scope_statement", "scope_confirmed", {"any_of": ("organised_group",)}),
    "electronic": (
        "scope_statement",
        "scope_confirmed",
        {"any_of": ("electronic_evidence", "computer_related")},
    ),
    "convention_offence": ("scope_statement", "offence_of_the_convention", {}),
}

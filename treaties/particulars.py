"""What practice expects of each kind of assistance, as requirements beside those of the law.

Practice never blocks: its required rows warn, the others advise.
"""

from collections.abc import Sequence

from treaties import current
from treaties.law import Kind, Law, Particular
from treaties.spec import Basis, Citation, Confidence, Level, Origin, Requirement, Typed, Verified, Way


def for_kinds(kinds: Sequence[str], *, law: Law | None = None) -> tuple[Requirement, ...]:
    """Return the requirements of practice in the order of the kinds; an unknown kind has none."""
    known = (law or current.law()).kinds
    chosen = (known[kind] for kind in dict.fromkeys(kinds) if kind in known)
    return tuple(_requirement(kind, row) for kind in chosen for row in kind.particulars)


def origins(kinds: Sequence[str], code: str, *, law: Law | None = None) -> tuple[Origin, ...]:
    return tuple(
        Origin(requirement=rule, way=Way.PRACTICE, home=rule.applies_to[0])
        for rule in for_kinds(kinds, law=law)
        if rule.code == code
    )


def typed(kinds: Sequence[str], *, law: Law | None = None) -> tuple[Typed, ...]:
    """Return the particulars of the kinds whose answer is not free text."""
    known = (law or current.law()).kinds
    chosen = (known[kind] for kind in dict.fromkeys(kinds) if kind in known)
    return tuple(
        Typed(kind.code, row.field, row.input)
        for kind in chosen
        for row in kind.particulars
        if row.input not in {"text", "line"}
    )


def _requirement(kind: Kind, row: Particular) -> Requirement:
    return Requirement(
        code=row.code,
        citation=Citation(
            instrument="practice",
            provision=row.code,
            label=f"Practice: {kind.term.lower()}",
            source="Vocabulary of kinds of assistance",
            confidence=Confidence.HIGH,
            verified=Verified.PRACTICE,
        ),
        level=Level.MANDATORY if row.required else Level.RECOMMENDED,
        basis=Basis.PRACTICE,
        element=row.field,
        message=row.label if row.label.endswith("?") else f"State: {row.label}.",
        applies_to=(kind.code,),
        fields=(row.field,),
    )

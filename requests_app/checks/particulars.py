"""What practice expects of each kind of assistance, as requirements beside those of the law."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from treaties.spec import Basis, Citation, Confidence, Level, Requirement, Verified


@dataclass(frozen=True, slots=True, kw_only=True)
class Particular:
    """One row of the vocabulary: what a request for this kind says, and the draft field that holds it."""

    code: str
    kind: str
    kind_term: str
    label: str
    field: str
    required: bool


def requirements(particulars: Iterable[Particular], kinds: Iterable[str]) -> Iterator[Requirement]:
    """Those of the kinds asked for. Practice never blocks: its required rows warn, the others advise."""
    asked = set(kinds)
    return (_requirement(particular) for particular in particulars if particular.kind in asked)


def _requirement(particular: Particular) -> Requirement:
    return Requirement(
        code=particular.code,
        citation=Citation(
            instrument="practice",
            provision=particular.code,
            label=f"Practice: {particular.kind_term}",
            source="Vocabulary of kinds of assistance",
            confidence=Confidence.HIGH,
            verified=Verified.PRACTICE,
        ),
        level=Level.MANDATORY if particular.required else Level.RECOMMENDED,
        basis=Basis.PRACTICE,
        element=particular.field,
        message=f"State: {particular.label}.",
        applies_to=(particular.kind,),
        fields=(particular.field,),
    )

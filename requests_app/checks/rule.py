"""The shape of a rule of craft: what makes a request unusable or slow whatever law governs it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.content.place import Place
from treaties.spec import Basis, Citation, Confidence, Level, Requirement, Verified

Places = Callable[[Reading], Iterable[Place]]

_LEVELS = {
    Severity.BLOCK: Level.MANDATORY,
    Severity.WARN: Level.MANDATORY,
    Severity.ASK: Level.WHERE_POSSIBLE,
    Severity.ADVISE: Level.RECOMMENDED,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """Its severity is its own: practice does not block by its level, but a request nobody can use does."""

    requirement: Requirement
    severity: Severity
    places: Places


def cite(provision: str, source: str, *, instrument: str = "practice", label: str = "") -> Citation:
    return Citation(
        instrument=instrument,
        provision=provision,
        label=label or f"Practice: {provision}",
        source=source,
        confidence=Confidence.HIGH,
        verified=Verified.PRACTICE if instrument == "practice" else Verified.TEXT,
    )


PRACTITIONERS = "What requested authorities send back most often"
TEMPLATE_31 = cite("model form for subscriber information", "Council of Europe T-CY(2018)10")
TEMPLATE_29 = cite("model form for preservation", "Council of Europe T-CY(2018)11")
EXECUTABLE = cite("a provider must be able to find the data", PRACTITIONERS)
CONSISTENT = cite("the request must not contradict itself", PRACTITIONERS)
PLAIN = cite(
    "plain narrative that translates well", "Guidance of the US central authority to foreign prosecutors"
)
PRESERVATION = cite(
    "29(7)", "Authentic English text", instrument="budapest", label="Budapest Convention, art 29(7)"
)
DEADLINE = cite("18(24)", "Authentic English text", instrument="untoc", label="UNTOC, art 18(24)")


class Rules(list[Rule]):
    """The rules of one module, in the order in which they stand there."""

    def add(
        self, code: str, severity: Severity, message: str, citation: Citation
    ) -> Callable[[Places], Places]:
        """A decorator: the function yields the places where the rule is broken."""

        def register(places: Places) -> Places:
            self.append(Rule(_requirement(code, severity, message, citation), severity, places))
            return places

        return register


def _requirement(code: str, severity: Severity, message: str, citation: Citation) -> Requirement:
    return Requirement(
        code=f"portal.{code}",
        citation=citation,
        level=_LEVELS[severity],
        basis=Basis.PRACTICE,
        element=code,
        message=message,
        applies_to=("all",),
        fields=(),
        check=f"portal.{code}",
    )

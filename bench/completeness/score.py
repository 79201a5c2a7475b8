"""How a check of a spoilt request compares with what ought to be said about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.completeness.mutant import Mutant
from requests_app.checks.findings import Finding, Severity

_EXPECTED = {
    "block": {Severity.BLOCK},
    "warn": {Severity.BLOCK, Severity.ASK, Severity.WARN},
    "advise": set(Severity),
}


@dataclass(frozen=True)
class Verdict:
    """One mutant, judged. `pointed` and `said` count the new lines, of the strength that was expected."""

    instrument: str
    kind: str
    mutation: str
    is_law: bool
    expected: str
    found: bool
    blocked: bool
    said: int
    pointed: int
    note: str


@dataclass(frozen=True)
class Score:
    """Shares in per cent; 100 where there was nothing to find, to say or to point at."""

    spoilt: int
    to_find: int
    found: int
    false_blocks: int
    said: int
    pointed: int

    @property
    def recall(self) -> float:
        return _share(self.found, self.to_find)

    @property
    def precision(self) -> float:
        return _share(self.found, self.found + self.false_blocks)

    @property
    def pointing(self) -> float:
        return _share(self.pointed, self.said)


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0


def _line(finding: Finding) -> tuple[str, ...]:
    """A rule may say one thing of each basis, and so several at one place."""
    return finding.requirement, finding.section, finding.field, finding.item, finding.facet


def judge(
    instrument: str,
    kind: str,
    name: str,
    mutant: Mutant,
    before: Iterable[Finding],
    after: Iterable[Finding],
) -> Verdict:
    known = {_line(f) for f in before}
    new = [f for f in after if _line(f) not in known]
    wanted = _EXPECTED.get(mutant.expected, set())
    told = [f for f in new if f.severity in wanted]
    at_the_spot = [f for f in told if _points(mutant, f)]
    hits = [f for f in told if not mutant.codes or mutant.codes.intersection(f.requirements)]
    fault = " ".join((mutant.mutation, mutant.element, *sorted(mutant.codes)))
    lines = "; ".join(f"{f.severity} {f.requirement} {f.section}/{f.field}/{f.item}" for f in new)
    return Verdict(
        instrument=instrument,
        kind=kind,
        mutation=mutant.mutation,
        is_law=bool(mutant.codes),
        expected=mutant.expected,
        # A line without a code to know it by counts when it stands where the fault is.
        found=bool(hits if mutant.codes else at_the_spot),
        blocked=any(f.severity is Severity.BLOCK for f in new),
        said=len(told),
        pointed=len(at_the_spot),
        note=f"{name}: {fault} -> {lines or 'nothing'}",
    )


def _points(mutant: Mutant, finding: Finding) -> bool:
    return any(place.covers(finding.section, finding.field, finding.item) for place in mutant.places)


def total(verdicts: Sequence[Verdict]) -> Score:
    to_find = [v for v in verdicts if v.expected]
    return Score(
        spoilt=len(verdicts),
        to_find=len(to_find),
        found=sum(v.found for v in to_find),
        false_blocks=sum(v.blocked for v in verdicts if v.expected != "block"),
        said=sum(v.said for v in to_find),
        pointed=sum(v.pointed for v in to_find),
    )

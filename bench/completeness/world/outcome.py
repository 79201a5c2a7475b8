"""What the checker said to each slip, counted by group and by weight."""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.completeness.places import Json
from bench.completeness.world import FAULTS
from bench.completeness.world.fault import Fault, Spoilt
from bench.completeness.world.subjects import Subject
from requests_app.checks.findings import Finding, Report, Severity

# group -> "found" and "blocked" in per cent: what was reached once is not given up again.
BARS: Final = Path(__file__).parent / "bars.toml"

Check = Callable[[Json], Report]


@dataclass(frozen=True)
class Outcome:
    """One slip in one request. `said` and `pointed` count the lines that were not there before it."""

    fault: Fault
    subject: str
    found: bool
    blocked: bool
    said: int
    pointed: int
    lines: str


@dataclass(frozen=True)
class Tally:
    """Shares in per cent; 100 where there is nothing to find, to block or to point at."""

    tried: int
    found: float
    must_block: int
    blocked: float
    pointing: float


def outcomes(subjects: Iterable[Subject], check: Check) -> list[Outcome]:
    """Every slip in every request that it applies to."""
    return [outcome for subject in subjects for outcome in _of(subject, check)]


def _of(subject: Subject, check: Check) -> Iterator[Outcome]:
    before = {_line(finding) for finding in check(subject.request).findings}
    for fault in FAULTS:
        if spoilt := fault.on(subject.request):
            after = check(spoilt.request).findings
            yield _judged(subject, spoilt, [f for f in after if _line(f) not in before])


def _judged(subject: Subject, spoilt: Spoilt, new: Sequence[Finding]) -> Outcome:
    here = [finding for finding in new if _points(spoilt, finding)]
    return Outcome(
        fault=spoilt.fault,
        subject=subject.name,
        found=bool(here),
        blocked=any(finding.severity is Severity.BLOCK for finding in here),
        said=len(new),
        pointed=len(here),
        lines="; ".join(f"{f.severity} {f.requirement} {f.section}/{f.field}/{f.item}" for f in new),
    )


def _line(finding: Finding) -> tuple[str, ...]:
    """A line that grows from a warning to a block is a new one."""
    found = (finding.requirement, finding.section, finding.field, finding.item, finding.facet)
    return (*found, str(finding.severity))


def _points(spoilt: Spoilt, finding: Finding) -> bool:
    return any(place.covers(finding.section, finding.field, finding.item) for place in spoilt.places)


def false_blocks(subjects: Iterable[Subject], check: Check) -> list[str]:
    """Blocks on requests in which nothing was spoilt."""
    return [
        f"{subject.name}: {finding.requirement}"
        for subject in subjects
        for finding in check(subject.request).must_fix
    ]


def tally(chosen: Sequence[Outcome]) -> Tally:
    heavy = [outcome for outcome in chosen if outcome.fault.expects == "block"]
    return Tally(
        tried=len(chosen),
        found=_share(sum(o.found for o in chosen), len(chosen)),
        must_block=len(heavy),
        blocked=_share(sum(o.blocked for o in heavy), len(heavy)),
        pointing=_share(sum(o.pointed for o in chosen), sum(o.said for o in chosen)),
    )


def _share(part: int, all_of: int) -> float:
    return 100 * part / all_of if all_of else 100.0


def by_group(all_of: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    return _sorted_out(all_of, lambda outcome: outcome.fault.group)


def by_name(all_of: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    return _sorted_out(all_of, lambda outcome: outcome.fault.name)


def _sorted_out(all_of: Iterable[Outcome], key: Callable[[Outcome], str]) -> dict[str, list[Outcome]]:
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in all_of:
        groups[key(outcome)].append(outcome)
    return dict(sorted(groups.items()))


def misses(all_of: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    """Per slip, the requests in which no line leads to it."""
    return by_name(outcome for outcome in all_of if not outcome.found)


def unblocked(all_of: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    """Per slip, the requests that could leave the house with it although they must not."""
    return by_name(o for o in all_of if o.fault.expects == "block" and not o.blocked)


def bars(of: str) -> dict[str, dict[str, int]]:
    """`of`: "all" requests, or the "examples", which a test can afford."""
    found: dict[str, dict[str, dict[str, int]]] = tomllib.loads(BARS.read_text())
    return found[of]


def raise_bars(all_of: Sequence[Outcome], names_of_examples: frozenset[str]) -> None:
    """What is reached becomes the least, where it is more than that."""
    parts = []
    for of, chosen in (
        ("all", all_of),
        ("examples", [o for o in all_of if o.subject in names_of_examples]),
    ):
        before = bars(of)
        for group, told in by_group(chosen).items():
            parts.append(f'[{of}."{group}"]\n{_least(before.get(group, {}), tally(told))}')
    BARS.write_text("\n".join((_HEAD, *parts)))


def _least(before: dict[str, int], reached: Tally) -> str:
    """A group in which nothing must block has no bar for that; a new group starts at what is reached."""
    shares = {"found": reached.found} | ({"blocked": reached.blocked} if reached.must_block else {})
    return "".join(f"{name} = {max(before.get(name, 0), int(share))}\n" for name, share in shares.items())


_HEAD: Final = """\
# The least that is found and blocked of each group of slips, in per cent, cut: in all requests, and in the
# shipped examples alone, which a test tries. `script/bench completeness slips raise` raises them.
"""

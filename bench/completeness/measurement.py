"""The corpus, the mutants, the checker on each, and the bars."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache

import msgspec
from django.core.management import call_command

from bench.completeness import corpus, report, truth
from bench.completeness.corpus import Complete, Json
from bench.completeness.removals import removals
from bench.completeness.score import Verdict, judge, total
from bench.completeness.spoils import spoils
from bench.completeness.wordings import wordings
from bench.completeness.world import outcome, page, subjects
from bench.table import Bar, Cell, Table
from requests_app import exchange
from requests_app.checks import engine
from requests_app.checks.findings import Report
from requests_app.checks.setting import Setting
from requests_app.completeness import examining
from requests_app.content.snapshot import LegalBasis, Measure, Snapshot
from requests_app.sections import vocabulary
from treaties import current
from treaties.law import Law

ON = date(2026, 11, 25)
# One request in so many is spoilt, beside those of whose kind the law speaks. "1" spoils all of them.
_EVERY = "6"
_SHOWN = 12
_SLIPS = "slips"
_RAISE = "raise"


def measure(every: str = _EVERY, write: str = "") -> Table:
    """`write` keeps the table in docs/evaluation.md. "slips" in place of a number measures those
    alone; "raise" in place of "write" raises their bars as well.
    """
    call_command("load_treaties", verbosity=0)
    law = current.law()
    slips = _measured_slips(law, write)
    return slips if every == _SLIPS else _joined(_measured_rules(law, int(every), write), slips)


def _measured_slips(law: Law, write: str) -> Table:
    chosen = subjects.subjects()
    told = outcome.outcomes(chosen, lambda request: check(request, law))
    blocked = outcome.false_blocks(subjects.examples(), lambda request: check(request, law))
    if write == _RAISE:
        outcome.raise_bars(told, frozenset(each.name for each in subjects.examples()))
    if write:
        report.write_slips(page.part(told, len(chosen), blocked))
    return page.table(told, blocked)


def _joined(of_rules: Table, of_slips: Table) -> Table:
    """The rows of the first, the bars of both."""
    return Table(of_rules.rows, [*of_rules.bars, *of_slips.bars], [*of_rules.notes, *of_slips.notes])


def _measured_rules(law: Law, every: int, write: str) -> Table:
    kinds = [code for _, options in vocabulary.current().groups() for code in _codes(options)]
    requests = tuple(corpus.every(kinds))
    reports = [check(each.request, law, strict=True) for each in requests]
    pairs = enumerate(zip(requests, reports, strict=True))
    chosen = [pair for n, pair in pairs if _spoil(pair[0], n, every, law)]
    tried: set[str] = set()
    verdicts = [verdict for pair in chosen for verdict in _judged(*pair, law, tried)]
    table = _table(requests, reports, verdicts, truth.every_binding(law, kinds) - tried, len(chosen))
    if write:
        report.write(table)
    return table


def _codes(options: Sequence[vocabulary.Kind]) -> Iterator[str]:
    return (kind.code for kind in options)


def check(request: Json, law: Law, *, strict: bool = False) -> Report:
    """`strict` reads it as a file is read; a mutant is only converted, which is a hundred times cheaper."""
    if strict:
        snapshot = exchange.decode(json.dumps(request).encode())
    else:
        snapshot = msgspec.convert(request, Snapshot)
    rules = examining.rules_for(snapshot, ON, law)
    setting = _setting(law, snapshot.requesting, snapshot.requested, snapshot.bases, snapshot.kinds)
    return engine.report(snapshot, rules, on=ON, setting=setting)


@lru_cache(maxsize=4096)
def _setting(
    law: Law, requesting: str, requested: str, bases: tuple[LegalBasis, ...], kinds: tuple[str, ...]
) -> Setting:
    """Most mutants keep the States and the bases of the request that they were made of."""
    measures = tuple(Measure(id=f"m{n}", kind=kind) for n, kind in enumerate(kinds, 1))
    bare = Snapshot(requesting=requesting, requested=requested, bases=bases, measures=measures)
    return examining.setting_of(bare, ON, law)


def _spoil(complete: Complete, position: int, every: int, law: Law) -> bool:
    """A rule for this kind alone must be tried; the rest takes turns, and each kind meets many journeys."""
    named = any(complete.kind in rule.applies_to for rule in truth.of(complete, law, ON).rules)
    return named or position % every == 0


def _judged(complete: Complete, before: Report, law: Law, tried: set[str]) -> Iterator[Verdict]:
    known = truth.of(complete, law, ON)
    mutants = (*removals(complete.request, known), *spoils(complete, known), *wordings(complete))
    for mutant in mutants:
        tried |= mutant.codes
        after = check(mutant.request, law)
        instrument = complete.journey.bases[0]
        yield judge(instrument, complete.kind, complete.name, mutant, before.findings, after.findings)


def _table(
    requests: Sequence[Complete],
    reports: Sequence[Report],
    verdicts: Sequence[Verdict],
    untried: frozenset[str],
    spoilt: int,
) -> Table:
    overall = total(verdicts)
    of_law = total([v for v in verdicts if v.is_law])
    of_craft = total([v for v in verdicts if not v.is_law])
    bars = [
        Bar("blocking findings on complete requests", sum(len(r.must_fix) for r in reports), 0),
        Bar("mandatory elements read in their text, found %", of_law.recall, 100, at_least=True),
        Bar("other faults found %", of_craft.recall, 100, at_least=True),
        Bar("findings that point at the fault %", overall.pointing, 99, at_least=True),
        Bar("blocks where nothing must block", overall.false_blocks, 0),
        Bar("mandatory rules that no request tries", len(untried), 0),
    ]
    rows = [
        _row("all", "", verdicts),
        *_rows("instrument", verdicts, lambda v: v.instrument),
        *_rows("mutation", verdicts, lambda v: v.mutation),
        *_rows("kind", verdicts, lambda v: v.kind),
    ]
    return Table(rows, bars, _notes(requests, reports, verdicts, untried, spoilt))


def _rows(cut: str, verdicts: Sequence[Verdict], key: Callable[[Verdict], str]) -> list[dict[str, Cell]]:
    groups: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        groups[key(verdict)].append(verdict)
    return [_row(cut, name, group) for name, group in sorted(groups.items())]


def _row(cut: str, name: str, verdicts: Sequence[Verdict]) -> dict[str, Cell]:
    score = total(verdicts)
    return {
        "by": cut,
        "name": name,
        "spoilt": score.spoilt,
        "to find": score.to_find,
        "recall %": score.recall,
        "precision %": score.precision,
        "pointing %": score.pointing,
    }


def _notes(
    requests: Sequence[Complete],
    reports: Sequence[Report],
    verdicts: Sequence[Verdict],
    untried: frozenset[str],
    spoilt: int,
) -> list[str]:
    pairs = {each.journey.pair for each in requests}
    open_lines = sum(len(f.findings) - f.counts()["advise"] for f in reports)
    return [
        f"{len(requests)} complete requests: {len(pairs)} pairs of States in their direction, "
        f"{len({b for each in requests for b in each.journey.bases})} instruments, "
        f"{len({each.kind for each in requests})} kinds; lines on them other than advice: {open_lines}",
        f"{spoilt} of them were spoilt, in {len(verdicts)} ways",
        *(f"not tried: {code}" for code in sorted(untried)),
        *_some("blocked though complete", _blocked(requests, reports)),
        *_some("missed", (v.note for v in verdicts if v.expected and not v.found)),
        *_some("blocked without need", (v.note for v in verdicts if v.expected != "block" and v.blocked)),
        *_some("pointed elsewhere", (v.note for v in verdicts if v.expected and v.pointed < v.said)),
    ]


def _blocked(requests: Sequence[Complete], reports: Sequence[Report]) -> Iterator[str]:
    for complete, found in zip(requests, reports, strict=True):
        yield from (f"{complete.name}: {finding.requirement}" for finding in found.must_fix)


def _some(title: str, notes: Iterator[str]) -> list[str]:
    found = list(notes)
    return [f"{title} ({len(found)}): {note}" for note in found[:: max(1, len(found) // _SHOWN)]]

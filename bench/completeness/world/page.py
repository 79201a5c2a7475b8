"""The slips as a table with bars, and as a part of docs/evaluation.md."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bench.completeness.world.outcome import (
    Outcome,
    bars,
    by_group,
    by_name,
    misses,
    tally,
    unblocked,
)
from bench.table import Bar, Table

_TEXT: Final = """\
The tables above say how well the rules do what they ask for. This one starts from the desk: {slips} slips
that drafters make (an article of the neighbouring paragraph, an addressee out of an old file, a paragraph
of another case), each made in every one of {subjects} requests that it fits: the ten examples, and one
generated request on every journey. They were written down before the rules were looked at, and what the
rules miss is named below.

- **must block**: the letter must not leave the house with it; **blocked**: a line that blocks leads to it.
  Of the other slips, some line has to speak. **found**: a new line, of any weight, leads to a field of it.
- **pointing**: of all new lines, those that lead to a field of the slip; the others speak of what follows.
- The bars are in `bench/completeness/world/bars.toml`: what was reached, for each group. They only go up.
"""

_UNSPOILT: Final = """\
- Blocks on the ten examples with nothing spoilt: {blocks}. Some generated requests ask under a treaty for
  what it does not provide for, and are blocked before anything is spoilt: a gap of the corpus. The tables
  above were made before the rules of the floor and of articles came.
"""


def table(all_of: Sequence[Outcome], blocked_unspoilt: Sequence[str]) -> Table:
    rows = [_row("all", all_of), *(_row(group, found) for group, found in by_group(all_of).items())]
    return Table(rows, [*_bars(all_of, blocked_unspoilt)], [*blocked_unspoilt, *_missed(all_of)])


def _row(name: str, chosen: Sequence[Outcome]) -> dict[str, str | int | float]:
    counted = tally(chosen)
    return {
        "group": name,
        "slips": len(by_name(chosen)),
        "made": counted.tried,
        "found %": counted.found,
        "must block": counted.must_block,
        "blocked %": counted.blocked,
        "pointing %": counted.pointing,
    }


def _bars(all_of: Sequence[Outcome], blocked_unspoilt: Sequence[str]) -> Iterator[Bar]:
    yield Bar("blocks on requests in which nothing is wrong", len(blocked_unspoilt), 0)
    least_of_all = bars("all")
    for group, chosen in by_group(all_of).items():
        reached, least = tally(chosen), least_of_all[group]
        yield Bar(f"{group}: found %", reached.found, least["found"], at_least=True)
        if reached.must_block:
            yield Bar(f"{group}: blocked %", reached.blocked, least["blocked"], at_least=True)


def part(all_of: Sequence[Outcome], subjects: int, blocked_unspoilt: Sequence[str]) -> str:
    return "\n".join(
        [
            "## Slips of a hurried drafter\n",
            _TEXT.format(slips=len(by_name(all_of)), subjects=subjects),
            _UNSPOILT.format(blocks=len(blocked_unspoilt)),
            _markdown(table(all_of, blocked_unspoilt).rows),
            "\n### Missed\n",
            "No line leads to the slip, in so many of the requests in which it was made.\n",
            *(_missed(all_of) or ["None."]),
            "\n### Said, and not blocked\n",
            "A letter with such a slip must not leave; some line speaks, or none, and the way is open.\n",
            *(_open(all_of) or ["None."]),
            "",
        ]
    )


def _missed(all_of: Sequence[Outcome]) -> list[str]:
    return _listed(misses(all_of), by_name(all_of))


def _open(all_of: Sequence[Outcome]) -> list[str]:
    return _listed(unblocked(all_of), by_name(all_of))


def _listed(chosen: Mapping[str, Sequence[Outcome]], tried: Mapping[str, Sequence[Outcome]]) -> list[str]:
    """By group, each slip with its share: in how many requests of how many."""
    lines: dict[str, list[str]] = {}
    for name, missed in chosen.items():
        group = missed[0].fault.group
        lines.setdefault(group, []).append(f"{name} ({len(missed)} of {len(tried[name])})")
    return [f"- **{group}**: {'; '.join(names)}" for group, names in sorted(lines.items())]


def _markdown(rows: Sequence[Mapping[str, str | int | float]]) -> str:
    head = f"| {' | '.join(rows[0])} |"
    rule = f"| --- {'| ---: ' * (len(rows[0]) - 1)}|"
    return "\n".join([head, rule, *(f"| {' | '.join(map(_cell, row.values()))} |" for row in rows)])


def _cell(cell: str | int | float) -> str:
    """One decimal, cut and not rounded: 99.96 is not a hundred."""
    if isinstance(cell, str) or cell == int(cell):
        return cell if isinstance(cell, str) else f"{int(cell):,}"
    return f"{int(cell * 10) / 10}"

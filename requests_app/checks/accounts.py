"""What a law wants to be shown for each account by itself, and which row of the schedule fails it.

Content of a mailbox may need facts that make it probable, for this mailbox, that evidence is there; records
of its use need less. Which of the two a law wants stands in its data.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from requests_app.checks.reading import Reading
from requests_app.checks.words import says_something
from requests_app.content.place import Place
from requests_app.content.snapshot import DataItem, Fact, Measure
from treaties.spec import Requirement

# What a law may want to be shown, the words for its absence, and how it is seen; in the order of asking.
_LACKS: Final[dict[str, tuple[str, Callable[[DataItem, Sequence[Fact]], bool]]]] = {
    "fact": ("a fact that this row is linked to", lambda _row, facts: bool(facts)),
    "day": ("a linked fact with its day", lambda _row, facts: any(f.on for f in facts)),
    "source": (
        "how one of the linked facts is known",
        lambda _row, facts: any(says_something(f.learned) for f in facts),
    ),
    "relevance": (
        "why evidence of the offence is expected in this account",
        lambda row, _facts: says_something(row.relevance),
    ),
}
SHOWN: Final = frozenset(_LACKS)


def unsupported(reading: Reading, req: Requirement) -> Iterator[Place]:
    """One place for each row of a measure that the rule is about, with everything that the row lacks."""
    seen = set()
    for measure in reading.measures_of(req):
        for row in reading.items_of(measure):
            if row.id not in seen and (missing := _missing(reading, row, req.params["shown"])):
                seen.add(row.id)
                message = _message(reading, req, measure, missing)
                yield Place("data", _field(missing), row.id, message, facet=req.code)


def _missing(reading: Reading, row: DataItem, shown: Iterable[str]) -> list[str]:
    facts = [reading.facts[key] for key in row.facts if key in reading.facts]
    missing = [name for name in shown if not _LACKS[name][1](row, facts)]
    if not reading.snapshot.facts:
        # Nothing to link: the rules on the facts as a whole say so, once.
        return [name for name in missing if name == "relevance"]
    # Without a fact there is none that could have a day or a source.
    return [name for name in missing if name in {"fact", "relevance"}] if "fact" in missing else missing


def _field(missing: list[str]) -> str:
    return "relevance" if missing == ["relevance"] else "facts"


def _message(reading: Reading, req: Requirement, measure: Measure, missing: list[str]) -> str:
    number = [each.id for each in reading.snapshot.measures].index(measure.id) + 1
    lacks = "; ".join(_LACKS[name][0] for name in missing)
    return f"{req.message} Measure {number} asks for this account, and here is missing: {lacks}."

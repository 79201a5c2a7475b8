"""What a letter may not say at once: two answers of which one takes the other back.

They block, and nobody waives them: the letter says one of the two, and only its authors know which.
"""

from collections.abc import Callable, Iterator
from typing import Final

from requests_app.checks.findings import Severity
from requests_app.checks.floor import FLOOR
from requests_app.checks.reading import Reading
from requests_app.checks.rule import Rules
from requests_app.checks.words import says_something
from requests_app.content.fields import SCHEDULED_KINDS
from requests_app.content.place import Place
from requests_app.content.snapshot import Snapshot

RULES: Final = Rules()

_Judge = Callable[[Snapshot], bool]


def _unless(code: str, message: str, place: Place, contradicts: _Judge) -> None:
    """Register a contradiction between single answers, with the field in which it can be ended."""

    def places(reading: Reading) -> Iterator[Place]:
        if contradicts(reading.snapshot):
            yield place

    RULES.add(code, Severity.BLOCK, message, FLOOR)(places)


_unless(
    "secrecy-denied",
    "The letter asks for no confidentiality and gives a reason for it: ask for it, or delete the reason.",
    Place("confidentiality", "confidentiality_wanted"),
    lambda s: s.confidentiality.wanted == "no" and says_something(s.confidentiality.reason),
)
_unless(
    "notice-allowed",
    "The customer may be told, and a reason stands for not telling: choose one of the two.",
    Place("confidentiality", "no_notification"),
    lambda s: (
        s.confidentiality.no_notification == "no"
        and says_something(s.confidentiality.no_notification_reason)
    ),
)
_unless(
    "urgency-denied",
    "Reasons for urgency stand in a request that is not said to be urgent: say how urgent it is, or delete "
    "them.",
    Place("confidentiality", "urgency_level"),
    lambda s: (
        s.urgency.level in {"", "normal"} and (bool(s.urgency.category) or says_something(s.urgency.reason))
    ),
)
_unless(
    "deadline-unnamed",
    "Reasons for a deadline are given and no deadline: give the day, or delete the reasons.",
    Place("confidentiality", "deadline"),
    lambda s: s.urgency.deadline is None and says_something(s.urgency.deadline_reason),
)
_unless(
    "deadline-before-letter",
    "The answer is wanted before the day of the letter: correct one of the two days.",
    Place("confidentiality", "deadline"),
    lambda s: bool(s.urgency.deadline and s.signature.date and s.urgency.deadline < s.signature.date),
)
_unless(
    "procedure-unnamed",
    "A reason for a special procedure is given and no procedure: name it, or delete the reason.",
    Place("procedures", "special_procedure"),
    lambda s: says_something(s.procedure.reason) and not says_something(s.procedure.special),
)
_unless(
    "earlier-after-letter",
    "The earlier letter bears a later day than this one: correct one of the two days.",
    Place("earlier", "earlier_on"),
    lambda s: bool(s.earlier.made_on and s.signature.date and s.earlier.made_on > s.signature.date),
)
_unless(
    "follow-up-denied",
    "No request for disclosure is to follow, and a day for it is given: choose one of the two.",
    Place("measures", "follow_up_intended"),
    lambda s: s.preservation.follow_up_intended == "no" and s.preservation.follow_up_on is not None,
)
_unless(
    "follow-up-of-nothing",
    "A request to disclose the same data is promised, and no data are named: name them, or take back the "
    "promise.",
    Place("measures", "follow_up_intended"),
    lambda s: (
        s.preservation.follow_up_intended == "yes"
        and bool(s.measures)
        and not s.data_items
        and SCHEDULED_KINDS.isdisjoint(s.kinds)
    ),
)


@RULES.add(
    "measure-period",
    Severity.BLOCK,
    "Give the first and the last day of the period.",
    FLOOR,
)
def measure_period(reading: Reading) -> Iterator[Place]:
    """A period with one end is none, and one that ends before it begins is an error of typing."""
    for measure in reading.snapshot.measures:
        if measure.start and measure.end is None:
            yield Place(
                "measures", "end", measure.id, "Give the last day of the period: it has a first day."
            )
        elif measure.end and measure.start is None:
            yield Place(
                "measures", "start", measure.id, "Give the first day of the period: it has a last day."
            )
        elif measure.start and measure.end and measure.end < measure.start:
            yield Place(
                "measures", "end", measure.id, "The period ends before it begins: correct the days."
            )

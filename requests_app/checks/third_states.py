"""A State that has nothing to do with the request: last year's letter went there, and its name stayed."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import CONSISTENT, Rules
from requests_app.content.place import Place

RULES: Final = Rules()

# A word with a capital, and up to four more: what may be the name of a State.
_NAME: Final = r"(?:[Tt]he )?([A-Z][\w'’-]{1,30}(?: (?:of |and |the )?[A-Z][\w'’-]{1,30}){0,4})"
_OFFICE: Final = r"(?:authorit(?:y|ies)|courts?|Ministry of Justice|Government)"
_ADDRESSED: Final = {
    "thank": re.compile(rf"\bthank (?:the )?(?:{_OFFICE} of )?{_NAME}"),
    **{
        word: re.compile(rf"\b{_OFFICE} (?:of|in) {_NAME} (?:is|are) (?:hereby |kindly )?{word}\b")
        for word in ("asked", "requested")
    },
}
_COURT: Final = re.compile(rf"\b[Cc]ourt (?:of|in) {_NAME}")
_PROMISING: Final = re.compile(rf"^\W*{_NAME} (?:would|will|undertakes|is willing|assures)\b")


@RULES.add(
    "other-state-asked",
    Severity.WARN,
    "Another State is asked or thanked here than the one to which the letter goes.",
    CONSISTENT,
)
def other_state_asked(reading: Reading) -> Iterator[Place]:
    for word, pattern in _ADDRESSED.items() if reading.setting.third_states else ():
        for text, match in reading.prose.around(word, pattern):
            if name := _third(match[1], reading.setting.third_states):
                message = f"This letter does not go to {name}: is this a text of another case?"
                yield text.place._replace(message=message, facet=name)


@RULES.add(
    "other-state-promises",
    Severity.WARN,
    "Another State promises here than the one that asks.",
    CONSISTENT,
)
def other_state_promises(reading: Reading) -> Iterator[Place]:
    match = _PROMISING.search(reading.snapshot.procedure.reciprocity)
    if match and (name := _third(match[1], reading.setting.third_states)):
        message = f"{name} does not ask here: the promise is that of the State that asks."
        yield Place("procedures", "reciprocity", message=message, facet=name)


@RULES.add(
    "other-state-orders",
    Severity.ADVISE,
    "The order seems to be one of a court of another State.",
    CONSISTENT,
)
def other_state_orders(reading: Reading) -> Iterator[Place]:
    for match in _COURT.finditer(reading.snapshot.procedure.domestic_order):
        if name := _third(match[1], reading.setting.third_states):
            message = f"A court in {name} ordered this; the order at home is that of the State that asks."
            yield Place("procedures", "domestic_order", message=message, facet=name)


def _third(written: str, states: Iterable[str]) -> str:
    """The State that is named; "" for one of the two, a town, a person."""
    return _by_name(tuple(states)).get(written.casefold(), "")


@lru_cache(maxsize=256)
def _by_name(states: tuple[str, ...]) -> dict[str, str]:
    return {name.casefold().removeprefix("the "): name for name in states}

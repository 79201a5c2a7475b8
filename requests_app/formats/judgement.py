"""What a judge says of a piece of text: what it is, in which form, how sure that is, and what is wrong."""

from dataclasses import dataclass
from enum import StrEnum


class Sure(StrEnum):
    """How a reading is known: proved by its own syntax or check digits, fitting, or one of several."""

    CERTAIN = "certain"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """`kind` is the type of a data item, `value` the form in which the schedule keeps it.

    `wrong` says in words for the drafter why it cannot be used as it is; "" when nothing is, or when nobody
    can tell. `port` is one that was written behind an address.
    """

    kind: str
    value: str
    form: str
    sure: Sure = Sure.CERTAIN
    wrong: str = ""
    notes: tuple[str, ...] = ()
    port: int | None = None

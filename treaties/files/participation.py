from datetime import date
from typing import Final, Literal

from treaties.files.row import Party, Row, Slug, Text
from treaties.spec import Confidence

Action = Literal[
    "signature",
    "ratification",
    "accession",
    "acceptance",
    "approval",
    "succession",
    "formal_confirmation",
    "agreement",
    "withdrawal",
    "reported_party",
    "reported_not_party",
]


# What makes a State a party.
BINDING: Final = frozenset(
    {
        "ratification",
        "accession",
        "acceptance",
        "approval",
        "succession",
        "formal_confirmation",
        "agreement",
    }
)


class ActRow(Row, frozen=True, kw_only=True):
    """One act of one State. `source` is a key of the file's `sources`."""

    state: Party
    action: Action
    on: date | None = None
    in_force: date | None = None
    reservations: bool = False
    objections: bool = False
    side: str = ""


class ParticipationFile(Row, frozen=True, kw_only=True):
    instrument: Slug
    complete_on: date | None = None
    entry_rule: str = ""
    acts: tuple[ActRow, ...]
    sources: dict[str, Text] = {}


class BilateralRow(Row, frozen=True, kw_only=True):
    """A treaty of two: a new instrument (`id`), or the dates of one with its own file (`instrument`)."""

    id: str = ""
    instrument: str = ""
    parties: tuple[Party, Party]
    title: Text
    signed: date | None = None
    in_force: date | None = None
    dates_source: str = ""
    dates_confidence: Confidence | None = None
    supplements: str = ""
    membership: str = ""
    sides: tuple[str, ...] = ()
    bound: bool = True


class BilateralFile(Row, frozen=True, kw_only=True):
    treaties: tuple[BilateralRow, ...]

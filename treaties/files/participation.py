"""The shape of the files in `participations/`, and of the list of bilateral treaties: who is bound
since when.
"""

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
    "suspension",
    "resumption",
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


# What begins a period in which the instrument applies; a State that resumes has consented long before.
BEGINNING: Final = BINDING | {"resumption"}


class ActRow(Row, frozen=True, kw_only=True):
    """One act of one State. `source` is a key of the file's `sources`.

    `on` is the last day of what a withdrawal ends, the first day on which a suspended instrument does
    not apply, or the first day on which it applies again after a resumption.
    """

    state: Party
    action: Action
    on: date | None = None
    in_force: date | None = None
    reservations: bool = False
    objections: bool = False
    side: str = ""
    # What a drafter has to know of it; `note` is for those who keep the data.
    remark: str = ""


class ParticipationFile(Row, frozen=True, kw_only=True):
    """The whole file of one instrument."""

    instrument: Slug
    complete_on: date | None = None
    entry_rule: str = ""
    acts: tuple[ActRow, ...]
    sources: dict[str, Text] = {}


class BilateralRow(Row, frozen=True, kw_only=True):
    """A bilateral treaty: a new instrument (`id`), or the dates of one that has its own file
    (`instrument`).
    """

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
    remark: str = ""


class BilateralFile(Row, frozen=True, kw_only=True):
    """The whole list of bilateral treaties."""

    treaties: tuple[BilateralRow, ...]

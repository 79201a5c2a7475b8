"""Rows that were begun and left: each says at least what makes it a row, or it does not go out.

A row in which nothing stands is no row (`content/blanks.py`); one that holds a day and no words is half
made, and the letter would print the day alone.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from requests_app.checks.findings import Severity
from requests_app.checks.floor import FLOOR
from requests_app.checks.reading import Reading
from requests_app.checks.rule import Rules
from requests_app.checks.words import says_something
from requests_app.content.declared import section_of
from requests_app.content.place import Place

RULES: Final = Rules()

# List -> the field to which the drafter is sent, and the answers of which one is enough.
_ENOUGH: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "replies": ("answer", ("answer",)),
    "steps": ("title", ("title", "court", "reference")),
    "prior_contacts": ("with_whom", ("with_whom", "reference", "outcome")),
    "facts": ("text", ("text",)),
    "offences": ("title", ("title", "provision")),
    # A person whose name is not known is known by something else: a number, a place, a part in the case.
    "persons": (
        "family_name",
        (
            "family_name",
            "given_names",
            "original_script",
            "aliases",
            "document",
            "registration_number",
            "address",
            "location",
            "link",
        ),
    ),
    "data_items": ("identifier", ("identifier",)),
    "annexes": ("title", ("title", "kind")),
}


@RULES.add("half-made-row", Severity.BLOCK, "Fill in this row, or delete it.", FLOOR)
def half_made_row(reading: Reading) -> Iterator[Place]:
    for name, (field, enough) in _ENOUGH.items():
        for row in getattr(reading.snapshot, name):
            if not any(says_something(getattr(row, answer)) for answer in enough):
                yield Place(section_of(name), field, row.id)

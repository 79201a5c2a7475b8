"""The texts of the drafter's own that are translated and printed, each with its place."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from requests_app.checks.findings import Place
from requests_app.checks.snapshot import Snapshot

# Lists of the snapshot: the section, and the fields of each item that hold prose.
_ITEMS: Final = (
    ("replies", "earlier", ("answer",)),
    ("steps", "steps", ("title",)),
    ("prior_contacts", "contacts", ("outcome",)),
    ("facts", "facts", ("text", "learned")),
    ("offences", "offences", ("conduct",)),
    ("persons", "persons", ("link",)),
    ("data_items", "data", ("relevance", "location_basis")),
    ("measures", "measures", ("description", "reason", "categories", "procedure")),
)


class Text(NamedTuple):
    """`lowered` is made once, because each rule on words looks for its words in it."""

    place: Place
    text: str
    lowered: str


def of(snapshot: Snapshot) -> tuple[Text, ...]:
    """Those that are empty are left out."""
    return tuple(Text(place, text, text.lower()) for place, text in _all(snapshot) if text)


def _all(snapshot: Snapshot) -> Iterator[tuple[Place, str]]:
    yield from _singles(snapshot)
    for name, section, fields in _ITEMS:
        for item in getattr(snapshot, name):
            yield from ((Place(section, field, item.id), getattr(item, field)) for field in fields)
    for measure in snapshot.measures:
        yield from (
            (Place("measures", name, measure.id), text) for name, text in measure.particulars.items()
        )


def _singles(s: Snapshot) -> Iterator[tuple[Place, str]]:
    yield Place("basis", "scope_statement"), s.scope.statement
    yield Place("authority", "nature"), s.proceedings.nature
    yield Place("earlier", "prior_requests"), s.proceedings.prior_requests
    yield Place("earlier", "earlier_note"), s.earlier.note
    yield Place("facts", "purpose"), s.purpose
    yield Place("measures", "necessity"), s.necessity
    yield Place("procedures", "special_procedure"), s.procedure.special
    yield Place("procedures", "presence"), s.procedure.presence
    yield Place("procedures", "other"), s.other
    yield Place("confidentiality", "confidentiality_reason"), s.confidentiality.reason
    yield Place("confidentiality", "no_notification_reason"), s.confidentiality.no_notification_reason
    yield Place("confidentiality", "urgency_reason"), s.urgency.reason
    yield Place("confidentiality", "deadline_reason"), s.urgency.deadline_reason

"""What makes a document an act: the parts without which no letter goes out, whatever law governs it.

Neither law nor practice: a layer of its own, which blocks. Which letter needs which parts is one table; a
note and a supplement need not say again what stands in the letter that they go back to. Beside each
part stands whether a letter may truly lack it, so that a supervisor may waive it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from operator import attrgetter
from typing import Final

from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import Rules, cite
from requests_app.checks.words import says_something
from requests_app.content.fields import SCHEDULED_KINDS
from requests_app.content.place import Place
from requests_app.content.snapshot import Measure, Snapshot

FLOOR: Final = cite(
    "the portal: a letter needs it",
    "What makes a document an act",
    label="The portal: a letter needs it",
)
# Kinds whose act rests on no events: a paper is handed over, a record copied, a term prolonged.
WITHOUT_FACTS: Final = frozenset(
    {
        "service_documents",
        "service_by_post",
        "judicial_records",
        "technical_advice",
        "expedited_transmission",
        "supplementary_request",
        "preservation_extension",
    }
)
_PRESERVING: Final = frozenset({"preservation", "preservation_extension"})


class Letter(StrEnum):
    """The kinds of letter, each with a floor of its own."""

    NOTE = "note"
    ANSWERS = "answers"
    SUPPLEMENT = "supplement"
    EXTENSION = "extension"
    EMERGENCY = "emergency"
    PRESERVATION = "preservation"
    ROGATORY = "rogatory"
    FULL = "full"


def letter_of(snapshot: Snapshot) -> Letter:
    """Return the kind of letter that the request becomes: the first that fits."""
    kinds = frozenset(snapshot.kinds)
    main = next((basis.instrument for basis in snapshot.bases if basis.role == "main"), "")
    preserves = bool(kinds) and kinds <= _PRESERVING
    fits = {
        Letter.NOTE: snapshot.is_note,
        Letter.ANSWERS: snapshot.only_answers,
        Letter.SUPPLEMENT: snapshot.is_supplement,
        Letter.EXTENSION: snapshot.proceedings.request_status == "extension"
        or kinds == {"preservation_extension"},
        Letter.EMERGENCY: preserves and snapshot.urgency.level == "emergency",
        Letter.PRESERVATION: preserves,
        Letter.ROGATORY: main == "letters-rogatory",
    }
    return next((letter for letter, is_one in fits.items() if is_one), Letter.FULL)


_OF_EVERY_LETTER: Final = ("addressee", "route", "language", "signatory", "date", "authority")
_ISSUED: Final = (*_OF_EVERY_LETTER, "function", "place")
_ASKING: Final = (*_ISSUED, "act", "object")
# Who goes back to an earlier letter leans on its facts and on the power that it names. In an emergency the
# duty officer signs at night: function and place follow with the full request.
FLOORS: Final[Mapping[Letter, tuple[str, ...]]] = {
    Letter.NOTE: (*_ISSUED, "earlier", "message"),
    Letter.ANSWERS: (*_ISSUED, "earlier"),
    Letter.SUPPLEMENT: (*_ASKING, "earlier"),
    Letter.EXTENSION: (*_ASKING, "preserved"),
    Letter.EMERGENCY: (*_OF_EVERY_LETTER, "act", "object", "fact"),
    Letter.PRESERVATION: (*_ASKING, "fact"),
    Letter.ROGATORY: (*_ASKING, "power", "fact"),
    Letter.FULL: (*_ASKING, "power", "fact"),
}

RULES: Final = Rules()
# Rules of the floor that a supervisor may waive: a letter may truly lack what they ask for.
WAIVABLE: Final[set[str]] = set()


def _part(name: str, message: str, *, waivable: bool = False) -> Callable[..., None]:
    """Register a part: the function yields where it is missing, in the letters that need it."""

    def register(places: Callable[[Reading], Iterable[Place]]) -> None:
        def asked(reading: Reading) -> Iterable[Place]:
            return places(reading) if name in FLOORS[letter_of(reading.snapshot)] else ()

        rules = Rules()
        rules.add(f"floor-{name}", Severity.BLOCK, message, FLOOR)(asked)
        RULES.extend(rules)
        if waivable:
            WAIVABLE.add(f"portal.floor-{name}")

    return register


def _text(name: str, path: str, place: Place, message: str, *, waivable: bool = False) -> None:
    """A part that is one answer of the request."""
    read = attrgetter(path)

    def places(reading: Reading) -> Iterator[Place]:
        value = read(reading.snapshot)
        if value is None or (isinstance(value, str) and not says_something(value)):
            yield place

    _part(name, message, waivable=waivable)(places)


_text("route", "channel.route", Place("channel", "route"), "Say by which route the letter goes.")
_text("language", "channel.language", Place("channel", "language"), "Say in which language the letter is.")
_text("signatory", "signature.name", Place("channel", "signatory_name"), "Say who signs the letter.")
_text(
    "function",
    "signature.function",
    Place("channel", "signatory_function"),
    "Say in which function the letter is signed.",
)
_text("place", "signature.place", Place("channel", "signature_place"), "Say at which place it is signed.")
_text("date", "signature.date", Place("channel", "signature_date"), "Give the day of the letter.")
_text(
    "authority",
    "authority.requesting.office",
    Place("authority", "requesting_office"),
    "Name the authority that makes the request.",
)
_text(
    "power",
    "authority.legal_power",
    Place("authority", "legal_power"),
    "Name the law that empowers the authority to make the request.",
    waivable=True,
)


@_part("addressee", "Name the office to which the letter is addressed, or the competent court.")
def addressee(reading: Reading) -> Iterator[Place]:
    """A letter that goes back to another may go where that one was received."""
    snapshot = reading.snapshot
    received = snapshot.earlier.authority if letter_of(snapshot) in (Letter.NOTE, Letter.ANSWERS) else ""
    if not (says_something(snapshot.channel.addressee) or says_something(received)):
        yield Place("channel", "addressee")


@_part("earlier", "Give the reference of the letter that this one goes back to.")
def earlier(reading: Reading) -> Iterator[Place]:
    if not says_something(reading.snapshot.earlier.reference):
        yield Place("earlier", "earlier_reference")


@_part("message", "Say what the letter wants to be known or done.", waivable=True)
def message(reading: Reading) -> Iterator[Place]:
    """A reminder has words of its own, which ask for the state of the request; a withdrawal says why."""
    snapshot = reading.snapshot
    if snapshot.proceedings.request_status == "withdrawal" and not says_something(snapshot.earlier.note):
        yield Place("earlier", "earlier_note")


@_part("preserved", "Quote the preservation that is to be extended, by its reference.")
def preserved(reading: Reading) -> Iterator[Place]:
    quoted = (reading.snapshot.preservation.reference, reading.snapshot.earlier.reference)
    if not any(map(says_something, quoted)):
        yield Place("measures", "preservation_reference")


@_part("fact", "Tell at least one fact: what happened, and when.", waivable=True)
def fact(reading: Reading) -> Iterator[Place]:
    told = any(says_something(each.text) for each in reading.snapshot.facts)
    if not told and not (reading.kinds and reading.kinds <= WITHOUT_FACTS):
        yield Place("facts", "text")


@_part("act", "Say what the requested State is asked to do.")
def act(reading: Reading) -> Iterator[Place]:
    for measure in reading.snapshot.measures:
        if not (_says_what(measure) or _identified(reading, measure)):
            yield Place("measures", "description", measure.id)


@_part("object", "Say with whose data, records or person it is to be done.", waivable=True)
def object_(reading: Reading) -> Iterator[Place]:
    for measure in reading.snapshot.measures:
        if _identified(reading, measure):
            continue
        if measure.kind in SCHEDULED_KINDS:
            rows = reading.items_of(measure)
            yield Place("data", "identifier", rows[0].id if rows else "")
        elif not _says_whose(reading, measure):
            yield Place("measures", "holder", measure.id)


def _says_what(measure: Measure) -> bool:
    return any(
        map(says_something, (measure.description, measure.categories, *measure.particulars.values()))
    )


def _says_whose(reading: Reading, measure: Measure) -> bool:
    """In words, in a particular of its kind, or by a person whom the request names."""
    said = (measure.holder, measure.description, *measure.particulars.values())
    named = (person.family_name or person.original_script for person in reading.snapshot.persons)
    return any(map(says_something, (*said, *named)))


def _identified(reading: Reading, measure: Measure) -> bool:
    return any(says_something(item.identifier) for item in reading.items_of(measure))

"""Whether a canonical draft field of the vocabulary is answered, and where it is not.

One function a field, or a form shared by several. Each yields the places that still want an answer.
"""

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, Final

from requests_app.checks.reading import Reading
from requests_app.checks.words import says_a_name, says_something
from requests_app.content import declared
from requests_app.content.fields import (
    HOMES,
    RECORD_KINDS,
    SCHEDULED_KINDS,
    column_of,
    draft_field_of,
    home_of,
)
from requests_app.content.place import Place
from requests_app.content.snapshot import DataItem, Measure, Offence, Person, Preservation
from treaties.spec import Level, Requirement

Answer = Callable[[Reading, Requirement], Iterable[Place]]


def _home(draft_field: str, item: str = "") -> Place:
    home = home_of(draft_field)
    return Place(home.section, home.field, item)


def _text(draft_field: str, path: str) -> Answer:
    """One text of the request, at a path of the snapshot."""
    read = attrgetter(path)

    def answer(reading: Reading, _requirement: Requirement) -> Iterator[Place]:
        if not says_something(read(reading.snapshot)):
            yield _home(draft_field)

    return answer


def _each(draft_field: str, holds: Callable[[Any], bool]) -> Answer:
    """There is at least one item, and every item answers."""
    items = HOMES[draft_field].items

    def answer(reading: Reading, _requirement: Requirement) -> Iterator[Place]:
        found = getattr(reading.snapshot, items)
        if not found:
            yield _home(draft_field)
        for item in found:
            if not holds(item):
                yield _home(draft_field, item.id)

    return answer


def _particular(draft_field: str) -> Answer:
    """Every measure that the rule is about says it for itself, in one text or in particulars.

    A text on the field as a whole may hold any of its particulars: only a person can tell. The other way
    round one particular is enough, because practice asks for each of the others by its name.
    """

    def answer(reading: Reading, requirement: Requirement) -> Iterator[Place]:
        for measure in reading.measures_of(requirement):
            if not any(says_something(text) for text in _said(measure, draft_field)):
                yield _home(draft_field, measure.id)

    return answer


def _said(measure: Measure, name: str) -> Iterator[str]:
    if column := column_of(name):
        yield getattr(measure, column)
    field = draft_field_of(name)
    for key, text in measure.particulars.items():
        if key in (name, field) or (name == field and draft_field_of(key) == field):
            yield text


def _of_object(
    draft_field: str,
    in_schedule: Callable[[DataItem, Measure], str],
    in_measure: Callable[[Measure], str],
) -> Answer:
    """What is said of the object of a measure: in each row of its schedule, or in the measure itself.

    The two functions return the name of the form field that is still empty, "" when none is.
    """

    def answer(reading: Reading, requirement: Requirement) -> Iterator[Place]:
        for measure in reading.measures_of(requirement):
            yield from _of_one(reading.items_of(measure), measure)

    def _of_one(items: list[DataItem], measure: Measure) -> Iterator[Place]:
        if measure.kind not in SCHEDULED_KINDS:
            empty = in_measure(measure)
            if empty and not (items and not any(in_schedule(item, measure) for item in items)):
                yield Place("measures", empty, measure.id)
        elif not items:
            yield _home(draft_field)
        else:
            yield from _in_rows(items, measure, in_schedule)

    return answer


def _in_rows(
    items: list[DataItem], measure: Measure, in_schedule: Callable[[DataItem, Measure], str]
) -> Iterator[Place]:
    for item in items:
        if empty := in_schedule(item, measure):
            yield Place("data", empty, item.id)


def _unless(filled: bool, field: str) -> str:
    return "" if filled else field


def _what(measure: Measure) -> str:
    if says_something(measure.categories):
        return ""
    return _unless(measure.kind not in RECORD_KINDS and says_something(measure.description), "categories")


def _period(item: DataItem, measure: Measure) -> str:
    """A moment is enough for an address: it had one user at a time."""
    if measure.start and measure.end:
        return ""
    if item.start is None:
        return "start"
    return _unless(bool(item.end or item.type in {"ip", "message", "url"}), "end")


def _period_of_measure(measure: Measure) -> str:
    return _unless(bool(measure.start), "start") or _unless(bool(measure.end), "end")


def _is_named(person: Person) -> bool:
    return any(map(says_a_name, (person.family_name, person.original_script, person.aliases)))


def _penalty_is_stated(offence: Offence) -> bool:
    return offence.life or offence.max_years is not None


def _description(reading: Reading, requirement: Requirement) -> Iterator[Place]:
    if not reading.snapshot.measures:
        yield _home("assistance_description")
    for measure in reading.measures_of(requirement):
        if not says_something(measure.description):
            yield _home("assistance_description", measure.id)


def _law_text(reading: Reading, requirement: Requirement) -> Iterable[Place]:
    """Quoted with each offence, or annexed."""
    if reading.has_annex("law_text"):
        return ()
    return _each("offence_law_text", lambda offence: says_something(offence.law_text))(reading, requirement)


def _prior_requests(reading: Reading, requirement: Requirement) -> Iterable[Place]:
    """In words, or contact by contact; that there was none is an answer."""
    if reading.snapshot.proceedings.prior_made == "no":
        return ()
    quoted = says_something(reading.snapshot.earlier.reference)
    if quoted or any(says_something(contact.with_whom) for contact in reading.snapshot.prior_contacts):
        return ()
    return _text("prior_requests", "proceedings.prior_requests")(reading, requirement)


def _first_request(reading: Reading, requirement: Requirement) -> Iterable[Place]:
    """A supplement quotes it on the page of earlier requests, with its day."""
    earlier = reading.snapshot.earlier
    if says_something(earlier.reference) and earlier.made_on:
        return ()
    return _particular("prior_requests-reference")(reading, requirement)


def _what_is_new(reading: Reading, requirement: Requirement) -> Iterable[Place]:
    """Answers to the questions of the other side are what is new."""
    if any(says_something(reply.answer) for reply in reading.snapshot.replies):
        return ()
    return _particular("prior_requests-changes")(reading, requirement)


def _domestic_order(reading: Reading, requirement: Requirement) -> Iterable[Place]:
    if reading.has_annex("order"):
        return ()
    return _text("domestic_order", "procedure.domestic_order")(reading, requirement)


def _confidentiality(reading: Reading, _requirement: Requirement) -> Iterator[Place]:
    """Yes and no are both answers; silence is none."""
    if not reading.snapshot.confidentiality.wanted:
        yield _home("confidentiality")


def _urgency(reading: Reading, requirement: Requirement) -> Iterator[Place]:
    """ "Not urgent" answers the question, but not a rule that demands the facts of an emergency."""
    urgency = reading.snapshot.urgency
    demanded = requirement.level is Level.MANDATORY
    if not urgency.level or (demanded and urgency.level == "normal"):
        yield _home("urgency")
    elif urgency.level != "normal" and not says_something(urgency.reason):
        yield Place("confidentiality", "urgency_reason")


def _deadline(reading: Reading, _requirement: Requirement) -> Iterator[Place]:
    urgency = reading.snapshot.urgency
    if urgency.deadline is None:
        yield _home("deadline")
    elif not says_something(urgency.deadline_reason):
        yield Place("confidentiality", "deadline_reason")


def _preservation(reading: Reading, requirement: Requirement) -> Iterator[Place]:
    """To preserve means to promise the request that follows; to disclose means to quote what was preserved.

    A request that does both quotes itself.
    """
    preservation = reading.snapshot.preservation
    if requirement.applies_to_kind("preservation") and "preservation" in reading.kinds:
        if preservation.follow_up_intended != "yes":
            yield _home("preservation")
    elif "preservation" not in reading.kinds:
        yield from _preserved(preservation)


def _preserved(preservation: Preservation) -> Iterator[Place]:
    """Confirmed under a reference, or asked for; that it was not, or need not be, is said with a reason."""
    if preservation.is_confirmed and not says_something(preservation.reference):
        yield Place("measures", "preservation_reference")
    elif preservation.status in ("not_asked", "not_needed"):
        if not says_something(preservation.explanation):
            yield Place("measures", "preservation_explanation")
    elif not preservation.is_confirmed and preservation.status != "asked":
        yield Place("measures", "preservation_status")


def _presence(reading: Reading, requirement: Requirement) -> Iterable[Place]:
    """Who wishes to attend, or that nobody does."""
    if reading.snapshot.procedure.presence_wanted == "no":
        return ()
    return _text("presence", "procedure.presence")(reading, requirement)


def _channel(reading: Reading, _requirement: Requirement) -> Iterator[Place]:
    channel = reading.snapshot.channel
    if not channel.route:
        yield _home("channel")
    elif not says_something(channel.addressee):
        yield Place("channel", "addressee")


def _contact(reading: Reading, _requirement: Requirement) -> Iterator[Place]:
    """Someone, and a way to reach them."""
    contact = reading.snapshot.channel.reply_contact
    if not (says_something(contact.office) or says_something(contact.name)):
        yield _home("contact")
    elif not (says_something(contact.email) or says_something(contact.phone)):
        yield Place("channel", "reply_email")


def _stated(draft_field: str, path: str) -> Answer:
    """A day or a number at a path of the snapshot."""
    read = attrgetter(path)

    def answer(reading: Reading, _requirement: Requirement) -> Iterator[Place]:
        if read(reading.snapshot) is None:
            yield _home(draft_field)

    return answer


def _certified(reading: Reading, _requirement: Requirement) -> Iterator[Place]:
    """What needs no translation needs no certificate of one."""
    channel = reading.snapshot.channel
    if channel.translation_certified != "yes" and channel.translation != "not_needed":
        yield _home("translation_certificate")


def _sealed(reading: Reading, _requirement: Requirement) -> Iterator[Place]:
    if reading.snapshot.signature.sealed != "yes":
        yield _home("seal")


def _supply_form(reading: Reading, requirement: Requirement) -> Iterator[Place]:
    for measure in reading.measures_of(requirement):
        if not says_something(measure.form_of_evidence):
            yield _home("supply_form", measure.id)


# A draft field without a function of its own is answered by any words in its place.
ANSWERS: Final[dict[str, Answer]] = {
    **{
        answer.draft_field: _text(answer.draft_field, answer.path)
        for answer in declared.ANSWERS
        if answer.draft_field and not answer.list
    },
    **{name: _particular(name) for name, home in HOMES.items() if home.particular},
    "facts": _each("facts", lambda fact: says_something(fact.text)),
    "offences": _each("offences", lambda offence: says_something(offence.title)),
    "max_penalty": _each("max_penalty", _penalty_is_stated),
    "dual_criminality_note": _each(
        "dual_criminality_note", lambda offence: says_something(offence.conduct)
    ),
    "persons": _each("persons", _is_named),
    "assistance_description": _description,
    "data_specification": _of_object(
        "data_specification", lambda item, _m: _unless(says_something(item.identifier), "identifier"), _what
    ),
    "provider": _of_object(
        "provider",
        lambda item, m: _unless(says_something(item.provider) or says_something(m.holder), "provider"),
        lambda m: _unless(says_something(m.holder), "holder"),
    ),
    "time_period": _of_object("time_period", _period, _period_of_measure),
    "location_basis": _of_object(
        "location_basis",
        lambda item, _m: _unless(says_something(item.location_basis), "location_basis"),
        lambda m: _unless(says_something(m.particulars.get("location_basis", "")), "location_basis"),
    ),
    "relevance": _of_object(
        "relevance",
        lambda item, _m: _unless(says_something(item.relevance), "relevance"),
        lambda m: _unless(says_something(m.reason), "reason"),
    ),
    "offence_law_text": _law_text,
    "prior_requests": _prior_requests,
    "presence": _presence,
    "translation_certificate": _certified,
    "seal": _sealed,
    "copies": _stated("copies", "channel.copies"),
    "request_date": _stated("request_date", "signature.date"),
    "next_date": _stated("next_date", "proceedings.next_date"),
    "supply_form": _supply_form,
    "prior_requests-reference": _first_request,
    "prior_requests-changes": _what_is_new,
    "domestic_order": _domestic_order,
    "confidentiality": _confidentiality,
    "urgency": _urgency,
    "deadline": _deadline,
    "preservation": _preservation,
    "channel": _channel,
    "contact": _contact,
}


def open_places(reading: Reading, requirement: Requirement, draft_field: str) -> tuple[Place, ...]:
    """Where the field still wants an answer, for the measures that the rule is about."""
    # Of a rule the functions above read nothing but the kinds it applies to and its level.
    key = (draft_field, requirement.applies_to, requirement.level)
    if key not in reading.answers:
        answer = ANSWERS.get(draft_field) or _particular(draft_field)
        reading.answers[key] = tuple(answer(reading, requirement))
    return reading.answers[key]

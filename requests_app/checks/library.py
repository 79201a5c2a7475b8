"""Every check and every condition that a data file of the law may name.

A check is asked once for each draft field of the requirement and yields the places where it is not
met. A condition says whether the requirement is to be looked at. `docs/data-format.md` lists both.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from requests_app.checks import accounts, refusal
from requests_app.checks.answers import open_places
from requests_app.checks.reading import Reading
from requests_app.checks.scope import articles_named, names_convention_offence
from requests_app.checks.words import says_something
from requests_app.content.fields import HOMES
from requests_app.content.place import Place
from treaties.spec import Requirement

Check = Callable[[Reading, Requirement, str], Iterable[Place]]
Condition = Callable[[Reading, Any], bool]

CHECKS: Final[dict[str, Check]] = {}
CONDITIONS: Final[dict[str, Condition]] = {}

# Which annexes prove a draft field when a rule asks for a document; any annex proves the others.
_PROOFS: Final = {
    "offence_law_text": ("law_text",),
    "domestic_order": ("order", "certificate"),
    "confiscation_order": ("order",),
    "language": ("translation",),
    # A certificate that the authority gives of the proceedings, and a notice that goes with what is served.
    "signature": ("certificate",),
    "translation_certificate": ("translation_certificate",),
    "authentication": ("authentication",),
    "addressee": ("other", "evidence"),
}


def _never(_reading: Reading) -> str:
    return ""


# Answers that say that no paper is needed.
_SAYS_IT_IS_NOT_NEEDED: Final[dict[str, Callable[[Reading], str]]] = {
    "language": lambda reading: reading.snapshot.channel.translation,
    "authentication": lambda reading: reading.snapshot.channel.authentication,
}


def check(function: Check) -> Check:
    CHECKS[function.__name__] = function
    return function


def condition(function: Condition) -> Condition:
    CONDITIONS[function.__name__] = function
    return function


# --- checks -------------------------------------------------------------------------------------------


@check
def answered(reading: Reading, req: Requirement, draft_field: str) -> Iterator[Place]:
    """The draft field says something, in every item where items answer it; papers asked for are annexed."""
    yield from open_places(reading, req, draft_field)
    if req.attachment and draft_field in _papers(req) and draft_field != "offence_law_text":
        yield from annexed(reading, req, draft_field)


def _papers(req: Requirement) -> Iterable[str]:
    """Of several fields those that papers prove: nobody annexes a summary of facts."""
    return [name for name in req.fields if name in _PROOFS] or req.fields[:1]


@check
def annexed(reading: Reading, req: Requirement, draft_field: str) -> Iterator[Place]:
    """The request carries the document. Text of law that is quoted needs none: the letter prints it."""
    quoted = draft_field == "offence_law_text" and not open_places(reading, req, draft_field)
    is_needed = not quoted and _SAYS_IT_IS_NOT_NEEDED.get(draft_field, _never)(reading) != "not_needed"
    if is_needed and not reading.has_annex(*_PROOFS.get(draft_field, ())):
        message = f"{req.message} Attach the document as an annex."
        yield Place("annexes", "kind", "", message, facet=draft_field)


@check
def any_answered(reading: Reading, req: Requirement, draft_field: str) -> Iterator[Place]:
    """One of the draft fields is enough; the first of them is where the drafter is sent."""
    if draft_field != req.fields[0]:
        return
    still_open = [open_places(reading, req, name) for name in req.fields]
    if all(still_open):
        yield from still_open[0]


@check
def penalty_at_least(reading: Reading, req: Requirement, _draft_field: str) -> Iterator[Place]:
    """One offence is punishable with `years` or more, for life counting as more than any number.

    `or_offence_of_the_convention` lets a scope statement that names such an article stand instead.
    """
    years = float(req.params["years"])
    offences = reading.snapshot.offences
    if any(o.life or (o.max_years is not None and o.max_years >= years) for o in offences):
        return
    if req.params.get("or_offence_of_the_convention") and names_convention_offence(reading.snapshot.scope):
        return
    for offence in offences:
        yield Place("offences", "max_years", offence.id)
    if not offences:
        yield Place("offences", "max_years")


@check
def each_penalty_at_least(reading: Reading, req: Requirement, _draft_field: str) -> Iterator[Place]:
    """Every offence named is punishable with `years` or more."""
    years = float(req.params["years"])
    for offence in reading.snapshot.offences:
        if not offence.life and (offence.max_years is None or offence.max_years < years):
            yield Place("offences", "max_years", offence.id)


@check
def rows_rest_on_facts(reading: Reading, req: Requirement, _draft_field: str) -> Iterable[Place]:
    """Each row of a measure shows what `shown` names: a linked fact, its day, its source, its relevance."""
    return accounts.unsupported(reading, req)


@check
def no_sign_of(reading: Reading, req: Requirement, _draft_field: str) -> Iterable[Place]:
    """Nothing in the offences and the facts reads like `ground`, for which a State sends requests back."""
    return refusal.signs(reading, req)


@check
def scope_confirmed(reading: Reading, req: Requirement, _draft_field: str) -> Iterator[Place]:
    """One of the questions of scope named in `any_of` is answered with yes; the first is the place."""
    questions = req.params["any_of"]
    if not any(getattr(reading.snapshot.scope, question) == "yes" for question in questions):
        yield Place("basis", questions[0])


@check
def offence_of_the_convention(reading: Reading, req: Requirement, _draft_field: str) -> Iterator[Place]:
    """The statement of scope names the article that makes it an offence: none of `not_articles`."""
    named = set(articles_named(reading.snapshot.scope.statement))
    if not named - set(req.params["not_articles"]):
        yield Place("basis", "scope_statement")


@check
def language_accepted(reading: Reading, req: Requirement, _draft_field: str) -> Iterator[Place]:
    """The letter, or a translation that goes with it, is in one of `languages` (BCP 47).

    A treaty may keep them by the State that is asked; of a State that it does not name it asks nothing.
    """
    languages = req.params["languages"]
    if isinstance(languages, Mapping):
        languages = languages.get(reading.snapshot.requested, ())
    accepted = {_primary(language) for language in languages}
    channel = reading.snapshot.channel
    if not channel.language:
        yield Place("channel", "language")
    elif accepted and not _reads(reading, accepted):
        yield _missing_translation(reading)


def _missing_translation(reading: Reading) -> Place:
    """What was said to be attached is missing among the annexes, or is there in another language."""
    if reading.snapshot.channel.translation != "attached":
        return Place("channel", "translation")
    annexed = [a.id for a in reading.snapshot.annexes if a.kind == "translation"]
    return (
        Place("annexes", "language", annexed[0]) if annexed else Place("annexes", "kind", facet="language")
    )


def _primary(language: str) -> str:
    """The language without region or script: a letter in en-GB is one in English."""
    return language.lower().split("-")[0]


def _reads(reading: Reading, accepted: set[str]) -> bool:
    """A translation that is attached without its language being named is taken on trust."""
    channel = reading.snapshot.channel
    if _primary(channel.language) in accepted or channel.translation == "to_follow":
        return True
    annexed = {_primary(a.language) for a in reading.snapshot.annexes if a.kind == "translation"}
    return channel.translation == "attached" and bool(annexed & (accepted | {""}))


@check
def channel_accepted(reading: Reading, req: Requirement, _draft_field: str) -> Iterator[Place]:
    """The route is one of `routes`, or of `urgent_routes` when the request is urgent."""
    route = reading.snapshot.channel.route
    routes = set(req.params["routes"])
    if reading.snapshot.urgency.level in {"urgent", "emergency"}:
        routes |= set(req.params.get("urgent_routes", ()))
    yield from open_places(reading, req, "channel")
    if route and route not in routes:
        yield Place("channel", "route")


@check
def lead_time(reading: Reading, req: Requirement, _draft_field: str) -> Iterator[Place]:
    """Between the day of the request and the deadline lie at least `days`."""
    deadline = reading.snapshot.urgency.deadline
    if deadline is None or (deadline - reading.on).days < int(req.params["days"]):
        yield Place("confidentiality", "deadline")


# --- conditions ---------------------------------------------------------------------------------------


@condition
def measures_any(reading: Reading, kinds: Iterable[str]) -> bool:
    """At least one measure is of these kinds."""
    return not reading.kinds.isdisjoint(kinds)


@condition
def measures_not_only(reading: Reading, kinds: Iterable[str]) -> bool:
    """Something else is asked for than these kinds."""
    return not reading.kinds or not reading.kinds <= set(kinds)


@condition
def basis_cited(reading: Reading, instruments: Iterable[str]) -> bool:
    return not reading.bases.isdisjoint(instruments)


@condition
def basis_not_cited(reading: Reading, instruments: Iterable[str]) -> bool:
    return reading.bases.isdisjoint(instruments)


@condition
def urgency_in(reading: Reading, levels: Iterable[str]) -> bool:
    return reading.snapshot.urgency.level in set(levels)


@condition
def confidentiality_wanted(reading: Reading, wanted: bool) -> bool:
    return (reading.snapshot.confidentiality.wanted == "yes") is bool(wanted)


@condition
def notification_barred(reading: Reading, barred: bool) -> bool:
    return (reading.snapshot.confidentiality.no_notification == "yes") is bool(barred)


@condition
def deadline_set(reading: Reading, is_set: bool) -> bool:
    return (reading.snapshot.urgency.deadline is not None) is bool(is_set)


@condition
def route_in(reading: Reading, routes: Iterable[str]) -> bool:
    return reading.snapshot.channel.route in set(routes)


@condition
def language_not_in(reading: Reading, languages: Iterable[str]) -> bool:
    """The letter is written in a language, and in none of these."""
    language = _primary(reading.snapshot.channel.language)
    return bool(language) and language not in set(map(_primary, languages))


@condition
def requesting_in(reading: Reading, states: Iterable[str]) -> bool:
    return reading.snapshot.requesting in set(states)


@condition
def requested_in(reading: Reading, states: Iterable[str]) -> bool:
    return reading.snapshot.requested in set(states)


@condition
def person_role_in(reading: Reading, roles: Iterable[str]) -> bool:
    wanted = set(roles)
    return any(person.role in wanted for person in reading.snapshot.persons)


@condition
def special_procedure_wanted(reading: Reading, wanted: bool) -> bool:
    return says_something(reading.snapshot.procedure.special) is bool(wanted)


@condition
def death_penalty_possible(reading: Reading, possible: bool) -> bool:
    """An offence names death as its penalty: elsewhere nobody is asked for an assurance."""
    return refusal.death_is_possible(reading) is bool(possible)


@condition
def status_in(reading: Reading, statuses: Iterable[str]) -> bool:
    return reading.snapshot.proceedings.request_status in set(statuses)


def is_known(requirement: Requirement) -> bool:
    """Every name that the rule uses exists: the test of the data files asks this of each rule."""
    return (
        requirement.check in CHECKS
        and set(requirement.when) <= set(CONDITIONS)
        and set(requirement.fields) <= set(HOMES)
    )

"""The mutator, second half: answers that are there and wrong."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from bench.completeness import elements
from bench.completeness.corpus import Complete
from bench.completeness.mutant import DELETED, Expected, Mutant, spoilt
from bench.completeness.places import Json, each, read
from bench.completeness.truth import Truth

Holds = Callable[[Json, Json], bool]

# Acts that reach into the future by their nature.
_LIVE: Final = {"realtime_traffic", "interception_content", "interception_notification", "bank_monitoring"}
_MALFORMED: Final = {"email": "quiet.harbour at mail", "ip": "300.1.1.1", "domain": "quiet harbour"}


def _always(_request: Json, _item: Json) -> bool:
    return True


def _has(field: str) -> Holds:
    return lambda _request, item: bool(item.get(field))


def _is(field: str, *values: str) -> Holds:
    return lambda _request, item: item.get(field) in values


def _asks_for(*kinds: str) -> Holds:
    return lambda request, _item: any(measure["kind"] in kinds for measure in request["measures"])


def _stored(request: Json, item: Json) -> bool:
    return bool(item.get("end")) and not _asks_for(*_LIVE)(request, item)


def _rests_on(instrument: str) -> Holds:
    return lambda request, _item: any(basis["instrument"] == instrument for basis in request["bases"])


@dataclass(frozen=True)
class Wrong:
    """A value put in one place, in each item that it fits. `value` may depend on the old one."""

    mutation: str
    at: str
    value: Any
    expected: Expected
    fits: Holds = _always


# A time before there were logs, a day that lies ahead, a link to nothing: no law is needed to see that.
WRONGS: Final = (
    Wrong("zone removed", "data_items.zone", "", "block", _has("start")),
    Wrong("zone wrong", "data_items.zone", "Europe/Atlantis", "block", _has("start")),
    Wrong("zone wrong", "data_items.zone", "CEST", "block", _has("start")),
    Wrong("end before start", "data_items.end", "2026-04-01T00:00:00", "block", _has("end")),
    Wrong("end before start", "measures.end", "2026-04-01", "block", _has("end")),
    Wrong("end before start", "facts.until", "2026-05-01", "block"),
    Wrong("data of the future", "data_items.end", "2027-01-31T00:00:00", "block", _stored),
    Wrong("date out of range", "data_items.start", "1926-05-01T00:00:00", "block"),
    Wrong(
        "date out of range", "data_items.start", "2026-03-29T02:30:00", "block", _is("zone", "Europe/Oslo")
    ),
    Wrong("date out of range", "facts.on", "2027-05-11", "block"),
    Wrong("date out of range", "facts.until", "2027-05-12", "block"),
    Wrong("date out of range", "persons.birth_date", "2026-11-26", "block"),
    Wrong("date out of range", "persons.birth_date", "1790-03-14", "warn"),
    Wrong("date out of range", "preservation.expires_on", "2026-11-01", "warn"),
    Wrong(
        "follow-up too late", "preservation.follow_up_on", "2027-06-30", "warn", _asks_for("preservation")
    ),
    Wrong("identifier malformed", "data_items.identifier", _MALFORMED, "block"),
    Wrong("identifier malformed", "data_items.identifier", "10.0.0.7", "block", _is("type", "ip")),
    Wrong("port removed behind CGNAT", "data_items.port", None, "block", _has("port")),
    Wrong("time of the address removed", "data_items.start", None, "block", _is("type", "ip")),
    Wrong("nexus dangling", "data_items.facts", ["f9"], "block"),
    Wrong("nexus dangling", "data_items.offences", ["o9"], "block"),
    Wrong("nexus removed", "data_items.facts", [], "warn"),
    Wrong("provider in another State", "data_items.provider_state", "ZAF", "warn"),
    Wrong("main basis removed", "bases", [], "block"),
    Wrong("requested State removed", "requested", "", "block"),
    Wrong("no measure", "measures", [], "block"),
    Wrong("outside the convention", "scope.transnational", "no", "block", _rests_on("untoc")),
    Wrong("outside the convention", "scope.organised_group", "no", "block", _rests_on("untoc")),
    Wrong("secrecy without reason", "confidentiality.reason", "", "warn"),
    Wrong("contact malformed", "channel.reply_contact.email", "mla at justice", "warn"),
    Wrong("contact malformed", "authority.conducting.phone", "12", "warn"),
    Wrong("contact malformed", "authority.requesting.zone", "Mars/Base", "warn"),
    Wrong("placeholder inside", "facts.text", "On 11 May 2026 [name] signed in to the network.", "warn"),
    Wrong("placeholder inside", "purpose", "For the trial at ____ in April.", "warn"),
    Wrong("placeholder inside", "offences.conduct", "Entering a system. TODO: explain.", "warn"),
    Wrong("placeholder inside", "measures.description", "Obtain the records of [date].", "warn"),
    Wrong("annex without title", "annexes.title", "", "warn"),
)


def spoils(complete: Complete, truth: Truth) -> Iterator[Mutant]:
    request = complete.request
    for wrong in WRONGS:
        yield from _put_wrong(request, wrong)
    yield from _urgent_without_reason(request)
    yield from _nobody_to_ask(request)
    yield from _no_main_basis(request)
    yield from _outside_budapest(request)
    yield from _penalties(request, truth)
    yield from _languages(request, truth)
    yield from _route(request, truth)
    yield from _notice(request, truth)
    yield from _unreasoned_deadline(request, truth)
    yield from _no_promise(request, truth)


def _put_wrong(request: Json, wrong: Wrong) -> Iterator[Mutant]:
    for path in each(request, wrong.at):
        item = read(request, path[:2]) if len(path) == 3 and isinstance(path[1], int) else request
        if wrong.fits(request, item):
            value = wrong.value[item["type"]] if isinstance(wrong.value, dict) else wrong.value
            yield Mutant(wrong.mutation, wrong.at, *spoilt(request, [(path, value)]), wrong.expected)


def _urgent_without_reason(request: Json) -> Iterator[Mutant]:
    if request["urgency"]["level"] != "normal":
        made = spoilt(request, [(("urgency", "reason"), "")])
        yield Mutant("urgency without reason", "urgency", *made, "warn")


def _nobody_to_ask(request: Json) -> Iterator[Mutant]:
    ways = [(("channel", "reply_contact", name), "") for name in ("email", "phone")]
    yield Mutant("nobody to ask", "contact", *spoilt(request, ways), "warn")


def _no_main_basis(request: Json) -> Iterator[Mutant]:
    made = spoilt(request, [(("bases", 0, "role"), "additional")])
    yield Mutant("main basis removed", "bases", *made, "block")


def _outside_budapest(request: Json) -> Iterator[Mutant]:
    if _rests_on("budapest")(request, {}):
        denied = [(("scope", name), "no") for name in ("computer_related", "electronic_evidence")]
        yield Mutant("outside the convention", "scope", *spoilt(request, denied), "block")


def _penalties(request: Json, truth: Truth) -> Iterator[Mutant]:
    codes = truth.checking("penalty_at_least")
    if not truth.has_threshold(request):
        return
    for mutation, years in (("penalty below threshold", 0.5), ("penalty not stated", None)):
        changes = [(path, years) for path in each(request, "offences.max_years")]
        yield Mutant(mutation, "max_penalty", *spoilt(request, changes), "block", codes)


def _languages(request: Json, truth: Truth) -> Iterator[Mutant]:
    codes = truth.checking("language_accepted")
    # A letter that is read as it is goes wrong in other ways than one whose translation alone is read.
    annexes = elements.papers(request, "language")
    if not annexes:
        if codes:
            change = [(("channel", "language"), "fi"), (("channel", "translation"), "not_needed")]
            yield Mutant("wrong language", "language", *spoilt(request, change), "block", codes)
        return
    gone = spoilt(request, [(path, DELETED) for path in annexes])
    demanded = codes | truth.asking_for_paper("language")
    yield Mutant("translation missing", "language", *gone, "block" if demanded else "warn", demanded)
    if codes:
        other = spoilt(request, [((*path, "language"), "fi") for path in annexes])
        yield Mutant("wrong language", "language", *other, "block", codes)
        changes = [(("channel", "translation"), "not_needed"), *((path, DELETED) for path in annexes)]
        yield Mutant("wrong language", "language", *spoilt(request, changes), "block", codes)


def _route(request: Json, truth: Truth) -> Iterator[Mutant]:
    if codes := truth.checking("channel_accepted"):
        made = spoilt(request, [(("channel", "route"), "direct")])
        yield Mutant("wrong channel", "channel", *made, "block", codes)


def _notice(request: Json, truth: Truth) -> Iterator[Mutant]:
    codes = truth.checking("lead_time")
    past = spoilt(request, [(("urgency", "deadline"), "2026-11-01")])
    yield Mutant("date out of range", "deadline", *past, "block" if codes else "warn", codes)
    if codes:
        soon = spoilt(request, [(("urgency", "deadline"), "2026-12-05")])
        yield Mutant("too short notice", "deadline", *soon, "block", codes)


def _unreasoned_deadline(request: Json, truth: Truth) -> Iterator[Mutant]:
    """The element is "time limit and reasons": where the law wants it, both are wanted."""
    codes = truth.asking_for("deadline") - truth.checking("lead_time")
    made = spoilt(request, [(("urgency", "deadline_reason"), "")])
    yield Mutant("deadline without reason", "deadline", *made, "block" if codes else "warn", codes)


def _no_promise(request: Json, truth: Truth) -> Iterator[Mutant]:
    codes = truth.asking_for("preservation")
    if codes and _asks_for("preservation")(request, {}):
        made = spoilt(request, [(("preservation", "follow_up_intended"), "no")])
        yield Mutant("no request will follow", "preservation", *made, "block", codes)

"""What the letter goes back to: a request of another State, none at all, itself."""

from typing import Final

from bench.completeness.mutant import DELETED
from bench.completeness.places import Json
from bench.completeness.world.fault import Changes, Fault, more


def _leaning_on_nothing(request: Json) -> Changes:
    """A supplement that does not say to what."""
    yield ("proceedings", "request_status"), "supplementary"
    yield ("proceedings", "prior_requests"), ""
    yield ("earlier",), {**request["earlier"], "reference": "", "their_reference": "", "made_on": None}
    for n in reversed(range(len(request["prior_contacts"]))):
        yield ("prior_contacts", n), DELETED


def _leaning_on_another(request: Json) -> Changes:
    if request["requested"] != "PRT":
        yield ("proceedings", "request_status"), "follow_up"
        yield ("earlier", "reference"), "MJ-2026-0001"
        yield ("earlier", "made_on"), "2026-10-05"
        yield ("earlier", "authority"), "Office of the Attorney General of Portugal, Lisbon"


def _leaning_on_itself(request: Json) -> Changes:
    if request["reference"]:
        yield ("proceedings", "request_status"), "follow_up"
        yield ("earlier", "reference"), request["reference"]
        yield ("earlier", "made_on"), "2026-10-05"


def _earlier_that_is_later(request: Json) -> Changes:
    yield ("proceedings", "request_status"), "follow_up"
    yield ("earlier", "reference"), "MJ-2026-0001"
    yield ("earlier", "made_on"), "2027-01-05"


def _longer_and_unsaid(request: Json) -> Changes:
    """An extension of a preservation that the letter does not name."""
    preserved = request["preservation"]
    if "preservation" in {measure["kind"] for measure in request["measures"]}:
        yield ("measures", 0, "kind"), "preservation_extension"
        yield ("proceedings", "request_status"), "extension"
        yield ("preservation",), {**preserved, "reference": "", "made_on": None, "expires_on": None}
        yield ("earlier",), {**request["earlier"], "reference": "", "made_on": None}


def _new_with_a_past(request: Json) -> Changes:
    if request["proceedings"]["request_status"] == "new" and not request["earlier"]["reference"]:
        sentence = (
            "This letter supplements our request MJ-2025-0777 of 3 May 2025, which is not answered yet."
        )
        yield from more(request, ("proceedings", "prior_requests"), sentence)


def _two_days_of_preservation(request: Json) -> Changes:
    """The prose has one last day, the field has another."""
    if request["preservation"]["expires_on"]:
        sentence = "The data are preserved until 3 January 2027."
        yield from more(request, ("proceedings", "prior_requests"), sentence)


def _two_references(request: Json) -> Changes:
    if len(request["preservation"]["reference"]) > 5 and request["preservation"]["made_on"]:
        number = request["preservation"]["reference"]
        other = f"{number[:-1]}{'3' if number[-1] != '3' else '4'}"
        yield from more(
            request, ("proceedings", "prior_requests"), f"The preservation has the reference {other}."
        )


_EARLIER: Final = (
    "earlier.reference",
    "earlier.made_on",
    "proceedings.prior_requests",
    "earlier.authority",
)
_PRESERVED: Final = ("preservation.expires_on", "preservation.reference", "preservation.made_on")
FAULTS: Final = (
    Fault("supplement to nothing", "relations", "find", _leaning_on_nothing, _EARLIER),
    Fault("follows a request to another State", "relations", "find", _leaning_on_another, _EARLIER),
    Fault("follows itself", "relations", "find", _leaning_on_itself, _EARLIER),
    Fault("follows a request of the future", "relations", "find", _earlier_that_is_later, _EARLIER),
    Fault("extension of nothing", "relations", "block", _longer_and_unsaid, (*_EARLIER, *_PRESERVED)),
    Fault("new by the box, a supplement by the text", "relations", "find", _new_with_a_past, _EARLIER),
    Fault("two last days of one preservation", "relations", "find", _two_days_of_preservation, _PRESERVED),
    Fault("two references of one preservation", "relations", "find", _two_references, _PRESERVED),
)

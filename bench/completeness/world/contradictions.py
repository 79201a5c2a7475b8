"""A box ticked one way and a sentence that goes the other way."""

from typing import Final

from bench.completeness.places import Json
from bench.completeness.world.fault import FIRST_FACT, Changes, Fault, kinds, more

_REALTIME: Final = ("realtime_traffic", "interception_content")


def _open_with_a_reason(request: Json) -> Changes:
    if request["confidentiality"]["reason"]:
        yield ("confidentiality", "wanted"), "no"


def _secret_for_no_reason(request: Json) -> Changes:
    if request["confidentiality"]["wanted"] == "yes":
        yield ("confidentiality", "reason"), ""


def _open_and_secret(request: Json) -> Changes:
    """Everybody may know of it, and nobody may tell the person."""
    if request["confidentiality"]["wanted"] == "yes":
        yield ("confidentiality", "wanted"), "no"
        yield ("confidentiality", "reason"), ""
        yield ("confidentiality", "no_notification"), "yes"
        yield ("confidentiality", "classification"), "secret"


def _urgent_for_no_reason(request: Json) -> Changes:
    if request["urgency"]["level"] in ("urgent", "emergency"):
        yield ("urgency", "reason"), ""


def _calm_and_urgent(request: Json) -> Changes:
    if request["urgency"]["level"] == "normal":
        yield from more(
            request, ("necessity",), "The matter is extremely urgent: an answer is wanted in two days."
        )


def _not_needed_but_there(request: Json) -> Changes:
    if any(annex["kind"] == "translation" for annex in request["annexes"]):
        yield ("channel", "translation"), "not_needed"


def _preserved_in_the_text(request: Json) -> Changes:
    preserved = request["preservation"]
    if not preserved["reference"] and not preserved["made_on"]:
        sentence = "The provider has preserved the data since 3 October 2026 under the reference PRES-77."
        yield from more(request, ("proceedings", "prior_requests"), sentence)


def _group_of_one(request: Json) -> Changes:
    if request["scope"]["organised_group"] == "yes":
        yield (
            ("scope", "statement"),
            "The suspect acted alone, without anybody's help, on the spur of the moment.",
        )


def _promise_taken_back(request: Json) -> Changes:
    if "preservation" in kinds(request):
        yield ("preservation", "follow_up_intended"), "no"
        yield from more(request, ("necessity",), "A request for disclosure will follow within a month.")


def _convicted_before_the_charge(request: Json) -> Changes:
    if request["persons"] and request["proceedings"]["stage"] in ("inquiry", "investigation"):
        yield ("persons", 0, "role"), "convicted"


def _free_in_prison(request: Json) -> Changes:
    if request["persons"] and request["persons"][0]["nature"] == "natural":
        yield ("persons", 0, "custody"), "free"
        yield ("persons", 0, "custody_place"), "Central Prison, wing 4, since 3 May 2026"


def _penalty_in_two_ways(request: Json) -> Changes:
    if request["offences"]:
        years = request["offences"][0]["max_years"] or 1
        yield ("offences", 0, "penalty"), f"Imprisonment for up to {int(years) + 5} years"


def _presence_not_wished(request: Json) -> Changes:
    yield ("applicable", "presence"), "no"
    yield ("procedure", "presence"), "Two investigators wish to attend the search and put questions."


def _known_and_unknown(request: Json) -> Changes:
    if request["persons"]:
        yield ("unknown", "persons"), "Nobody is known to have taken part."


def _live_in_the_past(request: Json) -> Changes:
    for n, measure in enumerate(request["measures"]):
        if measure["kind"] in _REALTIME:
            yield ("measures", n, "start"), "2026-03-01"
            yield ("measures", n, "end"), "2026-04-01"


def _other_holder(request: Json) -> Changes:
    if request["data_items"] and request["data_items"][0]["provider"]:
        yield ("measures", 0, "holder"), "Faraway Hosting GmbH, Musterweg 9"


def _tell_and_do_not(request: Json) -> Changes:
    yield ("confidentiality", "no_notification"), "no"
    yield (
        ("confidentiality", "no_notification_reason"),
        "If the customer were told, he would delete everything.",
    )


def _no_group(request: Json) -> Changes:
    """The box says that one person acted; the facts name four."""
    if request["scope"]["organised_group"] == "no" and "untoc" not in str(request["bases"]):
        yield from more(
            request, FIRST_FACT, "The organised criminal group of four had planned it for a year."
        )


_PRESERVED: Final = ("preservation.reference", "preservation.made_on", "preservation.expires_on")
FAULTS: Final = (
    Fault(
        "no secrecy, with a reason for it",
        "contradiction",
        "find",
        _open_with_a_reason,
        ("confidentiality.reason",),
    ),
    Fault(
        "secrecy without a reason",
        "contradiction",
        "find",
        _secret_for_no_reason,
        ("confidentiality.wanted",),
    ),
    Fault("secret letter that asks for no secrecy", "contradiction", "find", _open_and_secret),
    Fault("urgent without a reason", "contradiction", "find", _urgent_for_no_reason, ("urgency.level",)),
    Fault(
        "not urgent, the text says urgent", "contradiction", "find", _calm_and_urgent, ("urgency.level",)
    ),
    Fault(
        "translation not needed, and annexed", "contradiction", "find", _not_needed_but_there, ("annexes",)
    ),
    Fault("preserved by the text alone", "contradiction", "find", _preserved_in_the_text, _PRESERVED),
    Fault("organised group of one", "contradiction", "find", _group_of_one, ("scope.organised_group",)),
    Fault("promise taken back", "contradiction", "find", _promise_taken_back),
    Fault(
        "convicted before the charge",
        "contradiction",
        "find",
        _convicted_before_the_charge,
        ("proceedings.stage",),
    ),
    Fault("free, in a prison", "contradiction", "find", _free_in_prison),
    Fault(
        "penalty in figures and in words",
        "contradiction",
        "find",
        _penalty_in_two_ways,
        ("offences.max_years",),
    ),
    Fault("presence that is said not to apply", "contradiction", "find", _presence_not_wished),
    Fault(
        "person known and not known",
        "contradiction",
        "find",
        _known_and_unknown,
        ("persons", "persons.family_name"),
    ),
    Fault("real time in the past", "contradiction", "block", _live_in_the_past),
    Fault(
        "holder that is not the provider", "contradiction", "find", _other_holder, ("data_items.provider",)
    ),
    Fault("may be told, and may not", "contradiction", "find", _tell_and_do_not),
    Fault("group in the text alone", "contradiction", "find", _no_group, ("scope.organised_group",)),
)

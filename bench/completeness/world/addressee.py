"""Where the letter goes: an old file, a friend at the police, the wrong State."""

from typing import Final

from bench.completeness.places import Json
from bench.completeness.world.fault import Changes, Fault, kinds

_POLICE: Final = {
    "GBR": "Metropolitan Police Service, Cyber Crime Unit",
    "USA": "Federal Bureau of Investigation, Field Office",
    "IND": "Delhi Police, Cyber Cell",
    "CHE": "Kantonspolizei Zurich",
    "ESP": "Policia Nacional, Brigada de Investigacion",
    "DEU": "Landeskriminalamt, Dezernat 54",
    "FRA": "Gendarmerie nationale, section de recherches",
    "BRA": "Policia Civil, Delegacia de Crimes Ciberneticos",
}
# What the network of contact points was made for.
_FOR_THE_NETWORK: Final = frozenset(
    {
        *("preservation", "preserved_traffic_disclosure", "preservation_extension", "subscriber_info"),
        *("traffic_data_stored", "content_data_stored", "emergency_disclosure", "realtime_traffic"),
        *("interception_content", "domain_registration_info", "search_seizure_data"),
    }
)
_TO: Final = ("channel.addressee", "channel.address", "channel.route")


def _police(request: Json) -> Changes:
    if request["channel"]["route"] == "central_authority":
        yield (
            ("channel", "addressee"),
            _POLICE.get(request["requested"], "National Police, Cyber Crime Unit"),
        )


def _other_state(request: Json) -> Changes:
    if "PRT" not in (request["requested"], request["requesting"]):
        yield ("channel", "addressee"), "Office of the Attorney General of Portugal"


def _other_address(request: Json) -> Changes:
    if "PRT" not in (request["requested"], request["requesting"]):
        yield ("channel", "address"), "Avenida do Exemplo 4\nLisbon\nPortugal"


def _ourselves(request: Json) -> Changes:
    if office := request["authority"]["requesting"]["office"]:
        yield ("channel", "addressee"), office


def _nobody(request: Json) -> Changes:
    yield ("channel", "addressee"), ""


def _no_route(request: Json) -> Changes:
    yield ("channel", "route"), ""


def _network(request: Json) -> Changes:
    """Money and witnesses are not what a desk of the police answers for at night."""
    if request["channel"]["route"] != "contact_24_7" and not kinds(request) & _FOR_THE_NETWORK:
        yield ("channel", "route"), "contact_24_7"


def _slow(request: Json) -> Changes:
    if request["urgency"]["level"] == "emergency":
        yield ("channel", "means"), "bag"


def _mail_of_ours(request: Json) -> Changes:
    """The answer would come back to the office that is asked."""
    yield ("channel", "reply_contact", "office"), request["channel"]["addressee"]


FAULTS: Final = (
    Fault("police on the way of central authorities", "addressee", "find", _police, _TO),
    Fault("office of a third State", "addressee", "block", _other_state, _TO),
    Fault("address in a third State", "addressee", "find", _other_address, _TO),
    Fault("addressed to ourselves", "addressee", "block", _ourselves, _TO),
    Fault("addressed to nobody", "addressee", "block", _nobody, _TO),
    Fault("no way of transmission", "addressee", "block", _no_route, _TO),
    Fault("contact point for what it does not do", "addressee", "find", _network, _TO),
    Fault("emergency in the diplomatic bag", "addressee", "find", _slow, (*_TO, "urgency.level")),
    Fault("answers go to the office that is asked", "addressee", "find", _mail_of_ours, _TO),
)

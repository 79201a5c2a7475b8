"""Accounts and addresses: a figure wrong, two kinds confused, tied to the wrong thing."""

import re
from typing import Final

from bench.completeness.places import Json
from bench.completeness.world.fault import FIRST_FACT, Changes, Fault, Slip, kinds, more

_ACCOUNTS: Final = ("email", "account", "bank_account", "phone")
# Kinds that ask for what a row of the schedule names.
_NEED_ROWS: Final = ("subscriber_info", "traffic_data_stored", "content_data_stored", "bank_info")


def _slipped(identifier: str) -> str:
    """One sign of it made another: the last figure, or where there is none the fourth letter."""
    figures = [match.start() for match in re.finditer(r"\d", identifier)]
    at = figures[-1] if figures else min(3, len(identifier) - 1)
    sign = identifier[at]
    other = str((int(sign) + 1) % 10) if sign.isdigit() else ("x" if sign != "x" else "y")
    return identifier[:at] + other + identifier[at + 1 :]


def _by_one_sign(request: Json) -> Changes:
    if request["data_items"]:
        other = _slipped(request["data_items"][0]["identifier"])
        yield from more(request, FIRST_FACT, f"This was done with {other}.")


def _row_by_one_sign(request: Json) -> Changes:
    """The text is right and the row is wrong."""
    for n, row in enumerate(request["data_items"]):
        if row["type"] in _ACCOUNTS and row["type"] != "bank_account":
            yield from more(
                request, ("data_items", n, "relevance"), f"{row['identifier']} was used for it."
            )
            yield ("data_items", n, "identifier"), _slipped(row["identifier"])
            return


def _iban(request: Json) -> Changes:
    for n, row in enumerate(request["data_items"]):
        if row["type"] == "bank_account" and re.match(r"[A-Z]{2}\d\d", row["identifier"]):
            yield ("data_items", n, "identifier"), _slipped(row["identifier"])


def _as_telephone(request: Json) -> Changes:
    for n, row in enumerate(request["data_items"]):
        if row["type"] == "email":
            yield ("data_items", n, "type"), "phone"


def _whole_domain(request: Json) -> Changes:
    """Everybody's mail is asked for in place of one account."""
    if "content_data_stored" in kinds(request):
        for n, row in enumerate(request["data_items"]):
            if row["type"] == "email":
                yield ("data_items", n, "type"), "domain"
                yield ("data_items", n, "identifier"), row["identifier"].split("@")[-1]


def _our_own(request: Json) -> Changes:
    for n, row in enumerate(request["data_items"]):
        if row["type"] == "email":
            yield (
                ("data_items", n, "identifier"),
                request["channel"]["reply_contact"]["email"].split(",")[0],
            )


def _again(request: Json) -> Changes:
    if request["data_items"]:
        yield ("data_items", len(request["data_items"])), {**request["data_items"][0], "id": "again"}


def _no_measure(request: Json) -> Changes:
    for n, _ in enumerate(request["data_items"]):
        yield ("data_items", n, "measures"), ["m99"]


def _measure_without_data(request: Json) -> Changes:
    last = request["measures"][-1] if request["measures"] else {"kind": "", "id": ""}
    if len(request["measures"]) > 1 and last["kind"] in _NEED_ROWS:
        for n, _ in enumerate(request["data_items"]):
            yield ("data_items", n, "measures"), [request["measures"][0]["id"]]


def _no_data(request: Json) -> Changes:
    """The schedule was promised and forgotten."""
    if kinds(request) & {"subscriber_info", "traffic_data_stored", "content_data_stored"}:
        yield ("data_items",), []


def _zone_of_the_source(request: Json) -> Changes:
    for n, row in enumerate(request["data_items"]):
        if row["type"] == "ip" and row["start"] and row["source"]:
            yield ("data_items", n, "source"), f"{row['source']}; all its times are in UTC"
            yield ("data_items", n, "zone"), "Asia/Tokyo"
            return


def _zone(value: str) -> Slip:
    def changes(request: Json) -> Changes:
        for n, row in enumerate(request["data_items"]):
            if row["start"]:
                yield ("data_items", n, "zone"), value

    return changes


def _zone_far_away(request: Json) -> Changes:
    """Neither State lies there, and nothing says that the log does."""
    if request["data_items"] and request["data_items"][0]["start"]:
        yield ("data_items", 0, "zone"), "Pacific/Kiritimati"


def _day_without_time(request: Json) -> Changes:
    for n, row in enumerate(request["data_items"]):
        if row["type"] == "ip" and row["start"]:
            yield ("data_items", n, "start"), f"{row['start'][:10]}T00:00:00"


def _open_end(request: Json) -> Changes:
    for n, row in enumerate(request["data_items"]):
        if row["type"] != "ip" and row["end"]:
            yield ("data_items", n, "end"), None


def _private(request: Json) -> Changes:
    for n, row in enumerate(request["data_items"]):
        if row["type"] == "ip":
            yield ("data_items", n, "identifier"), "192.168.1.20"


def _two_in_one(request: Json) -> Changes:
    for n, row in enumerate(request["data_items"]):
        if row["type"] == "email":
            yield ("data_items", n, "identifier"), f"{row['identifier']}, second.box@mail.example.org"


_ROWS: Final = ("data_items.identifier", "data_items.type")
_ALL: Final = ("data_items", "measures.description", "data_items.measures", "measures.categories")
FAULTS: Final = (
    Fault("identifier in the text by one sign", "identifiers", "find", _by_one_sign, _ROWS),
    Fault("identifier in the row by one sign", "identifiers", "find", _row_by_one_sign, _ROWS),
    Fault("account number with a wrong figure", "identifiers", "find", _iban),
    Fault("e-mail address as a telephone", "identifiers", "block", _as_telephone, _ROWS),
    Fault("two identifiers in one row", "identifiers", "block", _two_in_one, _ROWS),
    Fault("domain in place of an account", "identifiers", "find", _whole_domain, _ROWS),
    Fault("our own address as the account", "identifiers", "find", _our_own),
    Fault("address of a home network", "identifiers", "block", _private),
    Fault("row twice", "identifiers", "find", _again, _ROWS),
    Fault("rows tied to a measure that is not there", "nexus", "block", _no_measure),
    Fault("measure without data", "nexus", "find", _measure_without_data, _ALL),
    Fault("no schedule", "nexus", "find", _no_data, _ALL),
    Fault("zone against the source", "zones", "find", _zone_of_the_source),
    Fault("zone by three letters", "zones", "block", _zone("IST")),
    Fault("offset that no place has", "zones", "block", _zone("+25:00")),
    Fault("zone at the other end of the world", "zones", "find", _zone_far_away),
    Fault("midnight in place of the time", "zones", "find", _day_without_time),
    Fault("period without an end", "zones", "find", _open_end),
)

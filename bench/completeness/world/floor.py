"""What every letter has, whatever the law says: an act, a hand, a day, a language, a fact."""

from typing import Final

from bench.completeness.mutant import DELETED
from bench.completeness.places import Json
from bench.completeness.world.fault import FIRST_FACT, Changes, Fault, putting, whole


def _silent(request: Json) -> Changes:
    """A measure that names a kind and not a word more."""
    if request["measures"]:
        for field, empty in (("description", ""), ("reason", ""), ("categories", ""), ("holder", "")):
            yield ("measures", 0, field), empty
        yield ("measures", 0, "particulars"), {}


def _act_unsaid(request: Json) -> Changes:
    for n, _ in enumerate(request["measures"]):
        yield ("measures", n, "description"), ""


def _no_facts(request: Json) -> Changes:
    for n in reversed(range(len(request["facts"]))):
        yield ("facts", n), DELETED
    for items in ("data_items", "measures"):
        for n, _ in enumerate(request[items]):
            yield (items, n, "facts"), []


def _bare_measure(request: Json) -> Changes:
    """A kind was chosen by mistake. Other rows that are left empty are no answer and print nothing."""
    bare = whole({"measures": [{"id": "new-1", "kind": "documents_records"}]})["measures"][0]
    yield ("measures", len(request["measures"])), bare


def _unasked(request: Json) -> Changes:
    for name in ("name", "office", "email", "phone"):
        yield ("authority", "requesting", name), ""


FAULTS: Final = (
    Fault("measure that says nothing", "floor", "block", _silent),
    Fault("act that is not described", "floor", "find", _act_unsaid),
    Fault("unsigned", "floor", "block", putting(("signature", "name"), ""), ("signature.function",)),
    Fault("signatory without a function", "floor", "find", putting(("signature", "function"), "")),
    Fault("undated", "floor", "find", putting(("signature", "date"), None), ("signature.name",)),
    Fault("no place", "floor", "find", putting(("signature", "place"), ""), ("signature.name",)),
    Fault("no language", "floor", "block", putting(("channel", "language"), "")),
    Fault("no facts", "floor", "block", _no_facts),
    Fault("nobody asks", "floor", "block", _unasked),
    Fault("facts are all in an annex", "floor", "find", putting(FIRST_FACT, "See the annexed report.")),
    Fault("measure that is a kind and nothing else", "floor", "block", _bare_measure, ("measures",)),
)

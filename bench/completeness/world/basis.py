"""The law that is cited: wrong article, wrong treaty, a treaty that does not bind."""

from typing import Final

from bench.completeness.places import Json
from bench.completeness.world.fault import Changes, Fault, Slip, kinds, main_basis

# Article 29 preserves, 31 opens stored data, 33 is for data in real time: the three are confused.
_BUDAPEST: Final = {
    "preservation": "31(1)",
    "subscriber_info": "29(1)",
    "traffic_data_stored": "33(1)",
    "content_data_stored": "33(1)",
    "realtime_traffic": "31(1)",
    "preserved_traffic_disclosure": "29(1)",
}
# Letters of the list in 18(3): (a) statements, (b) service, (c) searches, (f) documents, (g) tracing.
_UNTOC: Final = {
    "bank_info": "18(3)(b)",
    "subscriber_info": "18(3)(b)",
    "video_hearing": "18(3)(g)",
    "evidence_statements": "18(3)(g)",
    "service_documents": "18(3)(f)",
    "trace_proceeds": "18(3)(b)",
    "freeze_seize_proceeds": "18(3)(a)",
}
_OF_DATA: Final = frozenset(
    {*_BUDAPEST, "search_seizure_data", "interception_content", "emergency_disclosure"}
)


def _misread(instrument: str, articles: dict[str, str]) -> Slip:
    def changes(request: Json) -> Changes:
        if main_basis(request) == instrument:
            for n, measure in enumerate(request["measures"]):
                if measure["kind"] in articles:
                    yield ("measures", n, "basis"), articles[measure["kind"]]

    return changes


def _beyond(request: Json) -> Changes:
    """No convention on assistance has ninety-nine articles."""
    if _is_treaty(main_basis(request)):
        yield ("bases", 0, "articles"), "99"
        for n, _ in enumerate(request["measures"]):
            yield ("measures", n, "basis"), "99(9)"


def _no_such_letter(request: Json) -> Changes:
    """The list in 18(3) ends with (i), that in 46(3) with (k)."""
    if main_basis(request) == "untoc":
        for n, _ in enumerate(request["measures"]):
            yield ("measures", n, "basis"), "18(3)(z)"


def _prose(request: Json) -> Changes:
    if request["measures"]:
        yield ("measures", 0, "basis"), "see the treaty"


def _resting_on(instrument: str, articles: str, measure: str = "") -> Slip:
    def changes(request: Json) -> Changes:
        if main_basis(request) == instrument or main_basis(request) in ("letters-rogatory", "comity"):
            return
        yield ("bases",), [{"instrument": instrument, "role": "main", "articles": articles}]
        for n, _ in enumerate(request["measures"]):
            yield ("measures", n, "basis"), measure or articles

    return changes


def _to_russia(request: Json) -> Changes:
    """Russia never joined the convention on cybercrime."""
    if [basis["instrument"] for basis in request["bases"]] == ["budapest"]:
        yield ("requested",), "RUS"


def _suspended(request: Json) -> Changes:
    """The Netherlands suspended the agreement with Hong Kong in November 2020."""
    if main_basis(request) == "nl-hk-2002":
        return
    yield ("requesting",), "NLD"
    yield ("requested",), "HKG"
    yield ("bases",), [{"instrument": "nl-hk-2002", "role": "main", "articles": "1"}]
    for n, _ in enumerate(request["measures"]):
        yield ("measures", n, "basis"), "1"


def _kind_not_offered(request: Json) -> Changes:
    """The convention on cybercrime is asked to freeze an account: only the kind was changed."""
    if {basis["instrument"] for basis in request["bases"]} == {"budapest"} and kinds(request) <= _OF_DATA:
        yield ("measures", 0, "kind"), "freeze_seize_proceeds"


def _of_two_others(request: Json) -> Changes:
    if {request["requesting"], request["requested"]} != {"USA", "JPN"}:
        yield ("bases", 0, "instrument"), "us-jp-2003"


def _no_article(request: Json) -> Changes:
    if _is_treaty(main_basis(request)):
        for n, _ in enumerate(request["bases"]):
            yield ("bases", n, "articles"), ""
        for n, _ in enumerate(request["measures"]):
            yield ("measures", n, "basis"), ""


def _is_treaty(instrument: str) -> bool:
    return instrument not in ("", "comity", "letters-rogatory")


_BASIS: Final = ("bases", "measures.basis", "scope.statement")
FAULTS: Final = (
    Fault("article of another kind, Budapest", "basis", "block", _misread("budapest", _BUDAPEST), _BASIS),
    Fault("article of another kind, UNTOC", "basis", "block", _misread("untoc", _UNTOC), _BASIS),
    Fault("article that the treaty does not have", "basis", "block", _beyond, _BASIS),
    Fault("letter that the paragraph does not have", "basis", "find", _no_such_letter, _BASIS),
    Fault("words in the place of an article", "basis", "find", _prose, _BASIS),
    Fault("no article anywhere", "basis", "find", _no_article, _BASIS),
    Fault("fraud under the drug convention", "scope", "block", _resting_on("vienna-1988", "7"), _BASIS),
    Fault("no corruption under UNCAC", "scope", "block", _resting_on("uncac", "46", "46(3)(f)"), _BASIS),
    Fault(
        "kind that the treaty does not offer",
        "scope",
        "block",
        _kind_not_offered,
        (*_BASIS, "measures.kind"),
    ),
    Fault("State that is no party", "binding", "block", _to_russia, _BASIS),
    Fault("treaty that is suspended", "binding", "block", _suspended, _BASIS),
    Fault("treaty of two other States", "binding", "block", _of_two_others, _BASIS),
    Fault("protocol that is not in force", "binding", "block", _resting_on("budapest-2ap", "7"), _BASIS),
    Fault("convention that is not in force", "binding", "block", _resting_on("uncc-2024", "42"), _BASIS),
)

"""What one State promises another, and the thresholds it has to meet."""

from typing import Final

from bench.completeness.places import Json
from bench.completeness.world.fault import Changes, Fault, Slip, main_basis, putting

# No treaty: what is given rests on the promise of the like.
_WITHOUT_TREATY: Final = frozenset({"comity", "letters-rogatory"})


def _no_promise(request: Json) -> Changes:
    if main_basis(request) in _WITHOUT_TREATY:
        yield ("procedure", "reciprocity"), ""


def _death(words: str) -> Slip:
    def changes(request: Json) -> Changes:
        for n, _ in enumerate(request["offences"]):
            yield ("offences", n, "penalty"), words
        yield ("procedure", "death_penalty_assurance"), ""

    return changes


def _too_small(years: float) -> Slip:
    """Article 2(b) of UNTOC: four years, unless the convention itself names the offence."""

    def changes(request: Json) -> Changes:
        if main_basis(request) == "untoc":
            for n, _ in enumerate(request["offences"]):
                yield ("offences", n, "max_years"), years
                yield ("offences", n, "penalty"), f"Imprisonment for up to {years} years"
                yield ("offences", n, "life"), False

    return changes


def _no_group(request: Json) -> Changes:
    if main_basis(request) == "untoc":
        yield ("scope", "organised_group"), "no"


def _at_home(request: Json) -> Changes:
    if main_basis(request) == "untoc":
        yield ("scope", "transnational"), "no"


def _nothing_electronic(request: Json) -> Changes:
    if main_basis(request) == "budapest":
        yield ("scope", "computer_related"), "no"
        yield ("scope", "electronic_evidence"), "no"


def _no_consent(request: Json) -> Changes:
    """Nobody in custody is moved against his will."""
    for n, measure in enumerate(request["measures"]):
        if measure["kind"] == "transfer_custody":
            yield (
                ("measures", n, "particulars"),
                {
                    name: text
                    for name, text in measure["particulars"].items()
                    if not name.startswith("detainee")
                },
            )


def _no_questions(request: Json) -> Changes:
    for n, measure in enumerate(request["measures"]):
        if measure["kind"] in ("video_hearing", "evidence_statements", "telephone_hearing"):
            yield (
                ("measures", n, "particulars"),
                {
                    name: text
                    for name, text in measure["particulars"].items()
                    if not name.startswith("question")
                },
            )


_PENALTY: Final = ("procedure.death_penalty_assurance", "procedure.use_undertaking")
_DEATH: Final = (
    "Death or imprisonment for life",
    "Hanging",
    "Peine de mort",
    "Pena de muerte",
    "Capital punishment",
)
FAULTS: Final = (
    Fault("comity without reciprocity", "safeguards", "find", _no_promise),
    *(
        Fault(f"death penalty as “{words}”", "safeguards", "find", _death(words), _PENALTY)
        for words in _DEATH
    ),
    Fault("no undertaking on the use", "safeguards", "find", putting(("procedure", "use_undertaking"), "")),
    Fault(
        "no consent of the detainee", "safeguards", "find", _no_consent, ("measures.particulars.detainee",)
    ),
    Fault(
        "hearing without questions",
        "safeguards",
        "find",
        _no_questions,
        ("measures.particulars.questions",),
    ),
    Fault("penalty of a year and a half", "scope", "block", _too_small(1.5), ("bases", "scope.statement")),
    Fault(
        "penalty a little below four years", "scope", "block", _too_small(3.5), ("bases", "scope.statement")
    ),
    Fault("no group under UNTOC", "scope", "block", _no_group, ("bases",)),
    Fault("nothing transnational under UNTOC", "scope", "block", _at_home, ("bases",)),
    Fault("nothing electronic under Budapest", "scope", "block", _nothing_electronic, ("bases",)),
)

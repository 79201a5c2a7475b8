"""Last year's letter as a model: paragraphs, numbers and States of another case."""

import re
from typing import Final

from bench.completeness.places import Json, Path
from bench.completeness.world.fault import FIRST_FACT, Changes, Fault, Slip, adding, more

_OTHERS: Final = (("PRT", "Portugal"), ("PER", "Peru"))


def _third(request: Json) -> str:
    """A State that has nothing to do with the case."""
    here = {request["requesting"], request["requested"]}
    return next(name for code, name in _OTHERS if code not in here)


def _paragraph(request: Json) -> Changes:
    other = {
        **request["facts"][0],
        "id": "copied",
        "text": "On 14 February 2024 Marcus Oduya and an accomplice robbed the post office of Puno. "
        "The case is kept there under PUN/CR/2024/118.",
        "on": "2024-02-14",
        "until": None,
        "place": "Puno, Peru",
        "learned": "Report of the police of Puno of 20 February 2024",
    }
    yield ("facts", len(request["facts"])), other


def _naming(path: Path, sentence: str) -> Slip:
    def changes(request: Json) -> Changes:
        yield from more(request, path, sentence.format(state=_third(request)))

    return changes


def _other_number(path: Path) -> Slip:
    """The number of the case with one figure changed, as if typed from memory."""

    def changes(request: Json) -> Changes:
        number = request["proceedings"]["case_reference"]
        if re.search(r"\d", number):
            yield from more(request, path, f"The data are wanted in case {_digit(number)}.")

    return changes


def _digit(text: str) -> str:
    """The last figure of the text, made another one."""
    at = max(n for n, sign in enumerate(text) if sign.isdigit())
    return f"{text[:at]}{(int(text[at]) + 3) % 10}{text[at + 1 :]}"


def _number_of_the_prosecutor(request: Json) -> Changes:
    number, office = request["proceedings"]["case_reference"], request["authority"]["prosecutor_or_court"]
    if number and number in office:
        yield ("authority", "prosecutor_or_court"), office.replace(number, _digit(number))


def _promise_of_another(request: Json) -> Changes:
    if request["procedure"]["reciprocity"]:
        yield (
            ("procedure", "reciprocity"),
            f"{_third(request)} would grant the same assistance in a like case.",
        )


def _order_of_another(request: Json) -> Changes:
    if request["procedure"]["domestic_order"]:
        order = f"Order of the District Court of {_third(request)} of 3 November 2026."
        yield ("procedure", "domestic_order"), order


def _other_operation(request: Json) -> Changes:
    if request["proceedings"]["operation"]:
        yield from more(request, FIRST_FACT, "This came to light in Operation SEA WOLF.")


def _other_law(request: Json) -> Changes:
    """The text annexed to the last case: number and matter differ from the provision."""
    if request["offences"]:
        text = "Section 912. Whoever grows coca bushes without a permit is punished with a fine."
        yield ("offences", 0, "law_text"), text


def _paragraph_again(request: Json) -> Changes:
    if request["facts"]:
        yield ("facts", len(request["facts"])), {**request["facts"][0], "id": "again"}


def _reason_of_the_description(request: Json) -> Changes:
    if request["measures"]:
        yield ("measures", 0, "reason"), request["measures"][0]["description"]


def _one_description(request: Json) -> Changes:
    if len(request["measures"]) > 1:
        yield ("measures", 1, "description"), request["measures"][0]["description"]


def _measure_again(request: Json) -> Changes:
    if request["measures"]:
        yield ("measures", len(request["measures"])), {**request["measures"][0], "id": "again"}


def _conduct_of_the_law(request: Json) -> Changes:
    """What was done is told in the words of the provision, so nothing is told."""
    if request["offences"] and len(request["offences"][0]["law_text"]) > 40:
        yield ("offences", 0, "conduct"), request["offences"][0]["law_text"]


_NUMBERS: Final = ("proceedings.case_reference",)
FAULTS: Final = (
    Fault("paragraph of another case", "copied", "find", _paragraph),
    Fault(
        "other State is asked in the necessity",
        "copied",
        "find",
        _naming(("necessity",), "For these reasons the authorities of {state} are asked to help."),
    ),
    Fault(
        "other State is asked in a measure",
        "copied",
        "find",
        _naming(("measures", 0, "description"), "The competent court in {state} is asked to order this."),
    ),
    Fault(
        "other State is thanked",
        "copied",
        "find",
        _naming(("other",), "We thank the Ministry of Justice of {state} for its help in this matter."),
    ),
    Fault("promise of another State", "copied", "find", _promise_of_another),
    Fault("order of a court of another State", "copied", "find", _order_of_another),
    Fault("other case number in the purpose", "copied", "find", _other_number(("purpose",)), _NUMBERS),
    Fault("other case number in the facts", "copied", "find", _other_number(FIRST_FACT), _NUMBERS),
    Fault("other case number at the prosecutor", "copied", "find", _number_of_the_prosecutor, _NUMBERS),
    Fault(
        "number of a case of long ago",
        "copied",
        "find",
        adding(("necessity",), "The measure was ordered in case 2019-44-7781."),
        _NUMBERS,
    ),
    Fault("operation of another case", "copied", "find", _other_operation, ("proceedings.operation",)),
    Fault("text of another law", "copied", "find", _other_law, ("offences.provision",)),
    Fault("paragraph twice", "copied", "find", _paragraph_again, ("facts.text",)),
    Fault("reason that repeats the measure", "copied", "find", _reason_of_the_description),
    Fault("two measures, one description", "copied", "find", _one_description, ("measures.description",)),
    Fault("measure twice", "copied", "find", _measure_again, ("measures.description", "measures.kind")),
    Fault("conduct in the words of the law", "copied", "find", _conduct_of_the_law, ("offences.law_text",)),
)

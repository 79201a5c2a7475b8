"""Whether the bases that are cited bind both States on the day: an imported request may cite any."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import PRACTITIONERS, Rules, cite
from requests_app.content.place import Place
from treaties.spec import Answer, Citation, CitedBasis, Verified

RULES: Final = Rules()

_STATUS: Final = cite("a treaty obliges only those who are bound by it on the day", PRACTITIONERS)


def _place(cited: CitedBasis, advice: str) -> Place:
    """One line for each basis, with what the data of that instrument say."""
    return Place(
        "basis",
        "bases",
        message=f"{cited.name}: {cited.reason} {advice}",
        facet=cited.basis,
        citation=_citation(cited) if cited.source else None,
    )


def _citation(cited: CitedBasis) -> Citation:
    return Citation(
        instrument=cited.basis,
        provision="",
        label=f"{cited.name}, status of the parties",
        source=cited.source,
        confidence=cited.confidence,
        verified=Verified.TEXT if cited.is_certain else Verified.MEMORY,
    )


@RULES.add(
    "basis-not-in-force", Severity.BLOCK, "Choose a legal basis that is in force between the two.", _STATUS
)
def basis_not_in_force(reading: Reading) -> Iterator[Place]:
    for cited in reading.setting.cited_bases:
        if not cited.carries and cited.is_certain and cited.answer is not Answer.REPLACED:
            yield _place(cited, "Choose a basis that is in force between the two.")


@RULES.add(
    "basis-replaced",
    Severity.BLOCK,
    "Rest the request on the instrument that has taken the place of the one cited.",
    _STATUS,
)
def basis_replaced(reading: Reading) -> Iterator[Place]:
    for cited in reading.setting.cited_bases:
        if cited.answer is Answer.REPLACED and cited.is_certain:
            yield _place(cited, "Use the instrument that has taken its place, or say why this one applies.")


# Advice: the contents of a form can be prepared here, and whoever does so knows it.
@RULES.add("basis-is-no-letter", Severity.ADVISE, "Use the form or the order of the legal basis.", _STATUS)
def basis_is_no_letter(reading: Reading) -> Iterator[Place]:
    for cited in reading.setting.cited_bases:
        if cited.route:
            yield _place(replace(cited, reason=cited.route), "What is written here can only prepare it.")


@RULES.add(
    "basis-in-doubt",
    Severity.WARN,
    "Check whether the legal basis binds both States on the day of the request.",
    _STATUS,
)
def basis_in_doubt(reading: Reading) -> Iterator[Place]:
    for cited in reading.setting.cited_bases:
        if not cited.carries and not cited.is_certain:
            yield _place(cited, _IN_DOUBT.get(cited.answer, "Check its status before you rely on it."))


# Advice: nothing in the request can answer it, and whoever has compared the text dismisses it and says so.
@RULES.add("basis-not-read", Severity.ADVISE, "Check the text of the legal basis itself.", _STATUS)
def basis_not_read(reading: Reading) -> Iterator[Place]:
    for cited in reading.setting.cited_bases:
        if cited.answer is Answer.TEXT_NOT_LOADED:
            yield _place(cited, "")


_IN_DOUBT: Final = {
    Answer.REPLACED: "Check whether that instrument has to be used in its place.",
    Answer.MAY_BE_REPLACED: "Check whether that instrument has to be used in its place.",
    Answer.NO: "Choose another basis, or say why this one applies.",
    Answer.NOT_KNOWN: "Silence of the data denies nothing: check its status before you rely on it.",
    Answer.NOT_LISTED: "Check its status before you rely on it.",
}

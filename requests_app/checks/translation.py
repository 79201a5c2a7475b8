"""Rules of craft for a request in two languages: each text stands in both, and both say the same.

One finding for what is missing and one for each side that has to follow: forty would hide the law's.
"""

from collections.abc import Iterator
from typing import Final

from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import PRACTITIONERS, Rules, cite
from requests_app.content import languages
from requests_app.content.languages import PairState
from requests_app.content.place import Place

RULES: Final = Rules()
# No page of the wizard: all texts stand on a page of their own, and the field of a finding is a path.
SECTION: Final = "texts"

_LANGUAGE: Final = cite("a letter is in one language, and says in it what was approved", PRACTITIONERS)


@RULES.add("untranslated", Severity.BLOCK, "Write this text in the language of the letter.", _LANGUAGE)
def untranslated(reading: Reading) -> Iterator[Place]:
    yield from _counted(reading, PairState.MISSING, "{n} not written in the language of the letter yet.")


@RULES.add("translation-behind", Severity.WARN, "Revise this text: the other was changed.", _LANGUAGE)
def translation_behind(reading: Reading) -> Iterator[Place]:
    yield from _counted(reading, PairState.OUTGOING_BEHIND, "{n} to revise: the working text was changed.")
    yield from _counted(
        reading,
        PairState.WORKING_BEHIND,
        "{n} to revise in the working language: the other text was changed.",
    )


@RULES.add(
    "letter-wording", Severity.WARN, "The fixed wording of the letter is in another language.", _LANGUAGE
)
def letter_wording(reading: Reading) -> Iterator[Place]:
    if language := reading.setting.unworded:
        said = f"The fixed wording of the letter is in English, as the portal has none in {language};"
        yield Place("channel", "language", "", f"{said} free text is in {language}.")


def _counted(reading: Reading, state: PairState, words: str) -> Iterator[Place]:
    found = [pair.path for pair in languages.pairs(reading.snapshot) if pair.state is state]
    if found:
        number = "1 text is" if len(found) == 1 else f"{len(found)} texts are"
        yield Place(SECTION, found[0], "", words.format(n=number), state.value)

"""What may lead to a refusal, and the assurance that answers it. Advice: only the requested State decides.

A ground counts where an instrument that is cited, or the law of the State asked, has it; signs of it are
looked for where the offence and the facts are told. A text that already answers it is left alone.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from requests_app.checks import wording
from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import PRACTITIONERS, Rules, cite
from requests_app.checks.wording import Ground
from requests_app.checks.words import says_something
from requests_app.content.place import Place
from requests_app.content.snapshot import Offence
from requests_app.content.texts import Text
from treaties.spec import Refusal, Requirement

RULES: Final = Rules()

_REFUSED: Final = cite("a ground of refusal is met before it is raised", PRACTITIONERS)
_DEATH: Final = cite("evidence is not given where it may lead to a death sentence", PRACTITIONERS)
# Where the offence and the facts are told.
_TOLD_IN: Final = {
    ("facts", "text"),
    ("offences", "conduct"),
    ("authority", "nature"),
    ("basis", "scope_statement"),
}
# A treaty that bars a ground, or gives it to nobody, raises no risk.
_BARRED: Final = {"barred", "barred_as_sole_ground", "excluded", "safeguard"}
_PETTY_YEARS: Final = 1.0


@RULES.add(
    "refusal-ground",
    Severity.ADVISE,
    "Meet a ground of refusal before it is raised.",
    _REFUSED,
)
def refusal_ground(reading: Reading) -> Iterator[Place]:
    for refusal in _one_of_each(reading.setting.refusals):
        ground = _ground_of(refusal)
        if ground and not _is_answered(reading, ground):
            for place, sign in _signs(reading, ground):
                words = f"{ground.signal} (“{sign}”), a ground of refusal here. {ground.assurance}"
                yield place._replace(message=words, facet=ground.name, citation=refusal.citation)
                break


def _one_of_each(refusals: Iterable[Refusal]) -> Iterator[Refusal]:
    """The first instrument that has the ground and does not bar it."""
    seen = set()
    for refusal in refusals:
        if refusal.nature not in _BARRED and refusal.ground not in seen:
            seen.add(refusal.ground)
            yield refusal


def _ground_of(refusal: Refusal) -> Ground | None:
    return next((each for each in wording.grounds().values() if refusal.ground in each.grounds), None)


def signs(reading: Reading, requirement: Requirement) -> Iterator[Place]:
    """For the law of a State that names what it sends back: `ground` is a group of the word lists."""
    name = requirement.params["ground"]
    if name == "petty":
        yield from _petty(reading)
        return
    ground = wording.grounds()[name]
    if not _is_answered(reading, ground):
        for place, sign in _signs(reading, ground):
            message = f"{requirement.message} Here: “{sign}”. {ground.assurance}"
            yield place._replace(message=message, facet=name)
            break


def _signs(reading: Reading, ground: Ground) -> Iterator[tuple[Place, str]]:
    """The title of an offence says most, and then what is told of it."""
    for offence in reading.snapshot.offences:
        title = offence.title.lower()
        if sign := next((word for word in ground.words if word in title), ""):
            yield Place("offences", "title", offence.id), sign
    for text, sign in reading.prose.words(ground.words):
        if _tells(text):
            yield text.place, sign


def _tells(text: Text) -> bool:
    return (text.place.section, text.place.field) in _TOLD_IN


def _is_answered(reading: Reading, ground: Ground) -> bool:
    return any(phrase in reading.prose.lowered for phrase in ground.answered_by)


def _petty(reading: Reading) -> Iterator[Place]:
    """Only where every penalty is known, and none of them is more than small."""
    offences = reading.snapshot.offences
    known = [
        offence.max_years for offence in offences if offence.max_years is not None and not offence.life
    ]
    if offences and len(known) == len(offences) and max(known) < _PETTY_YEARS:
        yield Place("offences", "max_years", offences[0].id, facet="petty")


@RULES.add(
    "death-penalty",
    Severity.ADVISE,
    "The offence may be punished with death: give the assurance that the penalty is not sought, imposed or "
    "carried out. Many States refuse without it.",
    _DEATH,
)
def death_penalty(reading: Reading) -> Iterator[Place]:
    assured = says_something(reading.snapshot.procedure.death_penalty_assurance)
    if not assured and death_is_possible(reading):
        yield Place("procedures", "death_penalty_assurance", facet="death")


def death_is_possible(reading: Reading) -> bool:
    """Whether the penalty or the law quoted with an offence names death; no other offence is asked for."""
    return any(map(_knows_death, reading.snapshot.offences))


def _knows_death(offence: Offence) -> bool:
    """The penalty may name it in one word; in the text of a law death is most often what was caused."""
    told = f"{offence.penalty}\n{offence.law_text}".casefold()
    if any(phrase in told for phrase in wording.phrases("capital")):
        return True
    penalty = offence.penalty.casefold().strip(" .")
    return any(
        penalty == word or penalty.startswith((f"{word} ", f"{word},")) or penalty.endswith(f" or {word}")
        for word in wording.phrases("capital", "alone")
    )

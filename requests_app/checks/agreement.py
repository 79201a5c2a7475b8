"""One thing told in two places: a number, a day, a role or a sum of years that differs from its own row."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from requests_app.checks.figures import DAY, day_of
from requests_app.checks.findings import Severity
from requests_app.checks.names import neighbours, one_apart, without_one
from requests_app.checks.numerals import numbers
from requests_app.checks.reading import Reading
from requests_app.checks.rule import CONSISTENT, PRESERVATION, Rules
from requests_app.checks.words import says_something
from requests_app.content.place import Place
from requests_app.content.snapshot import Person
from requests_app.content.texts import Text

RULES: Final = Rules()

# So many figures, or so many letters and figures, make a number that no other text has by chance.
_FIGURES: Final = 5
_SIGNS: Final = 8
_BORN: Final = re.compile(rf"\bborn\s+(?:on\s+)?({DAY.pattern})", re.IGNORECASE)
# How far before "born" the name may stand.
_NAME_BEFORE: Final = 60
_KEPT_UNTIL: Final = re.compile(
    rf"\b(?:preserv|kept)\w*\b[^.;\n]{{0,60}}?\buntil\s+({DAY.pattern})", re.IGNORECASE
)
_IS_PRESERVED: Final = re.compile(
    r"\b(?:has|have|had)\s+(?:already\s+)?(?:been\s+)?preserved\b", re.IGNORECASE
)
# Both are bounded: a text of one endless word costs no more than its length.
_MAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_ACCOUNT: Final = re.compile(r"\+\d[\d ()-]{6,20}\d|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){10,30}\b")
_CONFUSED: Final = {"email", "bank_account", "phone"}
_ROLES: Final = ("witness", "suspect", "accused", "victim", "expert")
_CHARGED: Final = frozenset({"suspect", "accused", "convicted"})


@RULES.add(
    "other-case-number",
    Severity.ADVISE,
    "Check the case number: the text has another one than the page of the proceedings.",
    CONSISTENT,
)
def other_case_number(reading: Reading) -> Iterator[Place]:
    proceedings, authority = reading.snapshot.proceedings, reading.snapshot.authority
    at_the_office = Text(Place("authority", "prosecutor_or_court"), authority.prosecutor_or_court, "")
    texts = reading.deadline.over((at_the_office, *reading.prose.with_figures))
    for text, number in _of_the_same_form(proceedings.case_reference, texts):
        message = (
            f"{number} here, {proceedings.case_reference} on the page of the proceedings: is it this case?"
        )
        yield text.place._replace(message=message, facet=number)


@RULES.add(
    "other-preservation",
    Severity.ADVISE,
    "Check the reference of the preservation: the text has another one than the field.",
    CONSISTENT,
)
def other_preservation(reading: Reading) -> Iterator[Place]:
    reference = reading.snapshot.preservation.reference
    for text, number in _of_the_same_form(reference, reading.deadline.over(reading.prose.with_figures)):
        message = f"{number} here, {reference} where the preservation is quoted: use one reference."
        yield text.place._replace(message=message, facet=number)


def _of_the_same_form(number: str, texts: Iterable[Text]) -> Iterator[tuple[Text, str]]:
    """Numbers that are written like this one, letter for letter, with other figures."""
    figures = sum(map(str.isdigit, number))
    if figures < 2 or (figures < _FIGURES and sum(map(str.isalnum, number)) < _SIGNS) or number.isdigit():
        return
    form = "".join(r"\d" if sign.isdigit() else re.escape(sign) for sign in number)
    pattern = re.compile(rf"(?<![\w-]){form}(?![\w-])")
    for text in texts:
        others = {found for found in pattern.findall(text.text) if found != number}
        yield from ((text, found) for found in sorted(others))


@RULES.add(
    "identifier-spelling",
    Severity.WARN,
    "Check the account: the text and the schedule differ by one sign.",
    CONSISTENT,
)
def identifier_spelling(reading: Reading) -> Iterator[Place]:
    rows = (row for row in reading.snapshot.data_items if row.type in _CONFUSED)
    known = {_bare(row.identifier): row.identifier for row in rows if row.identifier}
    named = [(text, match[0]) for text, match in _accounts(reading)] if known else []
    strange = [(text, found) for text, found in named if _bare(found) not in known]
    near = neighbours(known) if strange else {}
    for text, found in strange:
        if row := _next_to(_bare(found), near):
            message = f"“{found}” here, “{known[row]}” in the schedule: which of them is right?"
            yield text.place._replace(message=message, facet=found)


def _accounts(reading: Reading) -> Iterator[tuple[Text, re.Match[str]]]:
    for text in reading.deadline.over(reading.texts):
        if "@" in text.text:
            yield from ((text, match) for match in _MAIL.finditer(text.text))
    for text in reading.deadline.over(reading.prose.with_figures):
        yield from ((text, match) for match in _ACCOUNT.finditer(text.text))


def _bare(identifier: str) -> str:
    return re.sub(r"[\s()-]", "", identifier).casefold()


def _next_to(found: str, near: Mapping[str, str]) -> str:
    met = (near[short] for short in without_one(found) if short in near)
    return next((row for row in met if one_apart(found, row)), "")


@RULES.add(
    "other-birthday",
    Severity.WARN,
    "Check the day of birth: the text and the list of persons differ.",
    CONSISTENT,
)
def other_birthday(reading: Reading) -> Iterator[Place]:
    dated = [person for person in reading.snapshot.persons if person.birth_date and person.family_name]
    for text, match in reading.prose.around("born", _BORN) if dated else ():
        before = match.string[max(0, match.start() - _NAME_BEFORE) : match.start()]
        named = [person for person in dated if person.family_name in before]
        born = day_of(match[1])
        if born and len(named) == 1 and named[0].birth_date != born:
            name = named[0].family_name
            message = f"{name} is born on {match[1]} here, and on another day in the list of persons."
            yield text.place._replace(message=message, facet=match[1])


@RULES.add(
    "other-year",
    Severity.WARN,
    "Check the year: the text and the day of the fact differ by it.",
    CONSISTENT,
)
def other_year(reading: Reading) -> Iterator[Place]:
    days = {fact.id: [day for day in (fact.on, fact.until) if day] for fact in reading.snapshot.facts}
    told: dict[str, list[date]] = {}
    for text, match in reading.prose.figures(DAY):
        if (text.place.section, text.place.field) == ("facts", "text") and (day := day_of(match[0])):
            told.setdefault(text.place.item, []).append(day)
    for fact, said in told.items():
        for day in days[fact]:
            if day not in said and any(_is_of_another_year(day, other) for other in said):
                yield Place(
                    "facts", "text", fact, f"The text has another year than the day, {day}.", str(day)
                )


def _is_of_another_year(day: date, other: date) -> bool:
    return (day.day, day.month) == (other.day, other.month) and day.year != other.year


@RULES.add(
    "preserved-until",
    Severity.WARN,
    "Check until when the data are preserved: the text and the field differ.",
    PRESERVATION,
)
def preserved_until(reading: Reading) -> Iterator[Place]:
    expires = reading.snapshot.preservation.expires_on
    for text, match in reading.prose.around("until", _KEPT_UNTIL) if expires else ():
        day = day_of(match[1])
        if day and day != expires:
            message = f"Preserved until {match[1]} here, until {expires} in the field: use one day."
            yield text.place._replace(message=message, facet=match[1])


@RULES.add(
    "preserved-in-text",
    Severity.ADVISE,
    "The text says that data have been preserved: give reference and day of that in their own fields.",
    PRESERVATION,
)
def preserved_in_text(reading: Reading) -> Iterator[Place]:
    preservation = reading.snapshot.preservation
    if says_something(preservation.reference) or preservation.made_on:
        return
    if any(True for _ in reading.prose.around("preserved", _IS_PRESERVED)):
        yield Place("measures", "preservation_reference", facet="text")


@RULES.add(
    "penalty-in-words",
    Severity.WARN,
    "Check the penalty: the words and the figure differ.",
    CONSISTENT,
)
def penalty_in_words(reading: Reading) -> Iterator[Place]:
    for offence in reading.snapshot.offences:
        years = numbers(offence.penalty) if "year" in offence.penalty.lower() else ()
        if years and offence.max_years is not None and not offence.life and max(years) != offence.max_years:
            message = (
                f"{max(years):g} years in words, {offence.max_years:g} in figures: correct one of them."
            )
            yield Place("offences", "penalty", offence.id, message)


@RULES.add(
    "other-role",
    Severity.ADVISE,
    "Check the role of the person: the text gives another one than the list.",
    CONSISTENT,
)
def other_role(reading: Reading) -> Iterator[Place]:
    for person in reading.snapshot.persons:
        name = person.family_name.lower()
        if person.nature == "natural" and person.role and name and name in reading.prose.lowered:
            yield from _roles_told(reading, person)


def _roles_told(reading: Reading, person: Person) -> Iterator[Place]:
    name = re.escape(person.family_name)
    given = f"(?:{re.escape(person.given_names)} )?" if person.given_names else ""
    pattern = re.compile(
        rf"\b({'|'.join(_ROLES)}) {given}{name}\b|\b{name} (?:is|was) (suspected|accused) of\b",
        re.IGNORECASE,
    )
    for text, match in reading.prose.around(person.family_name.lower(), pattern):
        told = "suspect" if (match[2] or "").lower() == "suspected" else (match[1] or match[2]).lower()
        if told != person.role and not {told, person.role} <= _CHARGED:
            message = f"“{match[0]}” here; the list of persons has another role. Which of them is right?"
            yield text.place._replace(message=message, facet=person.id)

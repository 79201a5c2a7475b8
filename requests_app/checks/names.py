"""Rules on names: one person spelled in two ways is two persons to whoever has to find them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from requests_app.checks.findings import Severity
from requests_app.checks.reading import Reading
from requests_app.checks.rule import CONSISTENT, Rules
from requests_app.content.place import Place
from requests_app.content.snapshot import Person
from requests_app.content.texts import LONGEST_WORD

RULES: Final = Rules()

# Of shorter names too many words differ by one letter.
_SHORTEST: Final = 5


@RULES.add(
    "name-spelling",
    Severity.ADVISE,
    "A name is spelled in another way here than on the page of persons.",
    CONSISTENT,
)
def name_spelling(reading: Reading) -> Iterator[Place]:
    known = _family_names(reading.snapshot.persons)
    given = {_folded(word) for person in reading.snapshot.persons for word in person.given_names.split()}
    near = neighbours(known)
    for word in reading.deadline.over(
        sorted(filter(_may_be_a_name, reading.prose.vocabulary)) if known else ()
    ):
        name = "" if _folded(word) in given else _misspelt(word, known, near)
        for text in reading.prose.holding(word) if name else ():
            message = f"“{word}” here, “{name}” on the page of persons: use one spelling of one person."
            yield text.place._replace(message=message, facet=word)


def _may_be_a_name(word: str) -> bool:
    return _SHORTEST <= len(word) <= LONGEST_WORD and word[0].isupper() and word.isalpha()


def _family_names(persons: Iterable[Person]) -> dict[str, str]:
    """The folded name to the name as it is written."""
    words = (word for p in persons if p.nature == "natural" for word in _words(p.family_name))
    return {_folded(word): word for word in words if _SHORTEST <= len(word) <= LONGEST_WORD}


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", name)


@lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    """Without case and accents: how a name is written in capitals is no other spelling."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def without_one(word: str) -> Iterator[str]:
    yield word
    yield from (word[:n] + word[n + 1 :] for n in range(len(word)))


def neighbours(names: Iterable[str]) -> dict[str, str]:
    """Each name, and each name with one letter less: two words one letter apart meet in one of these."""
    return {short: name for name in names for short in without_one(name)}


def _misspelt(word: str, known: dict[str, str], near: dict[str, str]) -> str:
    """The name that the word is one letter away from; "" when it is that name, its plural, or no name."""
    folded = _folded(word)
    if folded in known:
        name = known[folded]
        return name if _without_case(word) != _without_case(name) else ""
    met = (near[short] for short in without_one(folded) if short in near)
    name = next((name for name in met if one_apart(folded, name)), "")
    is_another_form = not name or folded == f"{name}s" or name == f"{folded}s"
    return "" if is_another_form else known[name]


def _without_case(word: str) -> str:
    return unicodedata.normalize("NFC", word.casefold())


def one_apart(a: str, b: str) -> bool:
    """One letter put in, left out or replaced, or two neighbours exchanged."""
    start = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    if len(a) == len(b):
        return rest_a[1:] == rest_b[1:] or (rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])
    return rest_a[1:] == rest_b if len(a) > len(b) else rest_a == rest_b[1:]


@RULES.add(
    "person-twice",
    Severity.ADVISE,
    "This person seems to be in the list already: keep one entry, with the other spelling as an alias.",
    CONSISTENT,
)
def person_twice(reading: Reading) -> Iterator[Place]:
    before: list[tuple[str, Person]] = []
    for person in reading.snapshot.persons:
        name = _folded(f"{person.family_name} {person.given_names}".strip())
        if name and any(_is_the_same(name, person, *each) for each in reading.deadline.over(before)):
            yield Place("persons", "family_name", person.id)
        before.append((name, person))


def _is_the_same(name: str, person: Person, other_name: str, other: Person) -> bool:
    born = {person.birth_date, other.birth_date} - {None}
    if person.nature != other.nature or len(born) > 1:
        return False
    known_birth = person.birth_date is not None and person.birth_date == other.birth_date
    return name == other_name or (known_birth and one_apart(name, other_name))

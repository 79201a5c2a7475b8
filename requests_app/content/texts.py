"""The drafter's own texts, which are translated and printed, each with its place."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from operator import attrgetter
from typing import Any, Final, NamedTuple

from requests_app.content.declared import ANSWERS, ITEMS, Declared
from requests_app.content.place import Place
from requests_app.content.snapshot import Snapshot

_SINGLES: Final = tuple(a for a in ANSWERS if a.words is True and not a.list)
_IN_ITEMS: Final = tuple(
    (name, tuple(a for a in ANSWERS if a.words is True and a.list == name)) for name in ITEMS
)


class Text(NamedTuple):
    """One text. `lowered` is made once, because each rule on words searches in it."""

    place: Place
    text: str
    lowered: str


# No rule on words looks across it, so that what is found lies within one text.
_BETWEEN: Final = "\n\0\n"


_WORD: Final = re.compile(r"\w+")
_FIGURE: Final = re.compile(r"\d")
# No word of any language is longer, and no name.
LONGEST_WORD: Final = 100


def _nothing() -> None:
    """Do nothing: the caller has set no deadline."""


class Prose:
    """All texts as one value, because most words of a list occur in none of hundreds of texts."""

    def __init__(self, texts: tuple[Text, ...], look: Callable[[], None] = _nothing) -> None:
        """`look` is called for each text that a rule is given, and raises when its time is used."""
        self.texts = texts
        self._look = look

    def _each(self, texts: Iterable[Text]) -> Iterator[Text]:
        for text in texts:
            self._look()
            yield text

    @cached_property
    def whole(self) -> str:
        return _BETWEEN.join(text.text for text in self.texts)

    @cached_property
    def lowered(self) -> str:
        return _BETWEEN.join(text.lowered for text in self.texts)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Return every word once, as it is written. A string that is too long is no word."""
        return frozenset(word for word in _WORD.findall(self.whole) if len(word) <= LONGEST_WORD)

    def holding(self, word: str) -> Iterator[Text]:
        """Yield the texts that hold the word as a whole."""
        pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
        return (t for t in self._each(self.texts) if word in t.text and pattern.search(t.text))

    def mentioning(self, phrases: Iterable[str]) -> Iterator[tuple[Text, str]]:
        """Yield each text with the first of the phrases that it holds."""
        present = [phrase for phrase in phrases if phrase in self.lowered]
        for text in self._each(self.texts) if present else ():
            if found := next((phrase for phrase in present if phrase in text.lowered), ""):
                yield text, found

    def words(self, words: Iterable[str]) -> Iterator[tuple[Text, str]]:
        """Yield each text with the first of the words that it holds as a whole: "rico" is not in
        "Puerto Ricolino".
        """
        present = [word for word in words if word in self.lowered]
        if present:
            pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, present))})\b")
            for text in self._each(self.texts):
                if found := pattern.search(text.lowered):
                    yield text, found[0]

    @cached_property
    def with_figures(self) -> tuple[Text, ...]:
        """Return the texts with figures: most texts have none, and searching for a number costs much."""
        return tuple(text for text in self.texts if _FIGURE.search(text.text))

    def figures(self, pattern: re.Pattern[str]) -> Iterator[tuple[Text, re.Match[str]]]:
        """Yield every match of a pattern that begins with a figure, with its text."""
        return _matches(pattern, self._each(self.with_figures))

    def around(self, word: str, pattern: re.Pattern[str]) -> Iterator[tuple[Text, re.Match[str]]]:
        """Yield every match of a pattern in which the word occurs, with its text."""
        return _matches(pattern, (text for text in self._each(self.texts) if word in text.lowered))


def _matches(pattern: re.Pattern[str], texts: Iterable[Text]) -> Iterator[tuple[Text, re.Match[str]]]:
    return ((text, match) for text in texts for match in pattern.finditer(text.text))


def of(snapshot: Snapshot) -> tuple[Text, ...]:
    """Return the texts that are not empty."""
    return tuple(Text(place, text, text.lower()) for place, text in _all(snapshot) if text)


def first_at(snapshot: Snapshot, section: str, field: str, item: str) -> str:
    """The first text that stands at the place; "" when none does. Other pages and rows are not read."""
    found = _singles(snapshot, section) if not item else _of_one(snapshot, section, item)
    return next((text for place, text in found if text and place.field == field), "")


def _singles(snapshot: Snapshot, section: str) -> Iterator[tuple[Place, str]]:
    for answer in _SINGLES:
        if answer.section == section:
            yield Place(answer.section, answer.column), attrgetter(answer.path)(snapshot)


def _of_one(snapshot: Snapshot, section: str, key: str) -> Iterator[tuple[Place, str]]:
    for name, answers in _IN_ITEMS:
        asked = tuple(answer for answer in answers if answer.section == section)
        for item in getattr(snapshot, name) if asked else ():
            if item.id == key:
                yield from _of_item(item, asked)


def _all(snapshot: Snapshot) -> Iterator[tuple[Place, str]]:
    for answer in _SINGLES:
        yield Place(answer.section, answer.column), attrgetter(answer.path)(snapshot)
    for name, answers in _IN_ITEMS:
        for item in getattr(snapshot, name) if answers else ():
            yield from _of_item(item, answers)


def _of_item(item: Any, answers: tuple[Declared, ...]) -> Iterator[tuple[Place, str]]:
    for answer in answers:
        value = getattr(item, answer.name)
        if isinstance(value, str):
            yield Place(answer.section, answer.name, item.id), value
        else:
            yield from ((Place(answer.section, name, item.id), text) for name, text in value.items())

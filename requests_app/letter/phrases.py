"""All fixed wording of a letter, from one file for each language.

A phrase holds {names}. A value is put in once and never read again, so that braces, markup or
template syntax typed by an officer stay what they are. {Name} is {name} at the beginning of a
sentence.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from requests_app.letter.letter import Run, Text

DIRECTORY = Path(__file__).with_suffix("")
_NAME = re.compile(r"\{(\w+)\}")

Value = str | int | Text


class NoSuchLanguage(LookupError):
    """There is no phrases file for the language of the letter."""


class Phrases:
    """The wording of one language. `say` returns text with values in it, `label` a plain piece."""

    def __init__(self, entries: Mapping[str, str], months: Sequence[str], **values: Value) -> None:
        self._entries = entries
        self.months = months
        self._values = values
        self._ranks = {key: place for place, key in enumerate(entries)}

    def about(self, **values: Value) -> "Phrases":
        """Return the same wording with values that every phrase may use."""
        return Phrases(self._entries, self.months, **{**self._values, **values})

    def knows(self, key: str) -> bool:
        return key in self._entries

    def rank(self, key: str) -> int:
        """Return the place of a phrase in its file; a key without a phrase comes last."""
        return self._ranks.get(key, len(self._ranks))

    def label(self, key: str, default: str | None = None) -> str:
        return self._entries[key] if default is None else self._entries.get(key, default)

    def say(self, key: str, **values: Value) -> Text:
        pieces = _NAME.split(self._entries[key])
        known = {**self._values, **values}
        runs: list[Run] = []
        for index, piece in enumerate(pieces):
            runs.extend(_value(piece, known) if index % 2 else (Run(piece),))
        return joined(runs)

    def listed(self, items: Sequence[str]) -> str:
        """Return the words as a list: "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        last = self.label("list.last")
        return f"{self.label('list.between').join(items[:-1])}{last}{items[-1]}"


def _value(name: str, known: Mapping[str, Value]) -> Text:
    value = known[name] if name in known else _capital(known[name[0].lower() + name[1:]])
    return value if isinstance(value, tuple) else (Run(str(value)),)


def _capital(value: Value) -> Value:
    """Return the text with a capital first letter; the rest keeps its case."""
    if isinstance(value, tuple):
        first, *rest = value
        return (Run(first.text[:1].upper() + first.text[1:], first.style), *rest)
    text = str(value)
    return text[:1].upper() + text[1:]


def joined(runs: Sequence[Run]) -> Text:
    """Return the runs with neighbours of one style joined, so that equal text is an equal value."""
    out: list[Run] = []
    for run in runs:
        if out and out[-1].style == run.style:
            out[-1] = Run(out[-1].text + run.text, run.style)
        elif run.text:
            out.append(run)
    return tuple(out)


def _flat(table: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    entries: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, str):
            entries[prefix + key] = value
        elif isinstance(value, Mapping):
            entries |= _flat(value, f"{prefix}{key}.")
    return entries


def exists(language: str) -> bool:
    try:
        load(language)
    except NoSuchLanguage:
        return False
    return True


def lacking(language: str) -> str:
    """Return the English name of a language that has no file; "" means that it has one, or that none
    is chosen.
    """
    if not language or exists(language):
        return ""
    return load("en").label(f"language.{language.partition('-')[0]}", language)


def nearest(language: str) -> Phrases:
    """Return the phrases of the language, or the English ones where the language has no file yet."""
    try:
        return load(language)
    except NoSuchLanguage:
        return load("en")


@cache
def load(language: str) -> Phrases:
    """Return the phrases of the language, or of its main tag: "en-GB" reads en.toml."""
    main = language.partition("-")[0]
    if not re.fullmatch(r"[a-z]{2,3}", main) or not (path := DIRECTORY / f"{main}.toml").is_file():
        raise NoSuchLanguage(f"There is no wording for letters in “{language}”.")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Phrases(_flat(table), tuple(table["months"]["names"]))

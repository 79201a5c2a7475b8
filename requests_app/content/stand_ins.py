"""Words that stand in the place of a fact: "none", "n/a", "-", "xxx", "[name]", in each working language.

The letter prints nothing of them, and a rule of the check says what to do instead. The words are in
`stand_ins.toml`.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec

from requests_app.content.declared import ANSWERS, ITEMS, Declared, is_free_text, maps_to_prose
from requests_app.content.snapshot import Snapshot

_FILE: Final = Path(__file__).with_name("stand_ins.toml")
_ONLY_SIGNS: Final = re.compile(r"[\W_]*")
_ONLY_X: Final = re.compile(r"[xX\W_]+")
_ONLY_BRACKETS: Final = re.compile(r"(\s*(\[[^\[\]]*\]|<[^<>@]*>|\{+[^{}]*\}+)\s*)+")
_AROUND: Final = " \t\r\n.…:;,-–—!?()\"'«»“”。、，；：؛،؟"
# Longer than any stand-in: what is longer is not looked up.
_LONGEST: Final = 60


class Found(NamedTuple):
    """A stand-in and the answer that it was written into; `item` is the key of the row, "" outside a list.

    `field` is the name of the column, or of the particular of a measure.
    """

    answer: Declared
    item: str
    field: str


@cache
def _read() -> Mapping[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def words() -> Mapping[str, tuple[str, ...]]:
    """Return the words by language."""
    return {language: tuple(listed) for language, listed in _read()["words"].items()}


@cache
def _all_words() -> frozenset[str]:
    return frozenset(_plain(word) for listed in words().values() for word in listed)


@cache
def _words_for_names() -> frozenset[str]:
    return _all_words() - frozenset(_read()["names"]["words"])


@cache
def _names() -> frozenset[str]:
    return frozenset(_read()["names"]["answers"])


def _plain(text: str) -> str:
    """Return a text without case, without the signs around it, and with one space between words."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().strip(_AROUND).split())


def is_one(text: str, *, in_name: bool = False) -> bool:
    """Whether a text as a whole stands in for a fact. An empty text does not: it says nothing at all."""
    stripped = text.strip()
    if len(stripped) > _LONGEST:
        return not any(map(str.isalnum, stripped))
    return bool(stripped) and _stands_in(stripped, in_name)


@lru_cache(maxsize=8192)
def _stands_in(stripped: str, in_name: bool) -> bool:
    """Kept, because the rows of a schedule say the same short things again and again."""
    return bool(
        _ONLY_SIGNS.fullmatch(stripped)
        or _ONLY_X.fullmatch(stripped)
        or _ONLY_BRACKETS.fullmatch(stripped)
        or _plain(stripped) in (_words_for_names() if in_name else _all_words())
    )


_TEXTS: Final = tuple(answer for answer in ANSWERS if is_free_text(answer.hint))
_SINGLES: Final = tuple(answer for answer in _TEXTS if not answer.list)
_IN_LISTS: Final = {
    name: tuple(answer for answer in _TEXTS if answer.list == name)
    for name in dict.fromkeys(answer.list for answer in _TEXTS if answer.list)
}
_MAPS: Final = {
    name: tuple(answer for answer in ANSWERS if answer.list == name and maps_to_prose(answer.hint))
    for name in ITEMS
}


def _in(answer: Declared, text: str) -> bool:
    return bool(text) and is_one(text, in_name=answer.name in _names())


def _key(item: Any) -> str:
    """Return what tells a row of a list from the others: its id, or the path of a translated text."""
    return str(getattr(item, "id", "") or getattr(item, "path", "") or getattr(item, "instrument", ""))


def find(snapshot: Snapshot) -> Iterator[Found]:
    """Yield every answer in free text that says nothing but such a word."""
    for answer in _SINGLES:
        if _in(answer, attrgetter(answer.path)(snapshot)):
            yield Found(answer, "", answer.column)
    for name, answers in _IN_LISTS.items():
        for item in getattr(snapshot, name):
            yield from (
                Found(answer, _key(item), answer.column)
                for answer in answers
                if _in(answer, getattr(item, answer.name))
            )
    for name, answers in _MAPS.items():
        for item in getattr(snapshot, name) if answers else ():
            yield from (
                Found(answer, item.id, key)
                for answer in answers
                for key, text in getattr(item, answer.name).items()
                if is_one(text)
            )


def without(snapshot: Snapshot) -> Snapshot:
    """Return the request with nothing in the place of each stand-in; the same value where there is none."""
    found = tuple(find(snapshot))
    changes = {
        name: tuple(_emptied(item, found, name) for item in getattr(snapshot, name))
        for name in dict.fromkeys(each.answer.list for each in found if each.answer.list)
    }
    emptied = msgspec.structs.replace(snapshot, **changes) if changes else snapshot
    for each in found:
        if not each.answer.list:
            emptied = _put(emptied, each.answer.path)
    return emptied


def _emptied(item: Any, found: tuple[Found, ...], name: str) -> Any:
    mine = [f for f in found if f.answer.list == name and f.item == _key(item)]
    changes: dict[str, Any] = {}
    for each in mine:
        value = getattr(item, each.answer.name)
        if isinstance(value, str):
            changes[each.answer.name] = "" if _in(each.answer, value) else value
        else:
            changes[each.answer.name] = {key: text for key, text in value.items() if not is_one(text)}
    return msgspec.structs.replace(item, **changes) if changes else item


def _put(part: Any, path: str) -> Any:
    name, _, rest = path.partition(".")
    return msgspec.structs.replace(part, **{name: _put(getattr(part, name), rest) if rest else ""})

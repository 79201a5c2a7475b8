"""Whether what somebody wrote at one place of the text still stands there: pure, over three values.

`found` is what the officer found at the place, `put` what the officer left there, `now` what stands there.

- Nothing of the officer stands where the text is again what the officer found, or where the officer
  changed nothing but white space.
- Of a single value (a day, a choice, anything in figures), it stands while it is what the officer put.
- Of a list, an element that the officer added stands while it is there, one that the officer took out
  while it is missing, and the order that the officer gave while it is kept.
- Of a text, each change of the officer is a run of words with one neighbour on either side. It stands
  while two words that the change made neighbours (of a run longer than four: three) are neighbours in the
  text now. So a comma or a word set into the sentence of an officer does not free that officer, and a
  sentence that is written anew does. A word that was struck out is such a run: its neighbours have met.

In doubt the words stand: the officer leaves the decision to somebody else.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

# The two ends of a text are neighbours of its first and last word. No word holds white space.
_START, _END = " start", " end"
# Scripts that put no space between words count sign by sign.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+|[^\w\s]")
_FIGURES = re.compile(r"[\d :.TZ+-]+")
_SHORT_RUN = 4


def stands(found: Any, put: Any, now: Any) -> bool:
    """Whether anything of what the officer changed from `found` to `put` is in `now`."""
    if found == put or now == found:
        return False
    given = (found, put, now)
    if any(isinstance(value, Mapping) for value in given):
        return _of_parts(*(value if isinstance(value, Mapping) else {} for value in given))
    if any(isinstance(value, list) for value in given):
        return _of_lists(*(_elements(value) for value in given))
    if _is_text(put) or (not put and _is_text(found)):
        return _of_texts(*(_words(value) for value in given))
    return bool(now == put)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not _FIGURES.fullmatch(value)


def _of_parts(found: Mapping[str, Any], put: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    return any(stands(found.get(key), put.get(key), now.get(key)) for key in {*found, *put})


def _elements(value: Any) -> list[str]:
    return [json.dumps(element, sort_keys=True) for element in value] if isinstance(value, list) else []


def _of_lists(found: list[str], put: list[str], now: list[str]) -> bool:
    there = frozenset(now)
    added, removed = {*put} - {*found}, {*found} - {*put}
    if added & there or removed - there:
        return True
    return _in_order(put, found) != _in_order(found, put) and _in_order(put, now) == _in_order(now, put)


def _in_order(of: list[str], also_in: list[str]) -> list[str]:
    known = frozenset(also_in)
    return [element for element in of if element in known]


def _words(value: Any) -> list[str]:
    return _WORD.findall(value) if isinstance(value, str) else []


def _of_texts(found: list[str], put: list[str], now: list[str]) -> bool:
    if found == put or now == found:
        return False
    standing = _bounded(now)
    neighbours = {2: _windows(standing, 2), 3: _windows(standing, 3)}
    return any(_telling(run) & neighbours[_size_of(run)] for run in _runs(found, put))


def _telling(run: list[str]) -> frozenset[tuple[str, ...]]:
    """The neighbours that say something: a full stop at the end is nobody's, if there is a word as well."""
    met = _windows(run, _size_of(run))
    return frozenset(group for group in met if any(word[0].isalnum() for word in group)) or met


def _size_of(run: Sequence[str]) -> int:
    return 2 if len(run) <= _SHORT_RUN else 3


def _runs(found: list[str], put: list[str]) -> Iterator[list[str]]:
    """The stretches of `put`, each two neighbours of which are none in `found`."""
    before, text = _windows(_bounded(found), 2), _bounded(put)
    run = text[:1]
    for word in text[1:]:
        if (run[-1], word) in before:
            yield from [run] if len(run) > 1 else []
            run = []
        run.append(word)
    yield from [run] if len(run) > 1 else []


def _bounded(words: list[str]) -> list[str]:
    return [_START, *words, _END]


def _windows(words: Sequence[str], size: int) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[at : at + size]) for at in range(len(words) - size + 1))

"""The lines of which pages of the law consist: a rule, its provision, and its source."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from treaties.anchors import anchor, parts

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Tag:
    """A short word beside a line, with its class of the style sheet."""

    label: Words
    tone: str = "outline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line. `fact` is the row that carries source, confidence and dates."""

    text: Words
    fact: Any
    article: Words = ""
    anchors: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    notes: tuple[Words, ...] = ()
    url: str = ""
    link_text: Words = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A heading with its lines."""

    slug: str
    title: Words
    lines: list[Line]
    empty: Words
    intro: Words = ""


@dataclass(slots=True)
class Anchors:
    """Gives each provision of a page its HTML id once, to the first line that rests on it."""

    given: set[str] = field(default_factory=set)

    def take(self, provision: str) -> tuple[str, ...]:
        fresh = [name for name in self._names(provision) if name not in self.given]
        self.given.update(fresh)
        return tuple(dict.fromkeys(fresh))

    @staticmethod
    def _names(provision: str) -> Iterable[str]:
        return (anchor(part) for part in parts(provision))

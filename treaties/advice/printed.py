"""Advice as lines of plain text."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from treaties.spec import Confidence


class Said(Protocol):
    """What the adviser says of one instrument."""

    @property
    def instrument(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def articles(self) -> dict[str, str]: ...
    @property
    def usable(self) -> bool: ...
    @property
    def reasons(self) -> tuple[str, ...]: ...
    @property
    def watch(self) -> tuple[str, ...]: ...
    @property
    def confidence(self) -> Confidence: ...


def lines(found: Iterable[Said], *, watched: int | None = None) -> Iterator[str]:
    """Yield each instrument with its reasons; what to watch for the first `watched` only, None: for all."""
    for number, each in enumerate(found, start=1):
        mark = "" if each.usable else "  NOT USABLE"
        articles = ", ".join(f"{kind}: {where or '-'}" for kind, where in each.articles.items())
        yield f"{number}. {each.name} ({each.instrument}){mark}  [{each.confidence}]"
        yield f"   {articles or '-'}"
        yield from (f"   + {reason}" for reason in each.reasons)
        if watched is None or number <= watched:
            yield from (f"   ! {caution}" for caution in each.watch)

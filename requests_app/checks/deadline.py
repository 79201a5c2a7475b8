"""How much processor time one rule, and one check, may take.

Time of the thread and not of the wall: a busy machine makes no rule overrun. Rules are asked between texts
and between places, so that it works in any thread of a server and in any worker without a signal; a text is
bounded, and so is what a rule does between two questions. A worker that hangs all the same is ended by the
limit of its task.
"""

import time
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

A_RULE: Final = 2.0
A_CHECK: Final = 10.0
# Reading the clock of the thread costs more than looking at a short text.
_EACH: Final = 32
_MANY: Final = 256

T = TypeVar("T")


class Overrun(Exception):
    """A rule took more processor time than it may."""


class Deadline:
    """Of one check. `begin` is called before each rule, `look` as often as the rule likes."""

    def __init__(self, rule: float = A_RULE, check: float = A_CHECK) -> None:
        self._rule = rule
        self._now = time.thread_time()
        self._last = self._now + check
        self._until = self._last
        self._looks = 0

    def begin(self) -> None:
        """A new rule; none begins when the check has used its time. It begins when the one before ended."""
        if self._now > self._last:
            raise Overrun
        self._until, self._looks = min(self._now + self._rule, self._last), 0

    def look(self) -> None:
        self._looks += 1
        if self._looks % _EACH == 0:
            self._ask()

    def over(self, things: Iterable[T]) -> Iterator[T]:
        """Places and words are many and small: the clock is read less often than for texts."""
        for count, thing in enumerate(things, start=1):
            if count % _MANY == 0:
                self._ask()
            yield thing

    def end(self) -> None:
        """After each rule: one that was slow between two questions is found out when it is done."""
        self._ask()

    def _ask(self) -> None:
        self._now = time.thread_time()
        if self._now > self._until:
            raise Overrun

"""How much processor time one rule, and one check, may take.

Time of the thread and not of the wall: a busy machine makes no rule overrun. Rules are asked between texts and
between places, so that it works in any thread of a server and in any worker without a signal; a text is bounded,
and so is what a rule does between two questions. A worker that hangs all the same is ended by its task's limit.
"""

import time
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

A_RULE: Final = 2.0
A_CHECK: Final = 10.0
# Reading the clock of the thread costs more than looking at a short text.
_EACH: Final = 32

T = TypeVar("T")


class Overrun(Exception):
    """A rule took more processor time than it may."""


class Deadline:
    """Of one check. `begin` is called before each rule, `look` as often as the rule likes."""

    def __init__(self, rule: float = A_RULE, check: float = A_CHECK) -> None:
        self._rule = rule
        self._last = time.thread_time() + check
        self._until = self._last
        self._looks = 0

    def begin(self) -> None:
        """A new rule; none begins when the check has used its time."""
        now = time.thread_time()
        if now > self._last:
            raise Overrun
        self._until, self._looks = min(now + self._rule, self._last), 0

    def look(self) -> None:
        self._looks += 1
        if self._looks % _EACH == 0 and time.thread_time() > self._until:
            raise Overrun

    def over(self, things: Iterable[T]) -> Iterator[T]:
        for thing in things:
            self.look()
            yield thing

    def end(self) -> None:
        """A rule that was slow between two questions is found out when it is done."""
        if time.thread_time() > self._until:
            raise Overrun

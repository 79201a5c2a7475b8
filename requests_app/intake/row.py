"""One line of pasted text, as it was read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from requests_app.formats.judgement import Sure
from requests_app.formats.timestamps import Answers


class Role(StrEnum):
    """What a line is: data, the heading of a table, or words that say nothing of anybody."""

    DATA = "data"
    HEADING = "heading"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """What the officer has said of the whole paste. `kind` is what a line is that names nothing known.

    `roles` is what columns hold, by "line of the heading:number of the column".
    """

    times: Answers = field(default_factory=Answers)
    country: str = ""
    kind: str = ""
    roles: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Row:
    """A row in the making. `problems` keep it out of the schedule, `doubts` want a look, `notes` tell.

    `start` and `end` are what the log shows, "" when there is nothing; `asks` names the questions on which
    the row waits: order, year, zone, country, kind.
    """

    line: int
    original: str
    role: Role = Role.DATA
    type: str = ""
    identifier: str = ""
    port: int | None = None
    # A range of ports that the line shows; the schedule keeps one port, and takes none of them.
    ports: tuple[int, int] | None = None
    start: str = ""
    end: str = ""
    zone: str = ""
    provider: str = ""
    source: str = ""
    sure: Sure = Sure.CERTAIN
    read_as: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    asks: set[str] = field(default_factory=set)
    # A time stands in the line, whether or not it can be read; only a day does.
    has_time: bool = False
    whole_day: bool = False

    @property
    def quality(self) -> str:
        """Return whether the row can be taken: good, doubt (somebody should look at it) or bad (it
        must be mended).
        """
        return "bad" if self.problems else "doubt" if self.doubts else "good"

    def less_sure(self, sure: Sure) -> None:
        ranks = list(Sure)
        self.sure = max(self.sure, sure, key=ranks.index)

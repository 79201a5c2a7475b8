"""A snapshot read on a day: what the checks ask of it more than once."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Final, Literal

from requests_app.checks.deadline import Deadline
from requests_app.checks.setting import UNKNOWN, Setting
from requests_app.checks.words import says_something
from requests_app.content import texts
from requests_app.content.fields import SCHEDULED_KINDS
from requests_app.content.place import Place
from requests_app.content.snapshot import DataItem, Fact, Measure, Snapshot
from requests_app.content.texts import Prose, Text
from treaties.spec import Requirement

FileState = Literal["waiting", "accepted", "refused", "failed"]
Files = Mapping[str, tuple[FileState, str]]
NO_FILES: Final[Files] = MappingProxyType({})


@dataclass(frozen=True)
class Reading:
    """Not slotted: the cached properties need a place to be kept in."""

    snapshot: Snapshot
    on: date
    setting: Setting = UNKNOWN
    # By annex: in which state its file is, and why; a request from elsewhere brings no files.
    files: Files = field(default_factory=dict)
    deadline: Deadline = field(default_factory=Deadline, compare=False)

    @cached_property
    def kinds(self) -> frozenset[str]:
        return frozenset(measure.kind for measure in self.snapshot.measures)

    @cached_property
    def bases(self) -> frozenset[str]:
        return frozenset(basis.instrument for basis in self.snapshot.bases)

    @cached_property
    def _named(self) -> dict[str, list[DataItem]]:
        """Data items by the measure that they name."""
        named = defaultdict(list)
        for item in self.snapshot.data_items:
            for measure in item.measures:
                named[measure].append(item)
        return named

    @cached_property
    def _unattached(self) -> list[DataItem]:
        return [item for item in self.snapshot.data_items if not item.measures]

    @cached_property
    def answers(self) -> dict[tuple[object, ...], tuple[Place, ...]]:
        """What `answers.open_places` has found so far: several laws ask for the same field."""
        return {}

    @cached_property
    def facts(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.snapshot.facts}

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        return texts.of(self.snapshot)

    @cached_property
    def prose(self) -> Prose:
        return Prose(self.texts, self.deadline.look)

    def concerns(self, requirement: Requirement) -> bool:
        """A rule for every kind applies before anyone has said what is asked for."""
        if not self.kinds:
            return "all" in requirement.applies_to
        return any(requirement.applies_to_kind(kind) for kind in self.kinds)

    def measures_of(self, requirement: Requirement) -> list[Measure]:
        return [m for m in self.snapshot.measures if requirement.applies_to_kind(m.kind)]

    def items_of(self, measure: Measure) -> list[DataItem]:
        """An item that names no measure belongs to each measure that works through the schedule of data."""
        named = self._named.get(measure.id, [])
        return named + self._unattached if measure.kind in SCHEDULED_KINDS else named

    def measures_on(self, item: DataItem) -> list[Measure]:
        """The other direction: the measures that concern this item."""
        if item.measures:
            return [m for m in self.snapshot.measures if m.id in item.measures]
        return [m for m in self.snapshot.measures if m.kind in SCHEDULED_KINDS]

    def has_annex(self, *kinds: str) -> bool:
        """Without kinds: any document at all."""
        return any(not kinds or annex.kind in kinds for annex in self.snapshot.annexes)

    def is_known_to_be_unknown(self, draft_field: str) -> bool:
        return says_something(self.snapshot.unknown.get(draft_field, ""))

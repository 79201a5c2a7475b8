"""The kinds of assistance that a request may ask for, and what a measure of each kind has to say."""

import functools
from collections import defaultdict
from dataclasses import dataclass
from itertools import product

from requests_app.checks.fields import HOMES, SCHEDULED_KINDS
from treaties import version
from treaties.models import AssistanceKind, DraftField, Particular, Requirement

# Kinds that are no act asked of another State's authorities, or that leave by another way than this letter.
NOT_ASKED_FOR = frozenset(
    {
        "direct_subscriber_order",
        "expedited_transmission",
        "extradition",
        "interception_notification",
        "law_enforcement_information",
        "spontaneous_information",
        "supplementary_request",
        "technical_advice",
        "transborder_access",
        "transfer_of_proceedings",
    }
)


@dataclass(frozen=True, slots=True)
class Kind:
    """`plain` is what an officer wants, `term` what the treaties call it."""

    code: str
    group: str
    plain: str
    term: str


@dataclass(frozen=True, slots=True)
class MeasureField:
    """A text that only measures of some kinds have; it is kept under the name of the draft field."""

    name: str
    label: str
    hint: str


@dataclass(frozen=True)
class Vocabulary:
    kinds: dict[str, Kind]
    particulars: dict[str, tuple[MeasureField, ...]]

    def label(self, code: str) -> str:
        """The treaty term; of a kind that the data no longer know, the code."""
        return self.kinds[code].term if code in self.kinds else code

    def short_label(self, code: str) -> str:
        """For a cell of a table: without the explanation in brackets."""
        return self.label(code).split(" (")[0]

    def groups(self) -> list[tuple[str, list[Kind]]]:
        found: dict[str, list[Kind]] = defaultdict(list)
        for kind in self.kinds.values():
            if kind.code not in NOT_ASKED_FOR:
                found[kind.group].append(kind)
        return list(found.items())

    def choices(self, also: str = "") -> list[tuple[str, list[tuple[str, str]]]]:
        """For a select, in groups; a kind that stands in an old draft is kept in the list."""
        grouped = [(title, [(kind.code, kind.term) for kind in kinds]) for title, kinds in self.groups()]
        offered = {code for _, options in grouped for code, _ in options}
        return [("", [(also, self.label(also))]), *grouped] if also and also not in offered else grouped


def current() -> Vocabulary:
    return _vocabulary(str(version.loaded() or ""))


@functools.lru_cache(maxsize=4)
def _vocabulary(_version: str) -> Vocabulary:
    """Read once for each release of the law."""
    rows = AssistanceKind.objects.select_related("group").order_by("group__position", "position")
    kinds = {row.code: Kind(row.code, row.group.label, row.plain, row.term) for row in rows}
    return Vocabulary(kinds, _particulars())


def _particulars() -> dict[str, tuple[MeasureField, ...]]:
    """What the vocabulary lists for one field of a kind is one box, with the list as its hint.

    A law may ask a measure for more than the vocabulary lists: then there is a box for that as well.
    """
    wanted: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    labels = {row.code: row.label.split(":")[0] for row in DraftField.objects.all()}
    for row in Particular.objects.order_by("position"):
        if _is_said_in_the_measure(row.kind_id, row.field_id):
            wanted[row.kind_id][row.field_id].append(row.label)
    for kinds, fields in Requirement.objects.order_by("code").values_list("kinds", "fields"):
        for kind, name in product(kinds, fields):
            if _is_said_in_the_measure(kind, name):
                wanted[kind].setdefault(name, [])
    return {
        kind: tuple(MeasureField(name, labels[name], "; ".join(hints)) for name, hints in fields.items())
        for kind, fields in wanted.items()
    }


def _is_said_in_the_measure(kind: str, draft_field: str) -> bool:
    """Why evidence is believed to be there is said in the rows of the schedule, where the kind has one."""
    if draft_field == "location_basis":
        return kind not in SCHEDULED_KINDS
    home = HOMES.get(draft_field)
    return home is not None and home.particular

"""The kinds of assistance that a request may ask for, and what a measure of each kind has to say."""

import functools
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, product
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from requests_app.content.fields import HOMES, RECORD_KINDS, SCHEDULED_KINDS
from treaties import current as now
from treaties.law import Kind as InLaw
from treaties.law import Law, Particular

# Kinds that no letter to another State's authorities asks for, and what is done instead.
ELSEWHERE: dict[str, Promise] = {
    "direct_subscriber_order": _(
        "An order to a provider abroad goes to the provider itself. Ask for subscriber information here if "
        "the authorities of its State are to obtain it."
    ),
    "expedited_transmission": _(
        "How a request travels is chosen on its page for the channel, with the urgency and its reason."
    ),
    "transborder_access": _(
        "No request is needed for data that are public, or that a person with the right to disclose them "
        "gives with lawful and voluntary consent. Record the consent instead."
    ),
    "extradition": _("Surrender of a person follows another procedure, which this portal does not carry."),
}


# Kinds and draft fields of each requirement.
Laws = list[tuple[tuple[str, ...], tuple[str, ...]]]
RECOMMENDED = "recommended"
REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class Kind:
    """`plain` is what an officer wants, `term` what the treaties call it."""

    code: str
    group: str
    plain: str
    term: str
    note: str = ""
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureField:
    """An answer that only measures of some kinds have.

    `name` is the draft field, or one particular of it such as "video-reason"; `group` is the draft field.
    """

    name: str
    group: str
    legend: str
    label: str
    hint: str = ""
    input: str = "text"
    level: str = ""

    @property
    def is_optional(self) -> bool:
        return self.level == RECOMMENDED


@dataclass(frozen=True)
class Vocabulary:
    """What the forms need of the vocabulary: kinds, particulars, labels and columns."""

    kinds: dict[str, Kind]
    particulars: dict[str, tuple[MeasureField, ...]]
    # Of the draft fields.
    labels: dict[str, str]
    # Columns of a measure that a kind needs in order to say what it is about.
    objects: dict[str, frozenset[str]]

    def label(self, code: str) -> str:
        """Return the treaty term of a kind; the code of a kind that the data no longer have."""
        return self.kinds[code].term if code in self.kinds else code

    def short_label(self, code: str) -> str:
        """Return the term for a cell of a table, without its explanation in brackets."""
        return self.label(code).split(" (")[0]

    def groups(self) -> list[tuple[str, list[Kind]]]:
        found: dict[str, list[Kind]] = defaultdict(list)
        for kind in self.kinds.values():
            if kind.code not in ELSEWHERE:
                found[kind.group].append(kind)
        return list(found.items())

    def elsewhere(self) -> list[dict[str, Any]]:
        return [
            {"plain": self.kinds[code].plain, "instead": instead}
            for code, instead in ELSEWHERE.items()
            if code in self.kinds
        ]

    def choices(self, also: str = "") -> list[tuple[str, list[tuple[str, str]]]]:
        """Return the kinds for a select, in groups; a kind of an old draft stays in the list."""
        grouped = [(title, [(kind.code, kind.term) for kind in kinds]) for title, kinds in self.groups()]
        offered = {code for _, options in grouped for code, _ in options}
        return [("", [(also, self.label(also))]), *grouped] if also and also not in offered else grouped


def current() -> Vocabulary:
    return _vocabulary(now.law())


@functools.lru_cache(maxsize=4)
def _vocabulary(law: Law) -> Vocabulary:
    """Return the vocabulary, kept for each version of the law."""
    kinds = {kind.code: _kind(kind, law) for kind in law.kinds.values()}
    labels = {code: label.split(":")[0] for code, label in law.fields.items()}
    laws = _laws(law)
    objects = {kind.code: _object(kind, laws) for kind in law.kinds.values()}
    return Vocabulary(kinds, _particulars(law, laws, labels), labels, objects)


def _laws(law: Law) -> Laws:
    """Return the requirements in the order of their codes."""
    asked = chain.from_iterable([*law.requirements_of.values(), *law.own_law_of.values()])
    rules = sorted((each.requirement for each in asked), key=lambda rule: rule.code)
    return [(rule.applies_to, rule.fields) for rule in rules]


def _kind(kind: InLaw, law: Law) -> Kind:
    return Kind(kind.code, law.groups[kind.group], kind.plain, kind.term, kind.note, kind.errors)


_OBJECT_FIELDS = {
    "data_specification": ("categories",),
    "provider": ("holder",),
    "time_period": ("start", "end"),
}


def _object(kind: InLaw, laws: Laws) -> frozenset[str]:
    """Return the columns on the object of a measure: all for a kind on data or records, for others
    those that practice or a law asks for.
    """
    if kind.code in SCHEDULED_KINDS or kind.code in RECORD_KINDS:
        return frozenset(chain.from_iterable(_OBJECT_FIELDS.values()))
    asked = {each.draft_field for each in kind.particulars}
    asked.update(chain.from_iterable(fields for kinds, fields in laws if kind.code in kinds))
    return frozenset(chain.from_iterable(_OBJECT_FIELDS[name] for name in asked & set(_OBJECT_FIELDS)))


def _particulars(law: Law, laws: Laws, labels: dict[str, str]) -> dict[str, tuple[MeasureField, ...]]:
    """Return the particulars of each kind, those of one draft field together.

    A particular with a name is a field of its own. Those without a name, listed for a draft field,
    are one box with the list as its hint; a law may ask a measure for more than the vocabulary lists,
    and then there is a box for that as well.
    """
    wanted: dict[str, dict[str, list[MeasureField]]] = defaultdict(lambda: defaultdict(list))
    for kind, each in [(of.code, each) for of in law.kinds.values() for each in of.particulars]:
        if each.name:
            wanted[kind][each.draft_field].append(_named(each, labels[each.draft_field]))
        elif _is_said_in_the_measure(kind, each.draft_field):
            _list(wanted[kind], each.draft_field, labels, each.label)
    for kinds, fields in laws:
        for kind, name in product(kinds, fields):
            if _is_said_in_the_measure(kind, name) and not wanted[kind][name]:
                _list(wanted[kind], name, labels, "")
    return {kind: tuple(chain.from_iterable(fields.values())) for kind, fields in wanted.items()}


def _named(said: Particular, legend: str) -> MeasureField:
    level = REQUIRED if said.required else RECOMMENDED
    return MeasureField(said.field, said.draft_field, legend, said.label, input=said.input, level=level)


def _list(found: dict[str, list[MeasureField]], name: str, labels: dict[str, str], hint: str) -> None:
    """Return one box for everything that is listed without a name of its own."""
    boxes = [field for field in found[name] if field.name == name]
    hints = "; ".join(filter(None, [*(box.hint for box in boxes), hint]))
    rest = [field for field in found[name] if field.name != name]
    found[name] = [*rest, MeasureField(name, name, labels[name], labels[name], hint=hints)]


def _is_said_in_the_measure(kind: str, draft_field: str) -> bool:
    """Why evidence is believed to be there is said in the rows of the schedule, where the kind has one."""
    if draft_field == "location_basis":
        return kind not in SCHEDULED_KINDS
    home = HOMES.get(draft_field)
    return home is not None and home.particular

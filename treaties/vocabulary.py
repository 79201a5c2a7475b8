"""The controlled vocabulary: what can be asked for, in treaty terms and in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Prefetch

from treaties import models, version


@dataclass(frozen=True, slots=True)
class Particular:
    """A detail that one kind of assistance needs."""

    id: str
    label: str
    level: str
    field: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A kind of assistance as an instrument provides for it."""

    instrument: str
    provision: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of assistance. `group` is the id of one of `Vocabulary.groups`."""

    id: str
    term: str
    plain: str
    group: str
    categories: tuple[str, ...]
    coercive: bool | None
    note: str
    particulars: tuple[Particular, ...]
    errors: tuple[str, ...]
    offered_by: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Category:
    """A category of data."""

    id: str
    term: str
    meaning: str
    definition: str
    trap: str


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Everything in the order of the data file; `fields` are the labels of the canonical draft fields."""

    version: str
    groups: Mapping[str, str]
    kinds: Mapping[str, Kind]
    categories: Mapping[str, Category]
    fields: Mapping[str, str]
    common_fields: tuple[str, ...]


_read: dict[str, Vocabulary] = {}


def vocabulary() -> Vocabulary:
    """Return the vocabulary: no more than one query when this process has read the version, six when
    it is new.
    """
    name = version.loaded() or ""
    if name not in _read:
        found = _from_rows(name)
        _read.clear()
        _read[name] = found
    return _read[name]


def _from_rows(name: str) -> Vocabulary:
    fields = list(models.DraftField.objects.all())
    offers: dict[str, list[Offer]] = {}
    for kind, instrument, provision in models.Offer.objects.values_list(
        "kind", "instrument_id", "provision"
    ):
        offers.setdefault(kind, []).append(Offer(instrument, provision))
    kinds = models.AssistanceKind.objects.prefetch_related(
        Prefetch("particulars", models.Particular.objects.order_by("position"))
    )
    return Vocabulary(
        version=name,
        groups=dict(models.KindGroup.objects.values_list("code", "label")),
        kinds={row.code: _kind(row, offers.get(row.code, [])) for row in kinds},
        categories={row.code: _category(row) for row in models.DataCategory.objects.all()},
        fields={row.code: row.label for row in fields},
        common_fields=tuple(row.code for row in fields if row.common),
    )


def _kind(row: models.AssistanceKind, offers: list[Offer]) -> Kind:
    return Kind(
        id=row.code,
        term=row.term,
        plain=row.plain,
        group=row.group_id,
        categories=tuple(row.categories),
        coercive=row.coercive,
        note=row.note,
        particulars=tuple(_particular(each) for each in row.particulars.all()),
        errors=tuple(row.errors),
        offered_by=tuple(offers),
    )


def _particular(row: models.Particular) -> Particular:
    return Particular(row.code, row.label, row.level, row.field_id, row.pattern)


def _category(row: models.DataCategory) -> Category:
    return Category(row.code, row.term, row.meaning, row.definition, row.trap)

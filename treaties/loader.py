"""Data files to database, whole or not at all, changing only rows that came from data files."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from treaties import integrity, rows, shipped, verification, version
from treaties.models import DataSet, LawFact
from treaties.shipped import BadData, Problem


@dataclass(frozen=True, slots=True)
class Count:
    """What became of the rows of one table. `kept` counts local rows that have the key of a row of
    the files.
    """

    table: str
    read: int
    new: int
    changed: int
    removed: int
    kept: int

    @property
    def is_change(self) -> bool:
        return bool(self.new or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Report:
    """What one load did."""

    digest: str
    counts: tuple[Count, ...]
    written: bool

    @property
    def is_change(self) -> bool:
        return any(count.is_change for count in self.counts)


def load(folder: Path = shipped.DATA, *, dry_run: bool = False) -> Report:
    """Make the database say what the files say. Raises BadData, and then changes nothing."""
    data = shipped.read(folder)
    if problems := integrity.problems(data):
        raise BadData(problems)
    with transaction.atomic():
        version.one_at_a_time()
        report = Report(data.digest, tuple(_synchronise(rows.tables(data))), not dry_run)
        _record(report)
        if dry_run:
            transaction.set_rollback(True)
    return report


def _synchronise(tables: list[rows.Table]) -> list[Count]:
    """Write all tables; a verification made here is laid over a release that says the same."""
    verification.lay(row for _, instances in tables for row in instances)
    counts = [_write(model, instances) for model, instances in tables]
    removed = {model: _remove(model, instances) for model, instances in reversed(tables)}
    return [
        Count(count.table, count.read, count.new, count.changed, removed[model], count.kept)
        for count, (model, _) in zip(counts, tables, strict=True)
    ]


def _write(model: type[LawFact], instances: list[LawFact]) -> Count:
    _refuse_twins(model, instances)
    names = [field.attname for field in model._meta.concrete_fields if not field.primary_key]
    here = model._default_manager.in_bulk([instance.pk for instance in instances])
    new = [each for each in instances if each.pk not in here]
    old = [(each, here[each.pk]) for each in instances if each.pk in here]
    values = attrgetter(*names)
    shipped_rows = [(each, row) for each, row in old if row.origin == LawFact.Origin.SHIPPED]
    changed = [each for each, row in shipped_rows if values(each) != values(row)]
    model._default_manager.bulk_create(new, batch_size=1000)
    if changed:
        model._default_manager.bulk_update(changed, _writable(model), batch_size=500)
    kept = len(old) - len(shipped_rows)
    return Count(str(model._meta.verbose_name_plural), len(instances), len(new), len(changed), 0, kept)


def _writable(model: type[LawFact]) -> list[str]:
    return [field.name for field in model._meta.concrete_fields if not field.primary_key]


def _refuse_twins(model: type[LawFact], instances: Iterable[LawFact]) -> None:
    seen: set[object] = set()
    for each in instances:
        if each.pk in seen:
            problem = Problem(str(model._meta.verbose_name_plural), str(each.pk), "stands there twice")
            raise BadData([problem])
        seen.add(each.pk)


def _remove(model: type[LawFact], instances: Iterable[LawFact]) -> int:
    """Delete shipped rows that the files no longer have; return how many.

    Keys are compared in Python: thousands of them in a query are slow while the tables lack
    statistics.
    """
    shipped = model._default_manager.filter(origin=LawFact.Origin.SHIPPED)
    gone = {*shipped.order_by().values_list("pk", flat=True)} - {each.pk for each in instances}
    if gone:
        shipped.filter(pk__in=gone).delete()
    return len(gone)


def _record(report: Report) -> None:
    """Keep what was loaded; a load that changes nothing leaves version and time as they were."""
    counts = {count.table: count.read for count in report.counts}
    known = DataSet.objects.filter(pk=1).first()
    if known and known.digest == report.digest and not report.is_change:
        return
    values = {"digest": report.digest, "loaded_at": timezone.now(), "counts": counts}
    if known and known.digest == report.digest:
        values["revision"] = known.revision + 1
    DataSet.objects.update_or_create(pk=1, defaults=values, create_defaults=values)

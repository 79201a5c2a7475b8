"""Kinds of assistance, as values."""

from treaties import models
from treaties.law import Kind, Particular


def every() -> dict[str, Kind]:
    """Return the kinds in the order of the vocabulary: by group, then within the group."""
    rows = models.AssistanceKind.objects.prefetch_related("particulars")
    return {row.code: _kind(row) for row in rows.order_by("group__position", "position")}


def _kind(row: models.AssistanceKind) -> Kind:
    return Kind(
        code=row.code,
        term=row.term,
        plain=row.plain,
        categories=tuple(row.categories),
        asked_as=tuple(row.asked_as),
        coercive=row.coercive,
        particulars=tuple(_particular(each) for each in row.particulars.all()),
        group=row.group_id,
        note=row.note,
        errors=tuple(row.errors),
    )


def _particular(row: models.Particular) -> Particular:
    return Particular(
        code=row.code,
        label=row.label,
        field=row.key,
        required=row.level == models.Particular.Level.REQUIRED,
        input=row.input,
        draft_field=row.field_id,
        name=row.name,
    )

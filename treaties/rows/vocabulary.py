"""Rows of the vocabulary."""

from collections.abc import Iterator

from treaties import files, models
from treaties.rows.fact import Table, fact, take


def tables(file: files.VocabularyFile) -> Iterator[Table]:
    yield (
        models.KindGroup,
        [
            models.KindGroup(code=row.id, label=row.label, position=i, **fact(row, file))
            for i, row in enumerate(file.groups)
        ],
    )
    yield (
        models.DraftField,
        [
            models.DraftField(code=row.id, position=i, **take(row, "label common"), **fact(row, file))
            for i, row in enumerate(file.draft_fields)
        ],
    )
    yield (
        models.Element,
        [models.Element(code=e.id, fields=list(e.fields), **fact(e, file)) for e in file.elements],
    )
    categories = "term meaning definition trap"
    yield (
        models.DataCategory,
        [
            models.DataCategory(code=row.id, position=i, **take(row, categories), **fact(row, file))
            for i, row in enumerate(file.category)
        ],
    )
    yield models.AssistanceKind, [_kind(i, row, file) for i, row in enumerate(file.kind)]
    yield (
        models.Particular,
        [_particular(i, row, kind, file) for kind in file.kind for i, row in enumerate(kind.particulars)],
    )


def _kind(position: int, row: files.KindRow, file: files.VocabularyFile) -> models.AssistanceKind:
    return models.AssistanceKind(
        code=row.id,
        group_id=row.group,
        position=position,
        **take(row, "term plain categories coercive asked_as errors"),
        **fact(row, file),
    )


def _particular(
    position: int, row: files.ParticularRow, kind: files.KindRow, file: files.VocabularyFile
) -> models.Particular:
    return models.Particular(
        code=row.id,
        kind_id=kind.id,
        field_id=row.field,
        position=position,
        **take(row, "label name input level pattern"),
        **fact(row, file),
    )

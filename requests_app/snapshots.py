"""Rows to a snapshot and back: the one place that knows how the tables and the value correspond."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from django.db.models import DateField
from django.utils import timezone

from requests_app import fetched_rows, models
from requests_app.content import blanks, declared, languages
from requests_app.content import snapshot as value
from requests_app.models import (
    FieldAnswer,
    LegalBasis,
    MLARequest,
    Officer,
    Rendition,
)
from requests_app.models.content import Item

# Lists of the snapshot: the table, which is named as the struct, and the struct.
ITEMS: dict[str, tuple[type[Item], type[msgspec.Struct]]] = {
    name: (getattr(models, struct.__name__), struct) for name, struct in declared.ITEMS.items()
}
# Columns of the request, with the place of each in the snapshot: "proceedings.nature" for "nature".
PATHS: dict[str, str] = {
    answer.column: answer.path for answer in declared.ANSWERS if answer.column and not answer.list
}


def _tree() -> dict[str, dict[str, str]]:
    """Return, for each struct of single answers, its attributes with their columns."""
    found: dict[str, dict[str, str]] = {}
    for column, path in PATHS.items():
        part, _, attribute = path.rpartition(".")
        found.setdefault(part, {})[attribute] = column
    return found


def _refuse_to_disagree() -> None:
    """Stop the start where a table and the declaration of an answer say different things of it."""
    for answer in declared.ANSWERS:
        model = ITEMS[answer.list][0] if answer.list in ITEMS else None if answer.list else MLARequest
        if model is None or not answer.column or answer.name == "id":
            continue
        column: Any = model._meta.get_field(answer.column)
        choices = {value for value, _label in column.flatchoices} if column.choices else set()
        if answer.choices and choices and answer.choices - {""} != choices - {""}:
            raise TypeError(f"{answer.path} and its column know different choices")
        if answer.is_day != isinstance(column, DateField):
            raise TypeError(f"{answer.path} and its column do not hold the same kind of value")


COLUMNS = _tree()
_refuse_to_disagree()
LISTS: dict[type[Item], str] = {model: name for name, (model, _struct) in ITEMS.items()}

_RELATED = [f"{model.__name__.lower()}_set" for model, _ in ITEMS.values()]


def of(mla: MLARequest) -> value.Snapshot:
    """Return the request as it stands, in one query for the rows of all its tables."""
    in_two = languages.are_two(mla.working_language, mla.language)
    fetched_rows.fetch(mla, [*_RELATED, "bases", "field_answers", *["renditions"] * in_two])
    data = _singles(mla)
    for name, (model, struct) in ITEMS.items():
        rows = getattr(mla, f"{model.__name__.lower()}_set").all()
        data[name] = [_item(row, struct) for row in rows]
    data["bases"] = [
        {"instrument": b.instrument, "role": b.role, "articles": b.articles} for b in mla.bases.all()
    ]
    answers = mla.field_answers.all()
    data["unknown"] = _answered(answers, FieldAnswer.Kind.UNKNOWN)
    data["applicable"] = _answered(answers, FieldAnswer.Kind.APPLICABLE)
    return _with_translations(blanks.without(msgspec.convert(data, value.Snapshot)), mla)


def _with_translations(snapshot: value.Snapshot, mla: MLARequest) -> value.Snapshot:
    """Those into the language of the letter, of texts that are still there."""
    if not languages.in_two_languages(snapshot):
        return snapshot
    known = {path for path, _text in languages.prose(snapshot)}
    translations = tuple(
        value.Translation(
            path=row.path, text=row.text, working_sha256=row.working_sha256, text_sha256=row.text_sha256
        )
        for row in mla.renditions.all()
        if row.language == mla.language and row.path in known and row.text
    )
    return msgspec.structs.replace(snapshot, translations=translations)


def measures_of(mla: MLARequest) -> tuple[value.Measure, ...]:
    """Return the measures alone, for judging rows that are not in the request yet."""
    rows = mla.measure_set.all()
    return tuple(msgspec.convert(_item(row, value.Measure), value.Measure) for row in rows)


def _singles(mla: MLARequest) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for path, columns in COLUMNS.items():
        node = data
        for step in filter(None, path.split(".")):
            node = node.setdefault(step, {})
        node.update({attribute: getattr(mla, column) for attribute, column in columns.items()})
    return data


def _item(row: Item, struct: type[msgspec.Struct]) -> dict[str, Any]:
    data = {name: getattr(row, name) for name in struct.__struct_fields__ if name != "id"}
    data["id"] = row.key
    for name in ("start", "end"):
        if isinstance(data.get(name), str):
            data[name] = dt.datetime.fromisoformat(data[name]) if data[name] else None
    return data


def _answered(answers: Iterable[FieldAnswer], kind: str) -> dict[str, str]:
    return {a.draft_field: a.value for a in answers if a.kind == kind}


def fill(mla: MLARequest, snapshot: value.Snapshot, *, officer: Officer) -> None:
    """Write a snapshot into a request that has no items yet. The reference stays the request's own."""
    for path, columns in COLUMNS.items():
        node: Any = snapshot
        for step in filter(None, path.split(".")):
            node = getattr(node, step)
        for attribute, column in columns.items():
            if column != "reference":
                setattr(mla, column, getattr(node, attribute))
    mla.save()
    for name, (model, _struct) in ITEMS.items():
        _create_items(mla, model, getattr(snapshot, name))
    LegalBasis.objects.bulk_create(
        LegalBasis(request=mla, instrument=b.instrument, role=b.role, articles=b.articles)
        for b in snapshot.bases
    )
    _create_answers(mla, snapshot, officer)
    Rendition.objects.bulk_create(
        Rendition(
            request=mla,
            language=snapshot.channel.language,
            officer=officer,
            at=timezone.now(),
            **msgspec.structs.asdict(translation),
        )
        for translation in snapshot.translations
    )


def _create_items(mla: MLARequest, model: type[Item], items: Iterable[Any]) -> None:
    rows = []
    for position, item in enumerate(items, start=1):
        data = msgspec.structs.asdict(item)
        key = data.pop("id")
        columns = {name: _column(model, name, attribute) for name, attribute in data.items()}
        rows.append(model(request=mla, key=key, position=position, **columns))
    model._default_manager.bulk_create(rows)


def _column(model: type[Item], name: str, attribute: Any) -> Any:
    if attribute is None and not model._meta.get_field(name).null:
        return ""
    if isinstance(attribute, dt.datetime):
        return attribute.isoformat(sep=" ", timespec="seconds")
    return list(attribute) if isinstance(attribute, tuple) else attribute


def _create_answers(mla: MLARequest, snapshot: value.Snapshot, officer: Officer) -> None:
    kinds: dict[str, Mapping[str, str]] = {
        FieldAnswer.Kind.UNKNOWN: snapshot.unknown,
        FieldAnswer.Kind.APPLICABLE: snapshot.applicable,
    }
    FieldAnswer.objects.bulk_create(
        FieldAnswer(request=mla, draft_field=name, kind=kind, value=answer, officer=officer)
        for kind, answers in kinds.items()
        for name, answer in answers.items()
    )

from typing import Literal

from treaties.files.row import Row, Slug, Text


class GroupRow(Row, frozen=True, kw_only=True):
    id: Slug
    label: Text


class DraftFieldRow(Row, frozen=True, kw_only=True):
    id: Slug
    label: Text
    common: bool = False


class ElementRow(Row, frozen=True, kw_only=True):
    id: Slug
    fields: tuple[Slug, ...]


class CategoryRow(Row, frozen=True, kw_only=True):
    id: Slug
    term: Text
    meaning: Text
    definition: str = ""
    trap: str = ""


class ParticularRow(Row, frozen=True, kw_only=True):
    id: Slug
    label: Text
    level: Literal["required", "recommended"]
    field: Slug
    pattern: str = ""


class KindRow(Row, frozen=True, kw_only=True):
    id: Slug
    group: Slug
    term: Text
    plain: Text
    categories: tuple[Slug, ...]
    coercive: bool | None = None
    asked_as: tuple[Slug, ...] = ()
    particulars: tuple[ParticularRow, ...] = ()
    errors: tuple[Text, ...] = ()


class VocabularyFile(Row, frozen=True, kw_only=True):
    groups: tuple[GroupRow, ...]
    draft_fields: tuple[DraftFieldRow, ...]
    elements: tuple[ElementRow, ...]
    category: tuple[CategoryRow, ...]
    kind: tuple[KindRow, ...]

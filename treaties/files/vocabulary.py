from typing import Annotated, Literal

from msgspec import Meta

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


Input = Literal["text", "line", "yes_no", "day", "time", "zone"]


class ParticularRow(Row, frozen=True, kw_only=True):
    """With a `name` it is a field of the measure; without one, its draft field answers it as a whole."""

    id: Slug
    label: Text
    level: Literal["required", "recommended"]
    field: Slug
    name: Annotated[str, Meta(pattern="^([a-z][a-z_]{0,29}|)$")] = ""
    input: Input = "text"
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

"""The shape of the vocabulary: kinds of assistance, draft fields, elements and categories of data."""

from typing import Annotated, Literal

from msgspec import Meta

from treaties.files.row import Row, Slug, Text


class GroupRow(Row, frozen=True, kw_only=True):
    """A group of kinds, as pages list them."""

    id: Slug
    label: Text


class DraftFieldRow(Row, frozen=True, kw_only=True):
    """One canonical question of a request."""

    id: Slug
    label: Text
    common: bool = False


class ElementRow(Row, frozen=True, kw_only=True):
    """What instruments ask for in their own words, and the draft fields that answer it."""

    id: Slug
    fields: tuple[Slug, ...]


class CategoryRow(Row, frozen=True, kw_only=True):
    """A category of data, such as subscriber information or content."""

    id: Slug
    term: Text
    meaning: Text
    definition: str = ""
    trap: str = ""


Input = Literal["text", "line", "yes_no", "day", "time", "zone"]


class ParticularRow(Row, frozen=True, kw_only=True):
    """What a kind of assistance needs beyond the request.

    A particular with a `name` is a field of the measure; without one, its draft field answers it as a
    whole.
    """

    id: Slug
    label: Text
    level: Literal["required", "recommended"]
    field: Slug
    name: Annotated[str, Meta(pattern="^([a-z][a-z_]{0,29}|)$")] = ""
    input: Input = "text"
    pattern: str = ""


class KindRow(Row, frozen=True, kw_only=True):
    """One kind of assistance."""

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
    """The whole file."""

    groups: tuple[GroupRow, ...]
    draft_fields: tuple[DraftFieldRow, ...]
    elements: tuple[ElementRow, ...]
    category: tuple[CategoryRow, ...]
    kind: tuple[KindRow, ...]

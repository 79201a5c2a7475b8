"""The shape of the file of States and organisations."""

from typing import Annotated, Literal

from msgspec import Meta

from treaties.files.row import Iso3, Language, Names, Party, Row, Slug, Text


class StateRow(Row, frozen=True, kw_only=True):
    """One State or territory, with its names."""

    code: Party
    iso2: Annotated[str, Meta(pattern="^[A-Z]{2}$")]
    m49: str = ""
    kind: Literal["state", "territory", "organisation"]
    short: Names
    common: Names = {}
    formal: Names = {}
    article: Names = {}
    languages: tuple[Language, ...] = ()
    # The State to which a territory belongs; it has no treaties with it.
    part_of: Annotated[str, Meta(pattern="^([A-Z]{3})?$")] = ""


class OrganisationRow(Row, frozen=True, kw_only=True):
    """An organisation and its members."""

    id: Slug
    name: Text
    members: tuple[Iso3, ...]


class StatesFile(Row, frozen=True, kw_only=True):
    """The whole file."""

    states: tuple[StateRow, ...]
    organisations: tuple[OrganisationRow, ...] = ()

"""The shape of the files in `own_law/` and of the file of authorities: what a State's own law asks,
and its offices.
"""

from typing import Annotated, Literal

from msgspec import Meta

from treaties.files.instrument import RequirementRow
from treaties.files.row import Iso3, Language, Row, Slug, Text


class LanguagesRow(Row, frozen=True, kw_only=True):
    """The languages in which the State takes requests."""

    accept: tuple[Language, ...]
    rule: str = ""


class NoTreatyRow(Row, frozen=True, kw_only=True):
    """Whether the State assists without a treaty, and under which law."""

    possible: Literal["yes", "no", "limited"]
    rule: Text


class ThresholdRow(Row, frozen=True, kw_only=True):
    """What must be shown before the State gives a category of data."""

    category: Slug
    test: Text
    reference: str = ""
    must_show: str = ""
    # For preservation: how long it lasts, and by how much it can be prolonged.
    days: Annotated[int, Meta(ge=1, le=3650)] | None = None
    days_more: Annotated[int, Meta(ge=1, le=3650)] | None = None


class DeclarationRow(Row, frozen=True, kw_only=True):
    """A declaration of the State under an instrument."""

    instrument: Slug
    provision: Text
    text: Text
    effect: str = ""


class RedFlagRow(Row, frozen=True, kw_only=True):
    """Why the State sends requests back."""

    id: Slug
    text: Text


class OwnLawFile(Row, frozen=True, kw_only=True):
    """The whole file of one State."""

    state: Iso3
    languages: LanguagesRow | None = None
    no_treaty: NoTreatyRow | None = None
    threshold: tuple[ThresholdRow, ...] = ()
    declaration: tuple[DeclarationRow, ...] = ()
    requirement: tuple[RequirementRow, ...] = ()
    red_flag: tuple[RedFlagRow, ...] = ()


class AuthorityRow(Row, frozen=True, kw_only=True):
    """One office, never a person."""

    id: Slug
    state: Iso3
    function: Literal["central_authority", "contact_24_7", "other"]
    scope: str = ""
    instruments: tuple[Slug, ...] = ()
    towards: tuple[Iso3, ...] = ()
    office: Text
    original: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""
    languages: tuple[Language, ...] = ()


class AuthoritiesFile(Row, frozen=True, kw_only=True):
    """The whole file of offices."""

    offices: tuple[AuthorityRow, ...]

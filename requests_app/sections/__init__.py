"""The wizard: one module for each page, and their order."""

from requests_app.content import fields
from requests_app.sections import (
    annexes,
    authority,
    basis,
    channel,
    confidentiality,
    data,
    earlier,
    facts,
    measures,
    offences,
    persons,
    prior_contacts,
    procedures,
    steps,
)
from requests_app.sections.section import Items, Section

SECTIONS: tuple[Section, ...] = (
    basis.SECTION,
    authority.SECTION,
    steps.SECTION,
    earlier.SECTION,
    prior_contacts.SECTION,
    facts.SECTION,
    offences.SECTION,
    persons.SECTION,
    data.SECTION,
    measures.SECTION,
    procedures.SECTION,
    confidentiality.SECTION,
    channel.SECTION,
    annexes.SECTION,
)
BY_SLUG: dict[str, Section] = {section.slug: section for section in SECTIONS}

assert tuple(BY_SLUG) == fields.SECTIONS  # noqa: S101 - two orders would tell an officer two different things

__all__ = ["BY_SLUG", "SECTIONS", "Items", "Section"]

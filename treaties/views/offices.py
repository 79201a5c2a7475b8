"""Offices as the directory and the pages of States show them."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from treaties.models import Authority, Designation
from treaties.views.marks import Mark, languages, mark

Function = Authority.Function


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office with the instruments for which it was named."""

    name: str
    original: str
    function: str
    round_the_clock: bool
    scope: str
    address: str
    email: str
    phone: str
    languages: str
    state: Mark
    state_url: str
    fact: Authority


def with_designations() -> QuerySet[Authority]:
    """Return the offices with their designations, in two queries however many offices there are."""
    named = Designation.objects.select_related("instrument", "towards")
    return Authority.objects.select_related("state").prefetch_related(
        Prefetch("designations", queryset=named)
    )


def office(row: Authority) -> Office:
    where = mark(row.state)
    return Office(
        name=row.office,
        original=row.original,
        function=row.get_function_display().capitalize(),
        round_the_clock=row.function == Function.CONTACT_24_7,
        scope=_scope(row),
        address=row.address,
        email=row.email,
        phone=row.phone,
        languages=languages(row.languages),
        state=where,
        state_url=where.url,
        fact=row,
    )


def _scope(row: Authority) -> str:
    """Return for which treaties and towards which States the office was named; nothing named means
    for all.
    """
    named = list(row.designations.all())
    instruments = [designation.instrument.name for designation in named if designation.instrument]
    towards = [designation.towards.name for designation in named if designation.towards]
    return ", ".join(dict.fromkeys([*instruments, *towards])) or row.scope

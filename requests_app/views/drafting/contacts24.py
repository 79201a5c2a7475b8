"""The points of contact that answer day and night, from the directory, with source and date."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from treaties.models import Authority, State

CONTACT = "contact_24_7"


@dataclass(frozen=True, slots=True)
class Contact247:
    """One choice of the emergency page. Without an office, the State as such: its contact is not listed."""

    state: str
    name: str
    office: str = ""
    phone: str = ""
    email: str = ""
    source: str = ""
    confidence: str = ""
    verified: str = ""
    reviewed: date | None = None
    key: str = ""

    @property
    def value(self) -> str:
        return f"{self.state}|{self.key}"

    @property
    def label(self) -> str:
        return f"{self.name}: {self.office}" if self.office else f"{self.name} ({_('no contact listed')})"


def contacts() -> list[Contact247]:
    """Each State once or more, in the order of the names; two queries."""
    listed: dict[str, list[Authority]] = {}
    for row in Authority.objects.filter(function=CONTACT):
        listed.setdefault(row.state_id, []).append(row)
    states = State.objects.exclude(kind=State.Kind.ORGANISATION)
    named = sorted((state.name, state.code) for state in states)
    return [contact for name, code in named for contact in _of(code, name, listed.get(code, []))]


def contacts_of(code: str) -> list[Contact247]:
    state = State.objects.filter(code=code).first()
    rows = list(Authority.objects.filter(function=CONTACT, state_id=code))
    return _of(code, state.name if state else code, rows)


def _of(code: str, name: str, rows: list[Authority]) -> list[Contact247]:
    if not rows:
        return [Contact247(code, name)]
    return [
        Contact247(
            state=code,
            name=name,
            office=row.office,
            phone=row.phone,
            email=row.email,
            source=row.source,
            confidence=str(row.get_confidence_display()),
            verified=str(row.get_verified_display()),
            reviewed=row.since,
            key=str(row.pk),
        )
        for row in rows
    ]

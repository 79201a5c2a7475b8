"""The points of contact that answer day and night, from the directory, with source and date."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from requests_app.sections.states import name_of
from treaties import current
from treaties.law import Authority, Law
from treaties.spec import Confidence, Verified

CONTACT = "contact_24_7"
CONFIDENCE = {
    Confidence.HIGH: gettext_lazy("high"),
    Confidence.MEDIUM_HIGH: gettext_lazy("medium to high"),
    Confidence.MEDIUM: gettext_lazy("medium"),
    Confidence.LOW_MEDIUM: gettext_lazy("low to medium"),
    Confidence.LOW: gettext_lazy("low"),
}
VERIFIED = {
    Verified.TEXT: gettext_lazy("read in the source"),
    Verified.MEMORY: gettext_lazy("not read in a source"),
    Verified.PRACTICE: gettext_lazy("practice"),
}


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
    """Each State once or more, in the order of the names."""
    law = current.law()
    states = [state for state in law.states.values() if state.kind != "organisation"]
    named = sorted((name_of(state), state.code) for state in states)
    return [contact for name, code in named for contact in _of(code, name, _listed(law, code))]


def contacts_of(code: str) -> list[Contact247]:
    law = current.law()
    state = law.states.get(code)
    return _of(code, name_of(state) if state else code, _listed(law, code))


def _listed(law: Law, code: str) -> list[Authority]:
    return [office for office in law.authorities_of.get(code, ()) if office.function == CONTACT]


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
            confidence=str(CONFIDENCE[row.confidence]),
            verified=str(VERIFIED[row.verified]),
            reviewed=row.since,
            key=row.code,
        )
        for row in rows
    ]

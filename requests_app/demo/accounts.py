"""The accounts of the demonstration: one for each role, two where one proposes and another confirms.

Their passwords are published, so a production run refuses them.
"""

from dataclasses import dataclass

from requests_app.models import Officer, Unit, UnitProfile

Role = Officer.Role


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the demonstration."""

    username: str
    first_name: str
    last_name: str
    role: Officer.Role
    unit: str = ""

    @property
    def password(self) -> str:
        return f"{self.username}-on-the-harbour"


UNITS = {
    "cyber": "International cooperation: computer crime",
    "economic": "International cooperation: economic crime",
}
# What letters of the demonstration say of their unit: fictional, on an address that belongs to nobody.
PROFILE = {
    "address": "Fictional Street 1, 0001 Oslo",
    "email": "central.authority@example.org",
    "phone": "+47 00 00 00 00",
    "hours": "24 hours",
    "zone": "Europe/Oslo",
    "legal_power": "The law on mutual assistance of the requesting State, section 1 (fictional)",
    "signatory_name": "K. Specimen",
    "signatory_function": "Head of duty",
    "place": "Oslo",
}
ACCOUNTS = (
    Account("drafter", "Ingrid", "Eksempel", Role.DRAFTER, "cyber"),
    Account("drafter2", "Tomas", "Eksempel", Role.DRAFTER, "economic"),
    Account("supervisor", "Astrid", "Eksempel", Role.SUPERVISOR, "cyber"),
    Account("administrator", "Jonas", "Eksempel", Role.ADMINISTRATOR),
    Account("administrator2", "Sigrid", "Eksempel", Role.ADMINISTRATOR),
    Account("auditor", "Liv", "Eksempel", Role.AUDITOR),
)


def load() -> dict[str, Officer]:
    """Return the officers by user name. An account that exists already keeps its password."""
    units = {
        code: Unit.objects.get_or_create(code=code, defaults={"name": name})[0]
        for code, name in UNITS.items()
    }
    for unit in units.values():
        UnitProfile.objects.get_or_create(unit=unit, defaults=PROFILE | {"office": unit.name})
    return {account.username: _officer(account, units) for account in ACCOUNTS}


def _officer(account: Account, units: dict[str, Unit]) -> Officer:
    known = Officer.objects.filter(username=account.username).first()
    if known is not None:
        return known
    return Officer.objects.create_user(
        account.username,
        password=account.password,
        first_name=account.first_name,
        last_name=account.last_name,
        role=account.role,
        unit=units.get(account.unit),
        is_demo=True,
    )

"""What the profile of a unit says in every letter, by the column of the request that it fills."""

from collections.abc import Mapping
from typing import Final

from requests_app.models import Case, Officer, UnitProfile

# Columns of a request, with the attribute of the profile that each is filled with.
_OFFICE: Final = ("office", "address", "email", "phone", "hours", "zone")
COLUMNS: Final[Mapping[str, str]] = {
    **{f"requesting_{name}": name for name in _OFFICE},
    "legal_power": "legal_power",
    "language": "language",
    "reply_office": "office",
    "reply_email": "email",
    "reply_phone": "phone",
    "reply_hours": "hours",
    "reply_zone": "zone",
    "confirmation_office": "office",
    "confirmation_email": "email",
    "confirmation_phone": "phone",
    "confirmation_zone": "zone",
    "signatory_name": "signatory_name",
    "signatory_function": "signatory_function",
    "signature_place": "place",
}


def values_of(case: Case) -> dict[str, str]:
    """Return what the unit of a case says of itself, by column; {} where its profile was never written."""
    profile = UnitProfile.objects.filter(unit=case.unit_id).first()
    if profile is None:
        return {}
    said = {column: getattr(profile, name) for column, name in COLUMNS.items()}
    return {column: value for column, value in said.items() if value}


def values_for(officer: Officer, case: Case) -> dict[str, str]:
    """Return the same with the officer as the person who answers questions."""
    said = values_of(case)
    if not said:
        return {}
    own = {"reply_name": officer.get_full_name(), "reply_email": officer.email}
    return said | {column: value for column, value in own.items() if value}

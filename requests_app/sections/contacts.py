"""The eight fields of an office that can be reached, which four parts of a request have."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from requests_app.sections.zones import ZoneField

PARTICULARS = ("office", "name", "function", "address", "email", "phone", "hours", "zone")


def contact_names(prefix: str) -> tuple[str, ...]:
    return tuple(f"{prefix}_{particular}" for particular in PARTICULARS)


def email_of(value: str) -> str:
    """Return the value when each of its addresses is well formed; commas or semicolons divide them."""
    for address in value.replace(";", ",").split(","):
        if address.strip():
            try:
                validate_email(address.strip())
            except ValidationError:
                raise ValidationError(
                    _("“%(address)s” is not an e-mail address. Write it like name@example.org."),
                    code="invalid",
                    params={"address": address.strip()},
                ) from None
    return value


class ContactFields:
    """Checks e-mail addresses and offers time zones in a form with a contact."""

    contacts: tuple[str, ...] = ()
    fields: dict[str, Any]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for prefix in self.contacts:
            self.fields[f"{prefix}_email"].validators.append(email_of)
            self.fields[f"{prefix}_email"].widget.attrs |= {"inputmode": "email", "autocomplete": "off"}
            self.fields[f"{prefix}_address"].widget.attrs["rows"] = 3
            name = f"{prefix}_zone"
            self.fields[name] = ZoneField(label=self.fields[name].label)

"""What a unit says of itself in every letter, so that nobody has to type it each time."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from requests_app.models.answers import line_field, text_field
from requests_app.models.officer import Officer, Unit


class UnitProfile(models.Model):
    """What a unit says in every request, such as its contacts; new requests start with it."""

    unit = models.OneToOneField(Unit, models.CASCADE, related_name="profile")
    office = line_field(_("Office"))
    address = text_field(_("Postal address"))
    email = line_field(_("E-mail"))
    phone = line_field(_("Telephone"))
    hours = line_field(_("Office hours"))
    zone = line_field(_("Time zone"))
    legal_power = text_field(_("Legal power to make requests"))
    signatory_name = line_field(_("Signed by"))
    signatory_function = line_field(_("Function"))
    place = line_field(_("Place"))
    language = models.CharField(_("Language of letters"), max_length=35, default="en")
    # Well within the sixty days of art 29(7), so that an approval and a translation still fit.
    full_request_days = models.PositiveSmallIntegerField(
        _("Days until the full request is due"),
        default=14,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
    )

    def __str__(self) -> str:
        return f"profile of {self.unit}"

    @classmethod
    def of(cls, officer: Officer) -> "UnitProfile":
        """Return the profile, unsaved where nobody has filled it in: the letter then gives at least
        the unit's name.
        """
        found = cls.objects.filter(unit=officer.unit_id).first()
        return found or cls(unit=officer.unit, office=officer.unit.name if officer.unit else "")

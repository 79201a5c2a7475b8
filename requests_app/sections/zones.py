"""Time zones that an officer may choose: UTC, fixed offsets as logs print them, and places."""

import functools
import zoneinfo
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from requests_app.formats.times import zone
from requests_app.sections.long_select import Groups, LongSelect

AREAS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
WEST = [f"-{hour:02}:00" for hour in range(12, 0, -1)]
EAST = [f"+{hour:02}:00" for hour in range(15)]
BETWEEN = [
    "-09:30",
    "-03:30",
    "+03:30",
    "+04:30",
    "+05:30",
    "+05:45",
    "+06:30",
    "+08:45",
    "+09:30",
    "+10:30",
    "+12:45",
]


@functools.cache
def zone_groups() -> Groups:
    places = sorted(name for name in zoneinfo.available_timezones() if name.partition("/")[0] in AREAS)
    offsets = sorted([*WEST, *EAST, *BETWEEN], key=_minutes)
    return (
        ("", (("UTC", "UTC"),)),
        (_("Offset from UTC"), tuple((offset, f"UTC{offset}") for offset in offsets)),
        (_("Place"), tuple((name, name.replace("_", " ")) for name in places)),
    )


def _minutes(offset: str) -> int:
    hours, minutes = offset[1:].split(":")
    return (int(hours) * 60 + int(minutes)) * (-1 if offset[0] == "-" else 1)


def refuse_unknown_zone(name: str) -> None:
    if zone(name) is None:
        raise ValidationError(
            _("“%(zone)s” is not a time zone. Choose one from the list."),
            code="invalid",
            params={"zone": name},
        )


class ZoneField(forms.CharField):
    """A field for a time zone. It takes every name that a log or an imported request may use, and
    offers those in use today.
    """

    def __init__(self, **options: Any) -> None:
        widget = LongSelect(zone_groups(), empty=_("Choose"))
        super().__init__(
            max_length=60, required=False, widget=widget, validators=[refuse_unknown_zone], **options
        )

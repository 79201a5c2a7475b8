"""Local times of a log, and the moment in UTC that each one names."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from enum import Enum
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

# How a particular holds a day and a time of the clock; its zone is a particular of its own.
CLOCK_TIME: Final = "%Y-%m-%d %H:%M"

_OFFSET: Final = re.compile(r"(?:UTC|GMT)?\s?([+−-])(\d{1,2})(?::?(\d{2}))?", re.IGNORECASE)
_NAME: Final = re.compile(r"[A-Za-z0-9_+\-]+(/[A-Za-z0-9_+\-]+){0,2}")
# UTC+14 is kept in Kiribati, UTC-12 at sea.
_FURTHEST: Final = timedelta(hours=14)


class Trouble(Enum):
    """Why a local time does not name one moment."""

    NO_SUCH_ZONE = "no such zone"
    SKIPPED = "skipped"
    TWICE = "twice"
    OUT_OF_RANGE = "out of range"


@lru_cache(maxsize=1024)
def zone(name: str) -> tzinfo | None:
    """Return the zone of an IANA name, "UTC", "Z" or an offset such as "+02:00"; None for anything else."""
    text = name.strip()
    if text.upper() in {"UTC", "GMT", "Z"}:
        return UTC
    if match := _OFFSET.fullmatch(text):
        return _fixed(*match.groups(default="0"))
    if not _NAME.fullmatch(text):
        return None
    try:
        return ZoneInfo(text)
    except (KeyError, ValueError, OSError):
        # OSError: a name of a directory of the zone database, such as "Europe".
        return None


def _fixed(sign: str, hours: str, minutes: str) -> tzinfo | None:
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    if offset > _FURTHEST or int(minutes) > 59:
        return None
    return timezone(offset if sign == "+" else -offset)


@lru_cache(maxsize=4096)
def trouble(local: datetime, name: str) -> Trouble | None:
    """Return why the local time does not name one moment; a time that the clock showed twice names
    two. None means that it does.
    """
    found = zone(name)
    if found is None:
        return Trouble.NO_SUCH_ZONE
    try:
        first, second = (local.replace(tzinfo=found, fold=fold) for fold in (0, 1))
        if first.utcoffset() == second.utcoffset():
            first.astimezone(UTC)
            return None
        returned = first.astimezone(UTC).astimezone(found).replace(tzinfo=None)
    except (OverflowError, ValueError):
        return Trouble.OUT_OF_RANGE
    return Trouble.TWICE if returned == local else Trouble.SKIPPED


def utc(local: datetime, name: str) -> datetime | None:
    """Return the moment in UTC, the earlier of two where the clock showed it twice; None when it
    names none.
    """
    problem = trouble(local, name)
    if problem not in (None, Trouble.TWICE):
        return None
    return local.replace(tzinfo=zone(name)).astimezone(UTC)

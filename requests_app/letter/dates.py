"""Dates and times of a letter: no figure that can be read two ways, every logged time in UTC."""

from datetime import UTC, date, datetime, tzinfo

from requests_app.letter.phrases import Phrases


def day(value: date, phrases: Phrases) -> str:
    """10 June 2026, in one piece: 07/03 would mean two days."""
    return f"{value.day}\u00a0{phrases.months[value.month - 1]}\u00a0{value.year}"


def when(start: date | None, end: date | None, phrases: Phrases) -> str:
    """The day of an event, or its days; "" when nobody knows."""
    if start and not end:
        return day(start, phrases)
    return span(start, end, phrases)


def span(start: date | None, end: date | None, phrases: Phrases) -> str:
    """A period, open at the side that is not known; "" when neither is."""
    if start and end and start != end:
        return phrases.label("period.both").format(start=day(start, phrases), end=day(end, phrases))
    if start and end:
        return phrases.label("period.on").format(day=day(start, phrases))
    if start:
        return phrases.label("period.start").format(day=day(start, phrases))
    return phrases.label("period.end").format(day=day(end, phrases)) if end else ""


def utc(logged: datetime, zone: tzinfo, *, late: bool = False) -> datetime:
    """When the clocks were put back a time occurs twice: `late` takes the second one.

    A period begins with the earlier reading and ends with the later, so that it covers both.
    """
    aware = logged.replace(tzinfo=zone, fold=1 if late else 0)
    try:
        return aware.astimezone(UTC)
    except OverflowError:  # the first and the last day of the calendar have no neighbour
        return logged.replace(tzinfo=UTC)


def stamp(moment: datetime) -> str:
    """2026-06-10 08:15:00, with the fraction of a second only where the log had one."""
    timespec = "microseconds" if moment.microsecond else "seconds"
    return moment.replace(tzinfo=None).isoformat(sep="\u00a0", timespec=timespec)

"""Dates and times of a letter. No date can be read two ways, and every logged time is in UTC."""

from datetime import UTC, date, datetime, tzinfo

from requests_app.letter.phrases import Phrases


def day(value: date, phrases: Phrases) -> str:
    """Return a date with its month in words and without line breaks, "10 June 2026": 07/03 would mean
    two days.
    """
    return f"{value.day}\u00a0{phrases.months[value.month - 1]}\u00a0{value.year}"


def when(start: date | None, end: date | None, phrases: Phrases) -> str:
    """Return the day or the days of an event; "" means that neither is known."""
    if start and not end:
        return day(start, phrases)
    return span(start, end, phrases)


def span(start: date | None, end: date | None, phrases: Phrases) -> str:
    """Return a period, which may be open on one side; "" means that neither side is known."""
    if start and end and start != end:
        return phrases.label("period.both").format(start=day(start, phrases), end=day(end, phrases))
    if start and end:
        return phrases.label("period.on").format(day=day(start, phrases))
    if start:
        return phrases.label("period.start").format(day=day(start, phrases))
    return phrases.label("period.end").format(day=day(end, phrases)) if end else ""


def utc(logged: datetime, zone: tzinfo, *, late: bool = False) -> datetime:
    """Return a local time in UTC; `late` chooses the second of two equal times when clocks are put
    back.

    A period begins with the earlier and ends with the later one, so that it covers both.
    """
    aware = logged.replace(tzinfo=zone, fold=1 if late else 0)
    try:
        return aware.astimezone(UTC)
    except OverflowError:  # the first and the last day of the calendar have no neighbour
        return logged.replace(tzinfo=UTC)


def stamp(moment: datetime) -> str:
    """Return a time as "2026-06-10 08:15:00", with fractions of a second only where the log had them."""
    timespec = "microseconds" if moment.microsecond else "seconds"
    return moment.replace(tzinfo=None).isoformat(sep="\u00a0", timespec=timespec)

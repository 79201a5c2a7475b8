"""The particulars of a measure; times are printed with their zone and in UTC."""

import re
from datetime import date, datetime

from requests_app.content.fields import draft_field_of
from requests_app.content.snapshot import Measure
from requests_app.formats import times
from requests_app.letter import dates
from requests_app.letter.composition import Composition, literal
from requests_app.letter.letter import Detail, Source

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = "%Y-%m-%d %H:%M"
# Three particulars that are one statement: from when, until when, by the clock of which place.
_WINDOW = ("starts", "ends", "zone")


def details(c: Composition, measure: Measure) -> list[Detail]:
    """Return the particulars in the order of the phrases file, so that equal requests give equal
    letters.
    """
    said = {name: text.strip() for name, text in measure.particulars.items() if text.strip()}
    names = {_window_of(name) or name for name in said}
    shown = sorted(names, key=lambda name: (c.phrases.rank(f"particulars.{name}"), name))
    return [_detail(c, measure, name, _text(c, name, said)) for name in shown]


def _detail(c: Composition, measure: Measure, name: str, text: str) -> Detail:
    words = name.replace("_", " ").replace("-", ", ").capitalize()
    field = f"{draft_field_of(name)}-starts" if name.endswith("-window") else name
    return Detail(
        c.label(f"particulars.{name}", words), literal(text), Source("measures", field, measure.id)
    )


def _window_of(name: str) -> str:
    field, _, particular = name.partition("-")
    return f"{field}-window" if particular in _WINDOW else ""


def _text(c: Composition, name: str, said: dict[str, str]) -> str:
    if name.endswith("-window"):
        field = draft_field_of(name)
        return _window(c, *(said.get(f"{field}-{part}", "") for part in _WINDOW))
    text = said[name]
    if text in ("yes", "no"):
        return c.label(f"particulars.{text}")
    return c.day(day) if (day := _day(text)) else text


def _window(c: Composition, starts: str, ends: str, zone: str) -> str:
    """Return a window of time; what cannot be read as a time is printed as it was typed."""
    first, last, clock = _moment(starts), _moment(ends), times.zone(zone) if zone else None
    local = _between(c, _clock(c, first, starts), _clock(c, last, ends))
    if clock is None:
        return ", ".join(filter(None, (local, zone)))
    begin = _clock(c, dates.utc(first, clock)) if first else ""
    end = _clock(c, dates.utc(last, clock, late=True)) if last else ""
    return c.label("particulars.window").format(local=local, zone=zone, utc=_between(c, begin, end))


def _between(c: Composition, start: str, end: str) -> str:
    if start and end:
        return c.label("period.both").format(start=start, end=end)
    if start:
        return c.label("period.start").format(day=start)
    return c.label("period.end").format(day=end) if end else ""


def _clock(c: Composition, moment: datetime | None, typed: str = "") -> str:
    return f"{c.day(moment.date())}, {moment:%H:%M}" if moment else typed


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _TIME)  # noqa: DTZ007 - its zone is a particular of its own
    except ValueError:
        return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None

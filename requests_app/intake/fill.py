"""Put what was found into a row: an identifier, one or two times, a port."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from requests_app.formats import times
from requests_app.formats.judgement import Judgement, Sure
from requests_app.formats.logged_times import Asks, LoggedTime
from requests_app.formats.numbers import NEEDS_COUNTRY
from requests_app.intake.row import Row

_LAST_SECOND: Final = timedelta(days=1, seconds=-1)
_LONGEST: Final = 500


def identifier(row: Row, judged: Judgement) -> None:
    row.type, row.identifier = judged.kind, judged.value[:_LONGEST]
    row.port = judged.port if judged.port is not None else row.port
    row.read_as.append(judged.form)
    row.notes.extend(judged.notes)
    row.less_sure(judged.sure)
    if judged.wrong:
        row.problems.append(judged.wrong)
    if judged.wrong == NEEDS_COUNTRY:
        row.asks.add("country")
    if judged.sure is Sure.DOUBTFUL:
        row.doubts.extend(judged.notes or (f"It may be something else than: {judged.form}.",))


def times_of(row: Row, stamps: Sequence[LoggedTime]) -> None:
    """Put the times into the row: one is a moment, two are a period, more are left to the officer."""
    if len(stamps) > 2:
        row.doubts.append("The line shows more than two times; the first one was taken.")
        stamps = stamps[:1]
    row.has_time = bool(stamps)
    row.whole_day = any(stamp.whole_day for stamp in stamps)
    for stamp in stamps:
        _tell(row, stamp)
    known = [stamp for stamp in stamps if stamp.local is not None]
    if len(known) < len(stamps) or not known:
        return
    first, last = known[0], known[-1]
    row.zone = first.zone or last.zone
    row.start = _text(first.local)
    row.end = _text(_in_zone_of(row, last))
    if first is last and first.whole_day:
        row.end = _text(first.local + _LAST_SECOND) if first.local else ""
    if row.zone and not first.zone:
        row.notes.append("The zone of the second time was taken for both.")
    if row.zone or row.whole_day:
        row.asks.discard("zone")


def _tell(row: Row, stamp: LoggedTime) -> None:
    row.read_as.append(stamp.form)
    row.less_sure(stamp.sure)
    row.asks |= {
        f"zone:{stamp.written}" if stamp.written and ask is Asks.ZONE else str(ask) for ask in stamp.asks
    }
    row.notes.extend(stamp.notes)
    if stamp.sure is Sure.DOUBTFUL:
        row.doubts.extend(stamp.notes)
    if stamp.wrong:
        row.problems.append(stamp.wrong)


def _in_zone_of(row: Row, stamp: LoggedTime) -> datetime | None:
    """Return the second time converted into the zone of the row, which has only one zone."""
    local = stamp.local
    if local is None or not stamp.zone or stamp.zone == row.zone:
        return local + _LAST_SECOND if local and stamp.whole_day and row.start != _text(local) else local
    moment, zone = times.utc(local, stamp.zone), times.zone(row.zone)
    if moment is None or zone is None:
        return local
    row.notes.append(f"The second time was written in {stamp.zone}; it is told in {row.zone}.")
    return moment.astimezone(zone).replace(tzinfo=None)


def _text(local: datetime | None) -> str:
    return local.isoformat(sep=" ", timespec="seconds") if local else ""


def ports(row: Row, first: int, last: int) -> None:
    """Put a range of ports into the row as a range: nothing says which of them was used."""
    row.port, row.ports = None, (first, last)
    row.doubts.append(
        f"Ports {first} to {last} stand in the line. The schedule keeps one port, and none was taken: name "
        "the range in the facts, or give the port that was used."
    )


def port(row: Row, text: str) -> None:
    """What a log or a column calls a port."""
    if not (text.isascii() and text.isdigit() and len(text) < 7 and 1 <= int(text) <= 65535):
        row.problems.append(f"“{text[:20]}” is no port: ports run from 1 to 65535.")
    elif row.port not in (None, int(text)):
        row.doubts.append(f"The address names port {row.port}, the column of ports {text}.")
    else:
        row.port = int(text)

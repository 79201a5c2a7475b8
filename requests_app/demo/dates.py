"""Keep the examples current: what lies ahead of the letter stays ahead of today."""

from datetime import date, timedelta

from msgspec.structs import replace

from requests_app.content.snapshot import Snapshot


def moved(snapshot: Snapshot, by: timedelta) -> Snapshot:
    """Return the request with the date of the letter, its deadlines and the preservation moved; facts
    keep their days.
    """
    preservation, urgency, signature = snapshot.preservation, snapshot.urgency, snapshot.signature
    return replace(
        snapshot,
        preservation=replace(
            preservation,
            follow_up_on=_later(preservation.follow_up_on, by),
            made_on=_later(preservation.made_on, by),
            expires_on=_later(preservation.expires_on, by),
        ),
        urgency=replace(urgency, deadline=_later(urgency.deadline, by)),
        signature=replace(signature, date=_later(signature.date, by)),
        measures=tuple(
            replace(measure, start=_later(measure.start, by), end=_later(measure.end, by))
            for measure in snapshot.measures
        ),
        proceedings=replace(snapshot.proceedings, next_date=_later(snapshot.proceedings.next_date, by)),
    )


def _later(day: date | None, by: timedelta) -> date | None:
    return day + by if day else None

"""The days by which something has to happen, gathered in one place for cells, sorting and filters.

A new kind of deadline that is a column of the request is one entry of `SOURCES`. The preservation
clock is more than a column: it follows from what was confirmed for this request or the one it goes
back to.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, DateField, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Least
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from requests_app.models import Confirmation, MLARequest
from requests_app.models.request import MLARequestQuerySet
from requests_app.preservation.deadline_clock import Clock

State = MLARequest.State
UNSENT = (State.DRAFT, State.IN_REVIEW, State.APPROVED, State.SIGNED)
LEFT = (State.SENT, State.ACKNOWLEDGED, State.INFORMATION_SOUGHT)
SOON, SOONER = timedelta(days=3), timedelta(days=14)
PRESERVED = gettext_lazy("preservation ends")


@dataclass(frozen=True, slots=True)
class Source:
    """A day in a column, which counts until the request has been sent.

    `ahead` means that a day in the past leaves nothing to do.
    """

    label: Promise
    column: str
    ahead: bool = False


SOURCES = (
    Source(gettext_lazy("wanted by"), "deadline"),
    Source(gettext_lazy("to be sent"), "due_on"),
    Source(gettext_lazy("hearing"), "next_date", ahead=True),
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day with its name, and how it is shown."""

    day: date
    label: str

    def text(self, today: date) -> str:
        return days_text(self.day, today)

    def tone(self, today: date) -> str:
        return tone_of(self.day, today)


def nearest(mla: MLARequest, clock: Clock | None, today: date) -> Deadline | None:
    return min(_days(mla, clock, today), key=lambda deadline: deadline.day, default=None)


def _days(mla: MLARequest, clock: Clock | None, today: date) -> Iterable[Deadline]:
    """Return the days of a request; one that was sent keeps only the end of its own preservation."""
    if mla.state not in UNSENT:
        own = clock is not None and clock.preservation.pk == mla.pk
        return _preserved(clock.ends_on if own and clock and clock.is_running else None)
    ends_on = (clock.ends_on if clock.is_running else None) if clock else mla.preservation_expires_on
    days = [
        Deadline(day, str(source.label))
        for source in SOURCES
        if (day := getattr(mla, source.column)) and not (source.ahead and day < today)
    ]
    return [*days, *_preserved(ends_on)]


def _preserved(day: date | None) -> list[Deadline]:
    return [Deadline(day, str(PRESERVED))] if day else []


def with_next_day(found: MLARequestQuerySet, today: date) -> MLARequestQuerySet:
    """Annotate with `next_day`, which is None where nothing is due, for sorting and for windows.

    The clock of a preservation counts here by the furthest day that was confirmed; whether something
    else keeps the data by then is decided for each row. PostgreSQL's LEAST ignores NULL.
    """
    days = [Case(When(_presses(source, today), then=F(source.column))) for source in SOURCES]
    nothing = Value(None, output_field=DateField())
    return found.annotate(next_day=Least(*days, _preserved_until(), nothing, output_field=DateField()))


def _presses(source: Source, today: date) -> Q:
    unsent = Q(state__in=UNSENT)
    return unsent & Q(**{f"{source.column}__gte": today}) if source.ahead else unsent


def _preserved_until() -> Case:
    """Nobody looks for it on a request that is over."""
    furthest = Confirmation.objects.order_by(F("ends_on").desc(nulls_last=True)).values("ends_on")
    own = Subquery(furthest.filter(request=OuterRef("pk"))[:1])
    of_parent = Subquery(furthest.filter(request=OuterRef("parent"))[:1])
    return Case(
        When(state__in=UNSENT, then=Coalesce(own, of_parent, F("preservation_expires_on"))),
        When(state__in=LEFT, then=own),
        output_field=DateField(),
    )


def pressing() -> Q:
    """Return requests on which any day may count; rows come twice, one for each confirmation."""
    wanted = Q(preservation_expires_on__isnull=False) | Q(parent__confirmations__isnull=False)
    for source in SOURCES:
        wanted |= Q(**{f"{source.column}__isnull": False})
    return (wanted & Q(state__in=UNSENT)) | Q(confirmations__isnull=False, state__in=(*UNSENT, *LEFT))


# Windows of the filter: name -> words, and the rows within it.
Window = Callable[[date], Q]
WINDOWS: dict[str, tuple[Promise, Window]] = {
    "overdue": (gettext_lazy("Overdue"), lambda today: Q(next_day__lt=today)),
    "3": (gettext_lazy("Within 3 days"), lambda today: Q(next_day__lte=today + SOON)),
    "14": (gettext_lazy("Within 14 days"), lambda today: Q(next_day__lte=today + SOONER)),
    "60": (gettext_lazy("Within 60 days"), lambda today: Q(next_day__lte=today + timedelta(days=60))),
    "none": (gettext_lazy("No deadline"), lambda today: Q(next_day=None)),
}


def within(found: MLARequestQuerySet, window: str) -> MLARequestQuerySet:
    """Return rows annotated by `with_next_day` whose day lies in the window."""
    return found.filter(WINDOWS[window][1](timezone.localdate()))


def days_text(day: date, today: date) -> str:
    left = (day - today).days
    if left < 0:
        return ngettext("%(n)s day ago", "%(n)s days ago", -left) % {"n": -left}
    return ngettext("%(n)s day", "%(n)s days", left) % {"n": left} if left else _("Today")


def tone_of(day: date, today: date) -> str:
    if day - today <= SOON:
        return "bad"
    return "warn" if day - today <= SOONER else ""


def cell(mla: MLARequest, clock: Clock | None, today: date) -> dict[str, Any]:
    """Return the day as tables show it."""
    found = nearest(mla, clock, today)
    if found is None:
        return {"deadline": None, "deadline_text": "", "deadline_note": "", "deadline_tone": ""}
    return {
        "deadline": found.day,
        "deadline_text": found.text(today),
        "deadline_note": found.label,
        "deadline_tone": found.tone(today),
    }


def choices() -> Iterable[tuple[str, Promise]]:
    return ((name, words) for name, (words, _window) in WINDOWS.items())

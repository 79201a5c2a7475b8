"""How long this authority takes from the first word to the dispatch, measured from its own history.

They are medians of whole requests, never of one officer. Translation is not recorded as an act: it
shows in how much longer translated requests take, so equals are compared where there are enough of
them.
"""

from dataclasses import dataclass
from datetime import datetime
from math import ceil
from statistics import median
from typing import Any

from django.db.models import Exists, F, Max, Min, OuterRef, Q

from requests_app.audit import Verb
from requests_app.models import AuditEvent, Measure, MLARequest
from requests_app.preservation.deadline_clock import KINDS

State = MLARequest.State
FULL = ("new", "follow_up", "supplementary")
BEGUN = (Verb.STARTED, Verb.IMPORTED, Verb.CONTINUED)
# With fewer, one slow request would be the median.
FEWEST = 5
LATEST = 200
# What is still ahead of a request in each state.
AHEAD = {
    State.DRAFT: ("drafting", "review", "dispatch"),
    State.IN_REVIEW: ("review", "dispatch"),
    State.APPROVED: ("dispatch",),
    State.SIGNED: ("dispatch",),
}


@dataclass(frozen=True, slots=True)
class Pace:
    """Median days of each stage, and of how many requests; no figures when these are too few.

    `translated` says whether they were translated; None means that some were.
    """

    days: dict[str, float]
    requests: int
    translated: bool | None = None

    @property
    def can_tell(self) -> bool:
        return self.requests >= FEWEST

    def still(self, state: str) -> int:
        """Return the whole days that a request in this state still takes; one that nobody has begun
        is a draft.
        """
        return ceil(sum(self.days[stage] for stage in AHEAD.get(State(state), ())))


def measured(like: MLARequest) -> Pace:
    """Return the pace of requests translated, or not, as this one is; of all where those are too few."""
    translated = is_translated(like)
    found = _measured(_TRANSLATED if translated else ~_TRANSLATED, translated)
    return found if found.can_tell else _measured(Q(), None)


def is_translated(mla: MLARequest) -> bool:
    in_two = bool(mla.working_language) and mla.language not in ("", mla.working_language)
    return in_two or mla.translation in (MLARequest.Translation.ATTACHED, MLARequest.Translation.TO_FOLLOW)


# The same of many.
_TRANSLATED = Q(translation__in=[MLARequest.Translation.ATTACHED, MLARequest.Translation.TO_FOLLOW]) | (
    ~Q(working_language="") & ~Q(language="") & ~Q(language=F("working_language"))
)


def _measured(which: Q, translated: bool | None) -> Pace:
    """Return the first and last times of each of the latest requests that were sent, in one query."""
    rows = [_stages(row) for row in _sent(which)]
    whole = [row for row in rows if all(days is not None and days >= 0 for days in row.values())]
    if len(whole) < FEWEST:
        return Pace({}, len(whole), translated)
    days = {stage: median(row[stage] for row in whole) for stage in whole[0]}
    return Pace(days, len(whole), translated)


def _sent(which: Q) -> Any:
    """Return the requests that were sent, without preservations: those letters are short and would
    promise too much.
    """
    full = MLARequest.objects.filter(which, request_status__in=FULL, is_emergency=False).order_by()
    more = Measure.objects.filter(request=OuterRef("pk")).exclude(kind__in=KINDS)
    full = full.filter(Exists(more.order_by()))
    acts = AuditEvent.objects.order_by().filter(reference__in=full.values("reference"))
    return (
        acts.values("reference")
        .annotate(
            begun=Min("at", filter=Q(verb__in=BEGUN)),
            submitted=Min("at", filter=Q(verb=Verb.SUBMITTED)),
            approved=Max("at", filter=Q(verb=Verb.APPROVED)),
            sent=Max("at", filter=Q(verb=Verb.SENT)),
        )
        .filter(sent__isnull=False, approved__isnull=False)
        .order_by("-sent")[:LATEST]
    )


def _stages(row: dict[str, Any]) -> dict[str, Any]:
    """Return the days of each stage. From the first submission on it is review, returns included."""
    return {
        "drafting": _days(row["begun"], row["submitted"]),
        "review": _days(row["submitted"], row["approved"]),
        "dispatch": _days(row["approved"], row["sent"]),
    }


def _days(start: datetime | None, end: datetime | None) -> float | None:
    return (end - start).total_seconds() / 86400 if start and end else None

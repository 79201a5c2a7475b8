"""The preservation clock: until when data are sure to be kept, and what keeps them after that.

A preservation is a request; its clock runs from what the other side confirmed for it or for a later
extension. Once a request for the data themselves has left, the Convention keeps the data until it is
decided (article 29(7)).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from requests_app.models import Confirmation, MLARequest
from treaties import preservation
from treaties.preservation import Terms

State = MLARequest.State
KINDS = frozenset({"preservation", "preservation_extension"})
# Art 29(7) of the Budapest Convention, and those that follow it: kept until the request is decided.
HELD_UNDER = frozenset({"budapest", "uncc-2024", "arab-2010"})
_LEFT = frozenset({State.SENT, State.ACKNOWLEDGED, State.INFORMATION_SOUGHT})
_OVER = frozenset({State.WITHDRAWN, State.REFUSED, State.CLOSED})


@dataclass(frozen=True, slots=True)
class Clock:
    """Until when data are kept. `ends_on` None means that they are, and nobody knows for how long."""

    preservation: MLARequest
    confirmation: Confirmation
    followers: tuple[MLARequest, ...]

    @property
    def ends_on(self) -> date | None:
        return self.confirmation.ends_on

    @property
    def held_by(self) -> MLARequest | None:
        """Return the first full request that has left, where the instrument keeps the data for it;
        else None.
        """
        bases = {basis.instrument for basis in self.preservation.bases.all()}
        if not bases & HELD_UNDER:
            return None
        return next(
            (f for f in self.followers if f.request_status == "follow_up" and f.state in _LEFT), None
        )

    @property
    def is_running(self) -> bool:
        return self.ends_on is not None and self.preservation.state not in _OVER and self.held_by is None

    def open_follower(self, status: str) -> MLARequest | None:
        """Return a full request, or an extension, that is being written; else None."""
        begun = (f for f in self.followers if f.request_status == status)
        return next((f for f in begun if f.state not in _LEFT | _OVER), None)


def is_asked_for(mla: MLARequest) -> bool:
    """Whether the request asks for a preservation, so that one can be confirmed or extended."""
    return any(measure.kind in KINDS for measure in mla.measure_set.all())


def latest(mla: MLARequest) -> Confirmation | None:
    """Return the last confirmation of the preservation that this request made or goes back to."""
    clock = clock_of(mla)
    return clock.confirmation if clock else None


def clock_of(mla: MLARequest) -> Clock | None:
    return clocks([mla]).get(mla.pk)


def clocks(requests: Iterable[MLARequest]) -> dict[int, Clock]:
    """Return by request its own clock, or that of the preservation that it goes back to. Four queries
    for any number of requests.

    What a lead asks of another State has nothing to do with what the first State keeps.
    """
    listed = list(requests)
    parents = {mla.parent_id for mla in listed if mla.parent_id}
    roots = {mla.pk: mla for mla in _with_family({mla.pk for mla in listed} | parents)}
    found = {pk: clock for pk, mla in roots.items() if (clock := _clock(mla))}
    return {mla.pk: clock for mla in listed if (clock := found.get(_root(mla)) or found.get(mla.pk))}


def _root(mla: MLARequest) -> int:
    return mla.parent_id if mla.parent_id and mla.request_status != "new" else mla.pk


def _with_family(pks: Iterable[int]) -> Iterable[MLARequest]:
    family = ("confirmations", "bases", "followed_by__confirmations")
    return MLARequest.objects.filter(pk__in=pks).prefetch_related(*family)


def _clock(mla: MLARequest) -> Clock | None:
    """Return the clock: for each provider the confirmation that reaches furthest counts, of several
    providers the one that ends first.
    """
    followers = tuple(mla.followed_by.all())
    extensions = [f for f in followers if f.request_status == "extension"]
    said = [c for one in (mla, *extensions) for c in one.confirmations.all()]
    if not said:
        return None
    by_provider: dict[str, list[Confirmation]] = defaultdict(list)
    for confirmation in said:
        by_provider[confirmation.provider.strip().casefold()].append(confirmation)
    furthest = [max(rows, key=_reach) for rows in by_provider.values()]
    return Clock(mla, min(furthest, key=_reach), followers)


def _reach(confirmation: Confirmation) -> date:
    """Return the last sure day; an unknown end counts as the day of the confirmation, because it may
    be that soon.
    """
    return confirmation.ends_on or confirmation.confirmed_on


def terms_of(mla: MLARequest, on: date) -> Terms:
    return preservation.terms(mla.requesting, mla.requested, on)


def end_of(mla: MLARequest, confirmed_on: date, stated_until: date | None) -> tuple[date | None, str]:
    """Return the last day that is sure, and the rule behind it: the other side's own words outweigh
    any rule.
    """
    if stated_until:
        return stated_until, ""
    sure = terms_of(mla, confirmed_on).sure
    if sure is None:
        return None, ""
    return confirmed_on + timedelta(days=sure.days), sure.label

"""The preservation clock as the pages of requests and cases show it."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from requests_app import casework
from requests_app.models import MLARequest, Officer
from requests_app.preservation import durations
from requests_app.preservation.deadline_clock import Clock
from requests_app.views.parts import deadlines


def shown(mla: MLARequest, clock: Clock | None, officer: Officer) -> dict[str, Any] | None:
    """Return the clock; None while nothing is confirmed, because it has no start then."""
    if clock is None:
        return None
    today = timezone.localdate()
    preservation = clock.preservation
    return {
        "preservation": preservation.reference,
        "preservation_url": reverse("request", args=[preservation.reference]),
        "is_own": preservation.pk == mla.pk,
        "tone": tone(clock, today),
        "left": left(clock, today),
        "ends_on": clock.ends_on,
        "rule": rule(clock),
        "forecast": forecast(clock, today),
        "held_by": _link(clock.held_by),
        "full": _link(clock.open_follower("follow_up")),
        "extension": _link(clock.open_follower("extension")),
        "confirmations": [_confirmation(c) for c in preservation.confirmations.all()],
        "acts": _acts(clock, officer),
    }


def tone(clock: Clock, today: date) -> str:
    if not clock.is_running or clock.ends_on is None:
        return ""
    return deadlines.tone_of(clock.ends_on, today)


def left(clock: Clock, today: date) -> str:
    if clock.held_by is not None:
        return _("Held by the request that followed")
    if clock.ends_on is None:
        return _("Nobody has said until when")
    return deadlines.days_text(clock.ends_on, today)


def rule(clock: Clock) -> str:
    confirmation = clock.confirmation
    if confirmation.stated_until:
        return _("as the other side says")
    return confirmation.rule


def forecast(clock: Clock, today: date) -> dict[str, str] | None:
    """Return whether the full request can leave in time, by how long this authority's requests took
    so far.
    """
    if not clock.is_running or clock.ends_on is None:
        return None
    full = clock.open_follower("follow_up")
    measured = durations.measured(like=full or clock.preservation)
    if not measured.can_tell:
        text = _(
            "How long a full request takes here cannot be told yet: it needs %(fewest)s sent requests, "
            "and there are %(n)s."
        )
        said = text % {"fewest": durations.FEWEST, "n": measured.requests}
        return {"tone": "accent", "icon": "clock", "title": _("No forecast"), "text": said}
    needed = measured.still(full.state if full else MLARequest.State.DRAFT)
    left = (clock.ends_on - today).days
    text = _("The full request still takes about %(needed)s days here, %(left)s are left (%(measured)s).")
    said = text % {"needed": needed, "left": left, "measured": _measured_on(measured)}
    if needed >= left:
        title = _("The full request will not be ready in time: ask for an extension")
        return {"tone": "bad", "icon": "exclamation-triangle-fill", "title": title, "text": said}
    return {"tone": "accent", "icon": "clock", "title": _("The full request can be in time"), "text": said}


def _measured_on(measured: durations.Pace) -> str:
    if measured.translated is None:
        text = _(
            "medians of %(n)s sent requests; too few are like this one to tell how long translation takes"
        )
    elif measured.translated:
        text = _("medians of %(n)s sent requests that were translated as this one is")
    else:
        text = _("medians of %(n)s sent requests that needed no translation, as this one")
    return text % {"n": measured.requests}


def _link(mla: MLARequest | None) -> dict[str, str] | None:
    if mla is None:
        return None
    return {
        "reference": mla.reference,
        "url": reverse("request", args=[mla.reference]),
        "state_label": str(mla.get_state_display()),
    }


def _confirmation(confirmation: Any) -> dict[str, Any]:
    return {
        "on": confirmation.confirmed_on,
        "reference": confirmation.their_reference,
        "provider": confirmation.provider,
        "preserved": confirmation.preserved,
        "ends_on": confirmation.ends_on,
    }


def _acts(clock: Clock, officer: Officer) -> list[dict[str, Any]]:
    """Return the acts, one click each, with what each way carries by itself."""
    if not clock.is_running:
        return []
    reference = clock.preservation.reference
    open_ways = casework.ways_on(clock.preservation, officer)
    acts = []
    if casework.Way.EXTENSION in open_ways and clock.open_follower("extension") is None:
        acts.append(_act(reference, casework.Way.EXTENSION, _("Ask for an extension"), post=True))
    if casework.Way.FOLLOW_UP in open_ways and clock.open_follower("follow_up") is None:
        acts.append(_act(reference, casework.Way.FOLLOW_UP, _("Start the full request"), post=False))
    return acts


def _act(reference: str, way: casework.Way, label: str, *, post: bool) -> dict[str, Any]:
    name = "continue_at_once" if post else "continue"
    return {
        "label": label,
        "url": reverse(name, args=[reference, way.value]),
        "method": "post" if post else "get",
        "primary": post,
    }

"""The history as pages show it: who did what and when, never the text of a case."""

from collections.abc import Callable, Iterable
from datetime import UTC
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from requests_app import workflow
from requests_app.audit import Verb
from requests_app.models import AuditEvent, MLARequest, Officer
from requests_app.sections import BY_SLUG

WORDS = dict(Verb.choices)
# Names of rows and sections say where; digests and ids say which, and belong to the full history.
TOLD = ("section", "item", "revision", "annex", "route", "role", "open_points", "likely_asked")


def events_of(reference: str, limit: int) -> list[dict[str, Any]]:
    found = AuditEvent.objects.filter(reference=reference).select_related("actor").order_by("-seq")
    return [shown(event) for event in found[:limit]]


def shown(event: AuditEvent) -> dict[str, Any]:
    return {
        "number": event.seq,
        "at": event.at,
        "who": str(event.actor) if event.actor else _("The system"),
        "text": str(WORDS.get(event.verb, event.verb)),
        "detail": detail_of(event),
        "reference": event.reference,
        "digest": event.digest,
        "previous_digest": event.previous,
    }


def detail_of(event: AuditEvent) -> str:
    """Return the detail in words; a code is shown only where it has no name."""
    said = {key: event.detail[key] for key in TOLD if event.detail.get(key) not in (None, "")}
    return ", ".join(str(_SAY[key](value)) for key, value in said.items())


def _section(slug: str) -> str:
    return str(BY_SLUG[slug].title) if slug in BY_SLUG else _("section %(name)s") % {"name": slug}


def _row(key: str) -> str:
    """Return the number that a row was given: "d1" is the first of its list."""
    return _("row %(number)s") % {"number": str(key).lstrip("abcdefghijklmnopqrstuvwxyz")}


_SAY: dict[str, Callable[[Any], str]] = {
    "section": _section,
    "item": _row,
    "revision": lambda number: _("draft %(number)s") % {"number": number},
    "annex": _row,
    "route": lambda code: str(dict(MLARequest.Route.choices).get(code, code)),
    "open_points": lambda number: (
        ngettext("with %(n)d point open", "with %(n)d points open", number) % {"n": number}
    ),
    "likely_asked": lambda number: _("%(n)d likely to be asked back") % {"n": number},
    "role": lambda code: str(dict(Officer.Role.choices).get(code, code)),
}


def told_of_last_move(mla: MLARequest) -> str:
    """Return what to tell an officer who came too late: what was done instead, by whom and when."""
    last = workflow.last_move(mla)
    if last is None:
        return _("Nothing was recorded: this step is not open to you.")
    return _("Nothing was recorded, because the request has moved on: %(act)s, by %(who)s, %(at)s.") % {
        "act": WORDS[last.verb],
        "who": str(last.actor) if last.actor else _("The system"),
        "at": f"{date_format(last.at.astimezone(UTC), 'j F Y, H:i')} UTC",
    }


def with_addresses(events: Iterable[dict[str, Any]], visible: set[str]) -> list[dict[str, Any]]:
    """Return the events with links to those requests that the reader may open."""
    return [
        event
        | {"url": reverse("request", args=[event["reference"]]) if event["reference"] in visible else ""}
        for event in events
    ]

"""What pages of the law need to show: how sure a fact is, who read it, and where a provision stands."""

from datetime import date
from typing import Any, NamedTuple

from django import template
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from treaties import staleness
from treaties.anchors import url_of_citation
from treaties.models import LawFact
from treaties.spec import Confidence, Verified

register = template.Library()


class Sureness(NamedTuple):
    """How sure a fact is, in words and with its class of the style sheet."""

    label: str | Promise
    tone: str


SURENESS: dict[str, Sureness] = {
    Confidence.HIGH: Sureness(_("High confidence"), "ok"),
    Confidence.MEDIUM_HIGH: Sureness(_("Medium to high confidence"), "ok"),
    Confidence.MEDIUM: Sureness(_("Medium confidence"), "warn"),
    Confidence.LOW_MEDIUM: Sureness(_("Low to medium confidence"), "warn"),
    Confidence.LOW: Sureness(_("Low confidence"), "bad"),
}
NOT_STATED = Sureness(_("Confidence not stated"), "warn")

READINGS: dict[str, str | Promise] = {
    Verified.TEXT: _("read in the text"),
    Verified.MEMORY: _("not read in a source: check before relying on it"),
    Verified.PRACTICE: _("from practice"),
}


def _of(fact: Any, name: str) -> str:
    value = fact.get(name) if isinstance(fact, dict) else getattr(fact, name, None)
    return str(value or "")


@register.filter
def sureness(fact: Any) -> Sureness:
    """Return how sure a fact is. A fact that nobody read never looks settled, however sure its author
    was.
    """
    sure = SURENESS.get(_of(fact, "confidence"), NOT_STATED)
    settled = sure.tone == "ok" and _of(fact, "verified") == Verified.MEMORY
    return Sureness(sure.label, "warn") if settled else sure


@register.filter
def reading(fact: Any) -> str | Promise:
    return READINGS.get(_of(fact, "verified"), "")


@register.filter
def origin(fact: Any) -> str:
    """Return the source; "" for memory, because the badge says that already."""
    source = _of(fact, "source")
    return "" if source == Verified.MEMORY else source


@register.filter
def overdue(fact: Any) -> date | None:
    """Return the day on which a fact should have been looked up again; None while that day has not
    passed.
    """
    due = staleness.review_on(fact) if isinstance(fact, LawFact) else None
    return due if due and due < timezone.localdate() else None


@register.filter
def table(fact: Any) -> str:
    """Return the name under which a fact has its own page; "" for what is made of several facts."""
    name = str(fact._meta.model_name) if isinstance(fact, LawFact) else ""
    return name if name in staleness.BY_NAME else ""


@register.simple_tag
def provision_url(instrument: str, provision: str = "") -> str:
    return url_of_citation(instrument, provision)

"""Participations in words: what a State is under an instrument on a day, and the acts that made it so."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from treaties.models import Participation
from treaties.views.lines import Tag, Words
from treaties.views.marks import written

ACTIONS: dict[str, Words] = {
    "ratification": gettext_lazy("Ratified"),
    "accession": gettext_lazy("Acceded"),
    "acceptance": gettext_lazy("Accepted"),
    "approval": gettext_lazy("Approved"),
    "succession": gettext_lazy("Succeeded"),
    "formal_confirmation": gettext_lazy("Formally confirmed"),
    "agreement": gettext_lazy("Agreed"),
    "resumption": gettext_lazy("Resumed"),
    "reported_party": gettext_lazy("Reported as party"),
}

PARTY = Tag(gettext_lazy("Party"), "ok")
DATE_NOT_KNOWN = Tag(gettext_lazy("Party, date not known"), "ok")
NOT_YET = Tag(gettext_lazy("Not yet in force"), "warn")
SUSPENDED = Tag(gettext_lazy("Suspended"), "bad")
LEFT = Tag(gettext_lazy("Withdrawn"), "bad")
SIGNED = Tag(gettext_lazy("Signed only"), "warn")
REPORTED_NOT = Tag(gettext_lazy("Reported as not party"), "outline")
NOT_KNOWN = Tag(gettext_lazy("Not known"), "outline")


def standing(row: Participation, on: date) -> Tag:
    """Return in words what the State is under the instrument on the day."""
    if row.bound and row.in_force_until and row.in_force_until < on:
        return LEFT
    if row.bound and row.suspended_from and row.suspended_from <= on:
        return SUSPENDED
    if row.bound and row.in_force_from and row.in_force_from > on:
        return NOT_YET
    if row.bound:
        return PARTY if row.in_force_from else DATE_NOT_KNOWN
    if row.reported_not_party:
        return REPORTED_NOT
    return SIGNED if row.is_signatory else NOT_KNOWN


def acts(row: Participation) -> list[str]:
    """Return the dates of a participation in words, oldest first."""
    return [
        words
        for words in (act(row) for act in (_signed, _consented, _in_force, _suspended, _left, _reserved))
        if words
    ]


def _signed(row: Participation) -> str:
    if not row.is_signatory:
        return ""
    return _("Signed %(day)s") % {"day": written(row.signed)} if row.signed else _("Signed, date not known")


def _consented(row: Participation) -> str:
    if not row.bound:
        return ""
    act = ACTIONS.get(row.action, gettext_lazy("Consented to be bound"))
    day = written(row.deposited)
    return f"{act} {day}" if day else _("%(act)s, date not known") % {"act": act}


def _in_force(row: Participation) -> str:
    return _("In force from %(day)s") % {"day": written(row.in_force_from)} if row.in_force_from else ""


def _suspended(row: Participation) -> str:
    return _("Suspended since %(day)s") % {"day": written(row.suspended_from)} if row.suspended_from else ""


def _left(row: Participation) -> str:
    return _("In force until %(day)s") % {"day": written(row.in_force_until)} if row.in_force_until else ""


def _reserved(row: Participation) -> str:
    return _("Made reservations or declarations") if row.reservations else ""

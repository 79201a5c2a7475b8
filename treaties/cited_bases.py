"""Whether the bases that a request cites bind both States on the day it is asked of.

The adviser says what could be cited; this module judges what has been cited. An imported request, or
one written before a withdrawal, may cite a treaty that no longer binds both States. The answers are
plain values (`spec.CitedBasis`), which are handed to the checker as requirements are.
"""

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from treaties import current, relations
from treaties.law import Law
from treaties.relations import Bond, Standing, Status
from treaties.spec import Answer, CitedBasis, Confidence

_NOT_BOUND = {
    Status.NOT_YET: lambda: _("For %(state)s it is in force only from %(since)s."),
    Status.SIGNED: lambda: _("%(state)s has signed; consent to be bound is not on record."),
    Status.SUSPENDED: lambda: _(
        "For %(state)s it has been suspended since %(suspended)s. It has not ended, but carries no request."
    ),
    Status.ENDED: lambda: _("%(state)s was bound until %(until)s."),
    Status.NOT_PARTY: lambda: _("%(state)s is reported not to be a party (%(source)s)."),
    Status.NOT_LISTED: lambda: _(
        "%(state)s is not on the list of parties of %(as_of)s; look for a later accession."
    ),
    Status.NOT_KNOWN: lambda: _("Whether %(state)s is bound is not known."),
}
# What is certain of one side outweighs silence about the other.
_BY_STATUS = {
    Status.ENDED: Answer.NOT_IN_FORCE,
    Status.SUSPENDED: Answer.NOT_IN_FORCE,
    Status.NOT_YET: Answer.NOT_IN_FORCE,
    Status.SIGNED: Answer.NOT_IN_FORCE,
    Status.NOT_PARTY: Answer.NO,
    Status.NOT_LISTED: Answer.NOT_LISTED,
    Status.NOT_KNOWN: Answer.NOT_KNOWN,
}
_CONFIDENCE = list(Confidence)
_SURE = frozenset({Confidence.HIGH, Confidence.MEDIUM_HIGH})


def of_bases(
    bases: Sequence[str], *, requesting: str, requested: str, on: date, law: Law | None = None
) -> tuple[CitedBasis, ...]:
    """Return one answer for each basis, in their order; none at all while a State is not chosen."""
    law = law or current.law()
    if requesting not in law.states or requested not in law.states:
        return ()
    return tuple(_of(law, code, requesting, requested, on) for code in dict.fromkeys(bases))


def _of(law: Law, code: str, requesting: str, requested: str, on: date) -> CitedBasis:
    if code not in law.instruments:
        reason = _("The portal knows no instrument of this name.")
        return CitedBasis(
            basis=code,
            name=code,
            answer=Answer.NOT_KNOWN,
            reason=reason,
            source="",
            confidence=Confidence.LOW,
        )
    bond = relations.bond(code, requesting, requested, on, law=law)
    answer, reason = _judged(law, bond, on)
    sides = (bond.requesting, bond.requested)
    return CitedBasis(
        basis=code,
        name=bond.instrument.name,
        answer=answer,
        reason=reason,
        source="; ".join(dict.fromkeys(side.source for side in sides if side.source)),
        confidence=max((side.confidence for side in sides), key=_CONFIDENCE.index),
        is_certain=answer is Answer.NOT_IN_FORCE and any(map(_is_dated, sides)),
    )


def _is_dated(side: Standing) -> bool:
    """Whether a source other than memory gives the day from which, or until which, the State is bound."""
    days = {Status.NOT_YET: side.since, Status.ENDED: side.until, Status.SUSPENDED: side.suspended}
    day = days.get(side.status)
    is_read = bool(side.source) and "memory" not in side.source
    return day is not None and is_read and side.confidence in _SURE


def _judged(law: Law, bond: Bond, on: date) -> tuple[Answer, str]:
    instrument = bond.instrument
    if instrument.kind == "model":
        return Answer.NO, _("It is a model text, which binds nobody.")
    if instrument.kind == "bilateral" and _is_of_others(law, bond):
        return Answer.NO, _("It is a treaty of other States.")
    unbound = [side for side in (bond.requesting, bond.requested) if not side.binds]
    if unbound:
        answer = min((_BY_STATUS[side.status] for side in unbound), key=list(Answer).index)
        return answer, " ".join(capfirst(why_not(law, side)) for side in unbound)
    if not instrument.usable_now:
        return Answer.NOT_IN_FORCE, _("The instrument is not known to be in force.")
    if not bond.in_force:
        return Answer.NO, _("It does not bind the two towards each other.")
    return _in_force(law, bond, on)


def _is_of_others(law: Law, bond: Bond) -> bool:
    """Whether a bilateral treaty is one of other States: it names its parties, so silence is no gap."""
    none: frozenset[str] = frozenset()
    sides = (bond.requesting.state, bond.requested.state)
    return any(bond.instrument.code not in law.bilateral_of.get(side, none) for side in sides)


def _in_force(law: Law, bond: Bond, on: date) -> tuple[Answer, str]:
    """Judge a treaty in force; a protocol carries only as far as the treaty that it supplements."""
    instrument = bond.instrument
    parent = instrument.supplements
    if parent in law.instruments:
        above = relations.bond(parent, bond.requesting.state, bond.requested.state, on, law=law)
        answer, reason = _judged(law, above, on)
        if answer not in {Answer.YES, Answer.OPEN, Answer.TEXT_NOT_LOADED}:
            values = {"parent": above.instrument.name, "reason": reason}
            return answer, _("It supplements %(parent)s: %(reason)s") % values
    if instrument.no_duty or instrument.kind in {"comity", "letters_rogatory"}:
        return Answer.OPEN, ""
    if instrument.text_needed:
        return Answer.TEXT_NOT_LOADED, _(
            "Its text is not loaded: the usual list of such treaties stands in. Check the treaty itself."
        )
    return Answer.YES, ""


def why_not(law: Law, standing: Standing) -> str:
    """Return the sentence why a State is not bound, or not known to be bound."""
    return _NOT_BOUND[standing.status]() % {
        "state": law.state_in_text(standing.state),
        "since": day_in_words(standing.since),
        "until": day_in_words(standing.until),
        "suspended": day_in_words(standing.suspended),
        "as_of": day_in_words(standing.as_of),
        "source": standing.source,
    }


def day_in_words(day: date | None) -> str:
    return date_format(day, "j F Y") if day else _("a day not known")

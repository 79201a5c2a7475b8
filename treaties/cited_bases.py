"""Whether the bases that a request cites bind both States on the day it is asked of.

The adviser says what could be cited; this module judges what has been cited. An imported request, or
one written before a withdrawal, may cite a treaty that no longer binds both States. The answers are
plain values (`spec.CitedBasis`), which are handed to the checker as requirements are.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from treaties import current, relations, replacing
from treaties.law import Instrument, Law
from treaties.relations import Bond, Standing, Status
from treaties.replacing import Replaced
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
    bases: Sequence[str],
    *,
    requesting: str,
    requested: str,
    on: date,
    kinds: Sequence[str] = (),
    law: Law | None = None,
) -> tuple[CitedBasis, ...]:
    """One for each basis, in their order. A State that is not chosen yet gives no answer at all."""
    law = law or current.law()
    if requesting not in law.states or requested not in law.states:
        return ()
    found = [_of(law, code, requesting, requested, on) for code in dict.fromkeys(bases)]
    return tuple(_with_replacement(law, each, (requesting, requested), on, kinds, bases) for each in found)


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
        route=route(bond.instrument) if answer in _CARRIES else "",
    )


_CARRIES = frozenset({Answer.YES, Answer.OPEN, Answer.TEXT_NOT_LOADED})


def route(instrument: Instrument) -> str:
    """Return what takes the place of a letter under the instrument, as a sentence. "": nothing does."""
    if instrument.addressee == "provider":
        said = _("No request of this kind is needed: the order goes straight to the provider.")
    elif instrument.addressee == "judicial_authority":
        said = _(
            "No letter of request: the order goes straight to the judicial authority that carries it out."
        )
    else:
        said = ""
    form = _("It has a form of its own: %s.") % instrument.form if instrument.form else ""
    return " ".join(filter(None, (said, form)))


def _with_replacement(
    law: Law, each: CitedBasis, pair: tuple[str, str], on: date, kinds: Sequence[str], bases: Sequence[str]
) -> CitedBasis:
    """A basis that carries one of the kinds still, and stands beside what replaces it, is rightly cited."""
    if not each.carries or each.basis not in law.instruments:
        return each
    found = replacing.for_kinds(replacing.of(each.basis, *pair, on, law=law), kinds)
    is_kept_beside = len(found) < len(kinds) and {one.by.code for one in found.values()} <= set(bases)
    if not found or is_kept_beside:
        return each
    surest = min(found.values(), key=lambda one: (not one.is_read, not one.is_sure))
    own = [kind for kind, one in found.items() if one == surest]
    return replace(
        each,
        answer=Answer.REPLACED if surest.is_sure else Answer.MAY_BE_REPLACED,
        reason=replaced_words(law, surest, own, *pair),
        source=surest.row.source,
        confidence=max(each.confidence, surest.row.confidence, key=_CONFIDENCE.index),
        is_certain=surest.is_read,
    )


def replaced_words(law: Law, each: Replaced, kinds: Sequence[str], a: str, b: str) -> str:
    """Return by what, since when and for what it is replaced, as a sentence."""
    said = (
        _("Replaced between %(a)s and %(b)s by %(by)s since %(since)s (art %(provision)s), for: %(kinds)s.")
        if each.is_sure
        else _(
            "It may be replaced between %(a)s and %(b)s by %(by)s (art %(provision)s), for: %(kinds)s. "
            "Look whether both are bound by it."
        )
    )
    return said % {
        "a": law.state_in_text(a),
        "b": law.state_in_text(b),
        "by": each.by.name,
        "since": day_in_words(each.since),
        "provision": each.row.provision,
        "kinds": "; ".join(law.kinds[kind].term for kind in kinds if kind in law.kinds),
    }


def _is_dated(side: Standing) -> bool:
    """Whether a source other than memory gives the day from which, or until which, the State is bound."""
    days = {Status.NOT_YET: side.since, Status.ENDED: side.until, Status.SUSPENDED: side.suspended}
    day = days.get(side.status)
    is_read = bool(side.source) and "memory" not in side.source
    return day is not None and is_read and side.confidence in _SURE


def _judged(law: Law, bond: Bond, on: date) -> tuple[Answer, str]:
    instrument = bond.instrument
    if bond.within_one_state:
        return Answer.NO, one_state_words(law, bond.requesting.state, bond.requested.state)
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
    if instrument.no_duty or instrument.binds_nobody:
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


def one_state_words(law: Law, a: str, b: str) -> str:
    """Return that the two are parts of one State, as a sentence; "" where they are not."""
    if a == b:
        return _("A State does not send a request to itself.")
    if not law.is_one_state(a, b):
        return ""
    values = {"a": law.state_in_text(a), "b": law.state_in_text(b)}
    return (
        _(
            "%(a)s and %(b)s are parts of one State: no treaty stands between them, and they assist each "
            "other under arrangements of their own."
        )
        % values
    )


def day_in_words(day: date | None) -> str:
    return date_format(day, "j F Y") if day else _("a day not known")

"""Instruments and who takes part in them, as values."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from treaties import models
from treaties.law import Contents, GapFiller, Instrument, Participation, Replacement, Scope, TimeLimit
from treaties.law_rows.grouping import article, grouped, instrument_of
from treaties.spec import Citation, Confidence, Refusal, Verified


def every() -> dict[str, Instrument]:
    offers = grouped(models.Offer.objects.all(), instrument_of, lambda row: (row.kind, row.provision))
    scopes = grouped(models.ScopeCondition.objects.all(), instrument_of, _scope)
    limits = grouped(models.TimeLimit.objects.all(), instrument_of, _time_limit)
    replaces = grouped(models.Replacement.objects.all(), instrument_of, _replacement)
    return {
        row.code: _instrument(row, offers, scopes, limits, replaces)
        for row in models.Instrument.objects.all()
    }


def _instrument(
    row: models.Instrument,
    offers: Mapping[str, tuple[tuple[str, str], ...]],
    scopes: Mapping[str, tuple[Scope, ...]],
    limits: Mapping[str, tuple[TimeLimit, ...]],
    replaces: Mapping[str, tuple[Replacement, ...]],
) -> Instrument:
    gap = row.gap_filler
    return Instrument(
        code=row.code,
        name=row.name,
        kind=row.kind,
        subject=row.subject,
        in_force=row.in_force,
        usable_now=row.usable_now,
        text_needed=row.text_needed,
        sole_basis=row.sole_basis,
        no_duty=row.no_duty,
        own_offences_only=row.own_offences_only,
        supplements=row.supplements_id or "",
        membership=row.membership_id or "",
        complete_on=row.complete_on,
        status_note=row.status_note,
        confidence=Confidence(row.confidence),
        verified=Verified(row.verified),
        contents=Contents(row.contents.get("lists", {}), tuple(row.contents.get("fallback", ()))),
        gap_filler=GapFiller(tuple(gap["provisions"]), gap["provision"]) if gap else None,
        parties=tuple(row.parties),
        offers=dict(offers.get(row.code, ())),
        scope=scopes.get(row.code, ()),
        time_limits=limits.get(row.code, ()),
        replaces=replaces.get(row.code, ()),
        addressee=row.addressee,
        form=row.form,
        title=row.title,
        reference=row.reference,
        place=row.place,
        adopted=row.adopted,
    )


def _time_limit(row: models.TimeLimit) -> TimeLimit:
    return TimeLimit(
        row.provision,
        row.text,
        tuple(row.kinds),
        row.amounts.get("days_min"),
        row.source,
        Confidence(row.confidence),
        Verified(row.verified),
    )


def _replacement(row: models.Replacement) -> Replacement:
    return Replacement(
        row.provision,
        tuple(row.replaced),
        tuple(row.kinds),
        row.since,
        row.until,
        row.text,
        row.source,
        Confidence(row.confidence),
        Verified(row.verified),
    )


def _scope(row: models.ScopeCondition) -> Scope:
    return Scope(row.key, row.provision, row.text, row.question, row.needs)


def participations() -> Mapping[tuple[str, str], tuple[Participation, ...]]:
    groups: dict[tuple[str, str], list[Participation]] = defaultdict(list)
    for row in models.Participation.objects.order_by("key"):
        groups[row.instrument_id, row.state_id].append(_participation(row))
    return {pair: tuple(periods) for pair, periods in groups.items()}


def bilateral_of(
    instruments: Mapping[str, Instrument],
    participations: Iterable[tuple[str, str]],
    members: Mapping[str, frozenset[str]],
) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for code, state in participations:
        if instruments[code].kind == "bilateral":
            found[state].add(code)
    for each in instruments.values():
        if each.kind == "bilateral":
            for state in members.get(each.membership, ()):
                found[state].add(each.code)
    return {state: frozenset(codes) for state, codes in found.items()}


def _participation(row: models.Participation) -> Participation:
    return Participation(
        instrument=row.instrument_id,
        state=row.state_id,
        is_signatory=row.is_signatory,
        signed=row.signed,
        bound=row.bound,
        reported_not_party=row.reported_not_party,
        deposited=row.deposited,
        in_force_from=row.in_force_from,
        in_force_until=row.in_force_until,
        suspended_from=row.suspended_from,
        side=row.side,
        reservations=row.reservations,
        confidence=Confidence(row.confidence),
        source=row.source,
        remark=row.remark,
    )


def members() -> Mapping[str, frozenset[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for row in models.Membership.objects.all():
        groups[row.organisation_id].add(row.state_id)
    return {name: frozenset(states) for name, states in groups.items()}


def refusal(row: models.RefusalGround, instruments: Mapping[str, Instrument]) -> Refusal:
    citation = Citation(
        instrument=row.instrument_id,
        provision=row.provision,
        label=f"{instruments[row.instrument_id].name}, {article(row.provision)}",
        source=row.source,
        confidence=Confidence(row.confidence),
        verified=Verified(row.verified),
    )
    return Refusal(ground=row.ground, nature=row.nature, text=row.text, citation=citation)

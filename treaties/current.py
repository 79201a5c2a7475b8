"""The law that the database holds now, read once for each version."""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from typing import Any, TypeVar, cast

from treaties import models, version
from treaties.law import (
    Asked,
    Authority,
    Contents,
    Declaration,
    GapFiller,
    Instrument,
    Kind,
    Law,
    NoTreatyBasis,
    Participation,
    Particular,
    Replacement,
    Scope,
    State,
    Threshold,
    TimeLimit,
)
from treaties.spec import Basis, Citation, Confidence, Level, Refusal, Requirement, Verified

Row = TypeVar("Row")
Value = TypeVar("Value")

_lock = Lock()
_read: dict[str, Law] = {}


def law() -> Law:
    """Return the law as loaded now: one query when this process knows the version, a fixed number
    when it is new.

    A page that has asked before gets the same law again.
    """
    page = version.of_page()
    if not page:
        found = _current()
        if page is None:
            return found
        page.append(found)
    return cast(Law, page[0])


def _current() -> Law:
    name = version.loaded() or ""
    found = _read.get(name)
    if found is None:
        with _lock:
            found = _read.get(name) or read(name)
            _read.clear()
            _read[name] = found
            _leave_out_of_collections()
    return found


def _leave_out_of_collections() -> None:
    """Take the law out of the garbage collector's full passes.

    The law lives for months, and a full collection that walks it holds up a save for a tenth of a
    second.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def read(name: str) -> Law:
    """Return the law as the rows have it, whatever was read before."""
    instruments, members = _instruments(), _members()
    states = {row.code: _state(row) for row in models.State.objects.all()}
    of_instrument, own_law = _requirements(instruments, states)
    return Law(
        version=name,
        states=states,
        kinds=_kinds(),
        instruments=instruments,
        participations=(participations := _participations()),
        bilateral_of=_bilateral_of(instruments, participations, members),
        requirements_of=of_instrument,
        own_law_of=own_law,
        declarations_of=_grouped(models.Declaration.objects.all(), _state_of, _declaration),
        thresholds_of=_grouped(models.Threshold.objects.all(), _state_of, _threshold),
        no_treaty_basis={row.state_id: _no_treaty(row) for row in models.NoTreatyBasis.objects.all()},
        languages_of={row.state_id: tuple(row.languages) for row in models.AcceptedLanguages.objects.all()},
        refusals_of=_grouped(
            models.RefusalGround.objects.all(), _instrument_of, lambda row: _refusal(row, instruments)
        ),
        members=members,
        authorities_of=_grouped(models.Authority.objects.all(), _state_of, _authority),
        groups=dict(models.KindGroup.objects.values_list("code", "label")),
        fields=dict(models.DraftField.objects.values_list("code", "label")),
    )


def _state(row: models.State) -> State:
    return State(
        code=row.code,
        name=str(row),
        in_text=row.name_in_text,
        kind=row.kind,
        iso2=row.iso2,
        part_of=row.part_of,
        names=row.common or row.short,
        official=row.short,
        formal=row.formal,
        articles=row.article,
    )


def _authority(row: models.Authority) -> Authority:
    return Authority(
        code=row.code,
        state=row.state_id,
        function=row.function,
        office=row.office,
        phone=row.phone,
        email=row.email,
        source=row.source,
        confidence=Confidence(row.confidence),
        verified=Verified(row.verified),
        since=row.since,
    )


def _refusal(row: models.RefusalGround, instruments: Mapping[str, Instrument]) -> Refusal:
    citation = Citation(
        instrument=row.instrument_id,
        provision=row.provision,
        label=f"{instruments[row.instrument_id].name}, {_article(row.provision)}",
        source=row.source,
        confidence=Confidence(row.confidence),
        verified=Verified(row.verified),
    )
    return Refusal(ground=row.ground, nature=row.nature, text=row.text, citation=citation)


def _grouped(
    rows: Iterable[Row], key: Callable[[Row], str], value: Callable[[Row], Value]
) -> Mapping[str, tuple[Value, ...]]:
    groups: dict[str, list[Value]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(value(row))
    return {name: tuple(values) for name, values in groups.items()}


def _state_of(row: Any) -> str:
    return str(row.state_id)


def _instrument_of(row: Any) -> str:
    return str(row.instrument_id)


def _kinds() -> dict[str, Kind]:
    """Return the kinds in the order of the vocabulary: by group, then within the group."""
    rows = models.AssistanceKind.objects.prefetch_related("particulars")
    return {row.code: _kind(row) for row in rows.order_by("group__position", "position")}


def _kind(row: models.AssistanceKind) -> Kind:
    return Kind(
        code=row.code,
        term=row.term,
        plain=row.plain,
        categories=tuple(row.categories),
        asked_as=tuple(row.asked_as),
        coercive=row.coercive,
        particulars=tuple(_particular(each) for each in row.particulars.all()),
        group=row.group_id,
        note=row.note,
        errors=tuple(row.errors),
    )


def _particular(row: models.Particular) -> Particular:
    return Particular(
        code=row.code,
        label=row.label,
        field=row.key,
        required=row.level == models.Particular.Level.REQUIRED,
        input=row.input,
        draft_field=row.field_id,
        name=row.name,
    )


def _instruments() -> dict[str, Instrument]:
    offers = _grouped(models.Offer.objects.all(), _instrument_of, lambda row: (row.kind, row.provision))
    scopes = _grouped(models.ScopeCondition.objects.all(), _instrument_of, _scope)
    limits = _grouped(models.TimeLimit.objects.all(), _instrument_of, _time_limit)
    replaces = _grouped(models.Replacement.objects.all(), _instrument_of, _replacement)
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


def _participations() -> Mapping[tuple[str, str], tuple[Participation, ...]]:
    groups: dict[tuple[str, str], list[Participation]] = defaultdict(list)
    for row in models.Participation.objects.order_by("key"):
        groups[row.instrument_id, row.state_id].append(_participation(row))
    return {pair: tuple(periods) for pair, periods in groups.items()}


def _bilateral_of(
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


def _members() -> Mapping[str, frozenset[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for row in models.Membership.objects.all():
        groups[row.organisation_id].add(row.state_id)
    return {name: frozenset(states) for name, states in groups.items()}


def _requirements(
    instruments: Mapping[str, Instrument], states: Mapping[str, State]
) -> tuple[Mapping[str, tuple[Asked, ...]], Mapping[str, tuple[Asked, ...]]]:
    """Return the requirements of instruments, and those of States: their own law and their declarations."""
    rows = list(models.Requirement.objects.all())

    def value(row: models.Requirement) -> Asked:
        return _asked(row, instruments, states)

    return (
        _grouped((row for row in rows if not row.state_id), _instrument_of, value),
        _grouped((row for row in rows if row.state_id), _state_of, value),
    )


def _asked(
    row: models.Requirement, instruments: Mapping[str, Instrument], states: Mapping[str, State]
) -> Asked:
    return Asked(
        requirement=_requirement(row, _citation(row, instruments, states)),
        instrument=row.instrument_id or "",
        state=row.state_id or "",
        requesting=tuple(row.requesting),
        not_requesting=tuple(row.not_requesting),
        requested=tuple(row.requested),
        without_treaty=row.without_treaty,
        protocol=row.protocol_id or "",
        gap_filler=row.gap_filler,
    )


def _requirement(row: models.Requirement, citation: Citation) -> Requirement:
    return Requirement(
        code=row.code,
        citation=citation,
        level=Level(row.level),
        basis=Basis(row.basis),
        element=row.element,
        message=row.message,
        applies_to=tuple(row.kinds),
        fields=tuple(row.fields),
        check=row.check_name,
        params=row.params,
        when=row.when,
        attachment=row.attachment,
        since=row.since,
        until=row.until,
    )


def _citation(
    row: models.Requirement, instruments: Mapping[str, Instrument], states: Mapping[str, State]
) -> Citation:
    return Citation(
        instrument=row.instrument_id or f"law-{row.state_id}",
        provision=row.provision,
        label=_label(row, instruments, states),
        source=row.source,
        confidence=Confidence(row.confidence),
        verified=Verified(row.verified),
    )


def _label(
    row: models.Requirement, instruments: Mapping[str, Instrument], states: Mapping[str, State]
) -> str:
    """Return what a person reads: "Budapest Convention, art 29(2)(a)", "United States: 18 USC 2703(d)"."""
    provision = row.provision
    if row.instrument_id:
        label = f"{instruments[row.instrument_id].name}, {_article(provision)}"
        return f"{label}, declaration of {states[row.state_id].in_text}" if row.state_id else label
    return f"{states[str(row.state_id)].name}: {provision}"


def _article(provision: str) -> str:
    several = any(mark in provision for mark in (",", ";", " and "))
    return f"{'arts' if several else 'art'} {provision}" if provision[:1].isdigit() else provision


def _declaration(row: models.Declaration) -> Declaration:
    return Declaration(
        row.instrument_id,
        row.provision,
        row.text,
        row.effect,
        Confidence(row.confidence),
        Verified(row.verified),
    )


def _threshold(row: models.Threshold) -> Threshold:
    return Threshold(
        row.category,
        row.test,
        row.reference,
        row.must_show,
        row.days,
        row.days_more,
        row.source,
        Confidence(row.confidence),
        Verified(row.verified),
    )


def _no_treaty(row: models.NoTreatyBasis) -> NoTreatyBasis:
    return NoTreatyBasis(row.possible, row.rule, Confidence(row.confidence))

"""Rows of instruments and of what they ask."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from treaties import citations, files, models
from treaties.rows.fact import Rows, Table, as_json, fact, take
from treaties.shipped import Shipped

_PLAIN = (
    "name title reference series kind subject adopted adopted_note place opened in_force in_force_note "
    "dates_note depositary url usable_now text_needed sole_basis no_duty own_offences_only direction_rules "
    "addressee form parties party_names parties_note status_note role remarks verification"
)
_REQUIREMENT = (
    "provision element message kinds fields params when attachment requesting not_requesting requested "
    "without_treaty"
)
Part = (
    files.ScopeRow
    | files.OfferRow
    | files.ReplacesRow
    | files.RefusalRow
    | files.RuleRow
    | files.TimeLimitRow
)


def tables(shipped: Shipped) -> Iterator[Table]:
    own = list(shipped.instruments.values())
    yield models.Instrument, [*_instruments(shipped)]
    yield models.Provision, [_provision(file, i, n) for file in own for i, n in enumerate(file.provisions)]
    yield models.ScopeCondition, _parts(own, models.ScopeCondition, lambda file: file.scope, _scope)
    yield models.Offer, _parts(own, models.Offer, lambda file: file.offer, _offer)
    yield models.Replacement, _parts(own, models.Replacement, lambda file: file.replaces, _replaces)
    yield models.Rule, _parts(own, models.Rule, lambda file: file.rule, _rule)
    yield models.TimeLimit, _parts(own, models.TimeLimit, lambda file: file.time_limit, _time_limit)
    yield models.RefusalGround, _parts(own, models.RefusalGround, lambda file: file.refusal, _refusal)
    yield models.Requirement, [*_requirements(own), *_own_law(shipped)]


def _instruments(shipped: Shipped) -> list[models.Instrument]:
    """Return the instruments; one that supplements another comes after it."""
    lists = {p.instrument: p for p in shipped.participations.values()}
    names = {row.code: (row.common or row.short)["en"] for row in shipped.states.states}
    rows = [_instrument(file, lists.get(file.id)) for file in shipped.instruments.values()]
    rows += [_bilateral(row, names) for row in shipped.bilateral.treaties if row.id]
    parents = {row.code: row.supplements_id for row in rows}

    def generation(code: str | None) -> int:
        return 1 + generation(parents.get(code)) if code else 0

    return sorted(rows, key=lambda row: (generation(row.code), row.code))


def _instrument(file: files.InstrumentFile, parties: files.ParticipationFile | None) -> models.Instrument:
    return models.Instrument(
        code=file.id,
        **take(file, _PLAIN),
        supplements_id=file.supplements or None,
        membership_id=file.membership or None,
        complete_on=parties.complete_on if parties else None,
        entry_rule=parties.entry_rule if parties else "",
        gap_filler=as_json(file.gap_filler),
        contents=as_json(file.contents),
        **fact(file),
    )


def _bilateral(row: files.BilateralRow, names: dict[str, str]) -> models.Instrument:
    """Return a bilateral treaty whose text is not loaded; the model treaty replaces its list."""
    year = f" ({row.signed.year})" if row.signed else ""
    return models.Instrument(
        code=row.id,
        name=f"{names[row.parties[0]]}-{names[row.parties[1]]} treaty{year}",
        title=row.title,
        kind=models.Instrument.Kind.BILATERAL,
        subject=models.Instrument.Subject.MLA,
        adopted=row.signed,
        in_force=row.in_force,
        usable_now=True,
        text_needed=True,
        supplements_id=row.supplements or None,
        membership_id=row.membership or None,
        parties=list(row.parties),
        contents={"fallback": ["un-model", "requested_law"]},
        **fact(row),
    )


def _provision(file: files.InstrumentFile, position: int, number: str) -> models.Provision:
    return models.Provision(
        key=f"{file.id}:{number}",
        instrument_id=file.id,
        position=position,
        number=number,
        title=file.provisions[number],
        **fact(file),
    )


def _parts(
    own: Iterable[files.InstrumentFile],
    model: type[Any],
    rows_of: Callable[[files.InstrumentFile], Iterable[Any]],
    values_of: Callable[[Any], dict[str, Any]],
) -> Rows:
    return [
        model(
            **({"key": f"{file.id}:{i}"} | values_of(row)),
            instrument_id=file.id,
            position=i,
            **fact(row, file),
        )
        for file in own
        for i, row in enumerate(rows_of(file))
    ]


def _scope(row: files.ScopeRow) -> dict[str, Any]:
    return {"key": row.id, **take(row, "provision text test question"), "needs": as_json(row.needs)}


def _offer(row: files.OfferRow) -> dict[str, Any]:
    return take(row, "kind provision")


def _replaces(row: files.ReplacesRow) -> dict[str, Any]:
    return {"key": row.id, "replaced": list(row.instruments), **take(row, "provision kinds text")}


def _rule(row: files.RuleRow) -> dict[str, Any]:
    return take(row, "topic provision text")


def _time_limit(row: files.TimeLimitRow) -> dict[str, Any]:
    amounts = take(row, "days days_min days_max days_serve days_subscriber days_traffic hours")
    stated = {name: value for name, value in amounts.items() if value is not None}
    return {**take(row, "provision text kinds"), "amounts": stated}


def _refusal(row: files.RefusalRow) -> dict[str, Any]:
    return {"key": row.id, **take(row, "provision ground nature text")}


def _requirements(own: Iterable[files.InstrumentFile]) -> Rows:
    return [
        _requirement(i, row, file, instrument=file.id, gap=file.gap_filler)
        for file in own
        for i, row in enumerate(file.requirement)
    ]


def _own_law(shipped: Shipped) -> Rows:
    """Return the requirements of States' own law. A declaration under a part that yields to a treaty
    yields too.
    """
    gaps = {file.id: file.gap_filler for file in shipped.instruments.values()}
    return [
        _requirement(i, row, None, instrument=row.instrument, gap=gaps.get(row.instrument), state=law.state)
        for law in shipped.own_law.values()
        for i, row in enumerate(law.requirement)
    ]


def _requirement(
    position: int,
    row: files.RequirementRow,
    file: files.InstrumentFile | None,
    *,
    instrument: str,
    gap: files.GapFillerRow | None,
    state: str = "",
) -> models.Requirement:
    return models.Requirement(
        code=row.id,
        instrument_id=instrument or None,
        state_id=state or None,
        **take(row, _REQUIREMENT),
        level=str(row.level),
        basis=str(row.basis),
        check_name=row.check,
        protocol_id=row.protocol or None,
        gap_filler=bool(gap) and citations.falls_within(row.provision, gap.provisions if gap else ()),
        position=position,
        **fact(row, file),
    )

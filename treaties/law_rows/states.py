"""States, their authorities and their own rules, as values."""

from treaties import models
from treaties.law import Authority, Declaration, NoTreatyBasis, State, Threshold
from treaties.spec import Confidence, Verified


def state(row: models.State) -> State:
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


def authority(row: models.Authority) -> Authority:
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


def declaration(row: models.Declaration) -> Declaration:
    return Declaration(
        row.instrument_id,
        row.provision,
        row.text,
        row.effect,
        Confidence(row.confidence),
        Verified(row.verified),
    )


def threshold(row: models.Threshold) -> Threshold:
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


def no_treaty(row: models.NoTreatyBasis) -> NoTreatyBasis:
    return NoTreatyBasis(row.possible, row.rule, Confidence(row.confidence))

"""Requirements with what they are cited by, as values."""

from collections.abc import Mapping

from treaties import models
from treaties.law import Asked, Instrument, State
from treaties.law_rows.grouping import article, grouped, instrument_of, state_of
from treaties.spec import Basis, Citation, Confidence, Level, Requirement, Verified


def every(
    instruments: Mapping[str, Instrument], states: Mapping[str, State]
) -> tuple[Mapping[str, tuple[Asked, ...]], Mapping[str, tuple[Asked, ...]]]:
    """Return the requirements of instruments, and those of States: their own law and their declarations."""
    rows = list(models.Requirement.objects.all())

    def value(row: models.Requirement) -> Asked:
        return _asked(row, instruments, states)

    return (
        grouped((row for row in rows if not row.state_id), instrument_of, value),
        grouped((row for row in rows if row.state_id), state_of, value),
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
        label = f"{instruments[row.instrument_id].name}, {article(provision)}"
        return f"{label}, declaration of {states[row.state_id].in_text}" if row.state_id else label
    return f"{states[str(row.state_id)].name}: {provision}"

"""Rows of acts of States, and of what the acts amount to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from treaties import files, models
from treaties.files import BEGINNING, BINDING
from treaties.rows.fact import Rows, Table, fact
from treaties.shipped import Shipped


def tables(shipped: Shipped) -> Iterator[Table]:
    lists = list(shipped.participations.values())
    yield models.TreatyAct, [row for file in lists for row in _acts(file)]
    by_key = {row.key: row for file in lists for row in _participations(file)}
    for row in _bilateral(shipped):
        by_key.setdefault(row.key, row)
    yield models.Participation, list(by_key.values())


_STOPS = frozenset({"withdrawal", "suspension"})


def _sourced(file: files.ParticipationFile, act: files.ActRow) -> dict[str, object]:
    """Return source, confidence and day of an act; an act without a day takes that on which the list
    was complete.
    """
    known = fact(act, file)
    as_of = known["as_of"] or (file.complete_on if known["verified"] == "text" else None)
    return {**known, "source": file.sources.get(act.source, act.source) or "memory", "as_of": as_of}


def _acts(file: files.ParticipationFile) -> Rows:
    counts: dict[str, int] = defaultdict(int)
    rows: Rows = []
    for act in file.acts:
        stem = f"{file.instrument}:{act.state}:{act.action}"
        counts[stem] += 1
        rows.append(
            models.TreatyAct(
                key=stem if counts[stem] == 1 else f"{stem}:{counts[stem]}",
                instrument_id=file.instrument,
                state_id=act.state,
                action=act.action,
                on=act.on,
                in_force=act.in_force,
                reservations=act.reservations,
                objections=act.objections,
                **_sourced(file, act),
            )
        )
    return rows


def _participations(file: files.ParticipationFile) -> list[models.Participation]:
    """Return one row for each period: a State that withdrew and came back, or suspended and resumed,
    has two.
    """
    by_state: dict[str, list[files.ActRow]] = defaultdict(list)
    for act in file.acts:
        by_state[act.state].append(act)
    return [
        _participation(file, state, number, acts)
        for state, all_acts in by_state.items()
        for number, acts in enumerate(_periods(all_acts))
    ]


def _periods(acts: Iterable[files.ActRow]) -> list[list[files.ActRow]]:
    periods: list[list[files.ActRow]] = [[]]
    for act in acts:
        stopped = any(earlier.action in _STOPS for earlier in periods[-1])
        if stopped and act.action in BEGINNING:
            periods.append([])
        periods[-1].append(act)
    return periods


def _participation(
    file: files.ParticipationFile, state: str, number: int, acts: list[files.ActRow]
) -> models.Participation:
    signature = next((act for act in acts if act.action == "signature"), None)
    binding = next((act for act in acts if act.action in BINDING), None)
    resumed = next((act for act in acts if act.action == "resumption"), None)
    suspended = next((act for act in acts if act.action == "suspension"), None)
    end = next((act for act in acts if act.action == "withdrawal"), None)
    report = next((act for act in acts if act.action.startswith("reported")), None)
    decisive = binding or resumed or signature or report or acts[0]
    reported_party = report is not None and report.action == "reported_party"
    entered = binding or resumed or (report if reported_party else None)
    return models.Participation(
        key=f"{file.instrument}:{state}" + (f":{number + 1}" if number else ""),
        instrument_id=file.instrument,
        state_id=state,
        signed=signature.on if signature else None,
        is_signatory=signature is not None,
        bound=entered is not None,
        reported_not_party=report is not None and report.action == "reported_not_party" and not binding,
        action=decisive.action,
        deposited=binding.on if binding else None,
        in_force_from=_first_day(entered) if entered else None,
        in_force_until=end.on if end else None,
        suspended_from=suspended.on if suspended else None,
        side=decisive.side,
        remark=decisive.remark,
        reservations=any(act.reservations for act in acts),
        **_sourced(file, decisive),
    )


def _first_day(act: files.ActRow) -> date | None:
    """Return the day from which the act makes the instrument apply. None means that it is not known."""
    return act.in_force or (act.on if act.action == "resumption" else None)


def _bilateral(shipped: Shipped) -> Iterator[models.Participation]:
    """Yield the parties of bilateral treaties; dates in a treaty's own file come before those of the
    list.
    """
    own = {file.id: file for file in shipped.instruments.values()}
    for row in shipped.bilateral.treaties:
        instrument = own.get(row.instrument)
        for number, state in enumerate(row.parties):
            yield _party(row, instrument, state, row.sides[number] if row.sides else "")
    for instrument in own.values():
        for state in instrument.parties:
            yield _own_party(instrument, state)


def _party(
    row: files.BilateralRow, own: files.InstrumentFile | None, state: str, side: str
) -> models.Participation:
    code = row.id or row.instrument
    own_date = own.in_force if own and own.verified == "text" and not side else None
    return models.Participation(
        key=f"{code}:{state}",
        instrument_id=code,
        state_id=state,
        signed=row.signed or (own.adopted if own and not side else None),
        is_signatory=row.signed is not None,
        bound=row.bound,
        action="treaty",
        in_force_from=row.in_force or own_date or (own.in_force if own and row.bound else None),
        side=side,
        remark=row.remark,
        **fact(row),
    )


def _own_party(instrument: files.InstrumentFile, state: str) -> models.Participation:
    return models.Participation(
        key=f"{instrument.id}:{state}",
        instrument_id=instrument.id,
        state_id=state,
        signed=instrument.adopted,
        is_signatory=True,
        bound=True,
        action="treaty",
        in_force_from=instrument.in_force,
        **fact(instrument),
    )

"""A data file of the shipped format laid over a data set: what this authority adds to the law.

A record replaces the one with the same id and is otherwise added. Nothing is removed: a rule that no
longer holds gets its last day. `extract` is the reverse: it returns what a data set says of the same
record.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from treaties import files
from treaties.files import BINDING
from treaties.shipped import BadData, Problem, Shipped

File = (
    files.InstrumentFile
    | files.AmendmentFile
    | files.ParticipationFile
    | files.OwnLawFile
    | files.AuthoritiesFile
)
Each = TypeVar("Each")

# A key that only this kind of file has.
_SHAPES: dict[str, type[Any]] = {
    "amends": files.AmendmentFile,
    "title": files.InstrumentFile,
    "acts": files.ParticipationFile,
    "state": files.OwnLawFile,
    "offices": files.AuthoritiesFile,
}


def decode(text: str) -> File:
    """Return the file that the text holds. Raises BadData with the key and the reason."""
    try:
        raw = tomllib.loads(text)
        shape = next((shape for key, shape in _SHAPES.items() if key in raw), files.InstrumentFile)
        return msgspec.convert(raw, shape)
    except tomllib.TOMLDecodeError as error:
        raise BadData([Problem("record", "", str(error))]) from error
    except msgspec.ValidationError as error:
        reason, _, key = str(error).partition(" - at ")
        raise BadData([Problem("record", key.strip("`").removeprefix("$."), reason)]) from error


def lay(data: Shipped, file: File) -> Shipped:
    return _OVER[type(file)](data, file)


def plain(file: File | files.Row) -> dict[str, Any]:
    """Return the values as a data file has them, without those that are left open."""
    values: dict[str, Any] = _pruned(msgspec.to_builtins(file, builtin_types=(date,)))
    return values


def _pruned(value: Any) -> Any:
    if isinstance(value, dict):
        return stated({key: _pruned(each) for key, each in value.items()})
    return [_pruned(each) for each in value] if isinstance(value, list | tuple) else value


def stated(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values without those that are left open."""
    return {key: value for key, value in row.items() if value not in (None, "", (), [], {})}


def _instrument(data: Shipped, file: files.InstrumentFile) -> Shipped:
    """Put an instrument into the data; a treaty that was known by name only has a text from now on."""
    name = _name(data.instruments, lambda held: held.id == file.id) or f"instruments/{file.id}.toml"
    treaties = tuple(_with_text(row, file) if row.id == file.id else row for row in data.bilateral.treaties)
    return replace(
        data,
        instruments={**data.instruments, name: file},
        bilateral=msgspec.structs.replace(data.bilateral, treaties=treaties),
    )


def _with_text(row: files.BilateralRow, file: files.InstrumentFile) -> files.BilateralRow:
    return msgspec.structs.replace(
        row,
        id="",
        instrument=file.id,
        signed=file.adopted or row.signed,
        in_force=file.in_force or row.in_force,
    )


def _amendment(data: Shipped, file: files.AmendmentFile) -> Shipped:
    name = _name(data.instruments, lambda held: held.id == file.amends)
    if name is None:
        raise BadData([Problem("record", "amends", f'"{file.amends}" has no file to amend')])
    held = data.instruments[name]
    changed = msgspec.structs.replace(
        held,
        **_head(file),
        remarks=tuple(dict.fromkeys((*held.remarks, *file.remarks))),
        requirement=_put(held.requirement, file.requirement, lambda row: row.id),
    )
    return replace(data, instruments={**data.instruments, name: changed})


_HEAD = ("name", "title", "reference", "adopted", "in_force")


def _head(file: files.AmendmentFile) -> dict[str, Any]:
    return stated({name: getattr(file, name) for name in _HEAD})


def _participation(data: Shipped, file: files.ParticipationFile) -> Shipped:
    found = _name(data.participations, lambda held: held.instrument == file.instrument)
    name = found or f"participations/{file.instrument}.toml"
    held = data.participations.get(name)
    merged = file if held is None else _with_acts(held, file)
    return replace(data, participations={**data.participations, name: merged})


def _with_acts(held: files.ParticipationFile, file: files.ParticipationFile) -> files.ParticipationFile:
    acts = held.acts
    for act in file.acts:
        acts = _with_act(acts, act)
    return msgspec.structs.replace(held, acts=acts, sources={**held.sources, **file.sources})


_IN_TURN = frozenset({"suspension", "resumption"})


def _with_act(acts: tuple[files.ActRow, ...], act: files.ActRow) -> tuple[files.ActRow, ...]:
    """Add a further act of a State: it comes back after a withdrawal, or suspends and resumes in
    turn.

    Any other act replaces the same act that is there already.
    """
    own = [each.action for each in acts if each.state == act.state]
    comes_back = act.action in BINDING and "withdrawal" in own
    in_turn = [action for action in own if action in _IN_TURN]
    takes_turn = act.action in _IN_TURN and in_turn[-1:] not in ([], [act.action])
    if comes_back or takes_turn:
        return (*acts, act)
    return _put(acts, (act,), lambda each: (each.state, each.action))


def _own_law(data: Shipped, file: files.OwnLawFile) -> Shipped:
    name = _name(data.own_law, lambda held: held.state == file.state) or f"states/{file.state}.toml"
    held = data.own_law.get(name)
    merged = file if held is None else _with_rules(held, file)
    return replace(data, own_law={**data.own_law, name: merged})


def _with_rules(held: files.OwnLawFile, file: files.OwnLawFile) -> files.OwnLawFile:
    return msgspec.structs.replace(
        held,
        languages=file.languages or held.languages,
        no_treaty=file.no_treaty or held.no_treaty,
        threshold=_put(held.threshold, file.threshold, lambda row: row.category),
        declaration=_put(held.declaration, file.declaration, lambda row: (row.instrument, row.provision)),
        requirement=_put(held.requirement, file.requirement, lambda row: row.id),
        red_flag=_put(held.red_flag, file.red_flag, lambda row: row.id),
    )


def _authorities(data: Shipped, file: files.AuthoritiesFile) -> Shipped:
    offices = _put(data.authorities.offices, file.offices, lambda row: row.id)
    return replace(data, authorities=msgspec.structs.replace(data.authorities, offices=offices))


def _name(held: Mapping[str, Each], is_it: Callable[[Each], bool]) -> str | None:
    """Return the name of the file that holds the record already."""
    return next((name for name, file in held.items() if is_it(file)), None)


def _put(held: Iterable[Each], given: Iterable[Each], key: Callable[[Each], object]) -> tuple[Each, ...]:
    """Put a row in the place of the one with the same key, or at the end."""
    new = {key(row): row for row in given}
    kept = [new.pop(key(row), row) for row in held]
    return (*kept, *new.values())


_OVER: dict[type[Struct], Callable[[Shipped, Any], Shipped]] = {
    files.InstrumentFile: _instrument,
    files.AmendmentFile: _amendment,
    files.ParticipationFile: _participation,
    files.OwnLawFile: _own_law,
    files.AuthoritiesFile: _authorities,
}


def extract(data: Shipped, file: File) -> File | None:
    """Return the same record as a data set has it; None means that it has none."""
    return _OUT[type(file)](data, file)


def instrument(data: Shipped, code: str) -> files.InstrumentFile | None:
    return next((held for held in data.instruments.values() if held.id == code), None)


def _instrument_of(data: Shipped, file: files.InstrumentFile) -> files.InstrumentFile | None:
    return instrument(data, file.id)


def _unamended(data: Shipped, file: files.AmendmentFile) -> files.AmendmentFile | None:
    held = instrument(data, file.amends)
    if held is None:
        return None
    rules = _same(held.requirement, file.requirement, lambda row: row.id)
    head = {name: getattr(held, name) for name in _head(file)}
    return files.AmendmentFile(amends=file.amends, requirement=rules, **head) if rules or head else None


def _acts_of(data: Shipped, file: files.ParticipationFile) -> files.ParticipationFile | None:
    held = next((h for h in data.participations.values() if h.instrument == file.instrument), None)
    acts = _same(held.acts, file.acts, lambda act: (act.state, act.action)) if held else ()
    return msgspec.structs.replace(held, acts=acts, complete_on=None) if held and acts else None


def _own_law_of(data: Shipped, file: files.OwnLawFile) -> files.OwnLawFile | None:
    held = next((each for each in data.own_law.values() if each.state == file.state), None)
    if held is None:
        return None
    found = msgspec.structs.replace(
        held,
        languages=held.languages if file.languages else None,
        no_treaty=held.no_treaty if file.no_treaty else None,
        threshold=_same(held.threshold, file.threshold, lambda row: row.category),
        declaration=_same(held.declaration, file.declaration, lambda row: (row.instrument, row.provision)),
        requirement=_same(held.requirement, file.requirement, lambda row: row.id),
        red_flag=_same(held.red_flag, file.red_flag, lambda row: row.id),
    )
    empty = {"state", "source", "confidence", "verified", "note", "as_of"} >= plain(found).keys()
    return None if empty else found


def _offices_of(data: Shipped, file: files.AuthoritiesFile) -> files.AuthoritiesFile | None:
    offices = _same(data.authorities.offices, file.offices, lambda row: row.id)
    return msgspec.structs.replace(data.authorities, offices=offices) if offices else None


def _same(held: Iterable[Each], asked: Iterable[Each], key: Callable[[Each], object]) -> tuple[Each, ...]:
    wanted = {key(row) for row in asked}
    return tuple(row for row in held if key(row) in wanted)


_OUT: dict[type[Struct], Callable[[Shipped, Any], File | None]] = {
    files.InstrumentFile: _instrument_of,
    files.AmendmentFile: _unamended,
    files.ParticipationFile: _acts_of,
    files.OwnLawFile: _own_law_of,
    files.AuthoritiesFile: _offices_of,
}

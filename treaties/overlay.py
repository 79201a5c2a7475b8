"""A data file of the shipped format laid over a data set: what this authority adds to the law.

A record replaces the one of the same id and stands beside all others. Nothing is taken away: a rule that
no longer holds gets its last day.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from treaties import files
from treaties.files import BINDING
from treaties.shipped import BadData, Problem, Shipped

File = files.InstrumentFile | files.ParticipationFile | files.OwnLawFile | files.AuthoritiesFile
Each = TypeVar("Each")

# A key that only this kind of file has.
_SHAPES: dict[str, type[Any]] = {
    "title": files.InstrumentFile,
    "acts": files.ParticipationFile,
    "state": files.OwnLawFile,
    "offices": files.AuthoritiesFile,
}


def decode(text: str) -> File:
    """Raises BadData with the key and the reason."""
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


def _instrument(data: Shipped, file: files.InstrumentFile) -> Shipped:
    name = _name(data.instruments, lambda held: held.id == file.id) or f"instruments/{file.id}.toml"
    return replace(data, instruments={**data.instruments, name: file})


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


def _with_act(acts: tuple[files.ActRow, ...], act: files.ActRow) -> tuple[files.ActRow, ...]:
    """Who comes back after a withdrawal acts once more; otherwise the same act is put right."""
    own = [each for each in acts if each.state == act.state]
    if act.action in BINDING and any(each.action == "withdrawal" for each in own):
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
    """The name of the file that holds the record already."""
    return next((name for name, file in held.items() if is_it(file)), None)


def _put(held: Iterable[Each], given: Iterable[Each], key: Callable[[Each], object]) -> tuple[Each, ...]:
    """In the place of the one with the same key, else at the end."""
    new = {key(row): row for row in given}
    kept = [new.pop(key(row), row) for row in held]
    return (*kept, *new.values())


_OVER: dict[type[Struct], Callable[[Shipped, Any], Shipped]] = {
    files.InstrumentFile: _instrument,
    files.ParticipationFile: _participation,
    files.OwnLawFile: _own_law,
    files.AuthoritiesFile: _authorities,
}

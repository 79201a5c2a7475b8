"""The row of a fact as it holds now, found by the fact's key, in the shape of the data files."""

from collections.abc import Iterable
from typing import Any

from treaties import curation, files
from treaties.overlay import plain
from treaties.shipped import Shipped

Record = dict[str, Any]


def row(found: files.Row | None, default: files.Row | None = None, **more: Any) -> Record:
    """Return what a row says, with what its file says for all rows; {} means that there is no such row."""
    if found is None:
        return {}
    whole = plain(default) if default else {}
    inherited: Record = {
        name: whole[name] for name in ("source", "confidence", "verified") if name in whole
    }
    return {**inherited, **plain(found), **more}


def own_law(held: Shipped, state: str) -> files.OwnLawFile | None:
    return next((file for file in held.own_law.values() if file.state == state), None)


def requirement(code: str) -> Record:
    """Return the requirement. `amends` is the instrument whose list has it, `state` the State whose
    law or declaration has it.
    """
    held = curation.held()
    for file in held.instruments.values():
        if found := _of(file.requirement, code):
            return row(found, file, amends=file.id)
    for law in held.own_law.values():
        if found := _of(law.requirement, code):
            return row(found, law, state=law.state)
    return {}


def _of(rows: Iterable[files.RequirementRow], code: str) -> files.RequirementRow | None:
    return next((each for each in rows if each.id == code), None)


def declaration(key: str) -> Record:
    state, instrument, provision = (*key.split(":", 2), "", "")[:3]
    law = own_law(curation.held(), state)
    rows = law.declaration if law else ()
    found = next((d for d in rows if (d.instrument, d.provision) == (instrument, provision)), None)
    return row(found, law, state=state)


def threshold(key: str) -> Record:
    """Return the threshold at this place in the file of the State."""
    state, _colon, place = key.partition(":")
    law = own_law(curation.held(), state)
    rows = dict(enumerate(law.threshold)) if law else {}
    return row(rows.get(int(place)) if place.isdecimal() else None, law, state=state)


def office(code: str) -> Record:
    file = curation.held().authorities
    return row(next((each for each in file.offices if each.id == code), None), file)


def participation(key: str) -> Record:
    """Return the act that decides what the State is under the instrument: the one that binds, else
    the first.
    """
    instrument, state = (*key.split(":"), "")[:2]
    held = curation.held()
    file = next((each for each in held.participations.values() if each.instrument == instrument), None)
    acts = [act for act in file.acts if act.state == state] if file else []
    binding = [act for act in acts if act.action in files.BINDING]
    found = next(iter(binding or acts), None)
    if file is None or found is None:
        return {}
    source = file.sources.get(found.source, found.source)
    return {**row(found, file), "instrument": instrument, "source": source}


def state_rule(state: str) -> Record:
    law = own_law(curation.held(), state)
    if law is None or not (law.languages or law.no_treaty):
        return {}
    languages, no_treaty = row(law.languages, law), row(law.no_treaty, law)
    return {
        "state": state,
        **no_treaty,
        **languages,
        "languages_row": languages,
        "no_treaty_row": no_treaty,
    }


def treaty(code: str) -> Record:
    """Return a treaty that has a file, or one of those known by name and dates only."""
    held = curation.held()
    file = next((each for each in held.instruments.values() if each.id == code), None)
    if file is not None:
        return row(file)
    found = next((each for each in held.bilateral.treaties if each.id == code), None)
    if found is None:
        return {}
    return row(found, held.bilateral, adopted=found.signed, by_name_only=True)

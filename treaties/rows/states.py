"""Rows of States, organisations and memberships."""

from collections.abc import Iterator

from treaties import files, models
from treaties.rows.fact import Table, fact, take


def tables(file: files.StatesFile) -> Iterator[Table]:
    names = "code iso2 m49 kind short common formal article languages part_of"
    yield models.State, [models.State(**take(row, names), **fact(row, file)) for row in file.states]
    yield (
        models.Organisation,
        [models.Organisation(code=o.id, name=o.name, **fact(o, file)) for o in file.organisations],
    )
    yield (
        models.Membership,
        [
            models.Membership(key=f"{o.id}:{code}", organisation_id=o.id, state_id=code, **fact(o, file))
            for o in file.organisations
            for code in o.members
        ],
    )

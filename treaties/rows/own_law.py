"""Rows of States' own law: languages, thresholds, declarations, offices."""

from collections.abc import Iterator

from treaties import files, models
from treaties.rows.fact import Table, fact, take
from treaties.shipped import Shipped


def tables(shipped: Shipped) -> Iterator[Table]:
    laws = list(shipped.own_law.values())
    yield models.AcceptedLanguages, [_languages(law, law.languages) for law in laws if law.languages]
    yield models.NoTreatyBasis, [_no_treaty(law, law.no_treaty) for law in laws if law.no_treaty]
    yield models.Threshold, [_threshold(law, i, t) for law in laws for i, t in enumerate(law.threshold)]
    yield (
        models.Declaration,
        [_declaration(law, i, d) for law in laws for i, d in enumerate(law.declaration)],
    )
    yield models.RedFlag, [_red_flag(law, i, flag) for law in laws for i, flag in enumerate(law.red_flag)]
    offices = shipped.authorities
    yield models.Authority, [_office(row, offices) for row in offices.offices]
    yield models.Designation, [each for row in offices.offices for each in _designations(row, offices)]


def _languages(law: files.OwnLawFile, row: files.LanguagesRow) -> models.AcceptedLanguages:
    return models.AcceptedLanguages(
        state_id=law.state, languages=list(row.accept), rule=row.rule, **fact(row, law)
    )


def _no_treaty(law: files.OwnLawFile, row: files.NoTreatyRow) -> models.NoTreatyBasis:
    return models.NoTreatyBasis(state_id=law.state, **take(row, "possible rule"), **fact(row, law))


def _threshold(law: files.OwnLawFile, position: int, row: files.ThresholdRow) -> models.Threshold:
    return models.Threshold(
        key=f"{law.state}:{position}",
        state_id=law.state,
        position=position,
        **take(row, "category test reference must_show days days_more"),
        **fact(row, law),
    )


def _declaration(law: files.OwnLawFile, position: int, row: files.DeclarationRow) -> models.Declaration:
    return models.Declaration(
        key=f"{law.state}:{row.instrument}:{row.provision}",
        state_id=law.state,
        instrument_id=row.instrument,
        position=position,
        **take(row, "provision text effect"),
        **fact(row, law),
    )


def _red_flag(law: files.OwnLawFile, position: int, row: files.RedFlagRow) -> models.RedFlag:
    return models.RedFlag(
        code=row.id, state_id=law.state, position=position, text=row.text, **fact(row, law)
    )


def _office(row: files.AuthorityRow, file: files.AuthoritiesFile) -> models.Authority:
    plain = "function scope office original address email phone languages"
    return models.Authority(code=row.id, state_id=row.state, **take(row, plain), **fact(row, file))


def _designations(row: files.AuthorityRow, file: files.AuthoritiesFile) -> Iterator[models.Designation]:
    for instrument in row.instruments:
        yield models.Designation(
            key=f"{row.id}:{instrument}", authority_id=row.id, instrument_id=instrument, **fact(row, file)
        )
    for state in row.towards:
        yield models.Designation(
            key=f"{row.id}:{state}", authority_id=row.id, towards_id=state, **fact(row, file)
        )
